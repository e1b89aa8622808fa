package chapter_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestSectionsReadAsTheyDid holds whole sections word by word in every language:
// the example agency, one with text alone, and one that has filled in nothing.
// After a change: go test ./report/chapter -update, and read the difference as prose.
func TestSectionsReadAsTheyDid(t *testing.T) {
	for _, lang := range report.Langs() {
		compare(t, "demo."+string(lang)+".txt", chaptertest.Demo(t, lang))
		compare(t, "small."+string(lang)+".txt", chapter.Compose(chaptertest.Input(t, lang, chaptertest.Small())))
		compare(t, "bare."+string(lang)+".txt", chapter.Compose(chaptertest.Input(t, lang, chaptertest.Bare())))
	}
}

func compare(t *testing.T, name string, c *chapter.Chapter) {
	t.Helper()
	file, got := filepath.Join("testdata", name), withoutHashes(chaptertest.Dump(c))
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	golden, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(string(golden), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(want) || line != want[i] {
			t.Fatalf("%s has changed at line %d:\n%s\nRead the whole difference: go test ./report/chapter -update; git diff", name, i+1, line)
		}
	}
}

// withoutHashes hides digests, which change with every word of the form.
func withoutHashes(dump string) string {
	lines := strings.Split(dump, "\n")
	for i, line := range lines {
		if words := strings.Fields(line); len(words) > 0 && isDigest(words[len(words)-1]) {
			lines[i] = strings.TrimSuffix(line, words[len(words)-1]) + "(digest)"
		}
	}
	return strings.Join(lines, "\n")
}

func isDigest(word string) bool {
	return (len(word) == 10 || len(word) == 64) && strings.Trim(word, "0123456789abcdef") == ""
}
