package check

import (
	"slices"

	"gevinst/report"
	"gevinst/report/near"
)

// costDates looks at the years of what is deducted: a cost from before its measure began,
// a row whose own words speak of another year, and a cost that stood in last year's
// workbook for last year.
func (c *Case) costDates() {
	for _, o := range c.Sub.OneOffs {
		m := c.measures[o.Measure.Value]
		switch {
		case !o.Amount.OK():
		case o.Year.OK() && o.Year.Value < c.Ledger.Year:
			if !c.beforeStart(o) && !c.deductedThen(o) {
				c.thisYear(o.Year, o.Kind, mention.ofDocument)
			}
		case o.Year.Value != c.Ledger.Year:
		case m != nil && m.Start.OK() && m.Start.Value.Year > o.Year.Value:
			found := c.find("T-006", "cost_early", report.Warning, o.Year.At, arg("belop", o.Amount.Value), arg("aar", Year(o.Year.Value)),
				arg("tiltak", m.ID.Value), arg("dato", m.Start.Value))
			found.Related = []report.Place{c.Sub.Place(m.Start.At)}
		case c.costOfLastYear(o):
			c.find("T-006", "cost_last", report.Warning, o.Year.At, arg("belop", o.Amount.Value), arg("tiltak", o.Measure.Value),
				arg("fjor", Year(c.Previous.Ledger.Year)), arg("aar", Year(o.Year.Value)))
		default:
			c.otherYear(o.Year, o.Kind, mention.ofDocument)
		}
	}
	for _, b := range c.Sub.Cuts {
		switch {
		case !b.Amount.OK() || !b.Year.OK():
		case b.Year.Value == c.Ledger.Year:
			c.otherYear(b.Year, b.Basis, mention.ofBasis)
		case b.Year.Value < c.Ledger.Year:
			c.thisYear(b.Year, b.Basis, mention.ofBasis)
		}
	}
}

// costOfLastYear tells whether last year's workbook has the same cost for its own year.
func (c *Case) costOfLastYear(o report.OneOffCost) bool {
	return c.Previous != nil && slices.ContainsFunc(c.Previous.Submission.OneOffs, func(was report.OneOffCost) bool {
		return was.Year.Value == c.Previous.Ledger.Year && was.Year.Value < o.Year.Value && was.Measure.Value == o.Measure.Value &&
			was.Amount.OK() && was.Amount.Value.Cmp(o.Amount.Value) == 0 && near.Fold(was.Kind.Value) == near.Fold(o.Kind.Value)
	})
}
