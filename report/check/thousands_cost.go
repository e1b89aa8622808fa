package check

import (
	"slices"

	"gevinst/report"
	"gevinst/report/ledger"
)

// smallCosts finds costs, cuts and uses that are so small that they must be thousands. A
// tenth of the limit is below what anybody enters as the cost of a measure or moves to a
// priority area, and one alone says it. A running cost may be that small (a licence), and
// is held against its own gain.
func (c *Case) smallCosts() {
	for _, o := range c.Sub.OneOffs {
		if o.Year.Value == c.Ledger.Year && (c.tiny(o.Amount) || c.allSmall(o.Amount)) {
			c.tooSmall("engangskostnader", "belop_kr", o.Amount)
		}
	}
	for _, b := range c.Sub.Cuts {
		if b.Year.Value == c.Ledger.Year && c.tiny(b.Amount) {
			c.tooSmall("budsjettuttak", "belop_kr", b.Amount)
		}
	}
	for _, u := range c.Sub.Uses {
		if c.tiny(u.Amount) {
			c.tooSmall("omdisponering", "belop_kr", u.Amount)
		}
	}
	for _, m := range c.Sub.Measures {
		switch {
		case ledger.CoFinanced(&m) && c.below(m.Grant, "1000"):
			c.tooSmall("tiltak", "medfin_tilsagn_kr", m.Grant)
		case c.smallProject(&m):
			c.tooSmall("tiltak", "prosjektkostnad_kr", m.Cost)
		}
	}
}

// smallProject tells whether a project cost is so small that it must be thousands. Two days'
// work may be all that a measure cost, but not where it gives a hundred times as much.
func (c *Case) smallProject(m *report.Measure) bool {
	return ledger.CoFinanced(m) && c.below(m.Cost, "1000") || c.tiny(m.Cost) || c.below(m.Cost, "100") && c.givesHundredfold(m)
}

// givesHundredfold tells whether any gain of a measure is, or is to be, over a hundred times
// what the measure cost.
func (c *Case) givesHundredfold(m *report.Measure) bool {
	much := m.Cost.Value.Shift(2)
	return slices.ContainsFunc(c.Ledger.Gains, func(line ledger.GainLine) bool {
		g := line.Gain
		return g.Measure.Value == m.ID.Value && (line.Net != nil && line.Net.Cmp(much) > 0 || g.Planned.Value.Cmp(much) > 0 || g.FullYear.Value.Cmp(much) > 0)
	})
}

// smallPlans finds what a measure that is not carried out is to give, where it is next to
// nothing. What a measure gave is held against its plan instead.
func (c *Case) smallPlans() {
	for i := range c.Ledger.Gains {
		line := &c.Ledger.Gains[i]
		if line.Measure != nil && !ledger.Realised(line.Measure) && c.tiny(line.Gain.Planned) {
			c.tooSmall("gevinster", "planlagt_kr", line.Gain.Planned)
		}
	}
}

// smallPotentials finds what a service could save, where it is next to nothing, or small and
// not a krone for each time that the service is used.
func (c *Case) smallPotentials() {
	for _, s := range c.Sub.Services {
		if c.tiny(s.Potential) || c.below(s.Potential, "100") && s.Volume.OK() && s.Potential.Value.Cmp(s.Volume.Value) < 0 {
			c.tooSmall("tjenester", "potensial_kr", s.Potential)
		}
	}
}

// tiny tells whether an amount is below a tenth of the limit.
func (c *Case) tiny(f report.Field[report.Kroner]) bool { return c.below(f, "10") }

// below tells whether an amount is below so many per cent of the limit. None is not
// small: co-financing, for one, is given to projects of millions.
func (c *Case) below(f report.Field[report.Kroner], pst string) bool {
	return f.OK() && f.Value.Sign() > 0 && f.Value.Cmp(c.parameter("thousands_limit_kr").Percent(report.MustKroner(pst))) < 0
}

// allSmall tells whether all one-off costs of the year stay under the limit, where the new
// gains are over a hundred times as much.
func (c *Case) allSmall(f report.Field[report.Kroner]) bool {
	t, limit := c.Ledger.Bridge, c.parameter("thousands_limit_kr")
	return f.OK() && t.OneOff.Sign() > 0 && t.OneOff.Cmp(limit) < 0 && t.New.Cmp(limit.Shift(2)) >= 0
}

func (c *Case) tooSmall(sheet, column string, f report.Field[report.Kroner]) {
	c.find("N-004", "cost", report.Warning, f.At, c.label(sheet, column), arg("belop", f.Value))
}
