package layout

import (
	"fmt"
	"strconv"

	"gevinst/report/chapter"
)

// setter makes pieces of blocks.
type setter struct {
	c        *chapter.Chapter
	m        Metrics
	root     *Elem
	turned   bool
	after    float64 // room that the block above asks for below it
	pieces   []piece
	headings []heading
	tables   []tabled
	wide     map[int]bool // the tables that are set as wide as a turned page
	ids      int
}

// heading is a heading that may be led to: its piece, and its element.
type heading struct {
	*chapter.Heading
	piece int
	elem  *Elem
}

// tabled is where a table stands: its pieces from first up to end.
type tabled struct {
	first, end int
	turned     bool
}

// put adds a piece below the others.
func (s *setter) put(p piece) {
	p.before = max(p.before, s.after)
	p.turned = s.turned
	s.after = 0
	s.pieces = append(s.pieces, p)
}

// flow puts the lines of a text. Two lines at least stand together at the foot
// and the head of a page.
func (s *setter) flow(e *Elem, w *words, x, width, before, after float64) {
	lines := w.lines(width)
	for i, l := range lines {
		last := i == len(lines)-1
		hold := holdLine
		if last {
			hold = 0
		}
		stick := !last && (i == 0 || i == len(lines)-2)
		s.put(piece{height: w.style.lead, before: before, stick: stick, hold: hold, paint: func(p *painter, y float64) {
			p.line(e, w, l, sideMargin+x, y)
		}})
		before = 0
	}
	s.after = after
}

// stuck keeps the pieces from n on together with each other and what follows.
func (s *setter) stuck(n int) {
	for i := n; i < len(s.pieces); i++ {
		s.pieces[i].stick = true
	}
}

// block puts a block. The error says that the chapter holds a block or chart
// that this package does not know.
func (s *setter) block(b chapter.Block) error {
	switch x := b.(type) {
	case *chapter.Heading:
		s.heading(x)
	case *chapter.Paragraph:
		s.flow(s.root.add("P"), s.words(x.Text, bodyStyle), 0, measure, 0, 8)
	case *chapter.List:
		s.list(s.root, x, 0, measure, bodyStyle)
	case *chapter.Note:
		s.note(x)
	case *chapter.Table:
		s.table(x)
	case *chapter.Figure:
		return s.figure(x)
	default:
		return fmt.Errorf("unknown block %T", b)
	}
	return nil
}

func (s *setter) heading(h *chapter.Heading) {
	level := min(max(h.Level, 1), 3)
	st, before, after := headingStyle(level)
	e := s.root.add("H" + strconv.Itoa(level))
	s.headings = append(s.headings, heading{h, len(s.pieces), e})
	first := len(s.pieces)
	s.numbered(e, h, st, before, after)
	s.stuck(first)
}

// numbered puts a heading with its number in front of it, the text hanging.
func (s *setter) numbered(e *Elem, h *chapter.Heading, st style, before, after float64) {
	number, indent := s.say(h.Number+" ", st), 0.0
	if h.Number != "" {
		indent = number.natural() + st.size*0.35
	}
	first := len(s.pieces)
	s.flow(e, s.say(h.Text, st), indent, measure+40-indent, before, after)
	if h.Number == "" {
		return
	}
	s.lead(first, func(p *painter, y float64) {
		p.line(e, number, line{to: len(number.text)}, sideMargin, y)
	})
}

// lead draws something in front of a piece that stands already.
func (s *setter) lead(n int, paint func(p *painter, y float64)) {
	then := s.pieces[n].paint
	s.pieces[n].paint = func(p *painter, y float64) {
		paint(p, y)
		then(p, y)
	}
}

func (s *setter) list(parent *Elem, l *chapter.List, x, width float64, st style) {
	if len(l.Items) == 0 {
		return
	}
	list := parent.add("L")
	list.Ordered = l.Ordered
	indent := 14.0
	if l.Ordered {
		indent = s.say(strconv.Itoa(len(l.Items))+". ", st).natural() + 4
	}
	for i, text := range l.Items {
		item := list.add("LI")
		label, body := item.add("Lbl"), item.add("LBody")
		mark := s.say("• ", st)
		if l.Ordered {
			mark = s.say(strconv.Itoa(i+1)+". ", st)
		}
		first := len(s.pieces)
		s.flow(body, s.words(text, st), x+indent, width-indent, 0, 4)
		s.lead(first, func(p *painter, y float64) {
			p.line(label, mark, line{to: len(mark.text)}, sideMargin+x, y)
		})
	}
	s.after = 8
}

// note puts a remark with a rule at its left side.
func (s *setter) note(n *chapter.Note) {
	const indent, gap = 12, 10
	e := s.root.add("Note")
	s.ids++
	e.ID = "note-" + strconv.Itoa(s.ids)
	first := len(s.pieces)
	if n.Title != "" {
		s.flow(e.add("P"), s.say(n.Title, noteStyle.bold()), indent, measure-indent, gap, 0)
		s.stuck(first)
	}
	s.flow(e.add("P"), s.words(n.Text, noteStyle), indent, measure-indent, gap, gap)
	for i := first; i < len(s.pieces); i++ {
		height := s.pieces[i].height
		if i > first {
			s.pieces[i].before = 0
		}
		s.lead(i, func(p *painter, y float64) {
			p.artifact(Layout, &Rect{X: sideMargin, Y: y, W: 2, H: height, Filled: true, Fill: soft})
		})
	}
}
