package sector

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// namePattern is how batch names a report.
var namePattern = regexp.MustCompile(`^[0-9]{9}-[0-9]{4}\.json$`)

// ErrNoFolder says that something else stands where a folder was meant.
var ErrNoFolder = errors.New("is no folder")

// find lists the files that are named as reports are. Hidden folders, where
// unfinished work may lie, are passed by, and so are links.
func find(ctx context.Context, folders []string) ([]string, error) {
	var paths []string
	for _, folder := range folders {
		info, err := os.Stat(folder)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			return nil, &fs.PathError{Op: "read", Path: folder, Err: ErrNoFolder}
		}
		err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && path != folder && strings.HasPrefix(d.Name(), "."):
				return fs.SkipDir
			case d.Type().IsRegular() && namePattern.MatchString(d.Name()):
				paths = append(paths, path)
			}
			return ctx.Err()
		})
		if err != nil {
			return nil, err
		}
	}
	if len(paths) == 0 {
		return nil, refuse(NoReports)
	}
	return paths, nil
}

// same tells whether two reports of one agency and year are one and the same.
func same(a, b string) error {
	one, err := os.Open(a)
	if err != nil {
		return err
	}
	defer one.Close()
	two, err := os.Open(b)
	if err != nil {
		return err
	}
	defer two.Close()
	var x, y [1 << 16]byte
	for {
		n, errOne := io.ReadFull(one, x[:])
		m, errTwo := io.ReadFull(two, y[:])
		switch {
		case !bytes.Equal(x[:n], y[:m]):
			return refuse(Twice, arg("file", b), arg("other", a))
		case errOne != nil:
			return tail(errOne)
		case errTwo != nil:
			return tail(errTwo)
		}
	}
}

// tail is nil at the end of a file.
func tail(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return err
}
