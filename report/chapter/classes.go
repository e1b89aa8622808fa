package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
)

// pricedClasses is the classes that have amounts, in the order of their telling.
func pricedClasses() []string { return []string{"BUDSJETT", "ALTERNATIV", "ANDRE_OFF", "NAERING_INNB"} }

// result is what was planned for a year and what came of it; nil where no gain says.
type result struct{ planned, realised *report.Kroner }

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
		all[class] = result{sum(all[class].planned, l.Planned), sum(all[class].realised, realised(l))}
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
		columns = append(columns, c.resultColumns(y.year)...)
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
			group.Bars = append(group.Bars, c.bars(r, y.year)...)
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
	plan, done := totals(now)
	c.sentences(c.planSentence(plan, done), c.say("chapter.classes.about"))
	g.note(Words(c.say("chapter.classes.note")))
	g.put()
	c.figure(&Figure{Caption: c.planSentence(plan, done), Alt: c.classesAlt(years), Chart: chart})
}

func (c *composer) resultColumns(year int) []Column {
	return []Column{c.column("chapter.col.plannedyear", Figures, 0, arg("year", strconv.Itoa(year))),
		c.column("chapter.col.realisedyear", Figures, 0, arg("year", strconv.Itoa(year)))}
}

// bars is the bars of one class in one year; an amount that does not exist has none.
func (c *writer) bars(r result, year int) []Bar {
	var all []Bar
	at := arg("year", strconv.Itoa(year))
	if r.planned != nil {
		all = append(all, Bar{c.say("chapter.col.plannedyear", at), c.inThousands(*r.planned), *r.planned, Wanted})
	}
	if r.realised != nil {
		all = append(all, Bar{c.say("chapter.col.realisedyear", at), c.inThousands(*r.realised), *r.realised, Done})
	}
	return all
}

func totals(all map[string]result) (planned, realised *report.Kroner) {
	for _, class := range pricedClasses() {
		if ownClass(class) {
			planned, realised = sum(planned, all[class].planned), sum(realised, all[class].realised)
		}
	}
	return planned, realised
}

func ownClass(class string) bool { return class == "BUDSJETT" || class == "ALTERNATIV" }

// planSentence tells how the agency's own gains came out against their plan.
func (c *writer) planSentence(plan, done *report.Kroner) string {
	switch {
	case plan == nil && done == nil:
		return c.say("chapter.classes.othersonly")
	case done == nil:
		return c.say("chapter.classes.nothing", arg("planned", c.v.Rough(*plan)))
	case plan == nil:
		return c.say("chapter.classes.unplanned", arg("realised", c.v.Rough(*done)))
	}
	args := []report.Arg{arg("realised", c.v.Rough(*done)), arg("planned", c.v.Rough(*plan)), arg("gap", c.v.Money(done.Sub(*plan).Abs()))}
	switch done.Cmp(*plan) {
	case -1:
		return c.say("chapter.classes.less", args...)
	case 1:
		return c.say("chapter.classes.more", args...)
	default:
		return c.say("chapter.classes.asplanned", args...)
	}
}

// classesAlt says every bar in words.
func (c *composer) classesAlt(years []yearly) string {
	alt := ""
	for _, y := range years {
		year := strconv.Itoa(y.year)
		for _, class := range pricedClasses() {
			if r := y.class[class]; r.planned != nil || r.realised != nil {
				alt = appendSentence(alt, c.say("chapter.classes.alt", arg("class", c.labels[report.Code{List: "gevinstklasse", Value: class}]),
					arg("year", year), arg("planned", c.money(r.planned)), arg("realised", c.money(r.realised))))
			}
		}
	}
	return alt
}

// money is an amount in words, or that none is stated.
func (c *writer) money(k *report.Kroner) string {
	if k == nil {
		return c.say("chapter.unstated")
	}
	return c.v.Money(*k)
}

func appendSentence(all, s string) string {
	if all == "" {
		return s
	}
	return all + " " + s
}
