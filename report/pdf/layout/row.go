package layout

import (
	"slices"

	"gevinst/report/chapter"
)

// rows puts the rows. The first two stand with the head and the last two with one
// another, headings over rows not counted; the last two above a sum stand with
// it, and a heading over rows stands with the first of them.
func (g *grid) rows(rows []row) {
	for i := range rows {
		g.measure(&rows[i])
	}
	within := g.hold(rows)
	again := g.again // what stands above a row where a page begins with it
	for i := range rows {
		hold := within
		if i+1 == len(rows) || rows[i+1].kind == chapter.Group {
			hold = 0
		}
		if g.t.Opens(i) {
			g.body = g.elem.add("TBody")
		}
		if rows[i].kind == chapter.Group || rows[i].kind == chapter.Sum {
			again = g.again
		}
		tr, cells := g.rowElem(&rows[i])
		g.row(&rows[i], tr, cells, place{first: i == 0, last: i == len(rows)-1, stick: sticks(rows, i), hold: hold, again: again,
			overSum: i+1 < len(rows) && rows[i+1].kind == chapter.Sum})
		if rows[i].kind == chapter.Group {
			again = g.againUnder(&rows[i])
		}
	}
}

// againUnder is the repeated head of the table with a heading over rows below it, for the
// rows that a page parts from that heading.
func (g *grid) againUnder(group *row) *again {
	t := append(slices.Clone(group.text), chapter.Span{Text: " " + g.s.c.Continued})
	w := g.s.words(t, cellStyle.bold())
	lines := w.lines(g.width)
	height := float64(len(lines))*cellStyle.lead + 2*rowPad
	head := g.again
	if head.height == 0 || head.height+height > areaHeight(g.s.turned)/2 {
		return head
	}
	return &again{height: head.height + height, paint: func(p *painter, y float64) {
		head.paint(p, y)
		y += head.height
		for i, l := range lines {
			p.plainLine(Pagination, w, l, sideMargin, y+rowPad+float64(i)*cellStyle.lead)
		}
		p.rule(Pagination, sideMargin, y+height, g.width, faint, hair)
	}}
}

// place is where a row stands in its table.
type place struct {
	first, last bool
	stick       bool // with the next row
	hold        int  // of a piece
	again       *again
	overSum     bool // a sum follows
}

// least is how many rows stand at the foot and the head of a page.
const least = 2

func sticks(rows []row, i int) bool {
	left := len(rows) - 1 - i
	switch {
	case left == 0:
		return false
	case rows[i].kind == chapter.Group, fewer(rows[:i+1], least, bodyOrSum), fewer(rows[i+1:], least, bodyOrSum):
		return true
	default:
		return rows[i+1].kind == chapter.Sum || rows[i+1].kind == chapter.Sub || left >= 2 && rows[i+2].kind == chapter.Sum
	}
}

// hold is how strongly the rows of the table hold together.
func (g *grid) hold(rows []row) int {
	const short = 0.25 // of a page
	height := 0.0
	for i := range rows {
		height += rows[i].height()
	}
	if height > short*areaHeight(g.s.turned) {
		return holdRow
	}
	return holdShort
}

// fewer tells whether there are fewer than n rows of a kind.
func fewer(rows []row, n int, of func(chapter.RowKind) bool) bool {
	for i := 0; i < len(rows) && n > 0; i++ {
		if of(rows[i].kind) {
			n--
		}
	}
	return n > 0
}

func bodyOrSum(k chapter.RowKind) bool { return k != chapter.Group }

func (g *grid) rowElem(r *row) (*Elem, []*Elem) {
	tr := g.body.add("TR")
	cells := make([]*Elem, len(g.cols))
	if r.kind == chapter.Group && len(cells) > 0 {
		cells[0] = tr.add("TH")
		cells[0].Scope, cells[0].ColSpan = "Row", len(g.cols)
		return tr, cells
	}
	for i := range cells {
		if i == 0 && r.cells[0].text != "" {
			cells[i] = tr.add("TH")
			cells[i].Scope = "Row"
			continue
		}
		cells[i] = tr.add("TD")
	}
	return tr, cells
}

// row puts a row in one piece, or in several where it is taller than a page.
func (g *grid) row(r *row, tr *Elem, cells []*Elem, at place) {
	most := r.most()
	for from, to := 0, 0; from < most; from = to {
		to = min(from+g.linesOfPart(r, from, at.again), most)
		p := piece{height: float64(to-from)*cellStyle.lead + 2*rowPad, stick: at.stick && to == most, hold: holdRow, again: at.again}
		if to == most {
			p.hold = at.hold
		}
		if at.first && from == 0 {
			p.again = nil
		}
		if r.kind == chapter.Group && !at.first {
			p.before = 4
		}
		p.paint = func(p *painter, y float64) { g.paintRow(p, r, cells, from, to, y, at) }
		g.s.put(p)
	}
}

// linesOfPart is how many lines of a row that begins with line from stand in one piece:
// all where a page holds them, else as many as a page holds, fewer in the first part.
func (g *grid) linesOfPart(r *row, from int, again *again) int {
	const spare = 150 // for what stands with the first part
	room := areaHeight(g.s.turned) - again.height
	if from == 0 && r.height() <= room {
		return r.most()
	}
	if from == 0 {
		room -= spare
	}
	return max(int((room-2*rowPad)/cellStyle.lead), 1)
}

// paintRow draws the lines from..to of a row and the rule below it.
func (g *grid) paintRow(p *painter, r *row, cells []*Elem, from, to int, y float64, at place) {
	for i, lines := range r.lines {
		for j := from; j < min(to, len(lines)); j++ {
			p.line(cells[i], r.cells[i], lines[j], g.cellX(r, i, lines[j]), y+rowPad+float64(j-from)*cellStyle.lead)
		}
	}
	bottom := y + float64(to-from)*cellStyle.lead + 2*rowPad
	switch {
	case at.last && to == r.most(), at.overSum:
		p.rule(Layout, sideMargin, bottom, g.width, strong, black)
	default:
		p.rule(Layout, sideMargin, bottom, g.width, faint, hair)
	}
}

// cellX is where a line of a cell begins. Figures stand with their decimals
// under one another.
func (g *grid) cellX(r *row, i int, l line) float64 {
	x := sideMargin
	if r.kind == chapter.Group {
		return x
	}
	c := g.cols[i]
	x += c.x
	if c.kind != chapter.Figures {
		return x
	}
	if len(r.lines[i]) > 1 {
		return x + c.width - l.width
	}
	whole, tail := r.cells[i].halves(g.s.c.Lang)
	if c.tail+whole > c.width {
		return x + c.width - whole - tail
	}
	return x + c.width - c.tail - whole
}
