package check

import "gevinst/report"

// baseFitsManYears: B-002, the appropriation that the general cut is taken of is out of all
// proportion to the man-years: one of them has a digit too many or too few. The bounds are
// ours and wide. The lower one is about half the pay of a man-year, and holds only where all
// expenses are appropriated (gross budgets) and for the sum of the operating posts; the upper
// one is far above agencies that run ships, helicopters or networks for others, and holds
// for post 01, since other operating posts may build roads.
func (c *Case) baseFitsManYears() {
	const least, most = 300_000, 10_000_000
	years := c.Sub.Agency.ManYears
	operating, own, whole := c.operatingPosts()
	if c.asked("N-004", "budget") || c.asked("N-004", "abe_base") || !whole || !years.OK() || years.Value.Sign() <= 0 {
		return
	}
	switch {
	case c.Sub.Agency.BudgetForm.Value == "BRUTTO" && operating.first.Row > 0 && operating.sum.Cmp(years.Value.Mul(number(least))) < 0:
		c.oddBase("base_low", operating, years)
	case own.sum.Cmp(years.Value.Mul(number(most))) > 0:
		c.oddBase("base_high", own, years)
	}
}

// total is a sum with the first cell of it.
type total struct {
	sum   report.Kroner
	first report.At
}

func (t *total) add(f report.Field[report.Kroner]) {
	t.sum = t.sum.Add(f.Value)
	if t.first.Row == 0 {
		t.first = f.At
	}
}

// operatingPosts sums the operating posts of expense chapters, and post 01 alone; not whole
// where a row cannot be read.
func (c *Case) operatingPosts() (operating, own total, whole bool) {
	for _, a := range c.Sub.Budget {
		if !a.Chapter.OK() || !a.Post.OK() || !a.Amount.OK() {
			return operating, own, false
		}
		if revenue(&a) || a.Post.Value >= firstInvestment {
			continue
		}
		operating.add(a.Amount)
		if a.Post.Value == "01" {
			own.add(a.Amount)
		}
	}
	return operating, own, true
}

func (c *Case) oddBase(variant string, t total, years report.Field[report.Kroner]) {
	found := c.find("B-002", variant, report.Warning, t.first, arg("sum", t.sum), arg("aarsverk", report.Numeral(years.Value)),
		arg("per", t.sum.Quo(years.Value).Round(0)))
	found.Related = []report.Place{c.Sub.Place(years.At)}
}
