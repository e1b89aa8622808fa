package layout

import (
	"gevinst/report/chapter"
)

// paint draws rows from..to of a chart below y, all of it one element.
func (c *chart) paint(p *painter, fig *Elem, from, to int, tops []float64, height, y float64) {
	var shapes []Shape
	for i := from; i < to; i++ {
		if c.rows[i].joined && i+1 < to {
			x := sideMargin + c.at(c.rows[i].to)
			shapes = append(shapes, &Line{x, y + tops[i-from] + barHeight, x, y + tops[i+1-from], 0.6, grey})
		}
	}
	for i := from; i < to; i++ {
		shapes = append(shapes, c.row(&c.rows[i], y+tops[i-from])...)
	}
	x := sideMargin + c.zero
	shapes = append(shapes, &Line{x, y - 3, x, y + height - 3, 0.8, black})
	fig.BBox = [4]float64{sideMargin, y - 3, sideMargin + c.width, y + height}
	p.content(fig, shapes...)
}

// row draws a bar with its label to the left and its value at its end.
func (c *chart) row(r *chartRow, y float64) []Shape {
	shapes := c.bar(r, y)
	x := float64(sideMargin)
	if r.group != nil {
		shapes = append(shapes, lettering(r.group, labelWidth-gutter, x, y)...)
	}
	if c.grouped() {
		x += labelWidth
	}
	shapes = append(shapes, lettering(r.label, c.labelRoom(r), x, y)...)
	wide := r.value.natural()
	at := sideMargin + c.at(r.from.Max(r.to)) + valueGap
	if r.below() {
		at = sideMargin + c.at(r.from.Min(r.to)) - valueGap - wide
	}
	return append(shapes, lettering(r.value, wide+1, at, y)...)
}

// lettering is a text in lines, the first centred on a bar whose top is y.
func lettering(w *words, width, x, y float64) []Shape {
	var shapes []Shape
	base := y + barHeight/2 + w.style.size*0.33
	for _, l := range w.lines(width) {
		at := x
		for _, part := range w.parts(l) {
			shapes = append(shapes, &Text{at, base, part.width, part.face, w.style.size, w.style.colour, part.text})
			at += part.width
		}
		base += w.style.lead
	}
	return shapes
}

// bar draws a bar. Its role shows without colour: a deduction is hatched, what
// is planned only outlined.
func (c *chart) bar(r *chartRow, y float64) []Shape {
	low, high := sideMargin+c.at(r.from.Min(r.to)), sideMargin+c.at(r.from.Max(r.to))
	wide := high - low
	if r.from.Cmp(r.to) != 0 {
		wide = max(wide, 0.7) // little is not nothing
	}
	if wide == 0 {
		return nil
	}
	switch r.role {
	case chapter.Minus:
		box := &Rect{X: low, Y: y, W: wide, H: barHeight, Filled: true, Fill: warm}
		return append([]Shape{box}, hatch(low, y, wide, barHeight)...)
	case chapter.Wanted:
		const weight = 1.0
		return []Shape{&Rect{X: low + weight/2, Y: y + weight/2, W: max(wide-weight, 0.1), H: barHeight - weight, Weight: weight, Stroke: accent}}
	case chapter.Plus:
		return []Shape{&Rect{X: low, Y: y, W: wide, H: barHeight, Filled: true, Fill: soft}}
	default:
		return []Shape{&Rect{X: low, Y: y, W: wide, H: barHeight, Filled: true, Fill: accent}}
	}
}

// hatch is white slanting strokes within a box.
func hatch(x, y, w, h float64) []Shape {
	const step, weight = 5.0, 0.9
	var shapes []Shape
	for t := step; t < w+h; t += step {
		x1, y1 := x+t, y
		x2, y2 := x+t-h, y+h
		if x1 > x+w {
			y1 += x1 - (x + w)
			x1 = x + w
		}
		if x2 < x {
			y2 -= x - x2
			x2 = x
		}
		if y2 > y1 {
			shapes = append(shapes, &Line{x1, y1, x2, y2, weight, white})
		}
	}
	return shapes
}
