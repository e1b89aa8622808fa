package intake

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// spreadsheets are the endings of what is taken for a workbook in a folder. Those
// that gevinst does not read are taken in too, and refused with what to do.
var spreadsheets = [...]string{".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods"}

// gather finds the workbooks of the job and last year's.
func (r *run) gather() error {
	found, err := find(r.Paths, r.Out)
	if err != nil {
		return err
	}
	last, err := find(r.Previous, r.Out)
	if err != nil {
		return err
	}
	if len(found.files) == 0 {
		return ErrNothing
	}
	r.sum.Files, r.sum.Skipped = len(found.files), found.skipped
	for _, path := range found.files {
		r.items = append(r.items, item{path: path})
	}
	for _, path := range last.files {
		r.last.items = append(r.last.items, item{path: path})
	}
	return nil
}

// finding is what stands under some paths.
type finding struct {
	files   []string // in order, each once
	skipped []string
}

// find lists workbooks: every file that is named and stands there, and in folders, at any depth,
// every file with a spreadsheet's ending. Hidden files and what Excel leaves
// beside an open workbook are passed over. A workbook in out would be mistaken
// for an output.
func find(paths []string, out string) (finding, error) {
	var f finding
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist): // a slip, which would take away what was made of the workbooks that were meant
			return f, &fs.PathError{Op: "read", Path: path, Err: ErrAbsent}
		case err != nil || !info.IsDir():
			f.files = append(f.files, slashed(path)) // whoever reads it says what is wrong
		case same(path, out):
			return f, &fs.PathError{Op: "read", Path: path, Err: ErrFolder}
		default:
			if err := f.walk(path, out); err != nil {
				return f, err
			}
		}
	}
	for _, list := range []*[]string{&f.files, &f.skipped} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	for _, path := range f.files {
		if same(filepath.Dir(path), out) {
			return f, &fs.PathError{Op: "read", Path: path, Err: ErrInside}
		}
	}
	return f, nil
}

func (f *finding) walk(dir, out string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		name := d.Name()
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != dir && (strings.HasPrefix(name, ".") || same(path, out)):
			return fs.SkipDir
		case d.IsDir() || strings.HasPrefix(name, "."):
		case strings.HasPrefix(name, "~$") || !slices.Contains(spreadsheets[:], strings.ToLower(filepath.Ext(name))) || leadsToFolder(path, d):
			f.skipped = append(f.skipped, slashed(path))
		default:
			f.files = append(f.files, slashed(path))
		}
		return nil
	})
}

// leadsToFolder tells whether an entry is a link to a folder, which is not followed.
func leadsToFolder(path string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// same tells whether two paths lead to one file or folder.
func same(a, b string) bool {
	x, err := os.Stat(a)
	y, err2 := os.Stat(b)
	return errors.Join(err, err2) == nil && os.SameFile(x, y)
}
