package audit

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/audit/printed"
)

// checkPDF compares the text of the PDF, place by place, with that of the report
// that comes out today, and the figures of its tables with those of the second path.
func checkPDF(x *examination) {
	name := x.base + pdfFile
	switch {
	case errors.Is(x.pdfErr, printed.ErrUntagged):
		x.stop(Exception{Kind: "pdf.untagged", File: name})
		return
	case x.pdfErr != nil:
		x.stop(Exception{Kind: "pdf.unreadable", File: name})
		return
	case x.pdf.Rewritten: // compared as a viewer shows it, but no longer what was issued
		x.except(Exception{Kind: "pdf.rewritten", File: name})
	}
	expected, err := printed.PDF(x.remade[pdfFile])
	if err != nil {
		x.stop(Exception{Kind: "remake.failed", Args: words("detail", err.Error())})
		return
	}
	if c := x.document(name, x.pdf, expected); c != nil {
		c.besidePDF()
		c.list.end()
	}
}

// checkHTML does the same for the web page.
func checkHTML(x *examination) {
	name := x.base + htmlFile
	actual, err := printed.HTML(x.files[htmlFile])
	expected, err2 := printed.HTML(x.remade[htmlFile])
	if err != nil || err2 != nil {
		x.stop(Exception{Kind: "html.unreadable", File: name})
		return
	}
	if c := x.document(name, actual, expected); c != nil {
		c.besideHTML()
		c.list.end()
	}
}

// document compares the words of one published document. It is nil where they are in
// another language, and nothing else can be compared.
func (x *examination) document(name string, actual, expected *printed.Document) *comparing {
	if actual.Lang != expected.Lang {
		x.except(Exception{Kind: "document.language", File: name, Reported: actual.Lang, Found: expected.Lang})
		return nil
	}
	if actual.Draft != expected.Draft {
		x.except(Exception{Kind: "document.draft", File: name, Reported: x.status(actual.Draft), Found: x.status(expected.Draft)})
	}
	c := &comparing{x: x, name: name, figures: x.expectedFigures(expected), list: &listing{x: x, file: name}}
	c.around(actual, expected)
	c.blocks(actual.Blocks, expected.Blocks)
	return c
}

func (x *examination) status(draft bool) string {
	if draft {
		return x.voice.Say("chapter.draft")
	}
	return x.voice.Say("chapter.status.final")
}

// comparing is one document being compared with what it should say.
type comparing struct {
	x       *examination
	name    string
	figures map[*printed.Table][]expectedCell
	heading string
	list    *listing
}

func (c *comparing) except(e Exception) {
	e.File = c.name
	c.list.except(e)
}

// blocks walks both texts side by side. Where one has more, it finds where they
// meet again.
func (c *comparing) blocks(actual, expected []printed.Block) {
	for _, pair := range align(actual, expected) {
		if pair.expected != nil && strings.HasPrefix(string(pair.expected.Kind), "H") {
			c.heading = pair.expected.Words
		}
		switch {
		case pair.expected == nil:
			c.except(Exception{Kind: "text.added", Place: Place{Heading: c.heading}, Reported: short(pair.actual.Words)})
		case pair.actual == nil:
			c.except(Exception{Kind: "text.removed", Place: Place{Heading: c.heading}, Found: short(pair.expected.Words)})
		case pair.actual.Table != nil && pair.expected.Table != nil:
			c.table(pair.actual.Table, pair.expected.Table)
		default:
			c.words(pair.actual, pair.expected)
		}
	}
}

func (c *comparing) words(actual, expected *printed.Block) {
	c.x.compared(1)
	if actual.Words == expected.Words && actual.Kind == expected.Kind {
		return
	}
	was, is := apart(actual.Words, expected.Words)
	kind := "text.differs"
	if expected.Kind == printed.Drawn || expected.Kind == printed.Figure {
		kind = "figure.drawn"
	}
	c.except(Exception{Kind: kind, Place: Place{Heading: c.heading}, Reported: was, Found: is})
}

