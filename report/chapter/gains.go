package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/text"
)

// gains is section 5: all gains by class, then each class of gain by itself.
func (c *composer) gains() {
	c.heading(1, "chapter.gains")
	if len(c.Ledger.Gains) == 0 {
		c.paragraph("chapter.gains.none")
		return
	}
	c.byClass()
	c.ownGains()
	c.otherGains()
	c.unpriced()
	c.baselines()
	c.pending()
}

// ownGains shows the agency's own money and time, from gross to new net gain.
func (c *composer) ownGains() {
	c.heading(2, "chapter.own")
	lines := c.lines(func(l *ledger.GainLine) bool { return ledger.Own(l.Gain) && ledger.Realised(l.Measure) })
	if len(lines) == 0 {
		c.paragraph("chapter.own.none")
		return
	}
	c.paragraph("chapter.own.about", arg("n", text.Count(len(lines))), arg("year", strconv.Itoa(c.year)))
	g := c.gainsTable("chapter.own.table", lines, "chapter.col.netlast", func(l *ledger.GainLine) []*report.Kroner {
		return []*report.Kroner{l.Gross, l.Taken, l.Net, l.Earlier, counting(l)}
	}, "chapter.col.gross", "chapter.col.taken", "chapter.col.net", "chapter.col.earlier", "chapter.col.new")
	g.note(Words(c.say("chapter.own.note")))
	g.put()
}

// gainsTable begins a table of gains by measure: a column for each of their amounts, one for
// what they came to last year where that is known, and their sums.
func (c *composer) gainsTable(caption string, lines []*ledger.GainLine, last string, amounts func(*ledger.GainLine) []*report.Kroner, keys ...string) *grid {
	columns := []Column{c.column("chapter.col.gain", Label, 0), c.column("chapter.col.class", Prose, 3)}
	first := len(columns)
	for _, key := range keys {
		columns = append(columns, c.column(key, Figures, 0))
	}
	if c.last.known {
		columns = append(columns, c.column(last, Figures, 0, arg("year", strconv.Itoa(c.last.year))))
	}
	g := c.table(caption, columns)
	totals := make([]*report.Kroner, len(columns))
	c.eachMeasure(g, lines, func(l *ledger.GainLine) {
		all := amounts(l)
		if c.last.known {
			all = append(all, c.last.realised(l.Gain))
		}
		cells := []Text{c.name(l.Gain.ID), c.class(l)}
		for i, amount := range all {
			totals[first+i] = sum(totals[first+i], amount)
			cells = append(cells, g.count(first+i, amount))
		}
		g.row(Body, cells...)
	})
	cells := []Text{Words(c.say("chapter.sum")), nil}
	for i := first; i < len(columns); i++ {
		cells = append(cells, g.total(i, totals[i]))
	}
	g.row(Sum, cells...)
	return g
}

// counting is a line's new net gain where it counts.
func counting(l *ledger.GainLine) *report.Kroner {
	if l.Counts() {
		return l.New
	}
	return nil
}

// class is a gain's class in words, and why it does not count where it does not.
func (c *composer) class(l *ledger.GainLine) Text {
	words := c.code("gevinstklasse", l.Gain.Class)
	if ledger.Own(l.Gain) && !l.Counts() {
		words = append(words, Span{Text: ", " + c.say("chapter.notcounted")})
	}
	return words
}

// otherGains shows priced gains that fall to others. They never enter the amount.
func (c *composer) otherGains() {
	c.heading(2, "chapter.others")
	lines := c.lines(func(l *ledger.GainLine) bool {
		return ledger.Priced(l.Gain) && !ledger.Own(l.Gain) && ledger.Realised(l.Measure)
	})
	if len(lines) == 0 {
		c.paragraph("chapter.others.none")
		return
	}
	c.paragraph("chapter.others.about", arg("n", text.Count(len(lines))))
	c.gainsTable("chapter.others.table", lines, "chapter.col.realisedlast", func(l *ledger.GainLine) []*report.Kroner {
		return []*report.Kroner{l.Planned, realised(l)}
	}, "chapter.col.planned", "chapter.col.realised").put()
}

// unpriced shows gains that are not valued in kroner, with baseline and result.
func (c *composer) unpriced() {
	c.heading(2, "chapter.unpriced")
	lines := c.lines(func(l *ledger.GainLine) bool { return !ledger.Priced(l.Gain) })
	if len(lines) == 0 {
		c.paragraph("chapter.unpriced.none")
		return
	}
	c.paragraph("chapter.unpriced.about", arg("n", text.Count(len(lines))))
	g := c.table("chapter.unpriced.table", []Column{c.column("chapter.col.gain", Label, 0), c.column("chapter.col.before", Prose, 3),
		c.column("chapter.col.after", Prose, 3)})
	c.eachMeasure(g, lines, func(l *ledger.GainLine) {
		g.row(Body, c.name(l.Gain.ID), c.orSay(c.before(l.Gain), "chapter.unpriced.nobaseline"), c.result(l))
	})
	g.put()
}

