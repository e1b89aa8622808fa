package workbook

import (
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/workbook/cells"
)

// uncover takes out of a sheet's records what lies under merged cells: nobody who
// looks at the workbook sees it, so nobody has answered for it.
func (rd *reading) uncover(i int, spec *report.SheetSpec, s *report.Sheet, stray *strays) {
	keys := map[int]string{}
	for _, c := range s.Columns {
		keys[max(c.Row, 0)<<16|c.Col] = c.Key
	}
	for _, area := range rd.book.Sheets[i].Merged {
		for n := range s.Rows {
			row := &s.Rows[n]
			if row.Number > 0 && (row.Number < area.Row || row.Number > area.LastRow) {
				continue
			}
			row.Cells = slices.DeleteFunc(row.Cells, func(c report.Cell) bool {
				if !area.Covers(int(c.Row), int(c.Col)) {
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
	}
	s.Rows = slices.DeleteFunc(s.Rows, func(r report.Row) bool { return r.Number > 0 && len(r.Cells) == 0 })
}

// covered notes a value that is hidden under merged cells.
func (rd *reading) covered(stray *strays, c report.Cell, area cells.Area, field *report.ColumnSpec) {
	rd.draft.Counts.Used--
	stray.add(c, true)
	if strings.TrimSpace(c.Raw) == "" && c.Formula == nil {
		return
	}
	at := report.Place{Sheet: stray.sheet, Row: int(c.Row), Col: int(c.Col)}
	merged := report.Place{Row: area.Row, Col: area.Col}.Ref() + ":" + report.Place{Row: area.LastRow, Col: area.LastCol}.Ref()
	rd.find("V-009", "covered", report.Error, at, arg("ark", stray.sheet), arg("funnet", c.Raw), arg("omraade", merged), arg("felt", field.Label))
}
