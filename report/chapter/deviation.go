package chapter

import (
	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/text"
)

// deviationLimit is the parameter of the set above which a deviation must be explained.
const deviationLimit = "deviation_pst"

// deviations is section 7: what came out otherwise than planned, and why.
func (c *composer) deviations() {
	c.heading(1, "chapter.deviations")
	lines := c.lines(func(l *ledger.GainLine) bool {
		return !isPlanned(l.Measure) && ledger.Priced(l.Gain) && (l.Planned != nil || realised(l) != nil)
	})
	if len(lines) == 0 {
		c.paragraph("chapter.deviations.none")
		return
	}
	limit := c.sub.Spec.Parameters[deviationLimit].Value
	beyond, unplanned, compared := 0, 0, 0
	for _, l := range lines {
		if strays(l, limit) {
			beyond++
		}
		if gap(l) != nil {
			compared++
		}
		if l.Planned == nil {
			unplanned++
		}
	}
	c.sentences(c.beyond(compared, beyond, limit), c.unplannedCount(unplanned))
	g := c.table("chapter.deviations.table", []Column{c.column("chapter.col.gain", Label, 0), c.column("chapter.col.planned", Figures, 0),
		c.column("chapter.col.realised", Figures, 0), c.column("chapter.col.gap", Figures, 0), c.column("chapter.col.gappst", Figures, 0),
		c.column("chapter.col.explanation", Prose, 4)})
	c.eachMeasure(g, lines, func(l *ledger.GainLine) {
		pst := c.empty
		if p := deviation(l); p != nil {
			pst = Words(c.v.Fixed(*p, 1))
		}
		g.row(Body, c.name(l.Gain.ID), c.thousands(l.Planned), c.thousands(realised(l)), c.thousands(gap(l)), pst, c.told(l.Gain.Deviation))
	})
	if !c.gapsAddUp(lines) {
		c.rounded = true
		g.note(Words(c.say("chapter.rounded.gap")))
	}
	g.put()
}

// gapsAddUp tells whether every deviation is also the difference between plan and
// result as they are shown.
func (c *composer) gapsAddUp(lines []*ledger.GainLine) bool {
	for _, l := range lines {
		done, g := realised(l), gap(l)
		if g != nil && done != nil && !c.addsUp(*done, *l.Planned, *g) {
			return false
		}
	}
	return true
}

func (c *composer) beyond(all, n int, limit report.Kroner) string {
	if all == 0 {
		return ""
	}
	if n == 0 {
		return c.say("chapter.deviations.within", arg("limit", c.v.Percent(limit)))
	}
	return c.say("chapter.deviations.beyond", arg("n", numeral(n, all)), arg("gains", c.say("chapter.n.gains", arg("n", text.Count(all)))), arg("limit", c.v.Percent(limit)))
}

func (c *composer) unplannedCount(n int) string {
	if n == 0 {
		return ""
	}
	return c.say("chapter.deviations.unplanned", arg("n", text.Count(n)))
}

// gap is realised less planned. A planned gain of which nothing came is a gap of
// the whole plan; without a plan there is none.
func gap(l *ledger.GainLine) *report.Kroner {
	if l.Planned == nil {
		return nil
	}
	done := realised(l)
	if done == nil {
		if ledger.Realised(l.Measure) {
			return nil
		}
		return of(l.Planned.Neg())
	}
	return of(done.Sub(*l.Planned))
}

// deviation is the gap in percent of the plan, nil where the plan is nothing.
func deviation(l *ledger.GainLine) *report.Kroner {
	g := gap(l)
	if g == nil || l.Planned.Sign() == 0 {
		return nil
	}
	return of(g.Shift(2).Quo(l.Planned.Abs()))
}

// strays tells whether a gain deviates by more than the limit in percent. Where
// nothing was planned, every result does.
func strays(l *ledger.GainLine, limit report.Kroner) bool {
	if pst := deviation(l); pst != nil {
		return pst.Abs().Cmp(limit) > 0
	}
	g := gap(l)
	return g != nil && g.Sign() != 0
}
