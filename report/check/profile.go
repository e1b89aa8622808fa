package check

import "gevinst/report"

// under is the draft with the set as the ministry's profile has it for the
// agency that the workbook names, and the ministry's own rules for that agency.
// The caller's draft is left as it is.
func under(draft *report.Draft, p *report.Profile) (*report.Draft, []report.OwnRule) {
	if p == nil {
		return draft, nil
	}
	group := p.Group(orgnrOf(draft))
	ordered := *draft
	ordered.Spec = draft.Spec.Under(p, group)
	var own []report.OwnRule
	for _, rule := range p.Rules {
		if report.Concerns(rule.Groups, group) {
			own = append(own, rule)
		}
	}
	return &ordered, own
}

// orgnrOf is the organisation number that a workbook states, "" where it states
// none. What is wrong with it is found when the sheet is read.
func orgnrOf(draft *report.Draft) string {
	p := &parser{draft: draft}
	r, rows := p.sheet("virksomhet")
	if r == nil || len(rows) == 0 {
		return ""
	}
	r.at(rows[0])
	return r.orgnr("orgnr", "V-002").Value
}

// raise gives the findings of common rules the weight that the profile asks for.
// It never takes weight from one.
func raise(findings []report.Finding, p *report.Profile) {
	if p == nil {
		return
	}
	least := map[string]report.Severity{}
	for _, r := range p.Raised {
		least[r.Rule] = r.Severity
	}
	for i := range findings {
		f := &findings[i]
		f.Severity = max(f.Severity, least[f.Rule])
	}
}