// orSay is a value, or in words what is missing.
func (c *composer) orSay(value Text, missing string) Text {
	if value.Plain() != c.empty.Plain() {
		return value
	}
	return c.words(c.say(missing))
}

// result is what an unpriced gain came to, or why there is none: it ought to have
// one where its measure is implemented. What explains it follows.
func (c *composer) result(l *ledger.GainLine) Text {
	missing := "chapter.unpriced.noresult"
	if isPlanned(l.Measure) {
		missing = "chapter.unpriced.planned"
	}
	words := c.orSay(c.said(l.Gain.QualityAfter), missing)
	if has(l.Gain.Deviation) && ledger.Realised(l.Measure) {
		words = join(" ", ended(words), c.told(l.Gain.Deviation))
	}
	return words
}

// before is the state before the measure: in the agency's words, else its baseline.
func (c *composer) before(g *report.Gain) Text {
	if has(g.QualityBefore) {
		return c.said(g.QualityBefore)
	}
	return c.baseline(g)
}

// baseline is a gain's baseline with its unit: "35 minutter per søknad".
func (c *composer) baseline(g *report.Gain) Text {
	switch {
	case !g.BaseValue.OK():
		return c.empty
	case !has(g.BaseUnit):
		return c.amount(g.BaseValue)
	default:
		return join("\u00a0", c.amount(g.BaseValue), c.said(g.BaseUnit))
	}
}

// baselineWithEvidence is a gain's baseline, and what it was measured by and when.
func (c *composer) baselineWithEvidence(g *report.Gain) Text {
	switch {
	case !has(g.BaseEvidence) && !g.BaseDate.OK():
		return c.baseline(g)
	case !g.BaseValue.OK():
		return c.evidence(g.BaseEvidence, g.BaseDate)
	default:
		return join(". ", c.baseline(g), c.evidence(g.BaseEvidence, g.BaseDate))
	}
}

// measured is what a result was measured by and when.
func (c *composer) measured(g *report.Gain) Text {
	return c.evidence(g.MeasuredBy, g.MeasuredOn)
}

// evidence is a source and a date, as far as they are known.
func (c *composer) evidence(by report.Field[string], on report.Field[report.Date]) Text {
	switch {
	case has(by) && on.OK():
		return append(c.said(by), Span{Text: " (" + c.v.Date(on.Value) + ")"})
	case on.OK():
		return c.date(on)
	default:
		return c.said(by)
	}
}

// baselines shows for every gain of an implemented measure what was measured against
// what, and who answers for it: an auditor's first question.
func (c *composer) baselines() {
	lines := c.lines(func(l *ledger.GainLine) bool { return ledger.Realised(l.Measure) })
	if len(lines) == 0 {
		return
	}
	c.heading(2, "chapter.baselines")
	c.paragraph("chapter.baselines.about")
	g := c.table("chapter.baselines.table", []Column{c.column("chapter.col.gain", Label, 0), c.column("chapter.col.nature", Prose, 2), c.column("chapter.col.baseline", Prose, 3),
		c.column("chapter.col.measured", Prose, 3), c.column("chapter.col.owner", Prose, 2)})
	c.eachMeasure(g, lines, func(l *ledger.GainLine) {
		g.row(Body, c.name(l.Gain.ID), c.nature(l.Gain), c.withQuality(c.baselineWithEvidence(l.Gain), l.Gain, l.Gain.QualityBefore),
			c.withQuality(c.orSay(c.measured(l.Gain), "chapter.baselines.unmeasured"), l.Gain, l.Gain.QualityAfter), c.said(l.Gain.Owner))
	})
	g.put()
}

// withQuality adds what the agency says of the quality beside a priced gain; of one
// that is not priced it stands in a table of its own.
func (c *composer) withQuality(words Text, g *report.Gain, quality report.Field[string]) Text {
	if !ledger.Priced(g) || !has(quality) {
		return words
	}
	return join(" ", ended(words), c.said(quality))
}

// lines picks gain lines whose measure is known, in the order of the workbook.
func (c *composer) lines(want func(*ledger.GainLine) bool) []*ledger.GainLine {
	var all []*ledger.GainLine
	for i := range c.Ledger.Gains {
		if l := &c.Ledger.Gains[i]; l.Measure != nil && want(l) {
			all = append(all, l)
		}
	}
	return all
}

// eachMeasure visits lines grouped by measure, in the order in which the
// measures first have a line, and puts the measure's name over each group.
func (c *composer) eachMeasure(g *grid, lines []*ledger.GainLine, row func(*ledger.GainLine)) {
	var order []*report.Measure
	groups := map[*report.Measure][]*ledger.GainLine{}
	for _, l := range lines {
		if groups[l.Measure] == nil {
			order = append(order, l.Measure)
		}
		groups[l.Measure] = append(groups[l.Measure], l)
	}
	for _, m := range order {
		g.group(join(" ", c.name(m.ID), c.said(m.Name)))
		for _, l := range groups[m] {
			row(l)
		}
	}
}
