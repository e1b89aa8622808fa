package check

import (
	"cmp"
	"slices"

	"gevinst/report"
	"gevinst/report/ledger"
)

// Run says what the cells of a workbook mean and judges what they say. It never
// stops at a finding. Already holds what the reader found; it is sorted in.
func Run(draft *report.Draft, already []report.Finding, o Options) *Outcome {
	draft, own := under(draft, o.Profile)
	sub, findings := parse(draft, own)
	led := ledger.Compute(sub)
	c := newCase(sub, led, o)
	for _, rule := range Rules() {
		if rule.Find != nil {
			rule.Find(c)
		}
	}
	c.plannedAfterwards()
	c.dropConsequences(already)
	findings = append(findings, already...)
	findings = append(findings, c.findings...)
	raise(findings, o.Profile)
	return &Outcome{Submission: sub, Ledger: led, Findings: tidy(findings, sub, c.causes)}
}

// tidy groups findings that are alike and sorts them: what blocks first, root
// causes before their consequences, then as in the workbook. A question about the very
// cell that makes an amount wrong stands among the errors that the amount leads to.
func tidy(findings []report.Finding, sub *report.Submission, causes map[cause]bool) []report.Finding {
	led := slices.ContainsFunc(findings, func(f report.Finding) bool {
		return f.Severity == report.Error && slices.Contains([]string{"G-009", "O-001", "O-006"}, f.Rule)
	})
	weight := func(f report.Finding) report.Severity {
		if led && causes[cause{f.Rule, f.Place}] {
			return report.Error
		}
		return f.Severity
	}
	ranks := map[string]int{} // none: a ministry's own rules come last
	for i, r := range Rules() {
		ranks[r.ID] = i - len(Rules())
	}
	sheets := map[string]int{}
	for i, name := range sub.SheetNames {
		sheets[name] = i + 1
	}
	slices.SortStableFunc(findings, func(a, b report.Finding) int {
		return cmp.Or(
			-cmp.Compare(weight(a), weight(b)),
			cmp.Compare(ranks[a.Rule], ranks[b.Rule]),
			cmp.Compare(a.Variant, b.Variant),
			cmp.Compare(sheets[a.Place.Sheet], sheets[b.Place.Sheet]),
			cmp.Compare(a.Place.Row, b.Place.Row),
			cmp.Compare(a.Place.Col, b.Place.Col),
		)
	})
	return group(findings)
}

// crowd is how many findings of one rule in one column are shown one by one
// where they differ in what was found.
const crowd = 20

type likeness struct {
	rule, variant, sheet string
	severity             report.Severity
	col                  int
}

// group puts findings of one rule in one column together: always where the
// sentence is the same, and where they differ when they are a crowd. The first
// cell speaks for all and the others are listed with it, so none is lost.
func group(findings []report.Finding) []report.Finding {
	count := map[likeness]int{}
	for _, f := range findings {
		count[alike(f)]++
	}
	first := map[likeness]int{}
	var out []report.Finding
	for _, f := range findings {
		key := alike(f)
		i, seen := first[key]
		if seen && f.Place.Ref() != "" && (count[key] > crowd || sameArgs(out[i].Args, f.Args)) {
			out[i].More = append(append(out[i].More, f.Place), f.More...)
			continue
		}
		if !seen {
			first[key] = len(out)
		}
		out = append(out, f)
	}
	return out
}

func alike(f report.Finding) likeness {
	return likeness{f.Rule, f.Variant, f.Place.Sheet, f.Severity, f.Place.Col}
}

// sameArgs tells whether two findings say the same. Only values that can be
// compared make them alike.
func sameArgs(a, b []report.Arg) bool {
	return slices.EqualFunc(a, b, func(x, y report.Arg) bool {
		switch v := x.Value.(type) {
		case string:
			w, ok := y.Value.(string)
			return ok && v == w && x.Name == y.Name
		case report.Words:
			w, ok := y.Value.(report.Words)
			return ok && v == w && x.Name == y.Name
		default:
			return false
		}
	})
}
