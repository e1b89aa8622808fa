package batch_test

import (
	"bytes"
	"slices"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/report/workbook"
)

// TestAReportIsToldInAnotherLanguage writes the reports of cases in bokmål and tells them
// in English: figures, operands and findings are to say what the English report says.
func TestAReportIsToldInAnotherLanguage(t *testing.T) {
	scenes, err := fixtures.Scenes()
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, s := range scenes {
		if !slices.Contains([]string{"B-002", "G-013", "G-017", "O-004", "T-005", "V-001"}, s.Rule) {
			continue
		}
		book, err := fixtures.Workbook(newest(t), s.Patch)
		if err != nil {
			t.Fatal(err)
		}
		draft, found, err := workbook.Read(t.Context(), "x.xlsx", bytes.NewReader(book), int64(len(book)), []*report.Spec{newest(t)})
		if err != nil {
			t.Fatal(err)
		}
		outcome := check.Run(draft, found, check.Options{})
		told += toldInEnglish(t, s.Rule+" "+s.Name, outcome)
	}
	if told < 20 {
		t.Errorf("only %d findings were told", told)
	}
}

// toldInEnglish compares the report in bokmål, told in English, with the one in English.
func toldInEnglish(t *testing.T, name string, o *check.Outcome) int {
	t.Helper()
	voice, err := text.For(report.EN)
	if err != nil {
		t.Fatal(err)
	}
	nb, en := documentIn(t, o, report.NB), documentIn(t, o, report.EN)
	again := batch.Retold(nb, voice)
	for i, e := range again.Entries {
		want := en.Entries[i]
		for j, in := range want.Inputs {
			if e.Inputs[j].Name != in.Name {
				t.Errorf("%s: %s of %s is told as %q", name, in.Operand, e.Key, e.Inputs[j].Name)
			}
		}
		if e.Name != want.Name || e.Words != want.Words {
			t.Errorf("%s: %s is told as %q of %q", name, e.Key, e.Name, e.Words)
		}
	}
	for i, f := range again.Findings {
		if want := en.Findings[i]; f.Sentence != want.Sentence || f.Remedy != want.Remedy {
			t.Errorf("%s: %s is told as\n%q, not\n%q", name, f.Rule, f.Sentence, want.Sentence)
		}
	}
	if len(nb.Entries) > 0 && nb.Entries[0].Name == again.Entries[0].Name {
		t.Errorf("%s: the report itself was told", name)
	}
	return len(again.Findings)
}

// TestWhatCannotBeSaidAgainStays has a finding whose sentence its arguments do not give,
// and a figure and a formula of another version.
func TestWhatCannotBeSaidAgainStays(t *testing.T) {
	voice, err := text.For(report.EN)
	if err != nil {
		t.Fatal(err)
	}
	d := &batch.Document{Language: report.NB,
		Entries:  []batch.Entry{{Key: "gevinst/G1/nytt_tall", Name: "Nytt tall", Formula: "ny", Words: "ny formel"}},
		Findings: []batch.FindingLine{{Rule: "G-013", Sentence: "Noe som denne utgaven ikke sier.", Remedy: "Rett det."}}}
	told := batch.Retold(d, voice)
	if told.Entries[0].Name != "Nytt tall" || told.Entries[0].Words != "ny formel" || told.Findings[0].Sentence != d.Findings[0].Sentence {
		t.Errorf("told as %+v", told)
	}
}

// documentIn is a report as a program reads it.
func documentIn(t *testing.T, o *check.Outcome, lang report.Lang) *batch.Document {
	t.Helper()
	voice, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := batch.WriteJSON(&b, batch.DocumentOf(o, batch.Telling{Version: "test", Status: batch.Draft, Voice: voice})); err != nil {
		t.Fatal(err)
	}
	d, err := batch.ReadDocument(&b)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
