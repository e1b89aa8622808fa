package chapter

import (
	"slices"

	"gevinst/report"
	"gevinst/report/sector/overview"
)

// sorted is the agencies that reported, in an order of their reports; equal ones
// stay by organisation number.
func (c *sectorComposer) sorted(compare func(a, b *overview.Reported) int) []*overview.Agency {
	var all []*overview.Agency
	for i := range c.s.Agencies {
		if c.s.Agencies[i].Report != nil {
			all = append(all, &c.s.Agencies[i])
		}
	}
	slices.SortStableFunc(all, func(a, b *overview.Agency) int { return compare(a.Report, b.Report) })
	return all
}

// sectorGains shows plan and result by class, and the greatest gains.
func (c *sectorComposer) sectorGains() {
	c.heading(1, "sector.gains")
	c.heading(2, "chapter.classes")
	if len(c.s.Classes) == 0 {
		c.paragraph("chapter.classes.none", arg("year", c.year))
	} else {
		c.classes()
	}
	c.heading(2, "sector.top")
	if len(c.s.Gains) == 0 {
		c.paragraph("sector.top.none")
		return
	}
	c.paragraph("sector.top.about", arg("n", len(c.s.Gains)), arg("all", c.v.Int(c.s.Counting)))
	g := c.table("sector.top.table", []Column{c.column("chapter.cover.agency", Prose, 3), c.column("chapter.col.measure", Prose, 4),
		c.column("chapter.col.class", Prose, 2), c.column("sector.line.running", Figures, 0), c.column("chapter.col.new", Figures, 0)})
	var running, total report.Kroner
	for i := range c.s.Gains {
		x := &c.s.Gains[i]
		running, total = running.Add(x.Running), total.Add(x.New)
		g.row(Body, c.who(x.OrgNr), c.theirs(x.OrgNr, x.Measure), c.coded("gevinstklasse", x.Class), g.count(3, &x.Running), g.count(4, &x.New))
	}
	if len(c.s.Gains) > 1 {
		g.row(Sum, Words(c.say("chapter.sum")), nil, nil, g.total(3, &running), g.total(4, &total))
	}
	g.put()
}

func (c *sectorComposer) classes() {
	g := c.table("chapter.classes.table", []Column{c.column("chapter.col.class", Prose, 3), c.column("sector.col.gains", Figures, 0),
		c.column("chapter.col.planned", Figures, 0), c.column("chapter.col.realised", Figures, 0)})
	chart := &Bars{}
	alt := ""
	var plan, done *report.Kroner
	for _, x := range c.s.Classes {
		label := c.labels[report.Code{List: "gevinstklasse", Value: x.Class}]
		g.row(Body, Words(label), c.number(x.Gains), c.thousands(x.Planned), c.thousands(x.Realised))
		if bars := c.bars(result{planned: x.Planned, against: x.Realised}, c.s.Year); len(bars) > 0 {
			chart.Groups = append(chart.Groups, BarGroup{Label: label, Bars: bars})
		}
		alt = appendSentence(alt, c.say("chapter.classes.alt", arg("class", label), arg("year", c.year), arg("planned", c.money(x.Planned)), arg("realised", c.money(x.Realised))))
		if ownClass(x.Class) {
			plan, done = sum(plan, x.Planned), sum(done, x.Realised)
		}
	}
	c.sentences(c.planSentence(c.say("chapter.classes.own"), plan, done), c.say("chapter.classes.about"))
	g.note(Words(c.say("chapter.classes.note")))
	g.put()
	if len(chart.Groups) > 0 {
		c.figure(&Figure{Caption: c.planSentence(c.say("chapter.classes.own"), plan, done), Alt: alt, Chart: chart})
	}
}

// mostBars is how many bars a reader takes in.
const mostBars = 8
