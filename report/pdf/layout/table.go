package layout

import (
	"strconv"
	"strings"

	"gevinst/report/chapter"
)

var headStyle = style{Semibold, 8.5, 11, black, 0}

const (
	rowPad   = 3   // above and below the text of a row
	strong   = 0.9 // rules under the head and over a sum
	faint    = 0.4 // rules between rows
	headPad  = 4
	noteRoom = 5
)

// row is a row ready to be measured.
type row struct {
	kind  chapter.RowKind
	text  chapter.Text // of a heading over rows
	cells []*words
	lines [][]line
}

// grid is a table that is being set.
type grid struct {
	s     *setter
	t     *chapter.Table
	cols  []column
	width float64
	elem  *Elem
	body  *Elem
	again *again
}

// table puts a table: caption, head, rows, notes.
func (s *setter) table(t *chapter.Table) {
	g := &grid{s: s, t: t, elem: s.root.add("Table")}
	rows := s.rows(t)
	g.cols = s.columns(t, rows)
	yield(g.cols, areaWidth(false))
	at := tabled{first: len(s.pieces), turned: !fits(g.cols, areaWidth(false))}
	s.turned = at.turned || s.wide[len(s.tables)]
	g.width = areaWidth(s.turned)
	spread(g.cols, g.width)
	s.after = max(s.after, 14)
	g.caption()
	g.head()
	g.body = g.elem.add("TBody")
	first := len(s.pieces)
	g.rows(rows)
	if t.Grouped() {
		nameHeads(g.elem, "table-"+strconv.Itoa(len(s.tables)+1))
	}
	g.together(first, rows)
	g.notes()
	at.end = len(s.pieces)
	s.tables = append(s.tables, at)
	s.after, s.turned = 18, false
}

// together keeps the rows from piece first on on one page, if they are a calculation,
// whose sums lead to each other and are read as a whole. Only below a subtotal may it
// be divided, where much would be blank otherwise.
func (g *grid) together(first int, rows []row) {
	const share = 0.75 // of a page that it may take
	height := 0.0
	for _, p := range g.s.pieces[first:] {
		height += p.before + p.height
	}
	if !isCalculation(g.t) || height > share*areaHeight(g.s.turned) {
		return
	}
	for i := range rows[:len(rows)-1] {
		p := &g.s.pieces[first+i]
		joint := rows[i].kind == chapter.Sub && !fewer(rows[:i+1], least+1, bodyOrSum) && !fewer(rows[i+1:], least+1, bodyOrSum)
		p.stick, p.hold = !joint, holdCalculation
	}
}

func isCalculation(t *chapter.Table) bool {
	sums := 0
	for _, r := range t.Rows {
		switch r.Kind {
		case chapter.Group:
			return false
		case chapter.Sum, chapter.Sub:
			sums++
		}
	}
	return sums > 1
}

func (s *setter) rows(t *chapter.Table) []row {
	rows := make([]row, len(t.Rows))
	for i, r := range t.Rows {
		st := cellStyle
		if r.Kind != chapter.Body {
			st = st.bold()
		}
		rows[i] = row{kind: r.Kind, cells: make([]*words, len(t.Columns))}
		if r.Kind == chapter.Group && len(r.Cells) > 0 {
			rows[i].text = r.Cells[0]
		}
		for j := range t.Columns {
			var text chapter.Text
			if j < len(r.Cells) {
				text = r.Cells[j]
			}
			rows[i].cells[j] = s.words(text, st)
		}
	}
	return rows
}

// captionText is label and caption, and the mark of a table that goes on.
func captionText(label, caption, mark string) chapter.Text {
	t := chapter.Text{}
	if label != "" {
		t = append(t, chapter.Span{Text: label + "  ", Strong: true})
	}
	t = append(t, chapter.Span{Text: caption})
	if mark != "" {
		t = append(t, chapter.Span{Text: " " + mark})
	}
	return t
}

func (g *grid) caption() {
	s := g.s
	first := len(s.pieces)
	w := s.words(captionText(g.t.Label, g.t.Caption, ""), captionStyle)
	s.flow(g.elem.add("Caption"), w, 0, g.width, 0, 2)
	s.stuck(first)
}

// head puts the head row, and readies it for the pages where the table goes on.
func (g *grid) head() {
	s := g.s
	titles := row{cells: make([]*words, len(g.cols))}
	for i, c := range g.cols {
		titles.cells[i] = c.title
	}
	g.measure(&titles)
	height := float64(titles.most())*headStyle.lead + 2*headPad
	tr := g.elem.add("THead").add("TR")
	cells := make([]*Elem, len(g.cols))
	for i, c := range g.cols {
		cells[i] = tr.add(headType(c))
		if cells[i].Type == "TH" {
			cells[i].Scope = "Column"
		}
	}
	s.put(piece{height: height, stick: true, paint: func(p *painter, y float64) {
		g.paintHead(p, titles, height, y, func(i int, w *words, l line, x, y float64) { p.line(cells[i], w, l, x, y) })
		p.rule(Layout, sideMargin, y+height, g.width, strong, black)
	}})
	caption := s.words(captionText(g.t.Label, g.t.Caption, s.c.Continued), captionStyle)
	lines := caption.lines(g.width)
	above := float64(len(lines))*captionStyle.lead + 2
	if above+height > areaHeight(s.turned)/2 {
		g.again = &again{paint: func(*painter, float64) {}} // no room for rows would be left
		return
	}
	g.again = &again{height: above + height, paint: func(p *painter, y float64) {
		for i, l := range lines {
			p.plainLine(Pagination, caption, l, sideMargin, y+float64(i)*captionStyle.lead)
		}
		g.paintHead(p, titles, height, y+above, func(_ int, w *words, l line, x, y float64) { p.plainLine(Pagination, w, l, x, y) })
		p.rule(Pagination, sideMargin, y+above+height, g.width, strong, black)
	}}
}

func headType(c column) string {
	if strings.TrimSpace(c.title.text) == "" {
		return "TD"
	}
	return "TH"
}

// paintHead draws the titles with their last lines on one height.
func (g *grid) paintHead(p *painter, titles row, height, y float64, draw func(i int, w *words, l line, x, y float64)) {
	for i, c := range g.cols {
		w, lines := titles.cells[i], titles.lines[i]
		top := y + height - headPad - float64(len(lines))*headStyle.lead
		for j, l := range lines {
			x := sideMargin + c.x
			if c.kind == chapter.Figures {
				x += c.width - l.width
			}
			draw(i, w, l, x, top+float64(j)*headStyle.lead)
		}
	}
}

// measure breaks the cells of a row into lines.
func (g *grid) measure(r *row) {
	r.lines = make([][]line, len(r.cells))
	for i, w := range r.cells {
		if r.kind == chapter.Group {
			if i == 0 {
				r.lines[i] = w.lines(g.width)
			}
			continue
		}
		r.lines[i] = w.lines(g.cols[i].width)
	}
}

// most is the number of lines of the tallest cell.
func (r *row) most() int {
	n := 1
	for _, lines := range r.lines {
		n = max(n, len(lines))
	}
	return n
}

func (r *row) height() float64 { return float64(r.most())*cellStyle.lead + 2*rowPad }

func (g *grid) notes() {
	before := float64(noteRoom)
	for _, n := range g.t.Notes {
		g.s.pieces[len(g.s.pieces)-1].stick = true
		g.s.flow(g.s.root.add("P"), g.s.words(n, smallStyle), 0, g.width, before, 0)
		before = 1
	}
}
