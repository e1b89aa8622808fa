package lock

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// Take holds a file, which it makes where there is none: it shares it with nobody.
func Take(path string) (io.Closer, error) { return alone("lock", path, syscall.OPEN_ALWAYS) }

// create makes a new file and holds it.
func create(path string) (*os.File, error) { return alone("create", path, syscall.CREATE_NEW) }

// alone opens a file that no other process can open, rename or remove meanwhile.
func alone(op, path string, how uint32) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	const shared = 0
	handle, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, shared, nil, how, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if err == nil {
		return os.NewFile(uintptr(handle), path), nil
	}
	const sharingViolation = syscall.Errno(32)
	if errors.Is(err, sharingViolation) {
		err = ErrHeld
	}
	return nil, &os.PathError{Op: op, Path: path, Err: err}
}

// removeFree removes a file that nobody holds. Whoever makes a new one
// under the name meanwhile holds it, and then it cannot be removed.
func removeFree(path string) error {
	file, err := alone("lock", path, syscall.OPEN_EXISTING)
	if err != nil {
		return err
	}
	file.Close()
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// Rename gives a file that is held another name. Windows renames no file that is open,
// so it is let go just before.
func Rename(file *os.File, path string) error {
	if err := file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// Discard removes a file that is held and that Rename has given no other name.
func Discard(file *os.File) {
	file.Close()
	os.Remove(file.Name())
}
