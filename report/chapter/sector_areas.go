package chapter

import (
	"slices"

	"gevinst/report"
	"gevinst/report/sector/overview"
)

// areas shows what freed resources are used for, by priority area: first those of the
// ministry, those that nobody uses too, then what else agencies use them for.
func (c *sectorComposer) areas() {
	c.heading(1, "sector.areas")
	ours, others := c.areasApart()
	if len(c.s.Uses) == 0 {
		c.paragraph("chapter.used.none")
		return
	}
	c.sentences(c.usedWords(), c.restWords(), c.priorityWords(ours, others))
	g := c.table("sector.areas.table", []Column{c.column("sector.col.area", Prose, 4), c.column("sector.col.agencies", Figures, 0), c.column("sector.col.time", Figures, 0),
		c.column("sector.col.money", Figures, 0), c.column("chapter.col.manyears", Figures, 0), c.column("chapter.col.amount", Figures, 0)})
	all := &overview.Area{}
	if len(ours) > 0 {
		g.group(Words(c.say("sector.areas.ours")))
		c.areaRows(g, ours, len(ours), all)
		if len(others) > 0 {
			g.group(Words(c.say("sector.areas.others")))
		}
	}
	c.areaRows(g, others, mostRows, all)
	g.row(Sum, Words(c.say("chapter.sum")), nil, g.total(2, &all.Time), g.total(3, of(all.Amount.Sub(all.Time))), c.manYears(all.ManYears), g.total(5, &all.Amount))
	g.put()
	c.areaChart()
}

// areasApart is the areas of the ministry and the others.
func (c *sectorComposer) areasApart() (ours, others []overview.Area) {
	at := slices.IndexFunc(c.s.Uses, func(a overview.Area) bool { return a.Priority == nil })
	if at < 0 {
		at = len(c.s.Uses)
	}
	return c.s.Uses[:at], c.s.Uses[at:]
}

// priorityWords says which of the ministry's areas nobody uses anything for, and what
// is used outside them.
func (c *sectorComposer) priorityWords(ours, others []overview.Area) string {
	if len(ours) == 0 {
		return ""
	}
	var unused []string
	for i := range ours {
		if ours[i].Lines == 0 {
			unused = append(unused, c.areaWords(&ours[i]))
		}
	}
	var outside report.Kroner
	for _, a := range others {
		outside = outside.Add(a.Amount)
	}
	said := c.say("sector.areas.allused", arg("n", len(ours)))
	if len(unused) > 0 {
		said = c.say("sector.areas.unused", arg("n", len(unused)), arg("all", c.v.Int(len(ours))), arg("names", c.v.List(unused)))
	}
	if outside.Sign() != 0 {
		said = appendSentence(said, c.say("sector.areas.outside", arg("amount", c.kroner(outside))))
	}
	return said
}

// areaRows adds a row an area, and what it comes to to all.
func (c *sectorComposer) areaRows(g *grid, areas []overview.Area, most int, all *overview.Area) {
	rest := overview.Area{}
	for i := range areas {
		a := &areas[i]
		all.Amount, all.Time, all.ManYears = all.Amount.Add(a.Amount), all.Time.Add(a.Time), sum(all.ManYears, a.ManYears)
		if i >= most {
			rest.Amount, rest.Time, rest.ManYears = rest.Amount.Add(a.Amount), rest.Time.Add(a.Time), sum(rest.ManYears, a.ManYears)
			continue
		}
		g.row(Body, c.areaName(a), c.number(len(a.Agencies)), g.count(2, of(a.Time)), g.count(3, of(a.Amount.Sub(a.Time))), c.manYears(a.ManYears), g.count(5, of(a.Amount)))
	}
	if n := len(areas) - most; n > 0 {
		g.row(Body, Words(c.say("chapter.n.areas", arg("n", n))), nil, g.count(2, &rest.Time), g.count(3, of(rest.Amount.Sub(rest.Time))), c.manYears(rest.ManYears), g.count(5, &rest.Amount))
	}
}

// areaWords is an area's name: the ministry's in the language of the report where it
// has one, else as it was first written.
func (c *sectorComposer) areaWords(a *overview.Area) string {
	if a.Priority != nil {
		if own := a.Priority.In(c.v.Lang()); own != "" {
			return c.inSentence(clean(own))
		}
	}
	return c.inSentence(clean(a.Name))
}

func (c *sectorComposer) areaName(a *overview.Area) Text {
	switch {
	case a.Priority != nil && a.Priority.In(c.v.Lang()) != "":
		return c.words(clean(a.Priority.In(c.v.Lang())))
	case clean(a.Name) == "":
		return Words(c.say("chapter.area.none"))
	default:
		return c.wrote(a.Name, a.Form)
	}
}

// areaChart draws the greatest areas as bars.
func (c *sectorComposer) areaChart() {
	used := slices.DeleteFunc(slices.Clone(c.s.Uses), func(a overview.Area) bool { return a.Lines == 0 })
	slices.SortStableFunc(used, func(a, b overview.Area) int { return b.Amount.Cmp(a.Amount) })
	chart := &Bars{}
	alt := ""
	for i := range used[:min(len(used), mostBars)] {
		a := &used[i]
		name := c.areaName(a).Plain()
		chart.Groups = append(chart.Groups, BarGroup{Label: name, Bars: []Bar{{c.say("chapter.bridge.used"), c.inThousands(a.Amount), a.Amount, Done}}})
		alt = appendSentence(alt, c.say("sector.areas.alt", arg("area", name), arg("amount", c.kroner(a.Amount))))
	}
	if len(chart.Groups) > 1 {
		c.figure(&Figure{Caption: c.usedWords(), Alt: alt, Chart: chart})
	}
}
