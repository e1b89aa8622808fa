package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gevinst/report"
	"gevinst/report/chapter"
)

const (
	gutter     = 10  // between columns
	longLabel  = 130 // a label or figure wider than this breaks like prose
	proseLeast = 110 // no column of prose claims more than this before all have room
)

// column is a column with its place. tail is the room right of the whole
// numbers, which aligns the decimals.
type column struct {
	title    *words
	kind     chapter.Kind
	x, width float64
	tail     float64

	natural float64 // all on one line
	word    float64 // the widest word
	least   float64 // the least that reads well: all of it where it may not break
	weight  float64 // share of free width, 0 for none
}

// columns measures every column of a table.
func (s *setter) columns(t *chapter.Table, rows []row) []column {
	cols := make([]column, len(t.Columns))
	for i, c := range t.Columns {
		cols[i] = column{title: s.say(c.Title, headStyle), kind: c.Kind}
	}
	for _, r := range rows {
		if r.kind == chapter.Group {
			continue
		}
		for i, cell := range r.cells {
			cols[i].meet(cell, s.c.Lang)
		}
	}
	for i := range cols {
		cols[i].settle(t.Columns[i].Weight)
	}
	return cols
}

// meet lets a column make room for a cell.
func (c *column) meet(cell *words, lang report.Lang) {
	if c.kind != chapter.Figures {
		c.natural = max(c.natural, cell.natural())
		c.word = max(c.word, cell.longest())
		return
	}
	whole, tail := cell.halves(lang)
	c.natural = max(c.natural, whole)
	c.tail = max(c.tail, tail)
}

// settle decides what the column needs, when all cells have been met.
func (c *column) settle(weight int) {
	c.natural += c.tail
	title := c.title.longest()
	switch {
	case c.kind == chapter.Prose || c.natural > longLabel:
		c.least = max(title, min(c.natural, max(c.word, 55+12*float64(min(weight, 4))), proseLeast))
		c.weight = float64(max(weight, 1))
		c.natural = max(c.natural, min(c.title.natural(), longLabel))
	default:
		c.least = max(c.natural, title)
		c.natural = c.least
	}
	c.word = max(c.word, title)
}

// yield lets the names in front of a table of figures break over more lines, as far as
// their words allow, where the table would else turn its page.
func yield(cols []column, width float64) {
	over := leastWidth(cols) - width
	for i, c := range cols {
		if (c.weight > 0) != (i == 0) {
			return
		}
	}
	const slack = 0.01
	if over > 0 && cols[0].least-over >= cols[0].word {
		cols[0].least -= over + slack
	}
}

// fits tells whether the columns stand comfortably in the width.
func fits(cols []column, width float64) bool {
	return leastWidth(cols) <= width
}

func leastWidth(cols []column) float64 {
	sum := gutter * float64(len(cols)-1)
	for _, c := range cols {
		sum += c.least
	}
	return sum
}

// spread gives the columns their widths and places. Every table is as wide as the
// page, so that widths do not jump from table to table: columns of figures take
// what they need and look alike, those of words the rest.
func spread(cols []column, width float64) {
	if len(cols) == 0 {
		return
	}
	free := width - leastWidth(cols)
	if free < 0 {
		squeeze(cols, width)
		return
	}
	for i := range cols {
		cols[i].width = cols[i].least
	}
	free = lowerHeads(cols, free)
	free = fill(cols, free)
	free = even(cols, free)
	widen(cols, free)
	x := 0.0
	for i := range cols {
		cols[i].x = x
		x += cols[i].width + gutter
	}
}

// lowerHeads widens columns whose title would stand in more than two lines, as far as
// the free width reaches, and returns what is left.
func lowerHeads(cols []column, free float64) float64 {
	const most, step = 2, 1 // lines, points
	for i := range cols {
		c := &cols[i]
		for ; free >= step && len(c.title.lines(c.width)) > most; free -= step {
			c.width += step
		}
	}
	return free
}

// fill shares the free width among columns that want more, by weight, and
// returns what nobody wants.
func fill(cols []column, free float64) float64 {
	for free > 0.01 {
		weights := 0.0
		for _, c := range cols {
			if c.natural > c.width {
				weights += c.weight
			}
		}
		if weights == 0 {
			return free
		}
		given := 0.0
		for i := range cols {
			c := &cols[i]
			if c.natural > c.width {
				more := min(free*c.weight/weights, c.natural-c.width)
				c.width += more
				given += more
			}
		}
		free -= given
		if given == 0 {
			return free
		}
	}
	return 0
}

// even lets columns of figures become as wide as the widest of them, as far as the
// free width reaches, and returns what is left.
func even(cols []column, free float64) float64 {
	const most = 62 // no narrow figure needs more
	widest, want := 0.0, 0.0
	for _, c := range cols {
		if c.kind == chapter.Figures {
			widest = max(widest, min(c.width, most))
		}
	}
	for _, c := range cols {
		if c.kind == chapter.Figures {
			want += max(widest-c.width, 0)
		}
	}
	if want == 0 {
		return free
	}
	share := min(free/want, 1)
	for i := range cols {
		if cols[i].kind == chapter.Figures {
			cols[i].width += share * max(widest-cols[i].width, 0)
		}
	}
	return free - share*want
}

// widen lets a narrow table reach the width of the page. The rest goes to the widest
// column of prose, or to the one in front of the figures, so that these stand at the
// right edge.
func widen(cols []column, rest float64) {
	if rest <= 0 {
		return
	}
	to := -1
	for i, c := range cols {
		if c.weight > 0 && (to < 0 || c.natural > cols[to].natural) {
			to = i
		}
	}
	for i := 0; i < len(cols) && to < 0; i++ {
		if i+1 == len(cols) || cols[i+1].kind == chapter.Figures {
			to = i
		}
	}
	cols[to].width += rest
}

// squeeze shares a width that is too small even on a turned page in proportion
// to what the columns need; their words then break anywhere.
func squeeze(cols []column, width float64) {
	gap := min(gutter, width/float64(3*len(cols)))
	need := leastWidth(cols) - gutter*float64(len(cols)-1)
	scale := (width - gap*float64(len(cols)-1)) / need
	x := 0.0
	for i := range cols {
		cols[i].x, cols[i].width = x, cols[i].least*scale
		x += cols[i].width + gap
	}
}

// halves are the widths of a figure left and right of where its whole number
// ends: before the decimal mark, or after the last digit.
func (w *words) halves(lang report.Lang) (whole, tail float64) {
	cut := wholeEnd(w.text, lang)
	i := 0
	for at, r := range w.text {
		for at >= w.spans[i].end {
			i++
		}
		if at < cut {
			whole += w.advance(w.spans[i].face, r)
		} else {
			tail += w.advance(w.spans[i].face, r)
		}
	}
	return whole, tail
}

func wholeEnd(s string, lang report.Lang) int {
	mark := ","
	if lang == report.EN {
		mark = "."
	}
	if at := strings.LastIndex(s, mark); at > 0 && at+1 < len(s) && isDigit(s[at-1]) && isDigit(s[at+1]) {
		return at
	}
	if at := strings.LastIndexFunc(s, unicode.IsDigit); at >= 0 {
		_, n := utf8.DecodeRuneInString(s[at:])
		return at + n
	}
	return len(s)
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
