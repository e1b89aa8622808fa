package csv_test

import (
	stdcsv "encoding/csv"
	"strings"
	"testing"

	"gevinst/report/csv"
)

// A cell neither runs in a spreadsheet nor steers the terminal it is printed on.
func TestNothingRunsAsAFormula(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1":                  "'=1+1",
		"+47 22 00 00 00":       "'+47 22 00 00 00",
		"-2+3":                  "'-2+3",
		"-":                     "'-",
		"--1":                   "'--1",
		"-1,":                   "'-1,",
		"-1,2,3":                "'-1,2,3",
		"-1e5":                  "'-1e5",
		"@SUM(A1)":              "'@SUM(A1)",
		"\t=1":                  "'\t=1",
		"\r=1":                  "'\n=1",
		"\n=1":                  "'\n=1",
		"＝1+1":                  "'＝1+1",
		"-1174020,00":           "-1174020,00",
		"-12.5":                 "-12.5",
		"884020":                "884020",
		"":                      "",
		"linje 1\r\nlinje 2\rx": "linje 1\nlinje 2\nx",
		"én = to":               "én = to",
		"\x1b[31mrød":           "\ufffd[31mrød",
		"a\u202eb":              "a\ufffdb",
	} {
		if got := csv.Harmless(cell); got != want {
			t.Errorf("%q became %q, not %q", cell, got, want)
		}
	}
}

func TestRowsComeBack(t *testing.T) {
	rows := [][]string{{"navn", "beløp"}, {"a;b \"c\"\nd", "-1,50"}, {"", "'x"}}
	var b strings.Builder
	w := csv.NewWriter(&b)
	for _, row := range rows {
		w.Write(row)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(b.String(), "\ufeff")
	if !marked || strings.Count(text, "\r\n") != 4 {
		t.Errorf("no byte order mark, or other line ends: %q", b.String())
	}
	r := stdcsv.NewReader(strings.NewReader(text))
	r.Comma = ';'
	back, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, cell := range row {
			if back[i][j] != cell {
				t.Errorf("%q came back as %q", cell, back[i][j])
			}
		}
	}
}
