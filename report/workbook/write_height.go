package workbook

import (
	"strings"

	"gevinst/report"
)

// Row heights in points. A program that opens the workbook does not make rows fit
// their text by itself, so every row that is written with text is given its height;
// from there it grows with what is typed.
const (
	lineHeight = 15
	mostHeight = 405 // Excel takes 409
	roomy      = 90  // an empty field for a paragraph
)

// height sets the height of a row; zero leaves it to the program.
func (c *canvas) height(row int, points float64) {
	if points > 0 {
		c.do(c.file.SetRowHeight(c.name, row, min(points, mostHeight)))
	}
}

// lines is how many lines a text takes in a column so many digits wide, when it is
// broken between words. Letters are somewhat narrower than digits.
func lines(text string, width int) int {
	width += width / 10
	n := 0
	for part := range strings.SplitSeq(text, "\n") {
		n++
		used := 0
		for _, word := range strings.Fields(part) {
			length := len([]rune(word))
			if used > 0 && used+1+length > width {
				n++
				used = 0
			}
			if used > 0 {
				used++
			}
			for used += length; used > width; used -= width {
				n++
			}
		}
	}
	return n
}

// fieldHeight is the height of a field of the form sheet: room for a paragraph
// where one is asked for, and for its label, what stands there, its help, and for the
// check to say what is wrong with it, since no row grows with what a formula says.
func (b *book) fieldHeight(col *report.ColumnSpec, value string) float64 {
	label, help := col.Label.In(b.order.Lang), col.Help.In(b.order.Lang)
	wrong := b.say(amiss(col.Type)) + label
	tall := float64(max(lines(label, labelWidth-2), lines(value, valueWidth-2), lines(wrong, checkWidth-2), lines(help, helpWidth-2)) * lineHeight)
	if col.Type == report.LongType {
		return max(tall, roomy)
	}
	return tall
}

// amiss is the longest that the check of a field may say before its label.
func amiss(t report.ColumnType) string {
	switch t {
	case report.CodeType:
		return "workbook.row.code"
	case report.TextType, report.LongType:
		return "workbook.missing"
	default:
		return "workbook.row.value"
	}
}

// recordHeight is the height of a filled row of a table.
func recordHeight(s *report.SheetSpec, record report.Record) float64 {
	most := 1
	for i := range s.Columns {
		col := &s.Columns[i]
		if col.Type == report.TextType || col.Type == report.LongType {
			most = max(most, lines(record[col.Key], width(col)-1))
		}
	}
	return float64(most * lineHeight)
}
