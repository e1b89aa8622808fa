package html_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"gevinst/report/chapter"
	"gevinst/report/html"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func written(t *testing.T, c *chapter.Chapter) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := html.Write(&out, c); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestGolden(t *testing.T) {
	golden := filepath.Join("testdata", "sample.html")
	got := written(t, sample())
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the page differs from %s; look at it, then run go test -update", golden)
	}
}

func TestSameChapterSameBytes(t *testing.T) {
	if !bytes.Equal(written(t, sample()), written(t, sample())) {
		t.Error("two pages of one chapter differ")
	}
}
