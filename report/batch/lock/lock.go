// Package lock takes files for one process. The system gives them free when the process
// ends, however it ends, so that what a killed one left is told from what a living one
// is writing, without a clock and without a list of processes.
package lock

import (
	"errors"
	"io/fs"
	"os"
)

// ErrHeld says that another process has the file.
var ErrHeld = errors.New("another process has the file")

// Create makes a new file under the first free of the names and holds it until it is
// closed. On the way it removes files under these names that nobody holds, up to the
// first name that is free behind the one that it took: a run that was killed left them.
func Create(names func(n int) string) (*os.File, error) {
	var made *os.File
	for n := 0; n < most; n++ {
		err := removeAbandoned(names(n))
		switch {
		case errors.Is(err, fs.ErrNotExist) && made != nil:
			return made, nil
		case err != nil && !errors.Is(err, fs.ErrNotExist), made != nil:
			continue // somebody has it, or it is none of ours to remove
		}
		if made, err = create(names(n)); errors.Is(err, fs.ErrExist) {
			made = nil
		} else if err != nil {
			return nil, err
		}
	}
	if made == nil {
		return nil, &fs.PathError{Op: "create", Path: names(0), Err: fs.ErrExist}
	}
	return made, nil
}

// most is how many names are tried.
const most = 100

// removeAbandoned removes a regular file that nobody holds; nothing else was left by us.
func removeAbandoned(path string) error {
	there, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !there.Mode().IsRegular() {
		return ErrHeld
	}
	return removeFree(path)
}
