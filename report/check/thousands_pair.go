package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// oddGains finds single gains of which one amount is written in thousands, to judge by
// another on the same row. One finding a gain is enough: it asks to look at all amounts.
func (c *Case) oddGains() {
	for i := range c.Ledger.Gains {
		if line := &c.Ledger.Gains[i]; c.oddPair(line.Gain) || c.oddNet(line) || c.oddRunning(line) {
			c.doubt(line.Gain, report.Warning)
		}
	}
}

// pair is an amount of a gain with another that it should be near.
type pair struct {
	column, other string
	small, large  report.Field[report.Kroner]
	odd           func(small, large report.Kroner) bool // whether small may be thousands
}

// unit is what a pair's small amount may be written in, "" where nothing is odd. In millions
// it is no large number, and stands for about as much as the other.
func (c *Case) unit(p pair) report.Phrase {
	switch {
	case !p.small.OK() || !p.large.OK():
		return ""
	case p.odd(p.small.Value, p.large.Value):
		return inThousands
	case p.small.Value.Abs().Cmp(c.parameter("thousands_limit_kr")) < 0 && thousandth(p.small.Value.Shift(3), p.large.Value):
		return inMillions
	}
	return ""
}

func (c *Case) oddPair(g *report.Gain) bool {
	all := []pair{
		{"belop_kr", "planlagt_kr", g.Amount, g.Planned, c.either},
		{"belop_kr", "helaarseffekt_kr", g.Amount, g.FullYear, c.either},
		{"planlagt_kr", "helaarseffekt_kr", g.Planned, g.FullYear, c.either},
		{"helaarseffekt_kr", "planlagt_kr", g.FullYear, g.Planned, c.either},
		{"kostnad_etter_kr", "kostnad_for_kr", g.CostAfter, g.CostBefore, c.speck},
		{"kostnad_for_kr", "kostnad_etter_kr", g.CostBefore, g.CostAfter, c.speck},
	}
	if inKroner(g.BaseUnit) {
		all = append(all, pair{"kostnad_for_kr", "nullpunkt_verdi", g.CostBefore, g.BaseValue, thousandth},
			pair{"belop_kr", "nullpunkt_verdi", g.Amount, g.BaseValue, c.speck},
			pair{"planlagt_kr", "nullpunkt_verdi", g.Planned, g.BaseValue, c.speck})
	}
	for _, p := range all {
		if unit := c.unit(p); unit != "" {
			c.find("N-004", "one", report.Warning, p.small.At, arg("gevinst", g.ID.Value), c.label("gevinster", p.column),
				arg("belop", p.small.Value), arg("mot", p.large.Value), c.labelAs("annet", "gevinster", p.other), arg("enhet", unit))
			return true
		}
	}
	return false
}

// oddNet holds the net gain, which nobody types, against the full-year effect and the plan:
// what it is reckoned from may be in another unit, or they.
func (c *Case) oddNet(line *ledger.GainLine) bool {
	if line.Net == nil {
		return false
	}
	for _, f := range []struct {
		column string
		is     report.Field[report.Kroner]
	}{{"helaarseffekt_kr", line.Gain.FullYear}, {"planlagt_kr", line.Gain.Planned}} {
		net := known(line.Gain.ID.At, *line.Net)
		up, down := pair{small: net, large: f.is, odd: c.either}, pair{small: f.is, large: net, odd: c.either}
		switch {
		case c.unit(up) != "":
			c.find("N-004", "net", report.Warning, f.is.At, gainID(line), arg("belop", *line.Net), arg("mot", f.is.Value),
				c.labelAs("annet", "gevinster", f.column), arg("enhet", c.unit(up)))
			return true
		case c.unit(down) != "":
			c.find("N-004", "below_net", report.Warning, f.is.At, gainID(line), c.label("gevinster", f.column), arg("belop", f.is.Value),
				arg("mot", *line.Net), arg("enhet", c.unit(down)))
			return true
		}
	}
	return false
}

// oddRunning finds a running cost that, taken as thousands, brings the net gain to what
// the row itself expects of it, which it is far from now.
func (c *Case) oddRunning(line *ledger.GainLine) bool {
	cost := line.Gain.RunningCost
	if line.Net == nil || cost.Value.Sign() <= 0 {
		return false
	}
	meant := line.Taken.Sub(cost.Value.Shift(3))
	for _, f := range []struct {
		column   string
		expected report.Field[report.Kroner]
	}{{"helaarseffekt_kr", line.Gain.FullYear}, {"planlagt_kr", line.Gain.Planned}} {
		if f.expected.OK() && c.far(*line.Net, f.expected.Value) && !c.far(meant, f.expected.Value) {
			c.find("N-004", "running", report.Warning, cost.At, gainID(line), c.label("gevinster", "varig_driftskostnad_kr"),
				arg("belop", cost.Value), arg("mot", f.expected.Value), c.labelAs("annet", "gevinster", f.column))
			return true
		}
	}
	return false
}

// thousandth tells whether small may be large written in thousands: a thousandth of
// it, within a half and the double.
func thousandth(small, large report.Kroner) bool {
	there, meant := large.Abs(), small.Abs().Shift(3)
	return small.Sign() != 0 && there.Add(there).Cmp(meant) >= 0 && there.Cmp(meant.Add(meant)) <= 0
}

// speck tells whether small, written in thousands, may be a part of large: no more than
// its double and no less than a month of the year it stands for. A part of two hundredths
// of a per cent is no slip where both amounts are large.
func (c *Case) speck(small, large report.Kroner) bool {
	meant := small.Shift(3)
	return small.Sign() > 0 && small.Cmp(c.parameter("thousands_limit_kr")) < 0 &&
		large.Add(large).Cmp(meant) >= 0 && large.Cmp(meant.Mul(report.MustKroner("24"))) <= 0
}

func (c *Case) either(small, large report.Kroner) bool {
	return thousandth(small, large) || c.speck(small, large)
}
