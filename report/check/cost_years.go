package check

import (
	"slices"

	"gevinst/report"
	"gevinst/report/ledger"
)

// costsElsewhere finds a one-off cost that is not deducted since its year lies before the
// report year, and before its measure began: the year may be the slip. One that last year's
// report deducted has its year right.
func (c *Case) costsElsewhere() {
	for _, o := range c.Sub.OneOffs {
		if !c.beforeStart(o) || c.deductedThen(o) {
			continue
		}
		m := c.measures[o.Measure.Value]
		found := c.find("T-006", "cost_before", report.Warning, o.Year.At, arg("belop", o.Amount.Value), arg("aar", Year(o.Year.Value)),
			arg("tiltak", m.ID.Value), arg("dato", m.Start.Value), arg("rapportaar", Year(c.Ledger.Year)))
		found.Related = []report.Place{c.Sub.Place(m.Start.At)}
	}
}

// beforeStart tells whether a cost of an earlier year is from before the start of its measure,
// which is carried out. What is planned may be prepared for years.
func (c *Case) beforeStart(o report.OneOffCost) bool {
	m := c.measures[o.Measure.Value]
	return m != nil && ledger.Realised(m) && m.Start.OK() && o.Year.OK() && o.Year.Value < min(c.Ledger.Year, m.Start.Value.Year) &&
		o.Amount.OK() && o.Amount.Value.Sign() > 0
}

// deductedThen tells whether last year's workbook deducted the cost in its own year.
func (c *Case) deductedThen(o report.OneOffCost) bool {
	return c.Previous != nil && slices.ContainsFunc(c.Previous.Submission.OneOffs, func(was report.OneOffCost) bool {
		return was.Year.Value == o.Year.Value && was.Year.Value == c.Previous.Ledger.Year && was.Measure.Value == o.Measure.Value &&
			was.Amount.OK() && was.Amount.Value.Cmp(o.Amount.Value) == 0
	})
}

// costsBeyondProject: T-008, the one-off costs of a measure, of all years, come to more than
// what its project is said to have cost: one of the numbers has a digit too many or too few,
// or a cost stands on another measure's account. A project cost that looks like thousands is
// N-004's.
func (c *Case) costsBeyondProject() {
	sums := map[string]report.Kroner{}
	for _, o := range c.Sub.OneOffs {
		if o.Amount.OK() && o.Amount.Value.Sign() > 0 {
			sums[o.Measure.Value] = sums[o.Measure.Value].Add(o.Amount.Value)
		}
	}
	for i := range c.Sub.Measures {
		m := &c.Sub.Measures[i]
		sum, has := sums[m.ID.Value]
		if !has || c.measures[m.ID.Value] != m || !m.Cost.OK() || sum.Cmp(m.Cost.Value) <= 0 || c.smallProject(m) {
			continue
		}
		c.find("T-008", "beyond", report.Warning, m.Cost.At, arg("tiltak", m.ID.Value), arg("sum", sum), arg("belop", m.Cost.Value))
	}
}
