//go:build unix

package lock

import (
	"errors"
	"io"
	"os"
	"syscall"
	"time"
)

// Take holds a file, which it makes where there is none. It waits up to a second: a run
// that was killed while it started a worker may leave its lock to that process until
// that is its own program.
func Take(path string) (io.Closer, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	const tries, pause = 20, 50 * time.Millisecond
	for try := 1; ; try++ {
		err := hold(file)
		if err == nil {
			return file, nil
		}
		if try == tries || !errors.Is(err, ErrHeld) {
			file.Close()
			return nil, &os.PathError{Op: "lock", Path: path, Err: err}
		}
		time.Sleep(pause)
	}
}

func hold(file *os.File) error {
	err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return ErrHeld
	}
	return err
}

// create makes a new file and holds it. A file system without locks gives one that
// nobody will take for abandoned.
func create(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	if err := hold(file); errors.Is(err, ErrHeld) || err == nil && !stands(file, path) {
		file.Close() // somebody took it for abandoned in the moment before it was held
		return nil, &os.PathError{Op: "create", Path: path, Err: os.ErrExist}
	}
	return file, nil
}

// removeFree removes a file that nobody holds.
func removeFree(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := hold(file); err != nil {
		return err
	}
	if !stands(file, path) {
		return ErrHeld // it has got its own name meanwhile
	}
	return os.Remove(path)
}

// stands tells whether a file still has its name.
func stands(file *os.File, path string) bool {
	is, err := file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(path)
	return err == nil && os.SameFile(is, there)
}

// Rename gives a file that is held another name and lets it go.
func Rename(file *os.File, path string) error {
	if err := os.Rename(file.Name(), path); err != nil {
		return err
	}
	return file.Close()
}

// Discard removes a file that is held and that Rename has given no other name.
func Discard(file *os.File) {
	if stands(file, file.Name()) {
		os.Remove(file.Name())
	}
	file.Close()
}
