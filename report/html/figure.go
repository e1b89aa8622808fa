package html

import (
	"fmt"
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/chapter"
)

// A chart is rows: a line with label and value, and below it the bar. Heights
// are pixels and widths percent of the column, so that a chart fits a telephone
// and a sheet of paper with the same size of letters.
const (
	lineHeight = 20 // of a label
	barHeight  = 16
	barGap     = 14 // below a bar
	groupGap   = 10 // above a heading over bars
	lineLength = 30 // characters of label and value that fit in 288 pixels
)

// figure writes a chart under its title and description, then its caption. The
// error says that the chart is of no known kind.
func (p *page) figure(f *chapter.Figure) error {
	var rows []row
	switch x := f.Chart.(type) {
	case *chapter.Waterfall:
		rows = waterfallRows(x)
	case *chapter.Bars:
		rows = barRows(x)
	default:
		return fmt.Errorf("html: unknown chart %T", f.Chart)
	}
	p.open("figure", "id", f.ID)
	p.line()
	p.caption("figcaption", p.id("caption"), f.Label, f.Caption)
	if f.Unit != "" {
		p.open("p", "class", "unit")
		p.text(f.Unit)
		p.close("p")
		p.line()
	}
	p.chart(f, rows)
	p.close("figure")
	p.line()
	return nil
}

// row is one bar with its words; without a bar it is a heading over others.
type row struct {
	label, value string
	from, to     report.Kroner
	role         chapter.Role
	bar          bool
	joined       bool // the next bar starts where this one ends
}

func waterfallRows(w *chapter.Waterfall) []row {
	rows := make([]row, 0, len(w.Steps))
	for i, s := range w.Steps {
		rows = append(rows, row{label: s.Label, value: s.Value, from: s.From, to: s.To, role: s.Role, bar: true,
			joined: i+1 < len(w.Steps)})
	}
	return rows
}

func barRows(b *chapter.Bars) []row {
	var rows []row
	for _, g := range b.Groups {
		rows = append(rows, row{label: g.Label})
		for _, bar := range g.Bars {
			rows = append(rows, row{label: bar.Label, value: bar.Value, to: bar.Amount, role: bar.Role, bar: true})
		}
	}
	return rows
}

func (p *page) chart(f *chapter.Figure, rows []row) {
	title, desc, pattern := p.id("title"), p.id("desc"), p.id("pattern")
	heights := 0
	for _, r := range rows {
		heights += r.height()
	}
	p.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "chart", "role", "img", "width", "100%",
		"height", strconv.Itoa(heights), "aria-labelledby", title, "aria-describedby", desc)
	p.line()
	p.described("title", title, strings.TrimSpace(f.Label+" "+f.Caption))
	p.described("desc", desc, f.Alt)
	p.raw(`<defs><pattern id="` + pattern + `" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
		`<rect class="hatch" width="6" height="6"/><rect class="gap" width="1.5" height="6"/></pattern></defs>` + "\n")
	s := scaleOf(rows)
	y := 0
	for i, r := range rows {
		if r.joined && rows[i+1].bar {
			p.connector(s.at(r.to), y+r.height()-barGap, y+r.height()+rows[i+1].height()-barGap-barHeight)
		}
		y += r.height()
	}
	y = 0
	for _, r := range rows {
		p.chartRow(r, s, y, pattern)
		y += r.height()
	}
	p.close("svg")
	p.line()
}

func (p *page) described(tag, id, words string) {
	p.open(tag, "id", id)
	p.text(words)
	p.close(tag)
	p.line()
}

func (p *page) connector(x string, y1, y2 int) {
	p.void("line", "class", "joint", "x1", x, "x2", x, "y1", strconv.Itoa(y1), "y2", strconv.Itoa(y2))
}

func (p *page) chartRow(r row, s scale, y int, pattern string) {
	class := "label"
	if !r.bar {
		class = "label heading"
	}
	for i, l := range r.lines() {
		p.chartText(class, "0", "", y+r.top()+lineHeight*(i+1)-5, l)
	}
	if !r.bar {
		return
	}
	p.chartText("value", "100%", "end", y+lineHeight-5, r.value)
	p.bar(r, s, y+lineHeight*len(r.lines()), pattern)
}

func (p *page) chartText(class, x, anchor string, y int, words string) {
	p.open("text", "class", class, "x", x, "y", strconv.Itoa(y), "text-anchor", anchor)
	p.text(words)
	p.close("text")
	p.line()
}

func (p *page) bar(r row, s scale, y int, pattern string) {
	low, high := r.from.Min(r.to), r.from.Max(r.to)
	class, fill := "bar "+roleClass(r.role), ""
	if r.role == chapter.Minus {
		fill = "url(#" + pattern + ")"
	}
	p.void("rect", "class", class, "x", s.at(low), "y", strconv.Itoa(y), "width", s.width(low, high),
		"height", strconv.Itoa(barHeight), "fill", fill)
	zero := s.at(report.Kroner{})
	p.void("line", "class", "zero", "x1", zero, "x2", zero, "y1", strconv.Itoa(y), "y2", strconv.Itoa(y+barHeight+4))
}

func (r row) height() int {
	h := lineHeight * len(r.lines())
	if !r.bar {
		return r.top() + h + 2
	}
	return h + barHeight + barGap
}

// top is the free room above the words.
func (r row) top() int {
	if r.bar {
		return 0
	}
	return groupGap
}

// lines breaks the label so that its first line leaves room for the value.
func (r row) lines() []string {
	return wrap(r.label, max(lineLength-columns(r.value)-2, 10))
}

func roleClass(r chapter.Role) string {
	switch r {
	case chapter.Plus:
		return "plus"
	case chapter.Minus:
		return "minus"
	case chapter.Wanted:
		return "wanted"
	case chapter.Done:
		return "done"
	default:
		return "level"
	}
}
