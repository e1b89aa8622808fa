package sector_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"gevinst/report/sector"
	"gevinst/report/sector/overview"
)

var update = flag.Bool("update", false, "write the sector that the tests of the renderers compose")

// TestRenderersSeeTheSectorOfToday holds the overview that the tests of PDF and page
// compose to what is folded today.
func TestRenderersSeeTheSectorOfToday(t *testing.T) {
	const path = "../chapter/chaptertest/sector.json"
	dir := t.TempDir()
	plan := telling(t, dir, 7)
	s := consolidated(t, dir, plan.Year, known(plan))
	s.SetHash = "" // no page shows the hashes, and any change of the form is another
	for _, a := range s.Agencies {
		if a.Report != nil {
			a.Report.SHA256, a.Report.Digest = "", ""
		}
	}
	var b bytes.Buffer
	if err := sector.WriteJSON(&b, s); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Error("the sector is another; write it anew with -update, and look at the diff")
	}
}

// TestPiecemealIsWhole holds what is written a list's element at a time to what the
// encoder makes of all at once, for a sector and for one that has nothing.
func TestPiecemealIsWhole(t *testing.T) {
	dir := t.TempDir()
	plan := telling(t, dir, 7)
	s := consolidated(t, dir, plan.Year, known(plan))
	s.Ministry = "<Klima & miljø>"
	for _, s := range []*overview.Sector{s, {}} {
		var got, want bytes.Buffer
		if err := sector.WriteJSON(&got, s); err != nil {
			t.Fatal(err)
		}
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(s); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Errorf("%d bytes, the encoder writes %d others", got.Len(), want.Len())
		}
	}
}
