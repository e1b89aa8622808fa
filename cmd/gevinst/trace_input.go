package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
)

// otherFile points from a file that is no JSON to the command, or the file, that
// was meant.
func otherFile(path string) error {
	end := strings.ToLower(filepath.Ext(path))
	switch end {
	case ".xlsx", ".xlsm":
		return slip("trace.workbook", word("file", path))
	case ".pdf", ".html":
		return slip("trace.printed", word("file", path), word("json", strings.TrimSuffix(path, filepath.Ext(path))+".json"))
	default:
		return nil
	}
}

// document reads the JSON of a report. Where that cannot be done it says why, and
// the code is not done.
func (c *call) document(path string) (*batch.Document, int) {
	if path == "-" {
		return nil, c.misuse(c.name, slip("slip.stdin"))
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, c.refuse(path, err)
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, c.refuse(path, batch.ErrFolder)
	}
	d, err := batch.ReadDocument(file)
	var broken *fs.PathError
	if errors.As(err, &broken) {
		return nil, c.refuse(path, err)
	}
	if err != nil {
		c.note("trace.notreport", word("file", path))
		return nil, unreadable
	}
	return d, done
}

// excerpt is what stands in a cell of the workbook, "" where that is not known.
type excerpt func(sheet, cell string) string

// rawCells reads the workbook that the report was made from, where one is named.
func (c *call) rawCells(d *batch.Document) (excerpt, int) {
	path := c.value("workbook")
	if path == "" {
		return func(string, string) string { return "" }, done
	}
	seen, code := c.examine(path, check.Options{})
	if code != done {
		return nil, code
	}
	if seen.Draft.Origin.Data != d.Source.Data {
		c.note("trace.other", word("file", path))
		return nil, unreadable
	}
	return func(sheet, cell string) string {
		row, col := report.ParseRef(cell)
		s, _ := seen.Excerpt(report.Place{Sheet: sheet, Row: row, Col: col})
		return s
	}, done
}
