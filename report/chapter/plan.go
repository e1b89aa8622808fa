package chapter

import (
	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/text"
)

// outcome is how the agency's own gains came out, told apart by what they can be
// measured against: those with plan and result, those that had no plan, and those
// of which no result is known yet.
type outcome struct {
	compared, unplanned, pending int
	plan, done                   *report.Kroner // of those compared; done is nil where nothing came of any
	withoutPlan                  *report.Kroner
	awaited                      *report.Kroner // planned, of those without a result
}

// ownOutcome sorts the own gains of measures that were to give a gain in the year.
func (c *composer) ownOutcome() outcome {
	o := outcome{}
	for _, l := range c.lines(func(l *ledger.GainLine) bool { return ownClass(l.Gain.Class.Or("")) && !isPlanned(l.Measure) }) {
		done := realised(l)
		switch {
		case gap(l) != nil:
			o.compared++
			o.plan, o.done = sum(o.plan, l.Planned), sum(o.done, done)
		case done != nil:
			o.unplanned++
			o.withoutPlan = sum(o.withoutPlan, done)
		case l.Planned != nil:
			o.pending++
			o.awaited = sum(o.awaited, l.Planned)
		}
	}
	return o
}

// planFinding tells how the agency's own gains came out against their plan, and
// how many cannot be held against one.
func (c *composer) planFinding() string {
	o := c.ownOutcome()
	gains := c.say("chapter.classes.own")
	if o.compared > 0 && o.unplanned+o.pending > 0 {
		gains = c.say("chapter.classes.own.compared", arg("n", text.Count(o.compared)))
	}
	if o.compared == 0 && o.unplanned == 0 && o.pending > 0 {
		return c.awaited(o)
	}
	if o.compared == 0 {
		return appendSentence(c.planSentence(gains, nil, o.withoutPlan), c.awaited(o))
	}
	all := c.planSentence(gains, o.plan, o.done)
	if o.unplanned > 0 {
		all = appendSentence(all, c.say("chapter.classes.withoutplan", arg("n", text.Count(o.unplanned)), arg("realised", c.v.Rough(*o.withoutPlan))))
	}
	return appendSentence(all, c.awaited(o))
}

// awaited tells of gains whose result is not known.
func (c *composer) awaited(o outcome) string {
	if o.pending == 0 {
		return ""
	}
	return c.say("chapter.classes.pending", arg("n", text.Count(o.pending)), arg("planned", c.v.Rough(*o.awaited)))
}

// besidePlan is a result, its plan and the difference. The difference has no øre where
// the two are told in millions: beside a tenth of a million they mean nothing.
func (c *writer) besidePlan(plan, done report.Kroner) []report.Arg {
	gap := done.Sub(plan).Abs()
	realised, planned := c.v.RoughPair(done, plan)
	if realised != c.v.Money(done) {
		gap = gap.Round(0)
	}
	return []report.Arg{arg("realised", realised), arg("planned", planned), arg("gap", c.v.Money(gap))}
}

// planSentence tells how gains came out against their plan.
func (c *writer) planSentence(gains string, plan, done *report.Kroner) string {
	switch {
	case plan == nil && done == nil:
		return c.say("chapter.classes.othersonly")
	case done == nil:
		return c.say("chapter.classes.nothing", arg("planned", c.v.Rough(*plan)))
	case plan == nil:
		return c.say("chapter.classes.unplanned", arg("realised", c.v.Rough(*done)))
	}
	args := append(c.besidePlan(*plan, *done), arg("gains", gains))
	switch done.Cmp(*plan) {
	case -1:
		return c.say("chapter.classes.less", args...)
	case 1:
		return c.say("chapter.classes.more", args...)
	default:
		return c.say("chapter.classes.asplanned", args...)
	}
}
