package workbook

import (
	"slices"
	"strings"

	"gevinst/report"
)

// rowSink gathers cells into records.
type rowSink struct {
	sheet *report.Sheet
	cells []report.Cell  // of the row being read
	piece *[]report.Cell // memory that many rows share
}

func (r *rowSink) add(c report.Cell) {
	if len(r.cells) > 0 && r.cells[0].Row != c.Row {
		r.flush()
	}
	r.cells = append(r.cells, c)
}

// flush ends a record. A row in which only spaces stand is no record.
func (r *rowSink) flush() {
	shows := slices.ContainsFunc(r.cells, func(c report.Cell) bool { return strings.TrimSpace(c.Raw) != "" || c.Formula != nil })
	if len(r.cells) > 0 && shows {
		if cap(*r.piece)-len(*r.piece) < len(r.cells) {
			*r.piece = make([]report.Cell, 0, max(1024, len(r.cells)))
		}
		start := len(*r.piece)
		*r.piece = append(*r.piece, r.cells...)
		r.sheet.Rows = append(r.sheet.Rows, report.Row{Number: int(r.cells[0].Row), Cells: slices.Clip((*r.piece)[start:])})
	}
	r.cells = r.cells[:0]
}

func (r *rowSink) done() {
	r.flush()
	slices.SortStableFunc(r.sheet.Rows, func(a, b report.Row) int { return a.Number - b.Number })
}
