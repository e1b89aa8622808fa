package chapter

import (
	"strings"
	"unicode/utf8"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/text"
)

// systematic is section 1: how the agency works with efficiency, in its own words.
func (c *composer) systematic() {
	c.heading(1, "chapter.systematic")
	if !c.tell(c.agency.SystematicWork) {
		c.paragraph("chapter.systematic.none")
	}
}

// implemented is section 2.
func (c *composer) implemented() {
	c.heading(1, "chapter.implemented")
	if c.tally.done == 0 {
		c.paragraph("chapter.implemented.none")
		c.tell(c.agency.WhyNoneDone)
		return
	}
	c.tell(c.agency.WhyNoneDone)
	c.sentences(c.say("chapter.implemented.count", arg("done", c.doneCount()), arg("digital", c.digitalOf(c.tally.done, c.tally.doneDigital))), c.completed())
	c.implementedTable()
	c.heading(2, "chapter.implemented.about")
	c.describe(ledger.Realised)
}

// completed says how many of the implemented measures are completed.
func (c *composer) completed() string {
	n := 0
	for i := range c.sub.Measures {
		if c.sub.Measures[i].Status.Or("") == "AVSLUTTET" {
			n++
		}
	}
	switch {
	case n == 0:
		return ""
	case n == c.tally.done && n == 1:
		return c.say("chapter.implemented.completed.it")
	case n == c.tally.done:
		return c.say("chapter.implemented.completed.all")
	default:
		return c.say("chapter.implemented.completed", arg("n", numeral(n, c.tally.done)))
	}
}

func (c *composer) implementedTable() {
	columns := []Column{c.column("chapter.col.id", Label, 0), c.column("chapter.col.measure", Prose, 3), c.column("chapter.col.kind", Prose, 2),
		c.column("chapter.col.digital", Question, 0), c.column("chapter.col.status", Label, 0), c.column("chapter.col.effect", Label, 0)}
	if c.last.known {
		columns = append(columns, yearColumn(c.last.year))
	}
	g := c.table("chapter.implemented.table", append(columns, yearColumn(c.year)))
	counting := c.countingMeasures()
	at, total, before := len(g.Columns)-1, report.Kroner{}, (*report.Kroner)(nil)
	for i := range c.Ledger.Measures {
		line := &c.Ledger.Measures[i]
		m := line.Measure
		if !ledger.Realised(m) {
			continue
		}
		var fresh *report.Kroner
		if counting[m] {
			fresh = &line.New
		}
		cells := []Text{c.name(m.ID), c.said(m.Name), c.code("tiltakstype", m.Kind), c.yesNo(isDigital(m)), c.code("tiltak_status", m.Status), c.date(m.EffectFrom)}
		if c.last.known {
			was := c.last.fresh(m)
			before = sum(before, was)
			cells = append(cells, g.count(at-1, was))
		}
		g.row(Body, append(cells, g.count(at, fresh))...)
		total = total.Add(line.New)
	}
	if c.counted() {
		cells := make([]Text, at+1)
		cells[0] = Words(c.say("chapter.sum"))
		if c.last.known {
			cells[at-1] = g.total(at-1, before)
		}
		cells[at] = g.total(at, &total)
		g.row(Sum, cells...)
	}
	g.put()
}

// countingMeasures is the measures that have a gain that counts.
func (c *composer) countingMeasures() map[*report.Measure]bool {
	all := map[*report.Measure]bool{}
	for i := range c.Ledger.Gains {
		if g := &c.Ledger.Gains[i]; g.Counts() {
			all[g.Measure] = true
		}
	}
	return all
}

// describe lists measures with what they are about, in the agency's words.
func (c *composer) describe(want func(*report.Measure) bool) {
	list := &List{}
	for i := range c.sub.Measures {
		if m := &c.sub.Measures[i]; want(m) {
			list.Items = append(list.Items, c.about(m))
		}
	}
	c.add(list)
}

// about is one measure: its name, whether it is digital, what it is, who owns
// it, which service it is for, when it began and how it is paid for.
func (c *composer) about(m *report.Measure) Text {
	words := strong(join(" ", c.name(m.ID), c.said(m.Name)))
	if isDigital(m) {
		words = append(words, Span{Text: " (" + c.say("chapter.digital.mark") + ")"})
	}
	words = append(words, Span{Text: ". "})
	if has(m.Description) {
		words = append(join("", words, c.sentence(m.Description)), Span{Text: " "})
	}
	if has(m.Owner) {
		words = append(join("", words, Words(c.say("chapter.owner")+" "), c.sentence(m.Owner)), Span{Text: " "})
	}
	if has(m.Service) {
		words = append(join("", words, Words(c.say("chapter.service")+" "), ended(c.serviceName(m.Service))), Span{Text: " "})
	}
	return append(words, Span{Text: c.begun(m) + c.finance(m)})
}

