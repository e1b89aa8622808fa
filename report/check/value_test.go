package check

import (
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
)

// TestNumberInAFieldOfWords: what a program stores of 0.92 is not what anybody typed,
// and an identifier stays as it stands.
func TestNumberInAFieldOfWords(t *testing.T) {
	spec, filling := example(t)
	for raw, want := range map[string]string{"0.91999999999999993": "0.92", "1.5E+3": "1500", "66": "66"} {
		draft := fixtures.Draft(spec, filling)
		s := draft.Sheet("gevinster")
		for _, c := range s.Columns {
			if c.Key == "kvalitet_etter" {
				put(&s.Rows[1], report.Cell{Raw: raw, Kind: report.Number, Row: uint32(s.Rows[1].Number), Col: uint16(c.Col)})
			}
		}
		if got := Run(draft, nil, Options{}).Submission.Gains[1].QualityAfter; got.Value != want {
			t.Errorf("%s is read as %q, want %q", raw, got.Value, want)
		}
	}
}
