package layout

import (
	"math"

	"gevinst/report/chapter"
)

const (
	factColumns = 3
	boxPad      = 14
)

// cover puts the head of the first page: title, facts, and the answer in a box.
func (s *setter) cover() {
	s.bar()
	e := s.root.add("H1")
	s.flow(e, s.say(s.c.Title, titleStyle), 0, areaWidth(false), 0, 16)
	for i := 0; i < len(s.c.Cover.Facts); i += factColumns {
		s.facts(s.c.Cover.Facts[i:min(i+factColumns, len(s.c.Cover.Facts))])
	}
	s.after = 18
	s.summary()
}

// bar puts the short bar above the title.
func (s *setter) bar() {
	s.put(piece{height: 16, stick: true, paint: func(p *painter, y float64) {
		p.artifact(Layout, &Rect{X: sideMargin, Y: y, W: 42, H: 5, Filled: true, Fill: accent})
	}})
}

// facts puts up to three facts beside one another, each label above its value;
// very long ones stand below one another and may go on overleaf.
func (s *setter) facts(facts []chapter.Fact) {
	width := (areaWidth(false) - gutter*(factColumns-1)) / factColumns
	type cell struct {
		label, value *words
		lines, under []line
		elem         *Elem
	}
	cells := make([]cell, len(facts))
	height := 0.0
	for i, f := range facts {
		c := cell{label: s.say(f.Label+" ", labelStyle), value: s.say(f.Value, bodyStyle), elem: s.root.add("P")}
		c.lines, c.under = c.label.lines(width), c.value.lines(width)
		height = max(height, float64(len(c.lines))*labelStyle.lead+float64(len(c.under))*bodyStyle.lead)
		cells[i] = c
	}
	if height > areaHeight(false)/4 {
		for _, c := range cells {
			s.flow(c.elem, c.label, 0, areaWidth(false), 0, 0)
			s.flow(c.elem, c.value, 0, areaWidth(false), 0, 8)
		}
		return
	}
	s.put(piece{height: height, paint: func(p *painter, y float64) {
		for i, c := range cells {
			x := sideMargin + float64(i)*(width+gutter)
			for j, l := range c.lines {
				p.line(c.elem, c.label, l, x, y+float64(j)*labelStyle.lead)
			}
			top := y + float64(len(c.lines))*labelStyle.lead
			for j, l := range c.under {
				p.line(c.elem, c.value, l, x, top+float64(j)*bodyStyle.lead)
			}
		}
	}})
	s.after = 8
}

// summary puts the answer in a tinted box. Each strip of the box carries its own
// piece of the tint, so that a long one may go on overleaf.
func (s *setter) summary() {
	if s.c.Cover.Heading == "" && len(s.c.Cover.Summary) == 0 {
		return
	}
	first := len(s.pieces)
	width := areaWidth(false)
	s.pad()
	if s.c.Cover.Heading != "" {
		s.flow(s.root.add("H2"), s.say(s.c.Cover.Heading, h2Style), boxPad, width-2*boxPad, 0, 6)
	}
	s.list(s.root, &chapter.List{Items: s.c.Cover.Summary}, boxPad, width-2*boxPad-30, bodyStyle)
	s.after = 0
	s.pad()
	for i := first; i < len(s.pieces); i++ {
		above := s.pieces[i].before
		if i == first {
			above = 0
		}
		height := s.pieces[i].height + above
		s.pieces[i].height, s.pieces[i].stick = height, i < len(s.pieces)-1
		then := s.pieces[i].paint
		if i > first {
			s.pieces[i].before = 0
		}
		s.pieces[i].paint = func(p *painter, y float64) {
			top := math.Floor(y*100)/100 - 0.2 // no hairline of white between strips
			p.artifact(Layout, &Rect{X: sideMargin, Y: top, W: width, H: height + 0.4, Filled: true, Fill: tint},
				&Rect{X: sideMargin, Y: top, W: 3, H: height + 0.4, Filled: true, Fill: accent})
			then(p, y+above)
		}
	}
	s.after = 24
}

func (s *setter) pad() {
	s.put(piece{height: boxPad - 3, paint: func(*painter, float64) {}})
}
