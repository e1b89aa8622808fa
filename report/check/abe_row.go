package check

import "gevinst/report"

// firstRevenue is the first chapter of the state's revenues.
const firstRevenue = 3000

func revenue(a *report.Appropriation) bool { return a.Chapter.OK() && a.Chapter.Value >= firstRevenue }

// cutOnRevenue finds a cut on a revenue chapter. The reform cut expenses; without a cut
// nothing is asked of such a row.
func (c *Case) cutOnRevenue(a *report.Appropriation) bool {
	if revenue(a) && a.AbeCut.Value.Sign() != 0 {
		found := c.find("B-002", "revenue", report.Warning, a.AbeCut.At, arg("kutt", a.AbeCut.Value), arg("kapittel", Year(a.Chapter.Value)))
		found.Related = []report.Place{c.Sub.Place(a.Chapter.At)}
	}
	return revenue(a)
}

// cutInThousands finds a cut, or the appropriation that it is of, that is as much as it
// should be in thousands or millions of kroner. Where all appropriations are small, that has
// been asked already.
func (c *Case) cutInThousands(a *report.Appropriation, expected report.Kroner) bool {
	cut := pair{small: a.AbeCut, large: known(a.Amount.At, expected), odd: thousandth}
	base := pair{small: known(a.Amount.At, expected), large: a.AbeCut, odd: thousandth}
	switch {
	case c.unit(cut) != "":
		found := c.find("N-004", "abe_cut", report.Warning, a.AbeCut.At, c.label("bevilgning", "abe_kutt_kr"), arg("belop", a.AbeCut.Value), arg("mot", expected), arg("enhet", c.unit(cut)))
		found.Related = []report.Place{c.Sub.Place(a.Amount.At)}
	case c.unit(base) == "":
		return false
	case !c.asked("N-004", "budget"):
		found := c.find("N-004", "abe_base", report.Warning, a.Amount.At, c.label("bevilgning", "bevilgning_kr"), arg("belop", a.Amount.Value), arg("mot", expected),
			arg("kutt", a.AbeCut.Value), arg("enhet", c.unit(base)))
		found.Related = []report.Place{c.Sub.Place(a.AbeCut.At)}
	}
	return true
}

// otherRate finds an operating post with another rate than the year's general one, which
// makes a cut that is too small look right, and a post of any kind with a rate that no
// year had: per mille, say, or a zero too many.
func (c *Case) otherRate(a *report.Appropriation) {
	known, ok := c.Spec.AbeRate(c.Ledger.Year)
	if !ok || !c.dated() || !a.AbeRate.OK() || !a.Post.OK() || a.AbeRate.Value.Cmp(known) == 0 {
		return
	}
	times := number(3)
	if a.Post.Value < firstInvestment || a.AbeRate.Value.Cmp(known.Mul(times)) > 0 || a.AbeRate.Value.Mul(times).Cmp(known) < 0 && cutExpected(a) {
		c.find("B-002", "rate", report.Warning, a.AbeRate.At, arg("sats", report.Numeral(a.AbeRate.Value)), arg("kjent", report.Numeral(known)), arg("aar", Year(c.Ledger.Year)))
	}
}

// cutExpected tells whether a post that is no operating one should have some cut: a rate is
// typed, or it is a grant to a net-budgeted agency, which pays for its operations. An
// investment or a transfer may well have none.
func cutExpected(a *report.Appropriation) bool {
	return a.AbeRate.Value.Sign() != 0 || a.Post.Value >= "50" && a.Post.Value < "60"
}

// typed tells whether a row says something of the cut. A zero of revenues says nothing, since
// they have none.
func typed(a *report.Appropriation) bool {
	return !a.AbeCut.Missing() && !(revenue(a) && a.AbeCut.OK() && a.AbeCut.Value.Sign() == 0)
}
