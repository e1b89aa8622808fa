package page

import (
	"strings"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/batch"
	"gevinst/report/chapter"
)

// figures is every figure of the report by both paths, with what it is made of and
// what it is used for: the bridge, then measures, then gains.
func (c *composer) figures() {
	c.heading(1, c.say("audit.page.figures"))
	if len(c.Trail.Figures) == 0 {
		c.paragraph("audit.page.figures.none")
		return
	}
	c.paragraph("audit.page.figures.how")
	if !c.Trail.Own {
		c.paragraph("audit.page.figures.made")
	}
	for _, part := range []struct{ key, prefix string }{{"bridge", ""}, {"measures", "tiltak/"}, {"gains", "gevinst/"}} {
		c.figureTable(part.key, part.prefix)
	}
}

// figureTable is the figures whose keys begin alike, those of one gain or measure
// under a heading of their own.
func (c *composer) figureTable(part, prefix string) {
	columns := []chapter.Column{c.column("figure", chapter.Prose, 1), c.column("printed", chapter.Figures, 0), c.column("report", chapter.Figures, 0),
		c.column("again", chapter.Figures, 0), c.column("from", chapter.Prose, 3), c.column("usedin", chapter.Prose, 1)}
	var rows []chapter.Row
	last := ""
	for i, f := range c.Trail.Figures {
		if prefixOf(f.Key) != prefix {
			continue
		}
		if owner := ownerOf(f.Key); owner != last {
			rows, last = append(rows, group(len(columns), c.owner(owner, f))), owner
		}
		rows = append(rows, c.figure(i, f))
	}
	if len(rows) == 0 {
		return
	}
	title := c.say("audit.page.figures." + part)
	c.heading(2, title)
	c.table(c.say("audit.page.figures.table", word("part", title)), columns, rows)
	for _, f := range c.Trail.Figures {
		if prefixOf(f.Key) == prefix && f.Entry != nil && len(f.Entry.Inputs) > readableOperands {
			c.operands(f)
		}
	}
}

// readableOperands is how many operands are told in the figure's own row. The sums of a
// large agency have hundreds, and a table of their own.
const readableOperands = 12

// operands is the operands of a figure, a row each.
func (c *composer) operands(f audit.Figure) {
	var rows []chapter.Row
	for i := range f.Entry.Inputs {
		in := &f.Entry.Inputs[i]
		unit := ""
		if in.Unit != nil {
			unit = *in.Unit
		}
		rows = append(rows, chapter.Row{Cells: []chapter.Text{{plain(shown(in.Name))}, words(c.readable(in.Amount, unit)), c.origin(in)}})
	}
	rows[0].ID = c.anchors.operandsOf(f.Key)
	c.table(c.say("audit.page.operands.table", word("figure", shown(f.Entry.Name+" ("+f.Key+")"))),
		[]chapter.Column{c.column("figure", chapter.Prose, 3), c.column("report", chapter.Figures, 0), c.column("origin", chapter.Prose, 3)}, rows)
}

func prefixOf(key string) string {
	for _, prefix := range []string{"tiltak/", "gevinst/"} {
		if strings.HasPrefix(key, prefix) {
			return prefix
		}
	}
	return ""
}

// ownerOf is the gain or measure whose figure it is, "" for the bridge's.
func ownerOf(key string) string {
	if prefixOf(key) == "" {
		return ""
	}
	return key[:strings.LastIndexByte(key, '/')]
}

// owner is the heading over the figures of one gain or measure, with its record.
func (c *composer) owner(owner string, f audit.Figure) chapter.Text {
	t := chapter.Text{plain(shown(owner))}
	if f.Entry == nil {
		return t
	}
	if at, ok := cellOf(f.Entry.Place); ok {
		t = append(t, plain(" "), c.cellLink(at))
	}
	return t
}

// figure is one figure in a row; the heading over it has the rest of its key.
func (c *composer) figure(i int, f audit.Figure) chapter.Row {
	name, from, unit := words(shown(f.Key)), words(c.v.None()), ""
	reported := c.v.None()
	if e := f.Entry; e != nil {
		name = chapter.Text{plain(shown(e.Name)), plain(" (" + shown(strings.TrimPrefix(f.Key, ownerOf(f.Key)+"/")) + ")")}
		from, unit, reported = c.derivation(e), e.Unit, c.exactly(f, &e.Amount, e.Unit)
	}
	row := chapter.Row{Cells: []chapter.Text{name, c.printedAs(f.Key), words(reported), c.again(f, unit), from, c.figureLinks(c.anchors.users[f.Key])}}
	if c.anchors.first[f.Key] == i {
		row.ID = c.anchors.figures[f.Key]
	}
	return row
}

// exactly is a figure as it can be read, to its last decimal where what differs on the two
// sides would not be seen otherwise.
func (c *composer) exactly(f audit.Figure, k *report.Kroner, unit string) string {
	if !f.Same && f.Entry != nil && c.readable(&f.Entry.Amount, unit) == c.readable(f.Exact, unit) {
		return c.amount(k, unit)
	}
	return c.readable(k, unit)
}

