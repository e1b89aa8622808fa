package check

import (
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/near"
)

// balanced tells whether the bridge may be judged: with an operand missing,
// every total is a consequence of that.
func (c *Case) balanced() bool { return len(c.Ledger.Incomplete) == 0 && c.dated() }

// firstUse is where to look for what is used.
func (c *Case) firstUse(want func(*report.Reallocation) bool) report.At {
	for i := range c.Sub.Uses {
		if u := &c.Sub.Uses[i]; u.Amount.OK() && want(u) {
			return u.Amount.At
		}
	}
	return report.At{}
}

// usedTooMuch: O-001, more is reallocated than there is.
func usedTooMuch(c *Case) {
	t := c.Ledger.Bridge
	if c.balanced() && t.Used.Sign() > 0 && t.Used.Cmp(t.Reallocable) > 0 {
		c.find("O-001", "", report.Error, c.firstUse(func(*report.Reallocation) bool { return true }),
			arg("brukt", t.Used), arg("kan", t.Reallocable), arg("over", t.Used.Sub(t.Reallocable)))
	}
}

// boughtWithTime: O-006, freed working time pays no invoice.
func boughtWithTime(c *Case) {
	withoutManYears(c)
	t := c.Ledger.Bridge
	if c.balanced() && t.UsedMoney.Sign() > 0 && t.UsedMoney.Cmp(t.ReallocMoney) > 0 {
		c.find("O-006", "", report.Error, c.firstUse(func(u *report.Reallocation) bool { return u.Kind.Value != ledger.WorkingTime }),
			arg("brukt", t.UsedMoney), arg("kan", t.ReallocMoney))
	}
	c.moreTimeThanFreed()
	c.manYearsFit()
}

// moreTimeThanFreed: O-006, what is called freed working time is more of it than the
// gains freed, so part of it must be something else.
func (c *Case) moreTimeThanFreed() {
	t := c.Ledger.Bridge
	used := t.Used.Sub(t.UsedMoney)
	if c.balanced() && used.Sign() > 0 && used.Cmp(t.Time) > 0 {
		c.find("O-006", "time", report.Warning, c.firstUse(func(u *report.Reallocation) bool { return u.Kind.Value == ledger.WorkingTime }),
			arg("brukt", used), arg("kan", t.Time))
	}
}

// withoutManYears: O-006, working time is moved and nobody says how much of it: a
// purchase could stand there as well. A zero may be a share of a man-year that was
// rounded away, so one counts only where even the dearest man-year would show.
func withoutManYears(c *Case) {
	shows := c.Sub.Agency.HoursPerYear.Value.Mul(c.parameter("hourly_cost_high_kr")).Percent(report.MustKroner("5"))
	for _, u := range c.Sub.Uses {
		if u.Kind.Value != ledger.WorkingTime || !u.Amount.OK() || u.Amount.Value.Sign() <= 0 {
			continue
		}
		zero := u.ManYears.OK() && u.ManYears.Value.Sign() <= 0 && u.Amount.Value.Cmp(shows) >= 0
		if u.ManYears.Missing() || zero {
			c.find("O-006", "manyears", report.Warning, u.ManYears.At, c.label("omdisponering", "aarsverk"), arg("linje", u.ID.Value))
		}
	}
}

// restUnexplained: O-002, something remains and nobody says why.
func restUnexplained(c *Case) {
	if why := c.Sub.Agency.WhyRest; c.balanced() && c.Ledger.Bridge.Rest.Sign() > 0 && !explained(why) {
		c.find("O-002", "", report.Warning, why.At, c.label("virksomhet", "rest_begrunnelse"), arg("rest", c.Ledger.Bridge.Rest))
	}
}

// areaSaysNothing: O-003, a priority area that is just "drift".
func areaSaysNothing(c *Case) {
	empty := []string{"drift", "drifta", "ordinær drift", "drift generelt", "operations", "diverse", "annet", "anna", "div", "div."}
	for _, u := range c.Sub.Uses {
		if u.Area.OK() && slices.Contains(empty, strings.Trim(near.Fold(u.Area.Value), ".")) {
			c.find("O-003", "vague", report.Warning, u.Area.At, arg("funnet", u.Area.Value))
		}
	}
}

// revenueChapter: V-006, a use on a revenue chapter.
func revenueChapter(c *Case) {
	for _, u := range c.Sub.Uses {
		if u.Chapter.OK() && u.Chapter.Value >= firstRevenue {
			c.find("V-006", "", report.Warning, u.Chapter.At, arg("kapittel", Year(u.Chapter.Value)))
		}
	}
}

// needsAuthority: O-004, a use that crosses chapters or kinds of posts.
func needsAuthority(c *Case) {
	chapters := map[int]bool{}
	for _, a := range c.Sub.Budget {
		if a.Chapter.OK() {
			chapters[a.Chapter.Value] = true
		}
	}
	for _, u := range c.Sub.Uses {
		switch {
		case u.Chapter.OK() && len(chapters) > 0 && !chapters[u.Chapter.Value] && u.Chapter.Value < 3000:
			c.find("O-004", "chapter", report.Warning, u.Chapter.At, arg("linje", u.ID.Value), arg("kapittel", u.Chapter.Value))
		case u.Post.OK() && u.Post.Value >= "60":
			c.find("O-004", "transfer", report.Warning, u.Post.At, arg("linje", u.ID.Value), arg("post", u.Post.Value))
		case u.Post.OK() && u.Post.Value >= firstInvestment:
			c.find("O-004", "investment", report.Warning, u.Post.At, arg("linje", u.ID.Value), arg("post", u.Post.Value))
		}
	}
}

// permanentFromOneOff: O-005, permanent uses beyond what permanent gains carry.
func permanentFromOneOff(c *Case) {
	if !c.balanced() {
		return
	}
	var carried, used report.Kroner
	for i := range c.Ledger.Gains {
		if line := &c.Ledger.Gains[i]; line.Counts() && line.Gain.Duration.Value == "VARIG" {
			carried = carried.Add(*line.New)
		}
	}
	t := c.Ledger.Bridge
	carried = carried.Sub(t.CoFinance).Sub(t.FrameCut).Max(report.Kroner{})
	var first report.At
	for _, u := range c.Sub.Uses {
		if u.Permanent.OK() && u.Permanent.Value && u.Amount.OK() {
			used = used.Add(u.Amount.Value)
			if first.Row == 0 {
				first = u.Permanent.At
			}
		}
	}
	if used.Cmp(carried) > 0 {
		c.find("O-005", "", report.Warning, first, arg("brukt", used), arg("varig", carried))
	}
}
