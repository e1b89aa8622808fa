package report_test

import (
	"testing"

	"gevinst/report"
)

// TestRefIsReadAsWritten: the last cell that Excel has, and those where a letter is added.
func TestRefIsReadAsWritten(t *testing.T) {
	for _, p := range []report.Place{{Row: 1, Col: 1}, {Row: 12, Col: 26}, {Row: 5, Col: 27}, {Row: 99, Col: 702}, {Row: 7, Col: 703}, {Row: 1_048_576, Col: 16_384}} {
		if row, col := report.ParseRef(p.Ref()); row != p.Row || col != p.Col {
			t.Errorf("%s is read as row %d, column %d", p.Ref(), row, col)
		}
	}
	if row, col := report.ParseRef(""); row != 0 || col != 0 {
		t.Errorf("nothing is read as row %d, column %d", row, col)
	}
}
