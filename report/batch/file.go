package batch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"gevinst/report/batch/lock"
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
// system fail between two renames, every file is still whole, old or new. What a run that
// was killed left under such names is taken away. None of the inputs is ever overwritten,
// under whatever name it is reached.
func WriteFiles(inputs []string, outputs ...Output) error {
	for _, o := range outputs {
		if err := clear(o.Path, inputs); err != nil {
			return err
		}
	}
	var temps []*os.File
	defer func() {
		for _, t := range temps {
			lock.Discard(t)
		}
	}()
	for _, o := range outputs {
		temp, err := writeBeside(o)
		if err != nil {
			return err
		}
		temps = append(temps, temp)
	}
	for _, o := range outputs {
		if err := lock.Rename(temps[0], o.Path); err != nil {
			return err
		}
		temps = temps[1:]
	}
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

// writeBeside writes the whole content to a new file in the output's folder, which is
// held until it has the output's name: so a later run knows what a killed one left, and
// takes it away.
func writeBeside(o Output) (*os.File, error) {
	dir, base := filepath.Split(o.Path)
	file, err := lock.Create(func(n int) string { return filepath.Join(dir, fmt.Sprintf(".%s.%d.tmp", base, n)) })
	if err != nil {
		return nil, err
	}
	if err = o.Write(file); err == nil {
		err = file.Sync()
	}
	if err != nil {
		lock.Discard(file)
		return nil, fmt.Errorf("%s: %w", o.Path, err)
	}
	return file, nil
}
