package chapter_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter/chaptertest"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestDemoReadsAsItDid holds the whole section of the example agency, word by
// word, in every language. After a change: go test ./report/chapter -update,
// and read the difference as prose.
func TestDemoReadsAsItDid(t *testing.T) {
	for _, lang := range report.Langs() {
		compare(t, "demo."+string(lang)+".txt", chaptertest.Dump(chaptertest.Demo(t, lang)))
	}
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has changed; see the difference with -update and git diff", name)
	}
}
