package check

import (
	"slices"
	"strings"
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

// TestCellsThatAreNoNumber puts what a spreadsheet may hold into the amount of a gain, into
// the price year, and into words that are free: each is found with its variant and nothing
// else is said of the cell.
func TestCellsThatAreNoNumber(t *testing.T) {
	formula := "1+1"
	for _, c := range []struct {
		column string
		cell   report.Cell
		want   string
	}{
		{"belop_kr", report.Cell{Raw: "#REF!", Kind: report.ErrorValue}, "E N-002.error"},
		{"belop_kr", report.Cell{Raw: "", Kind: report.NoCache}, "E N-002.nocache"},
		{"belop_kr", report.Cell{Raw: "620000", Kind: report.Number, Formula: &formula}, "W N-002.formula"},
		{"belop_kr", report.Cell{Raw: "1", Kind: report.Bool}, "E V-011.number"},
		{"belop_kr", report.Cell{Raw: "2017-01-01", Kind: report.ISODate}, "E V-011.number"},
		{"belop_kr", report.Cell{Raw: "43000", Kind: report.Number, Shown: report.Dated}, "E V-011.number_date"},
		{"belop_kr", report.Cell{Raw: "6200", Kind: report.Number, Shown: report.Percent}, "E N-005.amount"},
		{"belop_kr", report.Cell{Raw: "620000x", Kind: report.Number}, "E V-011.number"},
		{"belop_kr", report.Cell{Raw: "1E+31", Kind: report.Number}, "E V-011.size"},
		{"belop_kr", report.Cell{Raw: "620 000", Kind: report.Text}, "E N-001"},
		{"belop_kr", report.Cell{Raw: "620.000", Kind: report.Text}, "E N-001.ambiguous"},
		{"belop_kr", report.Cell{Raw: "80 %", Kind: report.Text}, "E N-001.words"},
		{"maalt_dato", report.Cell{Raw: "1", Kind: report.Bool}, "E V-011.date"},
		{"belop_kr", report.Cell{Raw: "620000.005", Kind: report.Number}, "I N-003"},
		{"uttaksgrad_pst", report.Cell{Raw: "1", Kind: report.Number, Shown: report.Percent}, "E N-005"},
		{"uttaksgrad_pst", report.Cell{Raw: "100 %", Kind: report.Text}, "E N-001"},
		{"prisaar", report.Cell{Raw: "2016", Kind: report.Bool}, "E V-011.value"},
		{"prisaar", report.Cell{Raw: "2016", Kind: report.Number, Shown: report.Dated}, "E V-011.value"},
		{"prisaar", report.Cell{Raw: "2016", Kind: report.Number, Shown: report.Percent}, "E N-005.amount"},
		{"prisaar", report.Cell{Raw: "2016.5", Kind: report.Number}, "E V-011.value"},
		{"prisaar", report.Cell{Raw: "i fjor", Kind: report.Text}, "E V-011.value"},
		{"prisaar", report.Cell{Raw: "1899", Kind: report.Number}, "E V-011.value"},
		{"prisaar", report.Cell{Raw: "2201", Kind: report.Number}, "E V-011.value"},
		{"kvalitet_etter", report.Cell{Raw: "43000", Kind: report.Number, Shown: report.Dated}, "E V-011.words_date"},
		{"kvalitet_etter", report.Cell{Raw: "0.5", Kind: report.Number, Shown: report.Percent}, "E N-005.text"},
		{"kvalitet_etter", report.Cell{Raw: "#N/A", Kind: report.ErrorValue}, "E N-002.error"},
	} {
		spec, filling := example(t)
		draft := fixtures.Draft(spec, filling)
		s := draft.Sheet("gevinster")
		row := &s.Rows[slices.IndexFunc(filling["gevinster"], func(g report.Record) bool { return g["gevinst_id"] == "G5" })]
		var at report.Place
		for _, col := range s.Columns {
			if col.Key == c.column {
				c.cell.Row, c.cell.Col = uint32(row.Number), uint16(col.Col)
				put(row, c.cell)
				at = report.Place{Sheet: "Gevinster", Row: row.Number, Col: col.Col}
			}
		}
		var got []string
		for _, f := range Run(draft, nil, Options{}).Findings {
			if f.Place.Row == at.Row && f.Place.Col == at.Col && f.Place.Sheet == at.Sheet && slices.Contains([]string{"N-001", "N-002", "N-003", "N-005", "V-011"}, f.Rule) {
				got = append(got, strings.TrimSuffix(f.Severity.Letter()+" "+f.Rule+"."+f.Variant, "."))
			}
		}
		if !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s %+v: %v, want %s", c.column, c.cell, got, c.want)
		}
	}
}

// TestWhatALiteralStandsFor: fifteen digits, as Excel has it, and nothing beyond all sums.
func TestWhatALiteralStandsFor(t *testing.T) {
	const none = "none"
	for raw, want := range map[string]string{
		"78.459999999999994": "78.46", "0.1": "0.1", "-2.5E-3": "-0.0025", "123456789012345678": "123456789012346000", "123456789012344.5": "123456789012345",
		"1E+29": "100000000000000000000000000000", "1E+30": none, "1E+31": none, "1234567890123456789012345678901": none,
		"1E-59": "0.00000000000000000000000000000000000000000000000000000000001", "1E-60": none, "1E-401": none, "tolv": none, "": none,
		"0.00000000000000000000000000000000000000000000000000000000000001": none, "0.000000000000000000000000000000000000000000000000000000000000001": none,
	} {
		got := none
		if d, ok := normal(raw); ok {
			got = d.String()
		}
		if got != want {
			t.Errorf("%s stands for %s, want %s", raw, got, want)
		}
	}
}

// TestTheLastYearThatIsOne: a year is taken up to its bounds, which are years as well.
func TestTheLastYearThatIsOne(t *testing.T) {
	spec, filling := example(t)
	for raw, ok := range map[string]bool{"1899": false, "1900": true, "2200": true, "2201": false} {
		filling["gevinster"][0]["prisaar"] = raw
		if got := Run(fixtures.Draft(spec, filling), nil, Options{}).Submission.Gains[0].PriceYear; got.OK() != ok {
			t.Errorf("%s is taken as a year: %v", raw, got.OK())
		}
	}
}

// TestALongTextIsCutShort: what is told of a cell has sixty letters, and says where it goes on.
func TestALongTextIsCutShort(t *testing.T) {
	whole := strings.Repeat("å", 60)
	if got := shorten(whole); got != whole {
		t.Errorf("sixty letters are cut to %q", got)
	}
	if got := shorten(whole + "å"); got != whole+"…" {
		t.Errorf("sixty-one letters are %q", got)
	}
}
