package main

import (
	"errors"
	"syscall"
)

// busy tells whether another program holds the file open: ERROR_SHARING_VIOLATION or
// ERROR_LOCK_VIOLATION.
func busy(err error) bool {
	return errors.Is(err, syscall.Errno(32)) || errors.Is(err, syscall.Errno(33))
}
