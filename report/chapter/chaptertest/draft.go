// Package chaptertest makes whole sections for the tests of what renders them.
//
// A filling becomes a draft without a file between, so that a test of a page
// needs no Excel; from there on everything is the real pipeline.
package chaptertest

import (
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/templates"
)

// Demo is the section of the example agency, as issued.
func Demo(t testing.TB, lang report.Lang) *chapter.Chapter {
	t.Helper()
	in := Input(t, lang, DemoFilling(t, lang))
	in.Final, in.Words = true, lang
	return chapter.Compose(in)
}

// DemoFilling is the example agency's workbook before it is a file.
func DemoFilling(t testing.TB, lang report.Lang) report.Filling {
	t.Helper()
	filling, err := templates.Demo(spec(t).Set, lang)
	if err != nil {
		t.Fatal(err)
	}
	return filling
}

// Input takes a filling through check and ledger to what Compose needs.
func Input(t testing.TB, lang report.Lang, filling report.Filling) chapter.Input {
	t.Helper()
	voice, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	return InputBy(voice, spec(t), filling)
}

// InputBy is Input for who has the voice and the requirement set at hand.
func InputBy(voice *text.Voice, set *report.Spec, filling report.Filling) chapter.Input {
	out := check.Run(fixtures.Draft(set, filling), nil, check.Options{})
	in := chapter.Input{Ledger: out.Ledger, Voice: voice}
	for _, f := range out.Findings {
		sentence, _ := voice.Finding(f)
		in.Remarks = append(in.Remarks, chapter.Remark{Finding: f, Sentence: sentence})
	}
	return in
}

func spec(t testing.TB) *report.Spec {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	return sets[0]
}
