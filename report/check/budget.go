package check

import (
	"slices"
	"strings"
	"unicode"

	"gevinst/report"
	"gevinst/report/near"
)

// coFinancingCuts: B-001, the cuts that were really made against the obligation
// over the years: at least the share of what was reported in earlier years, at
// most the share of all.
func coFinancingCuts(c *Case) {
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
		if m.Finance.Value == "MEDFINANSIERING" {
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
		if !line.Counts() || line.Measure.Finance.Value != "MEDFINANSIERING" {
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

// abeCut: B-002, the typed cut against base × rate. The base differs by ministry,
// so this only asks.
func abeCut(c *Case) {
	if _, yes := c.Spec.AbeRate(c.Ledger.Year); yes {
		c.abeCutBlank()
		c.abeCutNowhere()
	}
	c.abeCutTwice()
	for _, a := range c.Sub.Budget {
		if !a.AbeCut.OK() || !a.Amount.OK() {
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
		if a.AbeCut.Value.Sub(expected).Abs().Cmp(expected.Abs().Percent(c.parameter("abe_tolerance_pst"))) > 0 {
			found := c.find("B-002", "", report.Warning, a.AbeCut.At, arg("kutt", a.AbeCut.Value), arg("ventet", expected), arg("sats", report.Numeral(rate)))
			found.Related = []report.Place{c.Sub.Place(a.Amount.At)}
		}
	}
}

// otherRate finds an operating post with another rate than the year's general one,
// which makes a cut that is too small look right.
func (c *Case) otherRate(a *report.Appropriation) {
	known, ok := c.Spec.AbeRate(c.Ledger.Year)
	if ok && c.dated() && a.AbeRate.OK() && a.AbeRate.Value.Cmp(known) != 0 && a.Post.OK() && a.Post.Value < firstInvestment {
		c.find("B-002", "rate", report.Warning, a.AbeRate.At, arg("sats", report.Numeral(a.AbeRate.Value)), arg("kjent", report.Numeral(known)), arg("aar", Year(c.Ledger.Year)))
	}
}

// firstInvestment is the first post that is no operating expense.
const firstInvestment = "30"

// abeCutBlank finds operating posts in a year of the reform for which no cut is
// typed: nothing is deducted for them.
func (c *Case) abeCutBlank() {
	for _, a := range c.Sub.Budget {
		if a.Post.OK() && a.Post.Value < firstInvestment && a.Amount.OK() && a.AbeCut.Missing() {
			c.find("B-002", "blank", report.Warning, a.AbeCut.At, c.label("bevilgning", "abe_kutt_kr"), arg("aar", Year(c.Ledger.Year)))
		}
	}
}

// abeCutNowhere finds that no post says anything of the cut in a year of the reform,
// while it is to be deducted from gains that count: the amount would be too large by
// all of it. It blocks, since no line of the section would show what is missing. A post
// of any kind may answer (net-budgeted agencies have post 50), with a zero as well; a
// blank one of an operating post has been found by abeCutBlank.
func (c *Case) abeCutNowhere() {
	if t := c.Ledger.Bridge; !c.dated() || !t.CutDeducted || t.BeforeCut.Sign() <= 0 {
		return
	}
	at := c.sheet("bevilgning")
	for i, a := range c.Sub.Budget {
		if !a.AbeCut.Missing() || !a.Post.OK() || a.Post.Value < firstInvestment {
			return
		}
		if i == 0 {
			at = c.Sub.Place(a.AbeCut.At)
		}
	}
	found := c.find("B-002", "nowhere", report.Error, report.At{}, c.label("bevilgning", "abe_kutt_kr"),
		arg("aar", Year(c.Ledger.Year)), arg("for", c.Ledger.Bridge.BeforeCut))
	found.Place = at
}

// abeCutTwice finds another cut in the frame that looks like the general cut, which is
// deducted already where its post stands: it is of the same amount, or called so.
func (c *Case) abeCutTwice() {
	var sum report.Kroner
	for _, a := range c.Sub.Budget {
		if a.AbeCut.OK() {
			sum = sum.Add(a.AbeCut.Value)
		}
	}
	if sum.Sign() <= 0 || !c.Ledger.Bridge.CutDeducted {
		return
	}
	for _, cut := range c.Sub.Cuts {
		other := cut.Type.Value == "ANNET_RAMMEKUTT" && cut.Year.Value == c.Ledger.Year && cut.Amount.OK()
		if other && (cut.Amount.Value.Cmp(sum) == 0 || namesReform(cut.Basis.Value)) {
			c.find("B-002", "twice", report.Warning, cut.Amount.At, arg("belop", cut.Amount.Value), arg("kutt", sum))
		}
	}
}

// namesReform tells whether words speak of the reform of the general cut.
func namesReform(words string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(near.Fold(words), func(r rune) bool { return !unicode.IsLetter(r) }), func(w string) bool {
		return w == "abe" || strings.HasPrefix(w, "abereform") || strings.HasPrefix(w, "abekutt") || strings.HasPrefix(w, "avbyråkrati")
	})
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
