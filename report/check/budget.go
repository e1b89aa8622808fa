package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// coFinancingCuts: B-001, the cuts that were really made against the obligation
// over the years: at least the share of what was reported in earlier years, at
// most the share of all.
func coFinancingCuts(c *Case) {
	c.cutTypes()
	if !c.balanced() {
		return
	}
	least, most, recorded := c.obligation()
	var last report.At
	for _, cut := range c.Sub.Cuts {
		if cut.Type.Value == "MEDFINANSIERING" && cut.Year.OK() && cut.Amount.OK() && cut.Year.Value <= c.Ledger.Year {
			recorded = recorded.Add(cut.Amount.Value)
			last = cut.Amount.At
		}
	}
	if last.Row == 0 {
		last = c.firstCoFinanced()
	}
	switch {
	case recorded.Cmp(least) < 0:
		c.find("B-001", "less", report.Warning, last, arg("trukket", recorded), arg("plikt", least))
	case recorded.Cmp(most) > 0:
		c.find("B-001", "more", report.Warning, last, arg("trukket", recorded), arg("plikt", most))
	}
}

// firstCoFinanced is where to look when no cut is entered at all.
func (c *Case) firstCoFinanced() report.At {
	for _, m := range c.Sub.Measures {
		if ledger.CoFinanced(&m) {
			return m.Finance.At
		}
	}
	return report.At{}
}

// obligation is the co-financing share of earlier years' and of all net gain.
func (c *Case) obligation() (least, most, zero report.Kroner) {
	terms, ok := c.Spec.CoFinanceTerm(c.Ledger.Year)
	if !ok {
		return
	}
	type sums struct{ earlier, all report.Kroner }
	by := map[*report.Measure]sums{}
	for i := range c.Ledger.Gains {
		line := &c.Ledger.Gains[i]
		if !line.Counts() || !ledger.CoFinanced(line.Measure) {
			continue
		}
		s := by[line.Measure]
		s.all = s.all.Add(*line.Net)
		if line.Earlier != nil {
			s.earlier = s.earlier.Add(*line.Earlier)
		}
		by[line.Measure] = s
	}
	for _, s := range by {
		least = least.Add(s.earlier.Max(zero).Percent(terms.RatePst))
		most = most.Add(s.all.Max(zero).Percent(terms.RatePst))
	}
	return
}
