package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gevinst/report/batch"
)

// otherFile points from a file that is no JSON to the command, or the file, that
// was meant.
func otherFile(path string) error {
	if end := strings.ToLower(filepath.Ext(path)); end == ".xlsx" || end == ".xlsm" {
		return slip("trace.workbook", word("file", path))
	}
	return forReaders(path, "trace")
}

// forReaders points from the report that people read to the one that a command reads.
func forReaders(path, command string) error {
	end := filepath.Ext(path)
	if low := strings.ToLower(end); low != ".pdf" && low != ".html" {
		return nil
	}
	return slip("trace.printed", word("file", path), word("command", command), word("json", strings.TrimSuffix(path, end)+".json"))
}

// largestDocument is the size in bytes above which a file is no report of ours.
const largestDocument = 1 << 30

// document reads the JSON of a report, in the reader's language whatever its own is.
// Where that cannot be done it says why, and the code is not done.
func (c *call) document(path string) (*batch.Document, int) {
	if path == "-" {
		return nil, c.misuse(c.name, slip("slip.stdin"))
	}
	file, code := c.openDocument(path)
	if code != done {
		return nil, code
	}
	defer file.Close()
	sum := sha256.New()
	d, err := batch.ReadDocument(io.TeeReader(file, sum))
	var broken *fs.PathError
	if errors.As(err, &broken) {
		return nil, c.refuse(path, err)
	}
	if err != nil {
		return nil, c.notReport(path, file)
	}
	if !c.unbroken(path, d) || !c.asManifested(path, hex.EncodeToString(sum.Sum(nil))) {
		return nil, unreadable
	}
	return batch.Retold(d, c.Voice), done
}

// openDocument opens a file that may be the JSON of a report.
func (c *call) openDocument(path string) (*os.File, int) {
	file, err := batch.Open(path)
	switch {
	case errors.Is(err, batch.ErrFolder):
		return nil, c.refuseDocument("folder", path)
	case errors.Is(err, batch.ErrDevice):
		return nil, c.refuseDocument("device", path)
	case err != nil:
		return nil, c.refuse(path, err)
	}
	info, err := file.Stat()
	if err == nil && info.Size() <= largestDocument {
		return file, done
	}
	file.Close()
	if err != nil {
		return nil, c.refuse(path, err)
	}
	return nil, c.refuseDocument("large", path)
}

// notReport says what a file is that does not read as the JSON of a report.
func (c *call) notReport(path string, file io.ReadSeeker) int {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return c.refuse(path, err)
	}
	kind, format := batch.KindOf(file)
	c.note("file.is."+string(kind), word("file", path), word("command", c.name), word("format", format), word("wanted", batch.Format))
	return unreadable
}

func (c *call) refuseDocument(why, path string) int {
	c.note("file.is."+why, word("file", path), count("limit", largestDocument>>20))
	return unreadable
}
