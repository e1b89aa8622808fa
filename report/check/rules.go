package check

import (
	"slices"

	"gevinst/report"
	"gevinst/report/ledger"
)

// Rule is one row of the catalogue. Ids never change meaning.
type Rule struct {
	ID       string
	Severity report.Severity // the highest that it gives
	Find     func(*Case)     // nil where the reader or the parser finds it, cell by cell
}

// Case is what a rule sees: one workbook, understood and computed.
type Case struct {
	Spec     *report.Spec
	Sub      *report.Submission
	Ledger   *ledger.Ledger
	Previous *Outcome // last year's, nil where there is none
	Final    bool
	Profile  *report.Profile // the ministry's, nil where it is not known

	measures map[string]*report.Measure
	doubted  map[*report.Gain]report.Severity // by a rule that names the cause
	causes   map[cause]bool                   // the findings that do
	findings []report.Finding
}

// Rules is the catalogue: root causes first, which is also the order of findings.
func Rules() []Rule {
	return []Rule{
		{"F-001", report.Error, nil}, {"F-002", report.Error, nil}, {"F-003", report.Error, nil},
		{"F-004", report.Error, nil}, {"F-005", report.Error, nil}, {"F-006", report.Error, nil},
		{"F-007", report.Error, nil}, {"F-008", report.Error, nil}, {"F-009", report.Error, nil},
		{"F-010", report.Error, nil},

		{"V-001", report.Error, nil},
		{"V-010", report.Warning, nil},
		{"V-003", report.Error, yearFits},
		{"V-002", report.Error, nil},
		{"V-004", report.Error, nil},
		{"V-005", report.Error, nil},
		{"V-007", report.Error, coreTexts},
		{"V-008", report.Error, nil},
		{"V-011", report.Error, outOfScale},
		{"V-009", report.Warning, nil},
		{"V-006", report.Warning, revenueChapter},

		{"N-001", report.Error, nil},
		{"N-002", report.Error, nil},
		{"N-005", report.Error, nil},
		{"N-004", report.Warning, looksLikeThousands},
		{"N-006", report.Error, negativeDeduction},
		{"N-003", report.Info, nil},

		{"T-005", report.Error, identifiers},
		{"T-001", report.Error, noneImplemented},
		{"T-002", report.Error, nonePlanned},
		{"T-003", report.Error, notConsidered},
		{"T-006", report.Error, dates},
		{"T-008", report.Error, grantLimits},
		{"T-004", report.Warning, noneDigital},
		{"T-007", report.Warning, nil},

		{"G-002", report.Error, nil},
		{"G-003", report.Error, nil},
		{"G-004", report.Error, baselineFirst},
		{"G-013", report.Error, realisedTooEarly},
		{"G-014", report.Error, indexFits},
		{"G-016", report.Error, nil},
		{"G-017", report.Error, operandsIdle},
		{"G-012", report.Warning, implausibleHours},
		{"G-008", report.Error, extractionRate},
		{"G-009", report.Error, deviationUnexplained},
		{"G-018", report.Warning, fitsItsYear},
		{"G-010", report.Error, countedAgain},
		{"G-001", report.Warning, withoutGain},
		{"G-005", report.Warning, efficiencyWithoutKroner},
		{"G-007", report.Warning, classFitsType},
		{"G-011", report.Warning, doubleCount},
		{"G-015", report.Warning, negativeNet},

		{"B-001", report.Warning, coFinancingCuts},
		{"B-002", report.Error, abeCut},
		{"B-003", report.Warning, abeAfterItsEnd},

		{"O-001", report.Error, usedTooMuch},
		{"O-006", report.Error, boughtWithTime},
		{"O-003", report.Error, areaSaysNothing},
		{"O-002", report.Warning, restUnexplained},
		{"O-004", report.Warning, needsAuthority},
		{"O-005", report.Warning, permanentFromOneOff},
		{"O-007", report.Warning, knownAreas},

		{"R-007", report.Warning, expected},
		{"R-005", report.Warning, sameProfile},
		{"R-004", report.Error, asIssued},
		{"R-006", report.Error, nil},
		{"R-002", report.Error, unanswered},
		{"R-003", report.Error, approved},
		{"R-001", report.Info, rounding},
		{"X-001", report.Error, nil}, // found over many workbooks
	}
}

// severityOf is the severity of a rule where it finds something missing.
func severityOf(id string) report.Severity {
	for _, r := range Rules() {
		if r.ID == id {
			return r.Severity
		}
	}
	return report.Error
}

func newCase(sub *report.Submission, led *ledger.Ledger, o Options) *Case {
	c := &Case{Spec: sub.Spec, Sub: sub, Ledger: led, Previous: o.Previous, Final: o.Final, Profile: o.Profile,
		measures: make(map[string]*report.Measure, len(sub.Measures)), doubted: map[*report.Gain]report.Severity{}, causes: map[cause]bool{}}
	for i := range sub.Measures {
		m := &sub.Measures[i]
		if _, twice := c.measures[m.ID.Value]; m.ID.OK() && !twice {
			c.measures[m.ID.Value] = m
		}
	}
	return c
}

// find notes a finding.
func (c *Case) find(rule, variant string, severity report.Severity, at report.At, args ...report.Arg) *report.Finding {
	c.findings = append(c.findings, report.Finding{Rule: rule, Variant: variant, Severity: severity, Place: c.Sub.Place(at), Args: args})
	return &c.findings[len(c.findings)-1]
}

// asked tells whether an earlier rule has asked what is the cause of this.
func (c *Case) asked(rule, variant string) bool {
	return slices.ContainsFunc(c.findings, func(f report.Finding) bool { return f.Rule == rule && f.Variant == variant })
}

// cause tells a finding from others.
type cause struct {
	rule  string
	place report.Place
}

// doubt notes that the latest finding names one cell of a gain as the likely slip. What the slip
// does to the gain's amount is its consequence: no rule says that again with less weight.
func (c *Case) doubt(g *report.Gain, severity report.Severity) {
	c.doubted[g] = max(c.doubted[g], severity)
	last := &c.findings[len(c.findings)-1]
	c.causes[cause{last.Rule, last.Place}] = true
}

// dated tells whether the report year is known and the set serves it. Without,
// whatever depends on the year is a consequence.
func (c *Case) dated() bool {
	year := c.Sub.Agency.Year
	return year.OK() && c.Spec.Serves(year.Value)
}

// label is the name of a column as a reader knows it.
func (c *Case) label(sheet, column string) report.Arg { return c.labelAs("felt", sheet, column) }

// labelAs is label for a sentence that names more columns than one.
func (c *Case) labelAs(name, sheet, column string) report.Arg {
	return arg(name, c.Spec.Sheet(sheet).Column(column).Label)
}

func (c *Case) parameter(name string) report.Kroner { return c.Spec.Parameters[name].Value }

func arg(name string, value any) report.Arg { return report.Arg{Name: name, Value: value} }
