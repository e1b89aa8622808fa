package check

import (
	"strings"

	"gevinst/report"
	"gevinst/report/near"
)

// What an amount may be written in by mistake.
const (
	inThousands report.Phrase = "unit.thousands"
	inMillions  report.Phrase = "unit.millions"
)

// looksLikeThousands: N-004. No post of the state budget is so small that all of
// them together stay under the limit, and no agency has several gains that are
// all so small; one small amount alone says nothing.
func looksLikeThousands(c *Case) {
	if t, small := c.smallBudget(); small {
		c.find("N-004", "budget", report.Warning, t.first, arg("sum", t.sum))
	}
	c.smallCosts()
	c.smallPotentials()
	if !c.smallGains() {
		c.oddGains()
		c.smallPlans()
	}
}

// smallBudget sums all posts and tells whether together they are too small for any agency.
func (c *Case) smallBudget() (t total, small bool) {
	for _, a := range c.Sub.Budget {
		if a.Amount.OK() {
			a.Amount.Value = a.Amount.Value.Abs()
			t.add(a.Amount)
		}
	}
	return t, t.sum.Sign() > 0 && t.sum.Cmp(c.parameter("budget_low_kr")) < 0
}

// smallGains finds that all amounts of the gains are small, which says it of each.
func (c *Case) smallGains() bool {
	const few = 3
	var first report.At
	n := 0
	for i := range c.Sub.Gains {
		for _, f := range []report.Field[report.Kroner]{c.Sub.Gains[i].Amount, c.Sub.Gains[i].CostBefore, c.Sub.Gains[i].Planned} {
			if !f.OK() || f.Value.Sign() == 0 {
				continue
			}
			if f.Value.Abs().Cmp(c.parameter("thousands_limit_kr")) >= 0 {
				return false
			}
			if n++; n == 1 {
				first = f.At
			}
		}
	}
	if n >= few {
		c.find("N-004", "gains", report.Warning, first, arg("n", n))
	}
	return n >= few
}

// inKroner tells whether a unit in somebody's own words is kroner, and not thousands
// or millions of them.
func inKroner(unit report.Field[string]) bool {
	words := near.Fold(unit.Value)
	return unit.OK() && strings.HasPrefix(words, "kr") && !strings.Contains(words, "000")
}
