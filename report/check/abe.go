package check

import (
	"slices"
	"strings"
	"unicode"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/near"
)

// abeCut: B-002, the typed cut against base × rate. The base differs by ministry,
// so this only asks.
func abeCut(c *Case) {
	if _, yes := c.Spec.AbeRate(c.Ledger.Year); yes {
		c.abeCutBlank()
		c.abeCutNowhere()
		defer c.baseFitsManYears() // unless a row below says what is wrong with the base
	}
	c.abeCutTwice()
	c.abeCutKept()
	for _, a := range c.Sub.Budget {
		if !a.AbeCut.OK() || !a.Amount.OK() || c.cutOnRevenue(&a) {
			continue
		}
		rate, ok := c.Spec.AbeRate(c.Ledger.Year)
		if a.AbeRate.OK() {
			rate, ok = a.AbeRate.Value, true
		}
		if !ok {
			continue
		}
		c.otherRate(&a)
		expected := a.Amount.Value.Percent(rate)
		if c.cutInThousands(&a, expected) {
			continue
		}
		if a.AbeCut.Value.Sub(expected).Abs().Cmp(expected.Abs().Percent(c.parameter("abe_tolerance_pst"))) > 0 {
			found := c.find("B-002", "", report.Warning, a.AbeCut.At, arg("kutt", a.AbeCut.Value), arg("ventet", expected), arg("sats", report.Numeral(rate)))
			found.Related = []report.Place{c.Sub.Place(a.Amount.At)}
		}
	}
}

// firstInvestment is the first post that is no operating expense.
const firstInvestment = "30"

// abeCutBlank finds operating posts in a year of the reform for which no cut is typed:
// nothing is deducted for them. It blocks where no post has a cut, as abeCutNowhere does.
func (c *Case) abeCutBlank() {
	severity := report.Warning
	if c.cutMissed() && !slices.ContainsFunc(c.Sub.Budget, func(a report.Appropriation) bool { return typed(&a) }) {
		severity = report.Error
	}
	for _, a := range c.Sub.Budget {
		if a.Post.OK() && a.Post.Value < firstInvestment && a.Amount.OK() && a.AbeCut.Missing() && !revenue(&a) {
			c.find("B-002", "blank", severity, a.AbeCut.At, c.label("bevilgning", "abe_kutt_kr"), arg("aar", Year(c.Ledger.Year)))
		}
	}
}

// cutMissed tells whether the amount would be too large without a cut: one is to be
// deducted, and there is something to deduct it from.
func (c *Case) cutMissed() bool {
	t := c.Ledger.Bridge
	return c.dated() && t.CutDeducted && t.BeforeCut.Sign() > 0
}

// abeCutNowhere finds that no post says anything of the cut in a year of the reform,
// while it is to be deducted from gains that count: the amount would be too large by
// all of it. It blocks, since no line of the section would show what is missing. A post
// of any kind may answer (net-budgeted agencies have post 50), with a zero as well; a
// blank one of an operating post has been found by abeCutBlank.
func (c *Case) abeCutNowhere() {
	if !c.cutMissed() || c.cutAnswered() {
		return
	}
	at := c.sheet("bevilgning")
	if len(c.Sub.Budget) > 0 {
		at = c.Sub.Place(c.Sub.Budget[0].AbeCut.At)
	}
	found := c.find("B-002", "nowhere", report.Error, report.At{}, c.label("bevilgning", "abe_kutt_kr"),
		arg("aar", Year(c.Ledger.Year)), arg("for", c.Ledger.Bridge.BeforeCut))
	found.Place = at
}

// cutAnswered tells whether any post says something of the cut, or is asked to.
func (c *Case) cutAnswered() bool {
	return slices.ContainsFunc(c.Sub.Budget, func(a report.Appropriation) bool {
		return typed(&a) || !a.Post.OK() || a.Post.Value < firstInvestment && !revenue(&a)
	})
}

// abeCutTwice finds another cut in the frame that looks like the general cut, which is
// deducted already where its post stands: it is about as much, or called so.
func (c *Case) abeCutTwice() {
	sum := c.generalCut()
	if sum.Sign() <= 0 || !c.Ledger.Bridge.CutDeducted {
		return
	}
	tolerance := sum.Percent(c.parameter("abe_tolerance_pst"))
	for _, cut := range c.Sub.Cuts {
		other := ledger.OtherCut(&cut, c.Ledger.Year) && cut.Amount.OK()
		if other && (cut.Amount.Value.Sub(sum).Abs().Cmp(tolerance) <= 0 || namesReform(cut.Basis.Value)) {
			c.find("B-002", "twice", report.Warning, cut.Amount.At, arg("belop", cut.Amount.Value), arg("kutt", sum))
		}
	}
}

// generalCut is the sum of the posts' general cuts.
func (c *Case) generalCut() (sum report.Kroner) {
	for _, a := range c.Sub.Budget {
		if a.AbeCut.OK() {
			sum = sum.Add(a.AbeCut.Value)
		}
	}
	return sum
}

// namesReform tells whether words speak of the reform of the general cut, by its name or
// by what people call it.
func namesReform(words string) bool {
	all := strings.FieldsFunc(strings.ReplaceAll(near.Fold(words), "-", ""), func(r rune) bool { return !unicode.IsLetter(r) })
	for i, w := range all {
		rest := strings.Join(all[i:min(i+2, len(all))], " ")
		if w == "abe" || slices.ContainsFunc([]string{"abereform", "abekutt", "abecut", "abetrekk", "avbyråkrati", "avbyrakrati", "debureaucrati", "bureaucracy",
			"effektiviseringsreform", "efficiency reform", "ostehøvel", "cheese", "flatt kutt", "flate kutt", "generelt kutt", "generelle kutt", "generelt rammekutt", "general cut", "acrosstheboard"},
			func(name string) bool { return strings.HasPrefix(rest, name) }) {
			return true
		}
	}
	return false
}

// abeAfterItsEnd: B-003, the reform ended with 2023's budget.
func abeAfterItsEnd(c *Case) {
	const ended = 2023
	if c.Ledger.Year < ended {
		return
	}
	for _, a := range c.Sub.Budget {
		if a.AbeCut.OK() && a.AbeCut.Value.Sign() != 0 {
			c.find("B-003", "", report.Warning, a.AbeCut.At, arg("aar", Year(c.Ledger.Year)))
		}
	}
}
