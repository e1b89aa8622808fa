package intake

import (
	"errors"
	"syscall"
)

// full tells whether there is no room left: on the disk, or in the user's share of it.
func full(err error) bool {
	const handleDiskFull, diskFull, quotaExceeded = syscall.Errno(39), syscall.Errno(112), syscall.Errno(1295)
	return errors.Is(err, handleDiskFull) || errors.Is(err, diskFull) || errors.Is(err, quotaExceeded)
}
