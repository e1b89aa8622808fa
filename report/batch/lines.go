package batch

import (
	"gevinst/report"
	"gevinst/report/check"
	"gevinst/report/text"
)

// FindingLines are findings as a Document has them.
func FindingLines(found []report.Finding, v *text.Voice) []FindingLine {
	lines := make([]FindingLine, 0, len(found))
	for _, f := range found {
		lines = append(lines, findingLine(f, v))
	}
	return lines
}

// RuleLine is a rule of the catalogue in words.
type RuleLine struct {
	ID       string     `json:"id"`
	Severity string     `json:"severity"` // E, W or I: the highest that it gives
	Checks   string     `json:"checks"`
	Since    int        `json:"since"` // first report year
	Source   SourceFact `json:"source"`
}

// Rules is the catalogue of a requirement set, in the order of its findings. With
// a ministry's profile common rules have the weight that it gives them, and its
// own rules come last.
func Rules(spec *report.Spec, p *report.Profile, v *text.Voice) []RuleLine {
	under, raised := spec.Under(p, ""), map[string]report.Severity{}
	if p != nil {
		for _, r := range p.Raised {
			raised[r.Rule] = r.Severity
		}
	}
	var lines []RuleLine
	for _, r := range check.Rules() {
		fact := spec.Rules[r.ID]
		lines = append(lines, RuleLine{r.ID, max(r.Severity, raised[r.ID]).Letter(), v.Rule(r.ID), fact.Since, sourceFact(spec, fact.Source)})
	}
	if p == nil {
		return lines
	}
	for _, r := range p.Rules {
		lines = append(lines, RuleLine{r.ID, r.Severity.Letter(), r.Message.In(v.Lang()), spec.AppliesFrom, sourceFact(under, report.MinistrySource)})
	}
	return lines
}
