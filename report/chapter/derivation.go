package chapter

import (
	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/text"
)

// derivations shows how each realised, priced gain was computed, in its own numbers.
func (c *composer) derivations() {
	lines := c.lines(func(l *ledger.GainLine) bool { return l.Gross != nil })
	if len(lines) == 0 {
		return
	}
	c.heading(2, "chapter.derivations")
	c.paragraph("chapter.derivations.about")
	g := c.table("chapter.derivations.table", []Column{c.column("chapter.col.gain", Label, 0), c.column("chapter.col.method", Prose, 2),
		c.column("chapter.col.sum", Prose, 5)})
	c.eachMeasure(g, lines, func(l *ledger.GainLine) {
		g.row(Body, c.name(l.Gain.ID), c.code("metode", l.Gain.Method), Words(c.derivation(l)))
	})
	g.put()
}

// derivation is the arithmetic of one gain from its cells to its net, in kroner.
func (c *composer) derivation(l *ledger.GainLine) string {
	words := c.grossWords(l)
	if l.Net != nil {
		words += " " + c.say("chapter.derivation.net", arg("rate", c.rate(l.Gain.ExtractionRate)), arg("running", c.v.Kroner(l.Gain.RunningCost.Value)),
			arg("net", c.v.Money(*l.Net)))
	}
	return words
}

func (c *composer) grossWords(l *ledger.GainLine) string {
	g := l.Gain
	gross := arg("gross", c.v.Money(*l.Gross))
	switch {
	case g.Method.Value == "TID_VOLUM":
		return c.say("chapter.derivation.time", arg("volume", c.v.Short(g.Volume.Value)), arg("before", c.v.Short(g.MinutesBefore.Value)),
			arg("after", c.v.Short(g.MinutesAfter.Value)), arg("hours", c.v.Hours(*l.Hours)), arg("cost", c.v.Kroner(g.HourlyCost.Value)), gross)
	case g.Method.Value == "KRONER_DIFF" && c.indexed(g):
		return c.say("chapter.derivation.diff.index", arg("before", c.v.Kroner(g.CostBefore.Value)), arg("after", c.v.Kroner(g.CostAfter.Value)),
			arg("now", c.indexOf(c.year)), arg("then", c.indexOf(g.PriceYear.Value)), gross)
	case g.Method.Value == "KRONER_DIFF":
		return c.say("chapter.derivation.diff", arg("before", c.v.Kroner(g.CostBefore.Value)), arg("after", c.v.Kroner(g.CostAfter.Value)), gross)
	case c.indexed(g):
		return c.say("chapter.derivation.fixed.index", arg("amount", c.v.Kroner(g.Amount.Value)),
			arg("now", c.indexOf(c.year)), arg("then", c.indexOf(g.PriceYear.Value)), gross)
	default:
		return c.say("chapter.derivation.fixed", gross)
	}
}

func (c *composer) indexed(g *report.Gain) bool {
	return g.PriceYear.OK() && g.PriceYear.Value != c.year
}

// indexOf is the index of a year: its first row, as the ledger takes it.
func (c *composer) indexOf(year int) string {
	for _, p := range c.sub.Index {
		if p.Year.OK() && p.Year.Value == year && p.Index.OK() {
			return c.v.Short(p.Index.Value)
		}
	}
	return c.v.None()
}

// remarks lists the warnings that were accepted, with the agency's explanation.
func (c *composer) remarks() {
	c.heading(2, "chapter.remarks")
	n := 0
	for _, r := range c.Remarks {
		if r.Finding.Severity == report.Warning {
			n++
		}
	}
	if n == 0 {
		c.paragraph("chapter.remarks.none")
		return
	}
	c.paragraph("chapter.remarks.count", arg("n", text.Count(n)))
	for _, r := range c.Remarks {
		if r.Finding.Severity == report.Warning {
			c.cite(c.sub.Spec.Rules[r.Finding.Rule].Source)
			c.add(&Note{Title: c.remarkTitle(r.Finding), Text: c.remark(r)})
		}
	}
}

func (c *composer) remarkTitle(f report.Finding) string {
	if f.Place.Sheet == "" {
		return f.Rule
	}
	return c.say("chapter.remark.title", arg("rule", f.Rule), arg("place", f.Place))
}

func (c *composer) remark(r Remark) Text {
	words := Words(clean(r.Sentence) + " ")
	why := c.explanation(r.Finding)
	if why == nil {
		return append(words, Span{Text: c.say("chapter.remark.unexplained")})
	}
	return append(append(words, Span{Text: c.say("chapter.remark.explained") + " "}), why...)
}

// explanation is what the agency wrote to the row that a finding is about: the
// deviation's explanation of a gain, the reason why something remains.
func (c *composer) explanation(f report.Finding) Text {
	for i := range c.sub.Gains {
		g := &c.sub.Gains[i]
		if at := c.sub.Place(g.ID.At); at.Sheet == f.Place.Sheet && at.Row == f.Place.Row && at.Row > 0 && has(g.Deviation) {
			return c.said(g.Deviation)
		}
	}
	if f.Rule == restRule && has(c.agency.WhyRest) {
		return c.said(c.agency.WhyRest)
	}
	return nil
}

// restRule is the rule about a remainder, which the agency explains on its first sheet.
const restRule = "O-002"
