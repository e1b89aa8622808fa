package audit_test

import (
	"context"
	"path/filepath"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/batch"
	"gevinst/report/workbook"
)

// BenchmarkAudit proves the report of the generated typical workbook: 120 measures,
// 480 gains.
func BenchmarkAudit(b *testing.B) {
	file := printedBook(b)
	p := made(b, file, nil, batch.Issue{Voice: voice(b, report.NB), Status: batch.Draft})
	dir := b.TempDir()
	base := ""
	for name, content := range p.files {
		put(b, dir, name, content)
		if filepath.Ext(name) == ".pdf" {
			base = name
		}
	}
	p.request.Report = filepath.Join(dir, base)
	b.ReportAllocs()
	for b.Loop() {
		v, err := audit.Verify(context.Background(), p.request)
		if err != nil || v.Level != audit.Reperformed {
			b.Fatalf("%v %+v", err, v)
		}
	}
}

func printedBook(b *testing.B) []byte {
	b.Helper()
	var file writer
	if err := workbook.Write(&file, sets(b)[0], workbook.Order{Year: 2017, Lang: report.NB, Filling: fixtures.Typical(1), Say: voice(b, report.NB).Say}); err != nil {
		b.Fatal(err)
	}
	return file
}

// writer gathers what is written.
type writer []byte

func (w *writer) Write(p []byte) (int, error) {
	*w = append(*w, p...)
	return len(p), nil
}
