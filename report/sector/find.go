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
	"slices"
	"strings"

	"gevinst/report/batch/intake"
)

// namePattern is how batch names a report.
var namePattern = regexp.MustCompile(`^[0-9]{9}-[0-9]{4}\.json$`)

// ErrNoFolder says that something else stands where a folder was meant.
var ErrNoFolder = errors.New("is no folder")

// found is what lies in folders: reports, and the folders where a batch tells how
// it went.
type found struct{ reports, batches []string }

// find lists the files that are named as reports are, and the folders of batches.
// Hidden folders, where unfinished work may lie, are passed by, and so are links to
// folders. What else has the name of a report is listed, lest it be left out unseen.
func find(ctx context.Context, folders []string) (found, error) {
	var f found
	for _, folder := range folders {
		info, err := os.Stat(folder)
		if err != nil {
			return f, err
		}
		if !info.IsDir() {
			return f, &fs.PathError{Op: "read", Path: folder, Err: ErrNoFolder}
		}
		err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.Name() == intake.StateDir && intake.Unfinished(filepath.Dir(path)):
				return refuse(Unfinished, arg("file", filepath.Dir(path)))
			case d.IsDir() && path != folder && strings.HasPrefix(d.Name(), "."):
				return fs.SkipDir
			case d.IsDir():
			default:
				f.take(path, d.Name())
			}
			return ctx.Err()
		})
		if err != nil {
			return f, err
		}
	}
	slices.Sort(f.batches)
	f.batches = slices.Compact(f.batches)
	if len(f.reports)+len(f.batches) == 0 {
		return f, refuse(NoReports)
	}
	return f, nil
}

func (f *found) take(path, name string) {
	switch {
	case namePattern.MatchString(name):
		f.reports = append(f.reports, path)
	case name == intake.StatusName || name == intake.ManifestName:
		f.batches = append(f.batches, filepath.Dir(path))
	}
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
