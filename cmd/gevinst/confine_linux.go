package main

import "syscall"

// forbidMore has the system refuse to give this process more than so many bytes
// to write to. What Go only reserves does not count. A failure leaves the watch.
func forbidMore(bytes uint64) {
	syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: bytes, Max: bytes})
}
