package workbook

import (
	"cmp"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/workbook/cells"
)

// uncover takes out of a sheet's records what lies under merged cells: nobody who
// looks at the workbook sees it, so nobody has answered for it.
func (rd *reading) uncover(i int, spec *report.SheetSpec, s *report.Sheet, stray *strays) {
	if len(rd.book.Sheets[i].Merged) == 0 {
		return
	}
	keys, over := map[int]string{}, veil{}
	for _, c := range s.Columns {
		keys[max(c.Row, 0)<<16|c.Col] = c.Key
		over[c.Col] = nil
	}
	over.spread(rd.book.Sheets[i].Merged)
	s.Over = func(row, col int) (string, bool) {
		area, hidden := over.at(row, col)
		return rangeOf(area), hidden
	}
	for n := range s.Rows {
		row := &s.Rows[n]
		row.Cells = slices.DeleteFunc(row.Cells, func(c report.Cell) bool {
			area, hidden := over.at(int(c.Row), int(c.Col))
			if !hidden {
				return false
			}
			key := keys[int(c.Col)]
			if row.Number == 0 {
				key = keys[int(c.Row)<<16|int(c.Col)]
			}
			rd.covered(stray, c, area, spec.Column(key))
			return true
		})
	}
	s.Rows = slices.DeleteFunc(s.Rows, func(r report.Row) bool { return r.Number > 0 && len(r.Cells) == 0 })
}

// veil is the merged areas over each column of a form or table, from above, so that
// a cell is looked up and not held against every area.
type veil map[int][]drape

// drape is an area, and which one reaches lowest of it and those above it.
type drape struct{ area, lowest cells.Area }

// spread lays areas over the columns that the veil has.
func (v veil) spread(areas []cells.Area) {
	areas = slices.Clone(areas)
	slices.SortStableFunc(areas, func(a, b cells.Area) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) })
	for col, above := range v {
		for _, a := range areas {
			if col < a.Col || col > a.LastCol {
				continue
			}
			d := drape{a, a}
			if n := len(above); n > 0 && above[n-1].lowest.LastRow > a.LastRow {
				d.lowest = above[n-1].lowest
			}
			above = append(above, d)
		}
		v[col] = above
	}
}

// at is the area that hides a cell.
func (v veil) at(row, col int) (cells.Area, bool) {
	above := v[col]
	n, _ := slices.BinarySearchFunc(above, row+1, func(d drape, row int) int { return d.area.Row - row })
	for n--; n >= 0; n-- {
		a := above[n].lowest
		if a.Covers(row, col) {
			return a, true
		}
		if a.Row != row || a.Col != col { // it ends above; else it shows the cell, and another may hide it
			break
		}
	}
	return cells.Area{}, false
}

// covered notes a value that is hidden under merged cells.
func (rd *reading) covered(stray *strays, c report.Cell, area cells.Area, field *report.ColumnSpec) {
	rd.draft.Counts.Used--
	stray.add(c, true)
	if strings.TrimSpace(c.Raw) == "" && c.Formula == nil {
		return
	}
	at := report.Place{Sheet: stray.sheet, Row: int(c.Row), Col: int(c.Col)}
	rd.find("V-009", "covered", report.Error, at, arg("ark", stray.sheet), arg("funnet", c.Raw), arg("omraade", rangeOf(area)), arg("felt", field.Label))
}

// rangeOf is an area as Excel writes it.
func rangeOf(a cells.Area) string {
	return report.Place{Row: a.Row, Col: a.Col}.Ref() + ":" + report.Place{Row: a.LastRow, Col: a.LastCol}.Ref()
}
