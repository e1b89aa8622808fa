package check

import (
	"strings"

	"gevinst/report"
	"gevinst/report/near"
)

// looksLikeThousands: N-004. No post of the state budget is so small that all of
// them together stay under the limit, and no agency has several gains that are
// all so small; one small amount alone says nothing.
func looksLikeThousands(c *Case) {
	var sum report.Kroner
	var first report.At
	for _, a := range c.Sub.Budget {
		if a.Amount.OK() {
			sum = sum.Add(a.Amount.Value.Abs())
			if first.Row == 0 {
				first = a.Amount.At
			}
		}
	}
	if first.Row > 0 && sum.Sign() > 0 && sum.Cmp(c.parameter("budget_low_kr")) < 0 {
		c.find("N-004", "budget", report.Warning, first, arg("sum", sum))
	}
	c.smallGains()
	c.oddGains()
}

func (c *Case) smallGains() {
	const few = 3
	var first report.At
	n := 0
	for i := range c.Sub.Gains {
		for _, f := range []report.Field[report.Kroner]{c.Sub.Gains[i].Amount, c.Sub.Gains[i].CostBefore, c.Sub.Gains[i].Planned} {
			if !f.OK() || f.Value.Sign() == 0 {
				continue
			}
			if f.Value.Abs().Cmp(c.parameter("thousands_limit_kr")) >= 0 {
				return
			}
			if n++; n == 1 {
				first = f.At
			}
		}
	}
	if n >= few {
		c.find("N-004", "gains", report.Warning, first, arg("n", n))
	}
}

// oddGains finds single gains of which one amount is a thousandth of another that it
// should be near: the cost before against a baseline in kroner, the net gain against
// the full-year effect.
func (c *Case) oddGains() {
	for i := range c.Ledger.Gains {
		line := &c.Ledger.Gains[i]
		g := line.Gain
		switch {
		case g.CostBefore.OK() && g.BaseValue.OK() && inKroner(g.BaseUnit) && thousandth(g.CostBefore.Value, g.BaseValue.Value):
			c.find("N-004", "one", report.Warning, g.CostBefore.At, gainID(line), c.label("gevinster", "kostnad_for_kr"),
				arg("belop", g.CostBefore.Value), arg("mot", g.BaseValue.Value), c.labelAs("annet", "gevinster", "nullpunkt_verdi"))
		case line.Net != nil && g.FullYear.OK() && thousandth(*line.Net, g.FullYear.Value):
			c.find("N-004", "net", report.Warning, g.FullYear.At, gainID(line),
				arg("belop", *line.Net), arg("mot", g.FullYear.Value), c.labelAs("annet", "gevinster", "helaarseffekt_kr"))
		}
	}
}

// thousandth tells whether small may be large written in thousands: a thousandth of
// it, within a half and the double.
func thousandth(small, large report.Kroner) bool {
	there, meant := large.Abs(), small.Abs().Shift(3)
	return small.Sign() != 0 && there.Add(there).Cmp(meant) >= 0 && there.Cmp(meant.Add(meant)) <= 0
}

// inKroner tells whether a unit in somebody's own words is kroner, and not thousands
// or millions of them.
func inKroner(unit report.Field[string]) bool {
	words := near.Fold(unit.Value)
	return unit.OK() && strings.HasPrefix(words, "kr") && !strings.Contains(words, "000")
}
