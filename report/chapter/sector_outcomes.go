package chapter

import (
	"slices"

	"gevinst/report"
	"gevinst/report/sector/overview"
)

// outcomeRows is how many gains of each fate are named one by one.
const outcomeRows = 10

// outcomes tells, gain by gain, what became of what the earlier year planned for this
// one, and of what was realised then.
func (c *sectorComposer) outcomes(last string) {
	by := map[overview.Fate][]*overview.Outcome{}
	for i := range c.s.Outcomes {
		o := &c.s.Outcomes[i]
		by[o.Fate] = append(by[o.Fate], o)
	}
	c.heading(2, "sector.outcomes")
	if len(c.s.Outcomes) == 0 {
		c.paragraph("sector.outcomes.none", arg("last", last), arg("year", c.year))
		return
	}
	c.sentences(c.foreseenWords(by, last), c.keptWords(by[overview.Kept], last))
	g := c.table("sector.outcomes.table", []Column{c.column("chapter.cover.agency", Prose, 3), c.column("chapter.col.measure", Prose, 4), c.column("chapter.col.gain", Label, 0),
		c.column("sector.col.foreseen", Figures, 0, arg("last", last)), c.column("sector.col.planyear", Figures, 0, arg("year", c.year)),
		c.column("sector.col.netyear", Figures, 0, arg("year", last)), c.column("sector.col.netyear", Figures, 0, arg("year", c.year))}, arg("last", last), arg("year", c.year))
	shown := 0
	for _, fate := range overview.Fates() {
		shown += c.outcomesOf(g, fate, by[fate], last)
	}
	if all := len(c.s.Outcomes); shown < all {
		g.note(Words(c.say("sector.outcomes.cutoff", arg("shown", shown), arg("all", all))))
	}
	g.put()
}

// foreseenWords tells how it went with what was planned for this year.
func (c *sectorComposer) foreseenWords(by map[overview.Fate][]*overview.Outcome, last string) string {
	n := len(c.s.Outcomes) - len(by[overview.Kept])
	if n == 0 {
		return c.say("sector.outcomes.unplanned", arg("last", last), arg("year", c.year))
	}
	var plan, done *report.Kroner
	for _, fate := range overview.Fates() {
		if fate != overview.Kept {
			s := summed(by[fate])
			plan, done = sum(plan, s[0]), sum(done, s[3])
		}
	}
	count := func(f overview.Fate) string { return c.v.Int(len(by[f])) }
	return c.say("sector.outcomes.planned", arg("n", n), arg("last", last), arg("year", c.year), arg("came", count(overview.Came)), arg("delayed", count(overview.Delayed)),
		arg("stopped", count(overview.Halted)), arg("gone", count(overview.Gone)), arg("plan", c.money(plan)), arg("done", c.orZero(done)))
}

// orZero is an amount in words where none at all is nothing.
func (c *sectorComposer) orZero(k *report.Kroner) string {
	if k == nil {
		k = &report.Kroner{}
	}
	return c.kroner(*k)
}

func (c *sectorComposer) keptWords(kept []*overview.Outcome, last string) string {
	if len(kept) == 0 {
		return ""
	}
	s := summed(kept)
	return c.say("sector.outcomes.kept", arg("n", len(kept)), arg("last", last), arg("year", c.year), arg("then", c.money(s[2])), arg("now", c.orZero(s[3])))
}

// outcomesOf lists the gains of one fate, those furthest from their plan first, and
// tells how many are shown.
func (c *sectorComposer) outcomesOf(g *grid, fate overview.Fate, all []*overview.Outcome, last string) int {
	if len(all) == 0 {
		return 0
	}
	slices.SortStableFunc(all, func(a, b *overview.Outcome) int { return distance(b).Cmp(distance(a)) })
	g.group(Words(c.say(fateKey(fate), arg("last", last), arg("year", c.year))))
	shown := all[:min(len(all), outcomeRows)]
	for _, o := range shown {
		g.row(Body, c.who(o.OrgNr), c.theirs(o.OrgNr, o.Measure), c.orNothing(o.ID), c.thousands(o.Foreseen), c.thousands(o.Planned), c.thousands(o.Before), c.thousands(o.Realised))
	}
	if s := summed(all); len(all) > 1 {
		g.row(Sub, Words(c.say("sector.outcomes.all", arg("n", len(all)))), nil, nil, c.thousands(s[0]), c.thousands(s[1]), c.thousands(s[2]), c.thousands(s[3]))
	}
	return len(shown)
}

func fateKey(f overview.Fate) string {
	return map[overview.Fate]string{overview.Came: "sector.fate.came", overview.Delayed: "sector.fate.delayed", overview.Halted: "sector.fate.stopped",
		overview.Gone: "sector.fate.gone", overview.Kept: "sector.fate.kept"}[f]
}

// summed is the sums of the four amounts in the order of the columns.
func summed(all []*overview.Outcome) (s [4]*report.Kroner) {
	for _, o := range all {
		for i, k := range []*report.Kroner{o.Foreseen, o.Planned, o.Before, o.Realised} {
			s[i] = sum(s[i], k)
		}
	}
	return s
}

// distance is how far a gain came out from what was foreseen for it, or from what it
// was the year before.
func distance(o *overview.Outcome) report.Kroner {
	var was, is report.Kroner
	for _, k := range []*report.Kroner{o.Foreseen, o.Before} {
		if k != nil {
			was = *k
			break
		}
	}
	if o.Realised != nil {
		is = *o.Realised
	}
	return is.Sub(was).Abs()
}
