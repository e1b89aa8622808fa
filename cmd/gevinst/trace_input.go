package main

import (
	"os"
	"path/filepath"
	"strings"

	"gevinst/report"
	"gevinst/report/audit/evidence"
	"gevinst/report/audit/trace"
	"gevinst/report/batch"
	"gevinst/report/check"
)

// unbroken tells whether a report agrees with itself: what is followed or drawn from one
// that does not would only seem to be proved.
func (c *call) unbroken(path string, d *batch.Document) bool {
	breaks := trace.Breaks(d)
	if len(breaks) == 0 {
		return true
	}
	b := breaks[0]
	c.note("trace.break."+b.Kind, word("file", path), word("key", b.Key), word("stated", c.Short(b.Stated)), word("found", c.Short(b.Found)))
	c.note("trace.breaks", count("n", len(breaks)), word("pdf", printedOf(path)))
	return false
}

// asManifested tells whether a report is the very file that the manifest beside it
// names. One that lies alone is only held against itself.
func (c *call) asManifested(path, sum string) bool {
	manifest := strings.TrimSuffix(path, filepath.Ext(path)) + evidence.ManifestSuffix
	content, err := os.ReadFile(manifest)
	if err != nil {
		return true
	}
	names := word("manifest", filepath.Base(manifest))
	statement, err := evidence.Read(content)
	if err != nil {
		c.note("trace.manifest.broken", word("file", path), names, word("pdf", printedOf(path)))
		return false
	}
	for _, s := range statement.Subject {
		if s.Name == filepath.Base(path) && s.Digest.SHA256 == sum {
			return true
		}
	}
	c.note("trace.manifest.other", word("file", path), names, word("pdf", printedOf(path)))
	return false
}

// printedOf is the PDF of the report whose JSON has the path.
func printedOf(path string) string { return strings.TrimSuffix(path, filepath.Ext(path)) + ".pdf" }

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
		return s.In(c.Lang())
	}, done
}