// around compares what stands around the text, and tells what has no place in it.
func (c *comparing) around(actual, expected *printed.Document) {
	for _, loose := range actual.Loose {
		c.except(Exception{Kind: "text.loose", Reported: short(loose)})
	}
	for _, sign := range actual.Signs {
		if !slices.Contains(expected.Signs, sign) {
			c.except(Exception{Kind: "text.loose", Reported: short(sign)})
		}
	}
	known := map[string]int{}
	for _, m := range expected.Margins {
		known[m]++
	}
	var strange []string
	for _, m := range actual.Margins {
		c.x.compared(1)
		if known[m]--; known[m] < 0 {
			strange = append(strange, m)
		}
	}
	if len(strange) > 0 {
		c.except(Exception{Kind: "text.margin", Reported: short(strange[0]), Args: []report.Arg{{Name: "n", Value: len(strange)}}})
	} else if len(actual.Margins) < len(expected.Margins) {
		c.except(Exception{Kind: "text.margins", Reported: fmt.Sprint(len(actual.Margins)), Found: fmt.Sprint(len(expected.Margins))})
	}
}

// table compares a table cell by cell.
func (c *comparing) table(actual, expected *printed.Table) {
	at := Place{Table: expected.Caption, Heading: c.heading}
	if actual.Caption != expected.Caption {
		c.except(Exception{Kind: "table.caption", Place: at, Reported: actual.Caption, Found: expected.Caption})
	}
	if !slices.Equal(actual.Head, expected.Head) {
		c.except(Exception{Kind: "table.head", Place: at, Reported: strings.Join(actual.Head, " | "), Found: strings.Join(expected.Head, " | ")})
	}
	switch {
	case len(actual.Rows) != len(expected.Rows):
		c.except(Exception{Kind: "table.rows", Place: at, Reported: fmt.Sprint(len(actual.Rows)), Found: fmt.Sprint(len(expected.Rows))})
		return
	case reordered(actual.Rows, expected.Rows):
		row := firstMoved(actual.Rows, expected.Rows)
		at.Row = expected.Rows[row].Cells[0]
		c.except(Exception{Kind: "table.order", Place: at, Reported: strings.Join(actual.Rows[row].Cells, " | "), Found: strings.Join(expected.Rows[row].Cells, " | ")})
		return
	}
	exact := map[[2]int]expectedCell{}
	for _, f := range c.figures[expected] {
		exact[[2]int{f.row, f.column}] = f
	}
	for i := range expected.Rows {
		c.row(at, i, actual.Rows[i], expected.Rows[i], expected.Head, exact)
	}
}

// row compares the cells of one row: what the second path knows with that, what it
// does not know with the report made again.
func (c *comparing) row(at Place, i int, actual, expected printed.Row, head []string, exact map[[2]int]expectedCell) {
	if len(actual.Cells) != len(expected.Cells) {
		c.except(Exception{Kind: "table.rows", Place: at, Reported: strings.Join(actual.Cells, " | "), Found: strings.Join(expected.Cells, " | ")})
		return
	}
	for j, cell := range actual.Cells {
		c.x.compared(1)
		at.Row, at.Column = expected.Cells[0], ""
		if j < len(head) {
			at.Column = head[j]
		}
		f, known := exact[[2]int{i, j}]
		if known {
			c.x.print(c.name, at, cell, f)
		}
		switch {
		case known && f.text != cell:
			c.except(Exception{Kind: "figure.printed", Place: at, Reported: cell, Found: f.text})
		case known && expected.Cells[j] != f.text:
			c.except(Exception{Kind: "figure.made", Place: at, Reported: expected.Cells[j], Found: f.text})
		case cell != expected.Cells[j]:
			was, is := apart(cell, expected.Cells[j])
			c.except(Exception{Kind: "table.cell", Place: at, Reported: was, Found: is})
		}
	}
}

// reordered tells whether rows are the same but in another order.
func reordered(actual, expected []printed.Row) bool {
	if slices.EqualFunc(actual, expected, sameRow) {
		return false
	}
	key := func(r printed.Row) string { return strings.Join(r.Cells, "\x00") }
	a, b := make([]string, len(actual)), make([]string, len(expected))
	for i := range actual {
		a[i], b[i] = key(actual[i]), key(expected[i])
	}
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

func firstMoved(actual, expected []printed.Row) int {
	for i := range actual {
		if !sameRow(actual[i], expected[i]) {
			return i
		}
	}
	return 0
}

func sameRow(a, b printed.Row) bool { return slices.Equal(a.Cells, b.Cells) }
