package batch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Output is one file to be written: its path, and what writes its content.
type Output struct {
	Path  string
	Write func(io.Writer) error
}

// ErrTaken says that an output would overwrite one of the inputs.
var ErrTaken = errors.New("the output is one of the inputs")

// ErrDevice says that a pipe or a device stands where a file was meant.
var ErrDevice = errors.New("is no regular file")

// ErrFolder says that a folder stands where a file was meant.
var ErrFolder = errors.New("is a folder")

// WriteFiles writes all outputs, in their order, or none of them. Each is written under another
// name in its own folder and takes its own name only when all are whole, so that
// nobody meets half a file; after a failure nothing is left behind. Should the
// system fail between two renames, every file is still whole, old or new. None
// of the inputs is ever overwritten, under whatever name it is reached.
func WriteFiles(inputs []string, outputs ...Output) error {
	for _, o := range outputs {
		if err := clear(o.Path, inputs); err != nil {
			return err
		}
	}
	var temps []string
	defer func() {
		for _, t := range temps {
			os.Remove(t)
		}
	}()
	for _, o := range outputs {
		temp, err := writeBeside(o)
		if err != nil {
			return err
		}
		temps = append(temps, temp)
	}
	for i, o := range outputs {
		if err := os.Rename(temps[i], o.Path); err != nil {
			return err
		}
	}
	temps = nil
	return nil
}

// clear tells whether a path may be written to.
func clear(path string, inputs []string) error {
	there, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if there.IsDir() {
		return &fs.PathError{Op: "write", Path: path, Err: ErrFolder}
	}
	for _, in := range inputs {
		if info, err := os.Stat(in); err == nil && os.SameFile(info, there) {
			return &fs.PathError{Op: "write", Path: path, Err: ErrTaken}
		}
	}
	return nil
}

// writeBeside writes the whole content beside the output and names the file.
func writeBeside(o Output) (string, error) {
	file, err := createBeside(o.Path)
	if err != nil {
		return "", err
	}
	err = o.Write(file)
	if err == nil {
		err = file.Sync()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(file.Name())
		return "", fmt.Errorf("%s: %w", o.Path, err)
	}
	return file.Name(), nil
}

// createBeside opens a new file in the folder of path with the permissions that
// the user's umask gives, which os.CreateTemp would not.
func createBeside(path string) (*os.File, error) {
	dir, base := filepath.Split(path)
	for n := 0; ; n++ {
		name := filepath.Join(dir, fmt.Sprintf(".%s.%d.tmp", base, n))
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if n < 100 && errors.Is(err, fs.ErrExist) {
			continue
		}
		return file, err
	}
}
