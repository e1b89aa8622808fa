package check

import (
	"slices"
	"testing"

	"gevinst/fixtures"
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
