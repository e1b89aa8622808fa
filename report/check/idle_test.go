package check

import (
	"maps"
	"slices"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
)

// TestIdleOperandsEnterNoFigure changes each operand of a gain, of every class, method
// and duration. A figure changes exactly where the operand is said to be used.
func TestIdleOperandsEnterNoFigure(t *testing.T) {
	spec, _ := example(t)
	seen := map[bool]int{}
	for _, class := range spec.Codes["gevinstklasse"] {
		for _, method := range spec.Codes["metode"] {
			for _, duration := range spec.Codes["varighet"] {
				full := report.Record{"gevinst_id": "X", "tiltak_id": "T2", "gevinstklasse": class.Value, "metode": method.Value, "varighet": duration.Value,
					"prisaar": "2016", "volum": "600", "enhet_for_min": "30", "enhet_etter_min": "20", "timekostnad_kr": "500", "kostnad_for_kr": "9000",
					"kostnad_etter_kr": "4000", "belop_kr": "7000", "uttaksgrad_pst": "80", "varig_driftskostnad_kr": "100", "helaarseffekt_kr": "8000",
					"foert_tidligere_kr": "50", "maalt_dato": "2017-12-31", "maalt_kilde": "Regnskapet"}
				was := judged(t, spec, full)
				c := newCase(was.Submission, was.Ledger, Options{})
				for _, o := range c.operands(&was.Submission.Gains[len(was.Submission.Gains)-1]) {
					if !o.at.OK() {
						continue // the plan and what is printed in words enter no figure
					}
					other := maps.Clone(full)
					other[o.column] = map[bool]string{true: "2015", false: "33"}[o.column == "prisaar"]
					is := judged(t, spec, other)
					if changed := !slices.Equal(figures(was), figures(is)); changed != o.used {
						t.Errorf("%s %s %s: %s is used: %v, a figure changes with it: %v", class.Value, method.Value, duration.Value, o.column, o.used, changed)
					}
					seen[o.used]++
				}
			}
		}
	}
	if seen[true] < 50 || seen[false] < 50 {
		t.Errorf("only %v operands were changed", seen)
	}
}

// judged checks the example with one gain more.
func judged(t *testing.T, spec *report.Spec, gain report.Record) *Outcome {
	t.Helper()
	_, filling := example(t)
	filling["gevinster"] = append(filling["gevinster"], gain)
	filling["prisindeks"] = append(filling["prisindeks"], report.Record{"aar": "2015", "indeks": "98"})
	return Run(fixtures.Draft(spec, filling), nil, Options{})
}

// figures is every amount that the ledger derives, by name.
func figures(o *Outcome) []string {
	var all []string
	for e := range o.Ledger.Entries() {
		all = append(all, e.Key+" "+e.Amount.String())
	}
	return all
}

// TestIdleCellsAreNotCountedAsUsed holds what is said of the cells to the findings.
func TestIdleCellsAreNotCountedAsUsed(t *testing.T) {
	spec, filling := example(t)
	filling["gevinster"][4]["volum"], filling["gevinster"][4]["timekostnad_kr"] = "12", "480"
	filling["tiltak"][1]["medfin_tilsagn_kr"] = "1000"
	draft := fixtures.Draft(spec, filling)
	draft.Counts = report.Counts{Read: 100, Used: 90, Form: 10}
	out := Run(draft, nil, Options{})
	if is := out.Submission.Counts; is.Used != 87 || is.Unused != 3 || is.Read != 100 {
		t.Errorf("the cells are counted as %+v", is)
	}
	for _, f := range out.Findings {
		if f.Rule == "G-017" && (len(f.More) != 1 || len(f.Args) != 4) {
			t.Errorf("the finding does not name both cells: %+v", f)
		}
	}
}
