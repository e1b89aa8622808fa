package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
)

// pending shows what is stated of gains whose measure is planned or was stopped. No
// other table needs it, since none of it enters a calculation; but the agency has
// filled it in, and next year's result is held against it.
func (c *composer) pending() {
	lines := c.lines(func(l *ledger.GainLine) bool { return !ledger.Realised(l.Measure) })
	if len(lines) == 0 {
		return
	}
	c.heading(2, "chapter.pending")
	c.paragraph("chapter.pending.about")
	g := c.table("chapter.pending.table", []Column{c.column("chapter.col.gain", Label, 0), c.column("chapter.col.class", Prose, 2),
		c.column("chapter.col.stated", Prose, 4), c.column("chapter.col.owner", Prose, 2)})
	c.eachMeasure(g, lines, func(l *ledger.GainLine) {
		g.row(Body, c.name(l.Gain.ID), join(", ", c.code("gevinstklasse", l.Gain.Class), continued(c.nature(l.Gain))), c.statedOf(l), c.said(l.Gain.Owner))
	})
	g.put()
}

// nature is a gain's type and how long it lasts.
func (c *composer) nature(g *report.Gain) Text {
	switch {
	case !g.Type.OK() && !g.Duration.OK():
		return c.empty
	case !g.Duration.OK():
		return c.code("gevinsttype", g.Type)
	case !g.Type.OK():
		return c.code("varighet", g.Duration)
	default:
		return join(", ", c.code("gevinsttype", g.Type), continued(c.code("varighet", g.Duration)))
	}
}

// statedOf lists what the agency has filled in of a gain that has not come, each
// field under the form's own name. Quality stands in the table of unpriced gains,
// and why a measure was stopped where it is told of.
func (c *composer) statedOf(l *ledger.GainLine) Text {
	g, all := l.Gain, Text(nil)
	add := func(label string, value Text) { all = join(" ", all, ended(join(": ", c.words(label), value))) }
	money := func(key string, f report.Field[report.Kroner]) {
		if f.OK() {
			add(c.label(key), c.words(c.v.Kroner(f.Value)))
		}
	}
	said := func(key string, f report.Field[string]) {
		if has(f) {
			add(c.label(key), c.said(f))
		}
	}
	if base := c.baselineWithEvidence(g); base.Plain() != c.empty.Plain() {
		add(c.say("chapter.col.baseline"), base)
	} else if has(g.BaseUnit) {
		add(c.label("nullpunkt_enhet"), c.said(g.BaseUnit))
	}
	if ledger.Priced(g) && g.Method.OK() {
		add(c.label("metode"), c.code("metode", g.Method))
	}
	if g.PriceYear.OK() {
		add(c.label("prisaar"), c.words(strconv.Itoa(g.PriceYear.Value)))
	}
	money("volum", g.Volume)
	money("enhet_for_min", g.MinutesBefore)
	money("enhet_etter_min", g.MinutesAfter)
	money("timekostnad_kr", g.HourlyCost)
	money("kostnad_for_kr", g.CostBefore)
	money("kostnad_etter_kr", g.CostAfter)
	money("belop_kr", g.Amount)
	money("uttaksgrad_pst", g.ExtractionRate)
	money("varig_driftskostnad_kr", g.RunningCost)
	money("planlagt_kr", g.Planned)
	money("helaarseffekt_kr", g.FullYear)
	money("foert_tidligere_kr", g.Earlier)
	if measured := c.measured(g); measured.Plain() != c.empty.Plain() {
		add(c.say("chapter.col.measured"), measured)
	}
	if ledger.Priced(g) {
		said("kvalitet_for", g.QualityBefore)
		said("kvalitet_etter", g.QualityAfter)
	}
	if !isStopped(l.Measure) {
		said("avvik_forklaring", g.Deviation)
	}
	if all == nil {
		return c.empty
	}
	return all
}

// label is the form's own name of a column on the sheet of gains.
func (c *composer) label(key string) string {
	for _, column := range c.sub.Spec.Sheet("gevinster").Columns {
		if column.Key == key {
			return column.Label.In(c.v.Lang())
		}
	}
	return key
}