// readable is a figure, or the beginning of one whose decimals are too many to read.
func (c *composer) readable(k *report.Kroner, unit string) string {
	const decimals = 6
	if k == nil || k.Round(decimals).Cmp(*k) == 0 {
		return c.amount(k, unit)
	}
	return c.v.WithUnit(c.v.Fixed(*k, decimals)+"…", unit)
}

// again is what a figure comes to when it is worked out again, or that it is the same, so
// that what differs stands out; with a link to where the difference is told.
func (c *composer) again(f audit.Figure, unit string) chapter.Text {
	told := c.anchors.exceptions[f.Key]
	switch {
	case f.Same:
		return chapter.Text{{Text: c.say("audit.page.figures.same"), To: told}}
	case f.Exact == nil && c.Trail.Spec == nil:
		return words(c.v.None())
	default:
		return chapter.Text{{Text: c.exactly(f, f.Exact, unit), Strong: true, To: told}}
	}
}

// derivation is the formula of a figure and its operands, each a link.
func (c *composer) derivation(e *batch.Entry) chapter.Text {
	t := chapter.Text{plain(shown(e.Words))}
	if n := len(e.Inputs); n > readableOperands {
		return append(t, plain(": "), linked(c.say("audit.page.operands", count("n", n)), c.anchors.operandsOf(e.Key)))
	}
	for i := range e.Inputs {
		in := &e.Inputs[i]
		between := "; "
		if i == 0 {
			between = ": "
		}
		t = append(t, plain(between))
		t = append(t, c.operand(in)...)
	}
	return t
}

func (c *composer) operand(in *batch.Input) chapter.Text {
	unit := ""
	if in.Unit != nil {
		unit = *in.Unit
	}
	t := chapter.Text{plain(shown(in.Name)), plain(" " + c.readable(in.Amount, unit) + " ")}
	return append(t, c.origin(in)...)
}

// origin is where an operand is from: another figure, a cell, or a source.
func (c *composer) origin(in *batch.Input) chapter.Text {
	switch at, ok := cellOf(in.Place); {
	case in.Key != nil:
		return chapter.Text{c.figureLink(*in.Key)}
	case ok:
		return chapter.Text{c.cellLink(at)}
	case in.Source != nil:
		return words(c.say("audit.page.source", word("source", shown(*in.Source))))
	default:
		return nil
	}
}

// printedAs is how a figure is printed, each place a link to the table of them.
func (c *composer) printedAs(key string) chapter.Text {
	var t chapter.Text
	for _, i := range c.anchors.printed[key] {
		if len(t) > 0 {
			t = append(t, plain("; "))
		}
		p := c.Trail.Printed[i]
		said := p.PDF
		if said == "" {
			said = p.HTML
		}
		t = append(t, linked(shown(said), printedAnchor(i)))
	}
	if len(t) == 0 {
		return words(c.v.None())
	}
	return t
}

// figureLinks is links to figures, none where nothing uses what they are listed for.
func (c *composer) figureLinks(all []int) chapter.Text {
	var t chapter.Text
	for n, i := range all {
		if n > 0 {
			t = append(t, plain(", "))
		}
		t = append(t, c.figureLink(c.Trail.Figures[i].Key))
	}
	if len(t) == 0 {
		return words(c.v.None())
	}
	return t
}

func (c *composer) figureLink(key string) chapter.Span {
	return chapter.Span{Text: shown(key), To: c.anchors.figures[key]}
}

// printed is every figure of every table, as the published documents print it.
func (c *composer) printed() {
	c.heading(1, c.say("audit.page.printed"))
	if len(c.Trail.Printed) == 0 {
		c.paragraph("audit.page.printed.none")
		return
	}
	c.paragraph("audit.page.printed.how")
	columns := []chapter.Column{c.column("row", chapter.Prose, 2), c.column("column", chapter.Prose, 1), c.column("pdf", chapter.Figures, 0), c.column("html", chapter.Figures, 0),
		c.column("must", chapter.Figures, 0), c.column("exact", chapter.Figures, 0), c.column("figure", chapter.Prose, 3)}
	var rows []chapter.Row
	last := ""
	for i, p := range c.Trail.Printed {
		if p.Table != last {
			rows, last = append(rows, group(len(columns), chapter.Text{c.named(p.Table)})), p.Table
		}
		figure := words(c.v.None())
		if c.anchors.figures[p.Key] != "" {
			figure = chapter.Text{c.figureLink(p.Key)}
		}
		rows = append(rows, chapter.Row{ID: printedAnchor(i), Cells: []chapter.Text{{c.named(p.Row)}, {c.named(p.Column)}, c.said(p.PDF, p.Must), c.said(p.HTML, p.Must),
			words(p.Must), words(c.readable(p.Exact, "")), figure}})
	}
	c.table(c.say("audit.page.printed.table"), columns, rows)
}

// said is what a document prints, in bold where it should print something else.
func (c *composer) said(said, must string) chapter.Text {
	return chapter.Text{{Text: c.or(shown(said)), Strong: said != "" && said != must}}
}
