package workbook

import (
	"slices"

	"gevinst/report"
)

// hidden notes what is filled in on a sheet of the form and not shown: the sheet, rows,
// columns. It is read and used like all else, and whoever answers for it should know.
func (rd *reading) hidden(i int, spec *report.SheetSpec, s *report.Sheet) {
	rows := slices.DeleteFunc(slices.Clone(s.Rows), func(r report.Row) bool { return len(r.Cells) == 0 })
	if len(rows) == 0 {
		return
	}
	if s.Hidden {
		rd.find("V-001", "hidden_sheet", report.Info, report.Place{Sheet: s.Name})
	}
	under := map[int][]report.Place{}
	var below []report.Place // the first cell of each hidden row
	for _, r := range rows {
		last := uint32(0)
		for _, c := range r.Cells {
			row, column := rd.book.Sheets[i].Hides(int(c.Row), int(c.Col))
			if column {
				under[int(c.Col)] = append(under[int(c.Col)], place(s, c))
			}
			if row && c.Row != last {
				below = append(below, place(s, c))
				last = c.Row
			}
		}
	}
	if len(below) > 0 {
		rd.unseen("hidden_rows", below, arg("n", len(below)-1))
	}
	for _, col := range s.Columns {
		if places := under[col.Col]; len(places) > 0 {
			rd.unseen("hidden_columns", places, arg("felt", spec.Column(col.Key).Label))
			delete(under, col.Col) // the fields of a form stand in one column
		}
	}
	rd.disguised(spec, s, rows)
}

// disguised notes numbers of which a cell's format shows nothing, another number, or
// thousands. They are read as they are stored, which is not what a reader has seen.
func (rd *reading) disguised(spec *report.SheetSpec, s *report.Sheet, rows []report.Row) {
	for _, of := range []struct {
		variant string
		shown   report.NumberFormat
	}{{"hidden_format", report.Concealed}, {"scaled_format", report.Scaled}} {
		for _, col := range s.Columns {
			var places []report.Place
			for _, r := range rows {
				for _, c := range r.Cells {
					if c.Shown == of.shown && c.Kind == report.Number && int(c.Col) == col.Col && (col.Row == 0 || int(c.Row) == col.Row) {
						places = append(places, place(s, c))
					}
				}
			}
			if len(places) > 0 {
				rd.unseen(of.variant, places, arg("felt", spec.Column(col.Key).Label), arg("n", len(places)-1))
				rd.findings[len(rd.findings)-1].Severity = report.Warning
			}
		}
	}
}

// unseen makes one finding of cells that are not shown.
func (rd *reading) unseen(variant string, places []report.Place, args ...report.Arg) {
	rd.find("V-001", variant, report.Info, places[0], args...)
	rd.findings[len(rd.findings)-1].More = places[1:min(len(places), mostNamed)]
}
