package check

import (
	"slices"

	"gevinst/report"
)

// A root cause that blocks and has no end of consequences is told alone: findings that would
// be gone with it only hide it. The sentence of each cause says that they were left out, and
// they come back when it is mended, where they are true.

// withoutYear are the rules that say nothing where the report year is another's.
var withoutYear = []string{"V-003.earlier", "V-003.later", "N-004.abe_cut", "N-004.abe_base", "T-006", "T-008", "G-010", "G-012.moved", "G-014", "G-018",
	"B-001", "B-002", "B-003", "O-001", "O-002", "O-005", "O-006", "R-003"}

// withoutSheet are the rules that say nothing where a sheet is missing, by its key.
var withoutSheet = map[string][]string{
	"virksomhet":       {"V-007.told", "T-001", "T-002", "O-002", "R-003"},
	"bevilgning":       {"B-002", "O-002", "O-005"},
	"tiltak":           {"T-001", "T-002", "T-005.unknown", "B-001", "O-001", "O-002", "O-005", "O-006"},
	"gevinster":        {"T-008", "G-001", "G-008", "G-010", "G-012", "B-001", "B-002", "O-001", "O-002", "O-005", "O-006"},
	"engangskostnader": {"T-008", "O-002"},
	"budsjettuttak":    {"B-001", "B-002", "O-002"},
	"omdisponering":    {"G-008.all", "O-002"},
	"tjenester":        {"T-005.unknown"},
	"planer":           {"T-005.unknown"},
	"prisindeks":       {"G-014"},
	"departementskrav": {"R-002", "R-004"},
	"kravtabeller":     {"R-002", "R-004"},
}

// dropConsequences leaves out what follows from a root cause that the reader or a rule found.
func (c *Case) dropConsequences(already []report.Finding) {
	var follow []string
	if c.asked("V-003", "unlike") {
		follow = append(follow, withoutYear...)
	}
	for _, f := range already {
		if f.Rule == "V-001" && slices.Contains([]string{"sheet", "sheet_near", "headings"}, f.Variant) {
			follow = append(follow, withoutSheet[c.sheetOf(f)]...)
		}
	}
	if len(follow) > 0 {
		c.findings = slices.DeleteFunc(c.findings, func(f report.Finding) bool {
			return slices.Contains(follow, f.Rule) || slices.Contains(follow, f.Rule+"."+f.Variant)
		})
	}
}

// sheetOf is the key of the sheet that a finding of the reader names, by the form's name for
// it or by the file's.
func (c *Case) sheetOf(f report.Finding) string {
	for i := range c.Spec.Sheets {
		for _, a := range f.Args {
			if a.Name == "ark" && (a.Value == c.Spec.Sheets[i].Name || a.Value == c.Sub.SheetNames[i]) {
				return c.Spec.Sheets[i].Key
			}
		}
	}
	return ""
}
