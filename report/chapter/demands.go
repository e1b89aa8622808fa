package chapter

import (
	"gevinst/report"
	"gevinst/report/text"
)

// demands is section 8: the ministry's own requirements and their answers.
func (c *composer) demands() {
	c.heading(1, "chapter.demands")
	if len(c.sub.Demands) == 0 {
		c.paragraph("chapter.demands.none")
		return
	}
	c.paragraph("chapter.demands.count", arg("n", text.Count(len(c.sub.Demands))))
	for i := range c.sub.Demands {
		d := &c.sub.Demands[i]
		c.headed(2, c.say("chapter.demand", arg("id", c.name(d.ID).Plain())))
		c.add(&Paragraph{append(strong(Words(c.say("chapter.demand.asks")+" ")), c.told(d.Text)...)})
		if !c.answered(d) {
			c.paragraph("chapter.demand.unanswered")
		}
	}
}

// answered prints the answer to a requirement and tells whether there was one.
func (c *composer) answered(d *report.Demand) bool {
	switch a := &d.Answer; {
	case a.Kind == report.TableAnswer:
		return c.answerTable(d)
	case a.Kind == report.TextAnswer:
		return c.tell(report.Field[string]{Value: a.Text, At: a.At})
	case !a.OK():
		return false
	case a.Kind == report.AmountAnswer:
		c.answer1(Words(c.v.Money(a.Amount)))
	default:
		c.answer1(c.answerCell(a))
	}
	return true
}

// answer1 prints an answer that is one word or figure.
func (c *composer) answer1(t Text) {
	c.add(&Paragraph{append(strong(Words(c.say("chapter.demand.answers")+" ")), t...)})
}

// answerTable prints an answer that is a table, with the ministry's headings.
func (c *composer) answerTable(d *report.Demand) bool {
	if len(d.Table) == 0 {
		return false
	}
	columns := make([]Column, 0, len(d.Columns))
	for _, col := range d.Columns {
		columns = append(columns, c.answerColumn(clean(col.Label), col.Kind))
	}
	g := c.table("chapter.demand.table", columns, arg("id", c.name(d.ID).Plain()))
	for _, row := range d.Table {
		cells := make([]Text, 0, len(row))
		for i := range row {
			cells = append(cells, c.answerCell(&row[i]))
		}
		g.row(Body, cells...)
	}
	g.put()
	return true
}

// answerColumn is a column of the ministry's. Its amounts are in kroner, unlike
// those of the section's own tables, and say so.
func (c *writer) answerColumn(title string, kind report.AnswerKind) Column {
	switch kind {
	case report.AmountAnswer:
		return Column{Title: c.say("chapter.demand.kroner", arg("heading", title)), Kind: Figures}
	case report.NumberAnswer:
		return Column{Title: title, Kind: Figures}
	case report.TextAnswer:
		return Column{Title: title, Kind: Prose, Weight: 4}
	default:
		return Column{Title: title, Kind: Label}
	}
}

// answerCell is a typed answer as a table shows it.
func (c *composer) answerCell(a *report.Answer) Text {
	switch {
	case !a.OK():
		return c.empty
	case a.Kind == report.TextAnswer:
		return c.told(report.Field[string]{Value: a.Text, At: a.At})
	case a.Kind == report.YesNoAnswer:
		return c.yesNo(a.Yes)
	case a.Kind == report.AmountAnswer:
		return c.words(c.v.Kroner(a.Amount))
	case a.Kind == report.DateAnswer:
		return c.words(c.v.Date(a.Day))
	default:
		return c.words(c.v.Short(a.Amount))
	}
}
