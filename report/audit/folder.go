package audit

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gevinst/report/audit/evidence"
)

// Folder is a folder in which the workbooks of many reports lie, as they were sent
// in: under whatever name, and in folders of their own.
type Folder struct {
	byName map[string][]string // paths by their base names
	byHash map[string]string   // the same by SHA-256; nil until it is needed
}

// OpenFolder lists the workbooks in a folder and in those within it. Hidden ones are
// left out. The error is the system's.
func OpenFolder(dir string) (*Folder, error) {
	f := &Folder{byName: map[string][]string{}}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch name := d.Name(); {
		case err != nil:
			return err
		case d.IsDir() && path != dir && strings.HasPrefix(name, "."):
			return fs.SkipDir
		case !d.IsDir() && isWorkbook(name):
			f.byName[name] = append(f.byName[name], path)
		}
		return nil
	})
	return f, err
}

func isWorkbook(name string) bool {
	extensions := []string{".xlsx", ".xlsm"}
	return slices.Contains(extensions, strings.ToLower(filepath.Ext(name))) && !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "~$")
}

// find is the path of a workbook: the file of that hash, whatever it is called now,
// else the only one of its name. "" is none.
func (f *Folder) find(w evidence.Workbook) string {
	named := f.byName[w.File]
	for _, path := range named {
		if hashOf(path) == w.SHA256 {
			return path
		}
	}
	if path := f.hashes()[w.SHA256]; path != "" {
		return path
	}
	if len(named) != 1 {
		return ""
	}
	return named[0]
}

// hashes reads every workbook of the folder, once.
func (f *Folder) hashes() map[string]string {
	if f.byHash != nil {
		return f.byHash
	}
	f.byHash = map[string]string{}
	for _, paths := range f.byName {
		for _, path := range paths {
			sum := hashOf(path)
			if sum == "" {
				continue
			}
			if was, known := f.byHash[sum]; !known || path < was {
				f.byHash[sum] = path
			}
		}
	}
	return f.byHash
}

// hashOf is a file's SHA-256, "" where it cannot be read: then it is not the one.
func hashOf(path string) string {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() > largest {
		return ""
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return sum(content)
}
