package html

import (
	"strconv"

	"gevinst/report/chapter"
)

// broad is the number of columns above which a table gets a region to scroll
// in, wide the number above which print turns its page, brief the number of
// rows up to which print keeps a table on one page, and long that above which a
// screen lays a table out when it comes into view: all the cells of a large agency
// at once take seconds.
const (
	broad = 2
	wide  = 7
	brief = 8
	long  = 100
)

func (p *page) table(t *chapter.Table) {
	caption := p.id("caption")
	p.open("div", "class", tableClass(len(t.Columns), len(t.Rows)))
	p.line()
	scrolls := len(t.Columns) > broad
	if scrolls {
		p.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", caption)
		p.line()
	}
	p.open("table", "id", t.ID)
	p.line()
	p.caption("caption", caption, t.Label, t.Caption)
	p.columnHeads(t.Columns)
	p.rows(t)
	p.close("table")
	p.line()
	if scrolls {
		p.close("div")
		p.line()
	}
	p.notes(t.Notes)
	p.close("div")
	p.line()
}

func tableClass(columns, rows int) string {
	class := "table"
	switch {
	case columns > wide:
		class += " wide"
	case columns <= broad:
		class += " slim"
	}
	switch {
	case rows <= brief:
		class += " brief"
	case rows > long:
		class += " long"
	}
	return class
}

// caption writes a table's caption or a figure's, with its label first.
func (p *page) caption(tag, id, label, words string) {
	p.open(tag)
	p.open("span", "class", "caption", "id", id)
	if label != "" {
		p.open("span", "class", "label")
		p.text(label)
		p.close("span")
		p.raw(" ")
	}
	p.text(words)
	p.close("span")
	p.close(tag)
	p.line()
}

func (p *page) columnHeads(columns []chapter.Column) {
	p.open("thead")
	p.open("tr")
	for _, c := range columns {
		if c.Title == "" {
			p.open("td")
			p.close("td")
			continue
		}
		p.open("th", "scope", "col", "class", kind(c))
		p.text(c.Title)
		p.close("th")
	}
	p.close("tr")
	p.close("thead")
	p.line()
}

// rows writes the body; each group heading opens a body of its own, which is
// what its scope covers, and so does the sum of all groups.
func (p *page) rows(t *chapter.Table) {
	p.open("tbody")
	p.line()
	for i, r := range t.Rows {
		if t.Opens(i) {
			p.close("tbody")
			p.line()
			p.open("tbody")
			p.line()
		}
		p.row(t.Columns, r)
	}
	p.close("tbody")
	p.line()
}

func (p *page) row(columns []chapter.Column, r chapter.Row) {
	p.open("tr", "id", r.ID, "class", rowClass(r.Kind))
	if r.Kind == chapter.Group && len(r.Cells) > 0 {
		p.open("th", "scope", "rowgroup", "colspan", strconv.Itoa(len(columns)))
		p.runs(r.Cells[0])
		p.close("th")
	} else {
		for i, cell := range r.Cells {
			p.cell(i, columns, cell)
		}
	}
	p.close("tr")
	p.line()
}

func (p *page) cell(i int, columns []chapter.Column, cell chapter.Text) {
	class := ""
	if i < len(columns) {
		class = kind(columns[i])
	}
	if i == 0 && cell.Plain() != "" {
		p.open("th", "scope", "row", "class", class)
		p.runs(cell)
		p.close("th")
		return
	}
	p.open("td", "class", class)
	p.runs(cell)
	p.close("td")
}

func (p *page) notes(notes []chapter.Text) {
	if len(notes) == 0 {
		return
	}
	p.open("div", "class", "notes")
	p.line()
	for _, n := range notes {
		p.open("p")
		p.runs(n)
		p.close("p")
		p.line()
	}
	p.close("div")
	p.line()
}

// kind is the class of a column: how it is set, and for prose how much of the
// free width it would like.
func kind(c chapter.Column) string {
	switch c.Kind {
	case chapter.Figures:
		return "figures"
	case chapter.Label:
		return "short"
	case chapter.Question:
		return "answer"
	}
	class := "prose w" + strconv.Itoa(min(max(c.Weight, 1), 4))
	if c.Breaks {
		class += " breaks"
	}
	return class
}

func rowClass(k chapter.RowKind) string {
	switch k {
	case chapter.Sum:
		return "sum"
	case chapter.Group:
		return "group"
	case chapter.Sub:
		return "sub"
	default:
		return ""
	}
}

// runUp counts the blocks that lead up to a wide table: headings, then at most
// one paragraph. It is 0 where no such table follows.
func runUp(blocks []chapter.Block) int {
	n := 0
	for n < len(blocks) && isHeading(blocks[n]) {
		n++
	}
	if n == 0 || n == len(blocks) {
		return 0
	}
	if _, ok := blocks[n].(*chapter.Paragraph); ok {
		n++
	}
	if n == len(blocks) {
		return 0
	}
	if t, ok := blocks[n].(*chapter.Table); ok && len(t.Columns) > wide {
		return n
	}
	return 0
}

func isHeading(b chapter.Block) bool {
	_, ok := b.(*chapter.Heading)
	return ok
}
