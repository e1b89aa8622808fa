package chapter

import (
	"gevinst/report"
	"gevinst/report/sector/overview"
)

// answers shows the ministry's questions with every answer.
func (c *sectorComposer) answers() {
	c.heading(1, "sector.demands")
	if len(c.s.Demands) == 0 {
		c.paragraph("sector.demands.none")
		return
	}
	if c.s.Reporting() > mostRows {
		c.paragraph("sector.demands.appendix", c.where(c.s.Reporting()))
	}
	for i := range c.s.Demands {
		d := &c.s.Demands[i]
		asked := d.In(c.v.Lang())
		c.headed(2, c.say("chapter.demand", arg("id", c.nameWords(d.ID))))
		c.add(&Paragraph{append(strong(Words(c.say("chapter.demand.asks")+" ")), c.wrote(asked.Text, asked.Form)...)})
		c.sentences(c.answered(d), c.answersSummed(d))
		if c.s.Reporting() <= mostRows {
			c.answersTo(d)
		}
	}
}

// answered says how many have answered of those who were asked.
func (c *sectorComposer) answered(d *overview.Demand) string {
	n := 0
	for i := range d.Answers {
		if d.Answers[i].Given() {
			n++
		}
	}
	return c.say("sector.demands.count", arg("n", n), arg("all", c.v.Int(len(d.Answers))))
}

// answersSummed says what answers that can be summed come to; "" for others.
func (c *sectorComposer) answersSummed(d *overview.Demand) string {
	switch {
	case d.Sum != nil:
		return c.say("sector.demands.sum", arg("amount", c.kroner(*d.Sum)))
	case d.Kind == report.YesNoAnswer:
		yes, no := 0, 0
		for _, a := range d.Answers {
			switch a.Text {
			case "JA":
				yes++
			case "NEI":
				no++
			}
		}
		return c.say("sector.demands.yesno", arg("yes", c.v.Int(yes)), arg("no", c.v.Int(no)))
	default:
		return ""
	}
}

// answersTo shows every answer to one question.
func (c *sectorComposer) answersTo(d *overview.Demand) {
	if d.Kind == report.TableAnswer {
		c.tablesTo(d)
		return
	}
	said := c.answerColumn(c.say("sector.col.said"), d.Kind)
	if d.Kind == report.TextAnswer {
		said.Weight = 6
	}
	g := c.table("sector.demands.table", []Column{c.column("chapter.cover.agency", Prose, 2), said}, arg("id", c.nameWords(d.ID)))
	for _, a := range d.Answers[:min(len(d.Answers), mostListed)] {
		g.row(Body, c.who(a.OrgNr), c.answerCell(a.OrgNr, d.Kind, a.Text))
	}
	if d.Sum != nil {
		g.row(Sum, Words(c.say("chapter.sum")), c.words(c.v.Kroner(*d.Sum)))
	}
	g.cutOff("sector.cutoff.some", mostListed, len(d.Answers))
	g.put()
}

// tablesTo shows the tables of all agencies as one, each under its agency.
func (c *sectorComposer) tablesTo(d *overview.Demand) {
	heads := d.In(c.v.Lang()).Heads
	columns := make([]Column, 0, len(d.ColumnKinds))
	for i, kind := range d.ColumnKinds {
		columns = append(columns, c.answerColumn(clean(heads[i]), kind))
	}
	if len(columns) == 0 {
		return
	}
	g := c.table("sector.demands.table", columns, arg("id", c.nameWords(d.ID)))
	for _, a := range d.Answers[:min(len(d.Answers), mostListed)] {
		g.group(c.who(a.OrgNr))
		if len(a.Rows) == 0 {
			g.row(Body, c.words(c.say("sector.unanswered")))
		}
		for _, row := range a.Rows {
			cells := make([]Text, 0, len(columns))
			for i, kind := range d.ColumnKinds {
				cells = append(cells, c.answerCell(a.OrgNr, kind, row[i]))
			}
			g.row(Body, cells...)
		}
	}
	g.cutOff("sector.cutoff.some", mostListed, len(d.Answers))
	g.put()
}

// answerCell is a value as a record writes it, as a table shows it. One that is
// not of its kind stands as it is.
func (c *sectorComposer) answerCell(orgnr string, kind report.AnswerKind, value string) Text {
	if value == "" {
		return c.empty
	}
	k, err := report.ParseKroner(value)
	var day report.Date
	switch {
	case kind == report.AmountAnswer && err == nil:
		return c.words(c.v.Kroner(k))
	case kind == report.NumberAnswer && err == nil:
		return c.words(c.v.Short(k))
	case kind == report.DateAnswer && day.UnmarshalText([]byte(value)) == nil:
		return c.words(c.v.Date(day))
	case kind == report.YesNoAnswer:
		return c.coded("ja_nei", value)
	default:
		return c.theirs(orgnr, value)
	}
}

func (c *sectorComposer) nameWords(s string) string {
	if s = clean(s); s != "" {
		return s
	}
	return c.v.None()
}
