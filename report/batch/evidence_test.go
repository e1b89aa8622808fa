package batch_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit/evidence"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/templates/schematest"
)

// TestManifestNamesWhatWasMade compares the manifest with the files beside it and
// with the choices that were made, and holds it to its schema.
func TestManifestNamesWhatWasMade(t *testing.T) {
	files := demoSection(t, batch.Issue{Status: batch.Final, Version: "v1", Embed: true, Words: report.NN,
		Dated: report.Date{Year: 2018, Month: 3, Day: 9}, Build: evidence.Build{Go: "go1", Revision: "abc"}})
	manifest := files[".manifest.json"]
	s, err := evidence.Read(manifest)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Subject) != 3 {
		t.Errorf("the manifest names %d files, not PDF, HTML and JSON", len(s.Subject))
	}
	for _, sub := range s.Subject {
		sum := sha256.Sum256(files[strings.TrimPrefix(sub.Name, "123456785-2017")])
		if hex.EncodeToString(sum[:]) != sub.Digest.SHA256 {
			t.Errorf("%s has another hash than the manifest says", sub.Name)
		}
	}
	want := evidence.Parameters{Language: "nb", Words: "nn", Status: "final", Dated: "2018-03-09", Embedded: true}
	if s.Predicate.Parameters != want {
		t.Errorf("parameters %+v, want %+v", s.Predicate.Parameters, want)
	}
	if p := s.Predicate; p.Tool.Version != "v1" || p.Tool.Build.Revision != "abc" || p.Set.SHA256 != newest(t).Hash || p.Workbook.File != "x.xlsx" || p.Previous != nil {
		t.Errorf("predicate %+v", p)
	}
	schema := schematest.Compile(t, "manifest.schema.json")
	if err := schema.Validate(t, manifest); err != nil {
		t.Error(err)
	}
	bad := bytes.Replace(manifest, []byte(`"status"`), []byte(`"state"`), 1)
	if schema.Validate(t, bad) == nil {
		t.Error("the schema takes a manifest with an unknown key")
	}
}

// demoSection writes the demo's section and returns its files by the end of their name.
func demoSection(t *testing.T, o batch.Issue) map[string][]byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.xlsx")
	if err := os.WriteFile(path, demoFile(t, report.NB), 0o600); err != nil {
		t.Fatal(err)
	}
	e, err := batch.Examine(context.Background(), path, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if o.Voice, err = text.For(report.NB); err != nil {
		t.Fatal(err)
	}
	written, err := batch.Section(e, o, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, name := range written {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[strings.TrimPrefix(filepath.Base(name), "123456785-2017")] = content
	}
	return files
}
