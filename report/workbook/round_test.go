package workbook_test

import (
	"bytes"
	"context"
	"testing"

	"gevinst/report"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/templates"
)

// TestWhatIsWrittenIsRead takes the demo through the file: the reader claims
// every filled cell, and the ledger holds the worked example's result.
func TestWhatIsWrittenIsRead(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range report.Langs() {
		filling, err := templates.Demo(sets[0].Set, lang)
		if err != nil {
			t.Fatal(err)
		}
		voice, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		var file bytes.Buffer
		if err := workbook.Write(&file, sets[0], workbook.Order{Year: 2017, Lang: lang, Filling: filling, Say: voice.Say}); err != nil {
			t.Fatal(err)
		}
		draft, findings, err := workbook.Read(context.Background(), "demo.xlsx", bytes.NewReader(file.Bytes()), int64(file.Len()), sets)
		if err != nil {
			t.Fatal(err)
		}
		if c := draft.Counts; c.Read != c.Used+c.Form+c.Unused || c.Unused != 0 || c.Used == 0 {
			t.Errorf("%s: counts do not add up: %+v", lang, c)
		}
		for _, f := range findings {
			t.Errorf("%s: %+v", lang, f)
		}
		out := check.Run(draft, findings, check.Options{})
		if got := out.Ledger.Bridge.Reallocable.String(); got != "884020.00" {
			t.Errorf("%s: reallocatable %s", lang, got)
		}
		for _, f := range out.Findings {
			t.Logf("%s %s %s %s %s %v", lang, f.Severity.Letter(), f.Rule, f.Variant, f.Place, f.Args)
			if f.Severity == report.Error {
				t.Errorf("%s: the demo has an error: %s %s", lang, f.Rule, f.Place)
			}
		}
	}
}
