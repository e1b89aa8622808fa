package page

import (
	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/chapter"
)

// exceptions is what is not as it should be, the gravest first, with the values on
// both sides.
func (c *composer) exceptions() {
	c.heading(1, c.say("audit.page.exceptions"))
	if len(c.Verdict.Exceptions) == 0 {
		c.paragraph("audit.page.exceptions.none")
		return
	}
	columns := []chapter.Column{c.column("where", chapter.Prose, 2), c.column("is", chapter.Prose, 4), c.column("reported", chapter.Prose, 2), c.column("found", chapter.Prose, 2)}
	for i := range columns {
		columns[i].Breaks = true // hashes, and paths in the JSON
	}
	var rows []chapter.Row
	last := ""
	for i, e := range c.Verdict.Exceptions {
		if kind := gravity(e); kind != last {
			rows, last = append(rows, group(len(columns), words(c.say("audit.page.gravity."+kind)))), kind
		}
		rows = append(rows, chapter.Row{ID: exceptionAnchor(i), Cells: []chapter.Text{c.where(e), c.sentence(e), words(c.or(shown(e.Reported))), words(c.or(shown(e.Found)))}})
	}
	c.table(c.say("audit.page.exceptions.table"), columns, rows)
}

// gravity is what an exception does to the verdict.
func gravity(e audit.Exception) string {
	switch {
	case e.Stops:
		return "stops"
	case e.Severity == report.Error:
		return "error"
	case e.Severity == report.Warning:
		return "warning"
	default:
		return "info"
	}
}

// where is the place of an exception, with links to its figure and its cell.
func (c *composer) where(e audit.Exception) chapter.Text {
	file := e.File
	if file == "" {
		file = fileName(c.Verdict.Report)
	}
	t := chapter.Text{plain(shown(file))}
	link := func(words, to string) {
		if to != "" {
			t = append(t, plain(" "), linked(shown(words), to))
		}
	}
	cell, key := e.Place.Cell, figureOf(e.Place.Key)
	if c.anchors.cells[cell] != "" {
		e.Place.Cell = report.Place{}
	}
	if c.anchors.figures[key] != "" {
		e.Place.Key = ""
	}
	if rest := e.Where(c.v); rest != "" {
		t = append(t, plain(" "+shown(rest)))
	}
	link(key, c.anchors.figures[key])
	link(cell.String(), c.anchors.cells[cell])
	return t
}

// sentence is what is said of an exception, and by which name a machine knows it.
func (c *composer) sentence(e audit.Exception) chapter.Text {
	return chapter.Text{plain(shown(opening(e.Sentence(c.v))) + " [" + e.Check + "/" + e.Kind + "]")}
}
