package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
)

// pricedClasses is the classes that have amounts, in the order of their telling.
func pricedClasses() []string { return []string{"BUDSJETT", "ALTERNATIV", "ANDRE_OFF", "NAERING_INNB"} }

// result is what was planned for a year and what came of it; nil where no gain
// says. What came of gains with a plan and without one stands apart: only the
// first can be held against the plan.
type result struct{ planned, realised, against, unplanned *report.Kroner }

// yearly is the results of one year by class.
type yearly struct {
	year  int
	class map[string]result
}

// byYear sums plan and result by class, over measures that were to give a gain
// in the year: implemented, and those that were stopped.
func byYear(lines []ledger.GainLine) map[string]result {
	all := map[string]result{}
	for i := range lines {
		l := &lines[i]
		if l.Measure == nil || isPlanned(l.Measure) {
			continue
		}
		class := l.Gain.Class.Or("")
		r, done := all[class], realised(l)
		r.planned, r.realised = sum(r.planned, l.Planned), sum(r.realised, done)
		if l.Planned == nil {
			r.unplanned = sum(r.unplanned, done)
		} else {
			r.against = sum(r.against, done)
		}
		all[class] = r
	}
	return all
}

// byClass shows planned and realised gains by class, as a table and as bars.
func (c *composer) byClass() {
	c.heading(2, "chapter.classes")
	now := byYear(c.Ledger.Gains)
	var years []yearly
	if c.last.known {
		years = append(years, yearly{c.last.year, byYear(c.last.lines)})
	}
	years = append(years, yearly{c.year, now})
	columns := []Column{c.column("chapter.col.class", Prose, 3)}
	for _, y := range years {
		columns = append(columns, c.resultColumns(y)...)
	}
	g := c.table("chapter.classes.table", columns)
	chart := &Bars{}
	for _, class := range pricedClasses() {
		label := c.labels[report.Code{List: "gevinstklasse", Value: class}]
		cells := []Text{Words(label)}
		group := BarGroup{Label: label}
		for _, y := range years {
			r := y.class[class]
			cells = append(cells, c.thousands(r.planned), c.thousands(r.realised))
			if y.unplanned() {
				cells = append(cells, c.thousands(r.unplanned))
			}
			group.Bars = append(group.Bars, c.bars(r, y.year)...)
			group.Bars = append(group.Bars, c.unplannedBar(r, y.year)...)
		}
		g.row(Body, cells...)
		if len(group.Bars) > 0 {
			chart.Groups = append(chart.Groups, group)
		}
	}
	if len(chart.Groups) == 0 {
		c.paragraph("chapter.classes.none", arg("year", strconv.Itoa(c.year)))
		return
	}
	finding := c.planFinding()
	c.sentences(finding, c.say("chapter.classes.about"))
	g.note(Words(c.say("chapter.classes.note")))
	g.put()
	c.figure(&Figure{Caption: finding, Alt: c.classesAlt(years), Chart: chart})
}

// unplanned tells whether a gain of the year had no plan.
func (y yearly) unplanned() bool {
	for _, class := range pricedClasses() {
		if y.class[class].unplanned != nil {
			return true
		}
	}
	return false
}

func (c *composer) resultColumns(y yearly) []Column {
	at := arg("year", strconv.Itoa(y.year))
	columns := []Column{c.column("chapter.col.plannedyear", Figures, 0, at), c.column("chapter.col.realisedyear", Figures, 0, at)}
	if y.unplanned() {
		columns = append(columns, c.column("chapter.col.unplanned", Figures, 0))
	}
	return columns
}

// bars is plan and result of one class in one year, of the gains that had a plan;
// an amount that does not exist has no bar.
func (c *writer) bars(r result, year int) []Bar {
	var all []Bar
	at := arg("year", strconv.Itoa(year))
	if r.planned != nil {
		all = append(all, Bar{c.say("chapter.col.plannedyear", at), c.inThousands(*r.planned), *r.planned, Wanted})
	}
	if r.against != nil {
		all = append(all, Bar{c.say("chapter.col.realisedyear", at), c.inThousands(*r.against), *r.against, Done})
	}
	return all
}

// unplannedBar is what came of gains that had no plan, apart from what had one.
func (c *writer) unplannedBar(r result, year int) []Bar {
	if r.unplanned == nil {
		return nil
	}
	return []Bar{{c.say("chapter.classes.bar.unplanned", arg("year", strconv.Itoa(year))), c.inThousands(*r.unplanned), *r.unplanned, Done}}
}

func ownClass(class string) bool { return class == "BUDSJETT" || class == "ALTERNATIV" }

// classesAlt says every bar in words.
func (c *composer) classesAlt(years []yearly) string {
	alt := ""
	for _, y := range years {
		for _, class := range pricedClasses() {
			alt = appendSentence(alt, c.classAlt(class, y.year, y.class[class]))
		}
	}
	return alt
}

func (c *composer) classAlt(class string, year int, r result) string {
	label, at := arg("class", c.labels[report.Code{List: "gevinstklasse", Value: class}]), arg("year", strconv.Itoa(year))
	alt := ""
	if r.planned != nil || r.against != nil {
		alt = c.say("chapter.classes.alt", label, at, arg("planned", c.money(r.planned)), arg("realised", c.money(r.against)))
	}
	if r.unplanned != nil {
		alt = appendSentence(alt, c.say("chapter.classes.alt.unplanned", label, at, arg("realised", c.kroner(*r.unplanned))))
	}
	return alt
}

// money is an amount in words, or that none is stated.
func (c *writer) money(k *report.Kroner) string {
	if k == nil {
		return c.say("chapter.unstated")
	}
	return c.kroner(*k)
}

func appendSentence(all, s string) string {
	if all == "" || s == "" {
		return all + s
	}
	return all + " " + s
}
