// Package pagetest audits the example agency's report for tests.
package pagetest

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/audit/page"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
	"gevinst/templates"
)

// Base begins the names of the report's files.
const Base = "123456785-2017"

// Voice speaks a language.
func Voice(t testing.TB, lang report.Lang) *text.Voice {
	t.Helper()
	v, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Files makes the draft of a report of the example agency's workbook, changed by
// patch (nil changes nothing), and is all its files by the ends of their names.
func Files(t testing.TB, lang report.Lang, patch func(report.Filling)) map[string][]byte {
	t.Helper()
	const few = 4
	dir := t.TempDir()
	path := filepath.Join(dir, Base+".xlsx")
	put(t, path, booktest.Demo(t, workbook.Order{Year: 2017, Lang: lang, Rows: few}, patch))
	seen, err := batch.Examine(context.Background(), path, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	written, err := batch.Section(seen, batch.Issue{Voice: Voice(t, lang), Version: "v1", Status: batch.Draft}, dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, path := range append(written, path) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(path)[len(Base):]] = content
	}
	return files
}

// Audited audits a report whose files are changed by those of the same end; one that
// is nil is taken away.
func Audited(t testing.TB, files, changed map[string][]byte) page.Audit {
	t.Helper()
	files = maps.Clone(files)
	maps.Copy(files, changed)
	dir := t.TempDir()
	for end, content := range files {
		if content != nil {
			put(t, filepath.Join(dir, Base+end), content)
		}
	}
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	v, trail, err := audit.Follow(context.Background(), audit.Request{Report: filepath.Join(dir, Base+".pdf"), Sets: sets, Version: "v1"})
	if err != nil {
		t.Fatal(err)
	}
	return page.Audit{Verdict: v, Trail: trail, Version: "v1"}
}

func put(t testing.TB, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}
