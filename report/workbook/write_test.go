package workbook_test

import (
	"bytes"
	"testing"

	"gevinst/report"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/templates"
)

func TestSameOrderSameBytes(t *testing.T) {
	first, second := blank(t), blank(t)
	if !bytes.Equal(first, second) {
		t.Error("two workbooks from one order differ")
	}
}

func blank(t *testing.T) []byte {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := workbook.Write(&b, sets[0], workbook.Order{Year: 2017, OrgNr: "123456785", Lang: report.NB, Say: voice.Say}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
