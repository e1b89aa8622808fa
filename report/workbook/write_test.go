package workbook_test

import (
	"bytes"
	"testing"

	"gevinst/report"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
)

func TestSameOrderSameBytes(t *testing.T) {
	first, second := blank(t), blank(t)
	if !bytes.Equal(first, second) {
		t.Error("two workbooks from one order differ")
	}
}

func blank(t *testing.T) []byte {
	t.Helper()
	return booktest.Write(t, workbook.Order{Year: 2017, OrgNr: "123456785", Lang: report.NB})
}
