package workbook

import (
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/workbook/cells"
)

// surveys tells what a spreadsheet program does not show at once, and where the
// form's own protection is gone.
func (in *inspector) surveys() error {
	found, err := in.book.Survey()
	if err != nil {
		return err
	}
	issued, err := in.form.Survey()
	if err != nil {
		return err
	}
	in.Modified = found.Modified
	for i, s := range in.book.Sheets {
		was := in.asIssued(s.Name, issued)
		in.sheetAsShown(s.Name, found.Sheets[i], was)
		if spec := in.specOf(s.Name); was != nil && spec != nil {
			shown{in, spec, found, issued}.sheet(&found.Sheets[i], was)
		}
	}
	in.names(found.Names, issued.Names)
	for _, address := range found.Outside {
		in.odd(Outside, report.Place{}, "", address)
	}
	for _, n := range found.Names {
		if strings.Contains(n.Refers, "#REF!") {
			in.odd(BrokenName, report.Place{}, "", n.Name)
		}
	}
	for _, of := range []struct {
		kind OddityKind
		is   bool
	}{{Macros, found.Macros}, {Queries, found.Queries}, {From1904, in.book.Date1904}, {AsShown, found.AsShown}} {
		if of.is {
			in.odd(of.kind, report.Place{}, "", "")
		}
	}
	slices.SortStableFunc(in.Oddities, func(a, b Oddity) int { return strings.Compare(a.Place.Sheet, b.Place.Sheet) })
	return nil
}

// asIssued is the form's sheet of that name, nil where it has none.
func (in *inspector) asIssued(name string, issued *cells.Survey) *cells.Surveyed {
	for i, s := range in.form.Sheets {
		if s.Name == name {
			return &issued.Sheets[i]
		}
	}
	return nil
}

func (in *inspector) sheetAsShown(name string, is cells.Surveyed, was *cells.Surveyed) {
	if was == nil {
		was = &cells.Surveyed{State: "visible"}
	}
	sheet := report.Place{Sheet: name}
	if is.State != "visible" && was.State == "visible" {
		in.odd(HiddenSheet, sheet, was.State, is.State)
	}
	if is.NoZeros && !was.NoZeros {
		in.odd(NoZeros, sheet, "", "")
	}
	if was.Protected && !is.Protected {
		in.odd(Unprotected, sheet, "", "")
	}
	for _, row := range is.Rows {
		if !slices.Contains(was.Rows, row) && row <= in.last[name] {
			in.odd(HiddenRows, report.Place{Sheet: name, Row: row, Col: 1}, "", "")
		}
	}
	for _, column := range is.Columns {
		if !slices.Contains(was.Columns, column) {
			in.odd(HiddenColumn, report.Place{Sheet: name, Row: report.HeadRow, Col: column}, "", "")
		}
	}
}
