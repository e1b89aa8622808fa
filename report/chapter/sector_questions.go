package chapter

import (
	"gevinst/report"
	"gevinst/report/sector/overview"
)

// questions is what the ministry may ask agencies about: never errors.
func (c *sectorComposer) questions() {
	c.heading(1, "sector.questions")
	c.paragraph("sector.questions.about")
	c.heading(2, "sector.outliers")
	c.outliers()
	c.heading(2, "sector.doubles")
	c.doubles()
}

func (c *sectorComposer) outliers() {
	if len(c.s.Outliers) == 0 {
		c.paragraph("sector.outliers.none")
		c.medians()
		return
	}
	c.paragraph("sector.outliers.count", arg("n", len(c.s.Outliers)))
	c.medians()
	g := c.table("sector.outliers.table", []Column{c.column("chapter.cover.agency", Prose, 3), c.column("chapter.col.gain", Label, 0), c.column("sector.col.question", Prose, 6)})
	for _, o := range c.s.Outliers[:min(len(c.s.Outliers), mostRows)] {
		g.row(Body, c.who(o.OrgNr), c.orNothing(o.Gain), c.words(c.question(o)))
	}
	g.cutOff("sector.cutoff.some", mostRows, len(c.s.Outliers))
	g.put()
}

func (c *sectorComposer) orNothing(s string) Text {
	if clean(s) == "" {
		return c.empty
	}
	return c.words(clean(s))
}

// question asks about one value, with what is usual.
func (c *sectorComposer) question(o overview.Outlier) string {
	usual := c.medianOf(o.Trait)
	switch o.Trait {
	case overview.HourlyCost:
		return c.say("sector.question.hourly", arg("value", c.v.Money(o.Value)), arg("median", c.v.Money(*usual)))
	case overview.ExtractionRate:
		return c.say("sector.question.rate", arg("value", c.v.Rate(o.Value)), arg("median", c.v.Rate(*usual)))
	default:
		return c.say("sector.question.manyear", arg("value", c.v.Money(o.Value)), arg("median", c.v.Money(usual.Round(2))))
	}
}

func (c *sectorComposer) medianOf(t overview.Trait) *report.Kroner {
	for _, m := range c.s.Medians {
		if m.Trait == t {
			return m.Median
		}
	}
	return nil
}

// medians says what is usual, and where too few values tell.
func (c *sectorComposer) medians() {
	var all []Text
	for _, m := range c.s.Medians {
		what := c.say(traitKey(m.Trait))
		if m.Median == nil {
			all = append(all, Words(c.say("sector.median.none", arg("what", what), arg("n", m.Values))))
			continue
		}
		value := c.v.Money(m.Median.Round(2))
		if m.Trait == overview.ExtractionRate {
			value = c.v.Rate(*m.Median)
		}
		all = append(all, Words(c.say("sector.median", arg("what", what), arg("value", value), arg("n", m.Values), arg("agencies", c.agencies(m.Agencies)))))
	}
	c.add(&List{Items: all})
}

func traitKey(t overview.Trait) string {
	return map[overview.Trait]string{overview.HourlyCost: "sector.trait.hourly", overview.ExtractionRate: "sector.trait.rate",
		overview.GainPerManYear: "sector.trait.manyear"}[t]
}

// doubles asks about gains that two agencies may both have counted.
func (c *sectorComposer) doubles() {
	if len(c.s.Doubles) == 0 {
		c.paragraph("sector.doubles.none")
		return
	}
	c.paragraph("sector.doubles.count", arg("n", len(c.s.Doubles)))
	g := c.table("sector.doubles.table", []Column{c.column("chapter.cover.agency", Prose, 4), c.column("chapter.col.gain", Label, 0), c.column("chapter.col.new", Figures, 0)})
	for _, d := range c.s.Doubles[:min(len(c.s.Doubles), mostRows)] {
		g.group(join(" ", c.wrote(d.Evidence, d.Form), c.chainWords(d)))
		for _, claim := range d.Claims {
			g.row(Body, c.who(claim.OrgNr), c.orNothing(claim.Gain), c.thousands(claim.New))
		}
	}
	g.cutOff("sector.cutoff.some", mostRows, len(c.s.Doubles))
	g.put()
}

func (c *sectorComposer) chainWords(d overview.Double) Text {
	if len(d.Chains) == 0 {
		return nil
	}
	return Words(c.say("sector.doubles.chain", arg("chains", c.v.List(d.Chains))))
}
