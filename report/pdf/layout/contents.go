package layout

import (
	"math"
	"strconv"
)

// contents puts the table of contents: headings with their pages. at is the place
// of each piece of the body; nil stands for a pass in which it is not known yet.
func (s *setter) contents(headings []heading, at []spot) {
	toc := s.root.add("TOC")
	first := len(s.pieces)
	s.flow(s.root.before(toc, "H2"), s.say(s.c.Contents, h2Style), 0, measure, 0, 8)
	s.stuck(first)
	depth := depth(headings)
	for _, h := range headings {
		if h.Level > depth {
			continue
		}
		where := spot{}
		if at != nil {
			where = at[h.piece]
		}
		s.entry(toc, h, where)
	}
	if len(s.pieces) > 0 {
		s.pieces[len(s.pieces)-1].stick = false
	}
	s.after = 24
}

// depth is how deep the contents go: to the second level where that is no more
// than stands below the summary on a first page. The outline holds every level.
func depth(headings []heading) int {
	const most = 20
	n := 0
	for _, h := range headings {
		if h.Level <= 2 {
			n++
		}
	}
	if n > most {
		return 1
	}
	return 2
}

// before makes a new element in front of the kid.
func (e *Elem) before(kid *Elem, typ string) *Elem {
	made := &Elem{Type: typ}
	for i, k := range e.Kids {
		if k.Elem == kid {
			e.Kids = append(e.Kids[:i:i], append([]Kid{{Elem: made}}, e.Kids[i:]...)...)
			return made
		}
	}
	return made
}

// entry puts one heading with its page at the right, led to by dots.
func (s *setter) entry(toc *Elem, h heading, where spot) {
	const numberWidth, pageWidth = 26, 30
	st, x, before := bodyStyle, 0.0, 1.0
	if h.Level == 1 {
		st, before = st.bold(), 5
	} else {
		x = numberWidth
	}
	item := toc.add("TOCI").add("Reference").add("Link")
	number := s.say(h.Number+" ", st)
	text := s.say(h.Text+" ", st)
	page := s.say(strconv.Itoa(where.page+1), st)
	indent := x
	if h.Number != "" {
		indent += max(numberWidth, number.natural()+4)
	}
	width := areaWidth(false)
	lines := text.lines(width - indent - pageWidth)
	s.put(piece{height: float64(len(lines)) * st.lead, before: before, paint: func(p *painter, y float64) {
		if h.Number != "" {
			p.line(item, number, line{to: len(number.text)}, sideMargin+x, y)
		}
		for i, l := range lines {
			p.line(item, text, l, sideMargin+indent, y+float64(i)*st.lead)
		}
		last := y + float64(len(lines)-1)*st.lead
		wide := page.natural()
		p.line(item, page, line{to: len(page.text)}, sideMargin+width-wide, last)
		p.dots(sideMargin+indent+lines[len(lines)-1].width+8, sideMargin+width-max(pageWidth-12, wide+6), last+st.ascent())
		p.area(item, Link{X: sideMargin, Y: y, W: width, H: float64(len(lines)) * st.lead, Page: where.page, Top: where.y, Says: h.Text})
	}})
}

// dots draws a leader, its dots on a grid of the page so that they stand under
// one another.
func (p *painter) dots(from, to, y float64) {
	const step, size = 5.0, 0.8
	for x := step * math.Floor(to/step); x > from; x -= step {
		p.artifact(Layout, &Rect{X: x - size, Y: y - size, W: size, H: size, Filled: true, Fill: hair})
	}
}
