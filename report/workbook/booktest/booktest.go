// Package booktest writes the example agency's workbook for tests.
package booktest

import (
	"bytes"
	"testing"

	"gevinst/report"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/templates"
)

// Demo is the example agency's workbook, changed by patch before it is written
// (nil changes nothing). The order's language is bokmål where it says none; its
// filling and words are set here.
func Demo(t testing.TB, o workbook.Order, patch func(report.Filling)) []byte {
	t.Helper()
	if o.Lang == "" {
		o.Lang = report.NB
	}
	filling, err := templates.Demo(Newest(t).Set, o.Lang)
	if err != nil {
		t.Fatal(err)
	}
	if patch != nil {
		patch(filling)
	}
	o.Filling = filling
	return Write(t, o)
}

// Write is a workbook of the newest requirement set, in the words of its language.
func Write(t testing.TB, o workbook.Order) []byte {
	t.Helper()
	voice, err := text.For(o.Lang)
	if err != nil {
		t.Fatal(err)
	}
	o.Say = voice.Say
	var b bytes.Buffer
	if err := workbook.Write(&b, Newest(t), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Newest is the newest requirement set.
func Newest(t testing.TB) *report.Spec {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	return sets[0]
}
