//go:build unix

package intake

import (
	"errors"
	"io"
	"os"
	"syscall"
	"time"
)

// lockFile takes a file for this process alone. The system gives it free when the
// process ends, however it ends, so that no lock is ever stale.
func lockFile(path string) (io.Closer, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	if err = lockSoon(file); err == nil {
		return file, nil
	}
	file.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = ErrLocked
	}
	return nil, &os.PathError{Op: "lock", Path: path, Err: err}
}

// lockSoon tries for a second: a run that was killed while it started a worker may
// leave its lock to that process until that is its own program.
func lockSoon(file *os.File) error {
	const tries, pause = 20, 50 * time.Millisecond
	for try := 1; ; try++ {
		err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if try == tries || !errors.Is(err, syscall.EWOULDBLOCK) {
			return err
		}
		time.Sleep(pause)
	}
}
