package check

import (
	"strings"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
)

// FuzzNumber holds two promises: a literal that is taken as a number has one
// meaning, and a text that is suggested as one reads back as the same number.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"1234.5", "78.459999999999994", "1e3", "-0", "1.234", "1,234", "1 234,50", "kr 500,-", "−12", "1'234.00", "1.234.567,89", ",5", "5,", "1e400", "0x10", "NaN", "٣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := normal(s); ok {
			again, ok := normal(d.String())
			if !ok || !again.Equal(d) {
				t.Errorf("%q is %s, which reads as %s", s, d, again)
			}
		}
		meaning, k := readTextNumber(s)
		if meaning != oneMeaning {
			return
		}
		if m, again := readTextNumber(strings.Replace(k.Decimal().String(), ".", ",", 1)); m == oneMeaning && again.Cmp(k) != 0 {
			t.Errorf("%q suggests %s, which reads as %s", s, k, again)
		}
	})
}

// FuzzRun puts anything into any cell of the example: no panic, every finding in
// its catalogue, and no amount computed from a cell that was refused.
func FuzzRun(f *testing.F) {
	spec, filling := example(f)
	known := map[string]bool{}
	for _, r := range Rules() {
		known[r.ID] = true
	}
	f.Add(uint8(4), uint8(0), uint8(18), uint8(2), uint8(0), "620000")
	f.Add(uint8(1), uint8(0), uint8(4), uint8(3), uint8(0), "tjuesytten")
	f.Add(uint8(3), uint8(2), uint8(9), uint8(2), uint8(1), "60")
	f.Fuzz(func(t *testing.T, sheet, row, col, kind, shown uint8, raw string) {
		draft := fixtures.Draft(spec, filling)
		s := draft.Sheets[int(sheet)%len(draft.Sheets)]
		r := &s.Rows[int(row)%len(s.Rows)]
		at := s.Columns[int(col)%len(s.Columns)]
		cell := report.Cell{Raw: raw, Kind: report.CellKind(kind % 8), Shown: report.NumberFormat(shown % 3), Row: uint32(max(at.Row, r.Number)), Col: uint16(at.Col)}
		put(r, cell)
		out := Run(draft, nil, Options{Final: kind&8 != 0})
		for _, f := range out.Findings {
			if !known[f.Rule] {
				t.Errorf("unknown rule %q", f.Rule)
			}
		}
		if len(out.Ledger.Incomplete) > 0 && !out.Blocks() {
			t.Errorf("the ledger lacks %v and nothing blocks the report", out.Ledger.Incomplete)
		}
	})
}

// put replaces the cell at its place, or adds it.
func put(r *report.Row, c report.Cell) {
	for i := range r.Cells {
		if r.Cells[i].Row == c.Row && r.Cells[i].Col == c.Col {
			r.Cells[i] = c
			return
		}
	}
	r.Cells = append(r.Cells, c)
}
