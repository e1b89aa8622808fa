package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"gevinst/report/batch"
	"gevinst/report/workbook"
)

// targetOption names the folder that a command writes to.
func targetOption() option { return option{name: "output", short: "o", takes: "folder"} }

// target is the folder of --output, in whose place no file may stand.
func (c *call) target() (string, error) {
	dir := c.value("output")
	if dir == "" {
		return "", slip("slip.output")
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return "", slip("slip.output.isfile", word("value", dir))
	}
	return dir, nil
}

// listOption names the file that a list goes to instead of to the screen. The
// shells of Windows spoil æ, ø and å where > sends them to a file.
func listOption() option { return option{name: "output", short: "o", takes: "file"} }

// toFile runs a command whose list goes to a new file where --output names one.
func toFile(run func(*call) int) func(*call) int {
	return func(c *call) int {
		path := c.value("output")
		if path == "" {
			return run(c)
		}
		if err := freeName(path); err != nil {
			return c.misuse(c.name, err)
		}
		var list bytes.Buffer
		screen := c.out
		c.out = &list
		code := run(c)
		c.out = screen
		if list.Len() == 0 { // what went wrong was said already
			return code
		}
		return c.keep(path, list.Bytes(), code)
	}
}

// keep writes a list to its file and leaves with the code that it came to.
func (c *call) keep(path string, list []byte, code int) int {
	write := func(w io.Writer) error { _, err := w.Write(list); return err }
	if err := batch.WriteFiles(nil, batch.Output{Path: path, Write: write}); err != nil {
		return c.unwritten(err)
	}
	c.line(path)
	return code
}

// folder makes the folder of an output, with its parents.
func (c *call) folder(dir string) int {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return c.unwritten(err)
	}
	return done
}

// unwritten says why a file could not be written. A name in whose place something
// else stands is the user's to change.
func (p *console) unwritten(err error) int {
	at := word("file", unwrittenPath(err))
	var unlike *workbook.Unfaithful
	switch {
	case errors.As(err, &unlike):
		p.note("out.unfaithful", word("place", unlike.Place.String()))
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS):
		p.note("out.denied", word("file", filepath.Dir(unwrittenPath(err))))
	case busy(err):
		p.note("out.busy", at)
	case errors.Is(err, syscall.ENOSPC):
		p.note("out.full", at)
	case errors.Is(err, batch.ErrTaken):
		p.note("out.taken", at)
		return misuse
	case errors.Is(err, syscall.ENOTDIR):
		p.note("out.notfolder", at)
		return misuse
	case errors.Is(err, fs.ErrNotExist):
		path := unwrittenPath(err)
		if strings.HasSuffix(path, ".tmp") { // a name of ours
			path = filepath.Dir(path)
		}
		p.note("out.nowhere", word("file", path))
		return misuse
	case errors.Is(err, syscall.EISDIR) || errors.Is(err, batch.ErrFolder):
		p.note("out.isfolder", at)
		return misuse
	default:
		return p.broken(err)
	}
	return failed
}

// unwrittenPath is the file that could not be written, "" where the error names none.
func unwrittenPath(err error) string {
	var where *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &where):
		return where.Path
	case errors.As(err, &link):
		return link.New
	default:
		return ""
	}
}

// newName is freeName for a workbook.
func (c *call) newName(path string) error {
	if path == "-" {
		return slip("slip.stdout")
	}
	if !strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return slip("slip.xlsx", word("value", path))
	}
	return freeName(path)
}

// freeName tells whether a name of the user's own choice is free: somebody may have
// filled in what stands there.
func freeName(path string) error {
	if path == "" {
		return nil
	}
	if path == "-" {
		return slip("slip.output.stdout")
	}
	if _, err := os.Lstat(path); err == nil {
		return slip("slip.exists", word("value", path))
	}
	return nil
}
