package check

import (
	"slices"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
)

// TestCauseBeforeConsequence: an amount in thousands is only asked about, and an officer
// who reads from the top sees it before the errors that it leads to.
func TestCauseBeforeConsequence(t *testing.T) {
	for column, c := range map[string]struct{ literal, want string }{
		"belop_kr":       {"620", "W N-004"},
		"uttaksgrad_pst": {"1", "E G-008"},
	} {
		spec, filling := example(t)
		for _, g := range filling["gevinster"] {
			if g["gevinst_id"] == "G5" {
				g[column], g["avvik_forklaring"] = c.literal, ""
			}
		}
		var got []string
		for _, f := range Run(fixtures.Draft(spec, filling), nil, Options{}).Findings {
			got = append(got, f.Severity.Letter()+" "+f.Rule)
		}
		first := slices.IndexFunc(got, func(f string) bool { return f == "E G-009" || f == "E O-001" })
		if cause := slices.Index(got, c.want); cause < 0 || first < cause {
			t.Errorf("%s = %s is told as %v; its cause is %s", column, c.literal, got, c.want)
		}
	}
}

// TestAnEmptyWorkbookIsJudged: no measure, no gain and no year are findings, and not the
// end of the program.
func TestAnEmptyWorkbookIsJudged(t *testing.T) {
	spec, _ := example(t)
	for _, f := range Run(fixtures.Draft(spec, report.Filling{}), nil, Options{}).Findings {
		if f.Rule == "T-004" {
			t.Error("that no measure is digital is said of no measures")
		}
	}
}

// TestTheFirstOfTwoMeasuresCounts: what refers to an id means the first measure that has
// it, and nothing means one that has none.
func TestTheFirstOfTwoMeasuresCounts(t *testing.T) {
	var sub report.Submission
	measure := func(id, status string) report.Measure {
		m := report.Measure{Status: known(report.At{}, status)}
		if id != "" {
			m.ID = known(report.At{}, id)
		}
		return m
	}
	sub.Measures = []report.Measure{measure("T1", "IVERKSATT"), measure("T1", "PLANLAGT"), measure("", "STANSET")}
	c := newCase(&sub, nil, Options{})
	if len(c.measures) != 1 || c.measures["T1"] != &sub.Measures[0] {
		t.Errorf("the measures are %v", c.measures)
	}
	if got := statuses(sub.Measures); len(got) != 1 || got["T1"] != "IVERKSATT" {
		t.Errorf("the statuses are %v", got)
	}
}

// TestFindingsStandTogether: the same sentence in one column is said once, with all its
// cells; another sentence only joins them in a crowd of more than twenty.
func TestFindingsStandTogether(t *testing.T) {
	at := func(row int, args ...report.Arg) report.Finding {
		return report.Finding{Rule: "G-012", Severity: report.Warning, Place: report.Place{Sheet: "Gevinster", Row: row, Col: 3}, Args: args}
	}
	say := func(name string, value any) report.Arg { return report.Arg{Name: name, Value: value} }
	words := report.Words{NB: "Volum", NN: "Volum", EN: "Volume"}
	for _, c := range []struct {
		a, b     []report.Arg
		together bool
	}{
		{nil, nil, true},
		{[]report.Arg{say("x", "1")}, []report.Arg{say("x", "1")}, true},
		{[]report.Arg{say("x", "1")}, []report.Arg{say("x", "2")}, false},
		{[]report.Arg{say("x", "1")}, []report.Arg{say("y", "1")}, false},
		{[]report.Arg{say("x", "1")}, []report.Arg{say("x", words)}, false},
		{[]report.Arg{say("x", words)}, []report.Arg{say("x", words)}, true},
		{[]report.Arg{say("x", words)}, []report.Arg{say("y", words)}, false},
		{[]report.Arg{say("x", words)}, []report.Arg{say("x", report.Words{NB: "Kostnad"})}, false},
		{[]report.Arg{say("x", words)}, []report.Arg{say("x", "Volum")}, false},
		{[]report.Arg{say("x", 1)}, []report.Arg{say("x", 1)}, false},
		{[]report.Arg{say("x", "1")}, nil, false},
	} {
		got := group([]report.Finding{at(5, c.a...), at(6, c.b...)})
		if together := len(got) == 1 && len(got[0].More) == 1 && got[0].More[0].Row == 6; together != c.together || !together && len(got) != 2 {
			t.Errorf("%v and %v: %v", c.a, c.b, got)
		}
	}
	for n, lines := range map[int]int{20: 20, 21: 1} {
		var all []report.Finding
		for i := range n {
			all = append(all, at(5+i, say("x", i)))
		}
		if got := group(all); len(got) != lines || lines == 1 && len(got[0].More) != n-1 {
			t.Errorf("%d findings that differ are %d lines", n, len(got))
		}
	}
	nowhere := report.Finding{Rule: "T-001", Place: report.Place{Sheet: "Gevinster"}}
	if got := group([]report.Finding{nowhere, nowhere}); len(got) != 2 {
		t.Errorf("findings without a cell are grouped: %v", got)
	}
}

// TestACauseAloneStandsWhereItIs: a question about a cell that leads to no error stands
// below the errors, and what blocks stands first.
func TestACauseAloneStandsWhereItIs(t *testing.T) {
	place := report.Place{Sheet: "Gevinster", Row: 5, Col: 3}
	asks := report.Finding{Rule: "N-004", Severity: report.Warning, Place: place}
	causes := map[cause]bool{{"N-004", place}: true}
	for rule, first := range map[string]string{"V-007": "V-007", "G-009": "N-004", "O-001": "N-004", "O-006": "N-004"} {
		blocks := report.Finding{Rule: rule, Severity: report.Error, Place: report.Place{Sheet: "Gevinster", Row: 9, Col: 9}}
		got := tidy([]report.Finding{asks, blocks}, &report.Submission{}, causes)
		if got[0].Rule != first {
			t.Errorf("with %s, %s stands first", rule, got[0].Rule)
		}
		if got := tidy([]report.Finding{asks, blocks}, &report.Submission{}, nil); got[0].Rule != rule {
			t.Errorf("without a cause, %s stands before %s", got[0].Rule, rule)
		}
	}
}
