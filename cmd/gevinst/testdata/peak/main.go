//go:build unix

// Peak runs a command and prints the CPU time in ms and the peak memory in KiB
// that the system counted for it. The benchmarks start it instead of the command,
// because Linux counts a process from its fork: a child would be credited with the
// memory of whoever forks it, and a benchmark holds large workbooks. This program
// holds next to nothing.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(command []string) error {
	if len(command) == 0 {
		return errors.New("usage: peak COMMAND [ARGUMENT…]")
	}
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return err
	}
	used, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return errors.New("the system does not tell what a process used")
	}
	kib := int64(used.Maxrss)
	if runtime.GOOS == "darwin" { // counts in bytes
		kib /= 1024
	}
	_, err := fmt.Println((cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Milliseconds(), kib)
	return err
}
