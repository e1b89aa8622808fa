package chaptertest

import (
	_ "embed"
	"encoding/json"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/sector/overview"
	"gevinst/report/text"
)

// What folds a sector imports what renders it, so that the overview of an invented
// sector lies here as JSON; a test of report/sector holds it to what is folded today.
//
//go:embed sector.json
var sectorFile []byte

// Sector is the sector report of a few agencies, which has something in every part.
func Sector(t testing.TB, lang report.Lang) *chapter.Chapter {
	t.Helper()
	voice, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	s := &overview.Sector{}
	if err := json.Unmarshal(sectorFile, s); err != nil {
		t.Fatal(err)
	}
	return chapter.ComposeSector(chapter.SectorInput{Sector: s, Spec: spec(t), Voice: voice, ID: "0123456789"})
}
