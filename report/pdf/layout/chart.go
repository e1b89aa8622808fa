package layout

import (
	"fmt"
	"strings"

	"gevinst/report"
	"gevinst/report/chapter"
)

const (
	barHeight  = 13
	rowGap     = 9   // between rows of a chart
	labelWidth = 140 // of the words left of the bars
	nameWidth  = 66  // of the names of bars within a group
	valueGap   = 5
)

// chartRow is one bar with its words.
type chartRow struct {
	group    *words // the name of a group, at its first bar
	label    *words
	value    *words
	from, to report.Kroner
	role     chapter.Role
	joined   bool // the next bar begins where this one ends
	begins   bool // a group begins
}

// figure puts a chart below its caption. A chart that is taller than a page goes
// on overleaf as another figure.
func (s *setter) figure(f *chapter.Figure) error {
	var rows []chartRow
	left := float64(labelWidth)
	switch x := f.Chart.(type) {
	case *chapter.Waterfall:
		rows = s.waterfallRows(x)
	case *chapter.Bars:
		rows = s.barRows(x)
		left += nameWidth
	default:
		return fmt.Errorf("unknown chart %T", f.Chart)
	}
	s.after = max(s.after, 14)
	ch := &chart{s: s, f: f, left: left, width: areaWidth(false), rows: rows}
	ch.scale()
	for from := 0; from == 0 || from < len(rows); {
		from = ch.put(from)
	}
	s.after = 18
	return nil
}

func (s *setter) waterfallRows(w *chapter.Waterfall) []chartRow {
	rows := make([]chartRow, len(w.Steps))
	for i, step := range w.Steps {
		st := chartStyle
		if step.Role == chapter.Level {
			st = st.bold()
		}
		rows[i] = chartRow{label: s.say(step.Label, st), value: s.say(step.Value, st), from: step.From, to: step.To,
			role: step.Role, joined: i+1 < len(w.Steps) && meets(step, w.Steps[i+1])}
	}
	return rows
}

// meets tells whether a step begins, or ends, where the one above it ended.
func meets(step, next chapter.Step) bool {
	return next.From.Cmp(step.To) == 0 || next.To.Cmp(step.To) == 0
}

func (s *setter) barRows(b *chapter.Bars) []chartRow {
	var rows []chartRow
	for _, g := range b.Groups {
		for i, bar := range g.Bars {
			r := chartRow{label: s.say(bar.Label, chartStyle), value: s.say(bar.Value, chartStyle), to: bar.Amount,
				role: bar.Role, begins: i == 0}
			if i == 0 {
				r.group = s.say(g.Label, chartStyle.bold())
			}
			rows = append(rows, r)
		}
		if len(g.Bars) == 0 {
			rows = append(rows, chartRow{group: s.say(g.Label, chartStyle.bold()), label: s.say("", chartStyle),
				value: s.say("", chartStyle), begins: true})
		}
	}
	return rows
}

// chart is a chart that is being set. zero is where nothing stands, unit the
// points of a krone.
type chart struct {
	s           *setter
	f           *chapter.Figure
	rows        []chartRow
	left, width float64 // where the bars begin, and the width of all
	low, unit   float64
	zero        float64
}

// scale finds the scale: all bars, zero, and room for the values at their ends.
// This is where exact amounts become lengths.
func (c *chart) scale() {
	var low, high report.Kroner
	wide, wideLow := 0.0, 0.0
	for _, r := range c.rows {
		low, high = low.Min(r.from).Min(r.to), high.Max(r.from).Max(r.to)
		wide = max(wide, r.value.natural())
		if r.below() {
			wideLow = max(wideLow, r.value.natural())
		}
	}
	room := max(c.width-c.left-wide-valueGap, 40)
	if wideLow > 0 {
		room = max(room-wideLow-valueGap, 40)
	}
	c.low = length(low)
	if span := length(high) - c.low; span > 0 {
		c.unit = room / span
	}
	if wideLow > 0 {
		c.left += wideLow + valueGap
	}
	c.zero = c.at(report.Kroner{})
}

func length(k report.Kroner) float64 {
	f, _ := k.Decimal().Float64()
	return f
}

// at is the place of an amount from the left margin.
func (c *chart) at(k report.Kroner) float64 { return c.left + (length(k)-c.low)*c.unit }

// below tells whether all of a bar lies below zero.
func (r *chartRow) below() bool { return r.from.Max(r.to).Sign() <= 0 && r.from.Min(r.to).Sign() < 0 }

// put puts a caption and as many rows as a page holds, and returns the first row
// that is left.
func (c *chart) put(from int) int {
	s := c.s
	mark := ""
	if from > 0 {
		mark = s.c.Continued
	}
	div := s.root.add("Div")
	first := len(s.pieces)
	w := s.words(captionText(c.f.Label, c.f.Caption, mark), captionStyle)
	s.flow(div.add("Caption"), w, 0, measure+40, 0, 2)
	if c.f.Unit != "" {
		s.flow(div.add("P"), s.say(c.f.Unit, smallStyle), 0, measure, 0, 6)
	}
	s.stuck(first)
	used := 60.0
	for _, p := range s.pieces[first:] {
		used += p.before + p.height
	}
	to, height, give := from, 0.0, 0.0
	var tops, given []float64
	for to < len(c.rows) {
		next := c.rowHeight(to)
		if to > from && used+height+next > areaHeight(false) {
			break
		}
		tops, given = append(tops, height+c.above(to, from)), append(given, give)
		height += next
		give += c.give(to)
		to++
	}
	fig := div.add("Figure")
	if fig.Alt = c.f.Alt; fig.Alt == "" {
		fig.Alt = strings.TrimSpace(c.f.Label + " " + c.f.Caption)
	}
	lower := func(by float64) {
		for i := range tops {
			tops[i] -= by * given[i] / give
		}
		height -= by
	}
	s.put(piece{height: height, give: give, lower: lower,
		paint: func(p *painter, y float64) { c.paint(p, fig, from, to, tops, height, y) }})
	s.after = 14
	return max(to, from+1)
}

// above is the room above a row: more where a group begins.
func (c *chart) above(i, first int) float64 {
	if c.rows[i].begins && i > first {
		return rowGap
	}
	return 0
}

func (c *chart) rowHeight(i int) float64 {
	r := &c.rows[i]
	lines := len(r.label.lines(c.labelRoom(r)))
	h := max(barHeight, float64(lines)*chartStyle.lead)
	gap := float64(rowGap)
	if c.grouped() {
		gap = 3
		if r.group != nil {
			n := float64(len(r.group.lines(labelWidth - gutter)))
			h = max(h, n*chartStyle.lead-float64(c.groupRows(i)-1)*(barHeight+gap))
		}
	}
	return h + gap + c.above(i, 0)
}

// give is how much room below a row may be taken away: a row keeps at least half.
func (c *chart) give(i int) float64 {
	if c.grouped() && i+1 < len(c.rows) && !c.rows[i+1].begins {
		return 0
	}
	return rowGap / 2
}

func (c *chart) grouped() bool { return len(c.rows) > 0 && c.rows[0].begins }

func (c *chart) groupRows(i int) int {
	n := 1
	for i+n < len(c.rows) && !c.rows[i+n].begins {
		n++
	}
	return n
}

func (c *chart) labelRoom(r *chartRow) float64 {
	if c.grouped() {
		return nameWidth - 6
	}
	return labelWidth - gutter
}