// sentence is the agency's words with a full stop where they have no end.
func (c *composer) sentence(f report.Field[string]) Text { return ended(c.told(f)) }

// ended is the text with a full stop where it has no end: what closes a quotation or a
// bracket may stand behind its end.
func ended(t Text) Text {
	last := &t[len(t)-1]
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(last.Text, "»”“’\"')"))
	if !strings.ContainsRune(".!?:…", end) {
		last.Text += "."
	}
	return t
}

// begun says when a measure began, and when the effect of a stopped one was to begin:
// the tables of measures have those days for the others.
func (c *composer) begun(m *report.Measure) string {
	words := ""
	if m.Start.OK() && !isPlanned(m) {
		words = c.say("chapter.started", arg("when", c.v.LongDate(m.Start.Value))) + " "
	}
	if m.EffectFrom.OK() && isStopped(m) {
		words += c.say("chapter.waseffect", arg("when", c.v.LongDate(m.EffectFrom.Value))) + " "
	}
	return words
}

func (c *composer) finance(m *report.Measure) string {
	switch {
	case !m.Finance.OK():
		return c.say("chapter.finance.unknown")
	case ledger.CoFinanced(m) && m.Grant.OK() && m.Cost.OK():
		return c.say("chapter.finance.cofinanced", arg("grant", c.v.Money(m.Grant.Value)), arg("cost", c.v.Money(m.Cost.Value)))
	case m.Cost.OK():
		return c.say("chapter.finance.cost", arg("how", c.code("finansiering", m.Finance).Plain()), arg("cost", c.v.Money(m.Cost.Value)))
	default:
		return c.say("chapter.finance", arg("how", c.code("finansiering", m.Finance).Plain()))
	}
}

// planned is section 3, and what was stopped.
func (c *composer) planned() {
	c.heading(1, "chapter.planned")
	if c.tally.planned == 0 {
		c.paragraph("chapter.planned.none")
		c.tell(c.agency.WhyNonePlanned)
	} else {
		c.paragraph("chapter.planned.count", arg("planned", c.plannedCount()), arg("digital", c.digitalOf(c.tally.planned, c.tally.plannedDigital)))
		c.tell(c.agency.WhyNonePlanned)
		c.plannedTable()
		c.heading(2, "chapter.planned.about")
		c.describe(isPlanned)
	}
	if c.tally.stopped > 0 {
		c.stopped()
	}
}

// plannedTable shows what is expected of planned measures. The amounts never
// enter the calculation.
func (c *composer) plannedTable() {
	g := c.table("chapter.planned.table", []Column{c.column("chapter.col.id", Label, 0), c.column("chapter.col.measure", Prose, 3),
		c.column("chapter.col.kind", Prose, 2), c.column("chapter.col.digital", Question, 0), c.column("chapter.col.start", Label, 0),
		c.column("chapter.col.effect", Label, 0), c.column("chapter.col.expected", Figures, 0)})
	expected := c.expected()
	var total *report.Kroner
	for i := range c.sub.Measures {
		m := &c.sub.Measures[i]
		if !isPlanned(m) {
			continue
		}
		g.row(Body, c.name(m.ID), c.said(m.Name), c.code("tiltakstype", m.Kind), c.yesNo(isDigital(m)), c.date(m.Start), c.date(m.EffectFrom),
			g.count(6, expected[m]))
		total = sum(total, expected[m])
	}
	if total != nil {
		g.row(Sum, Words(c.say("chapter.sum")), nil, nil, nil, nil, nil, g.total(6, total))
	}
	g.note(Words(c.say("chapter.planned.note")))
	g.put()
}

// expected is the planned amount of each measure's gains, whoever they fall to.
func (c *composer) expected() map[*report.Measure]*report.Kroner {
	all := map[*report.Measure]*report.Kroner{}
	for i := range c.Ledger.Gains {
		line := &c.Ledger.Gains[i]
		all[line.Measure] = sum(all[line.Measure], line.Planned)
	}
	return all
}

// stopped tells of measures that were given up, with the agency's explanation.
func (c *composer) stopped() {
	c.heading(2, "chapter.stopped")
	c.paragraph("chapter.stopped.count", arg("n", text.Count(c.tally.stopped)))
	list := &List{}
	for i := range c.sub.Measures {
		m := &c.sub.Measures[i]
		if !isStopped(m) {
			continue
		}
		item := c.about(m)
		for j := range c.sub.Gains {
			if g := &c.sub.Gains[j]; c.byID[g.Measure.Or("")] == m && has(g.Deviation) {
				item = join(" ", item, c.sentence(g.Deviation))
			}
		}
		list.Items = append(list.Items, item)
	}
	c.add(list)
}
