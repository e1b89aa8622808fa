package workbook

import (
	"gevinst/report"
	"gevinst/report/near"
	"gevinst/report/workbook/cells"
)

// match finds which sheet of the file is which sheet of the form: by the tab's
// name, then by its name without case and spaces, then by its key row. What the
// form has and the file lacks is one finding a sheet.
func (rd *reading) match() (map[int]*report.SheetSpec, error) {
	found := map[int]*report.SheetSpec{}
	taken := map[string]bool{}
	take := func(same func(sheet, spec string) bool) {
		for i, s := range rd.book.Sheets {
			for j := range rd.spec.Sheets {
				spec := &rd.spec.Sheets[j]
				if found[i] == nil && !taken[spec.Key] && same(s.Name, spec.Name) {
					found[i], taken[spec.Key] = spec, true
				}
			}
		}
	}
	take(func(sheet, spec string) bool { return sheet == spec })
	take(func(sheet, spec string) bool { return near.Fold(sheet) == near.Fold(spec) })
	if err := rd.matchByKeys(found, taken); err != nil {
		return nil, err
	}
	for j := range rd.spec.Sheets {
		if spec := &rd.spec.Sheets[j]; !taken[spec.Key] && filledIn(spec) {
			rd.lacks(spec, found)
		}
	}
	return found, nil
}

func filledIn(s *report.SheetSpec) bool {
	return s.Kind == report.TableSheet || s.Kind == report.FormSheet
}

// matchByKeys gives sheets with an unknown name to the form's sheets whose key
// row they hold.
func (rd *reading) matchByKeys(found map[int]*report.SheetSpec, taken map[string]bool) error {
	for i := range rd.book.Sheets {
		if found[i] != nil || rd.ours(i) {
			continue
		}
		for j := range rd.spec.Sheets {
			spec := &rd.spec.Sheets[j]
			if taken[spec.Key] || !filledIn(spec) {
				continue
			}
			top, err := rd.top(i)
			if err != nil {
				return err
			}
			if row, _ := keyRow(top, keysOf(spec)); row > 0 && spec.Kind == report.TableSheet {
				found[i], taken[spec.Key] = spec, true
				name := rd.book.Sheets[i].Name
				rd.find("V-001", "renamed", report.Warning, report.Place{Sheet: name}, arg("funnet", name), arg("ark", spec.Name))
				break
			}
		}
	}
	return nil
}

// lacks notes a sheet that is missing, with the sheet that may be meant.
func (rd *reading) lacks(spec *report.SheetSpec, found map[int]*report.SheetSpec) {
	for i, s := range rd.book.Sheets {
		if found[i] == nil && !rd.ours(i) && near.Distance(near.Fold(s.Name), near.Fold(spec.Name)) <= 2 {
			rd.find("V-001", "sheet_near", report.Error, report.Place{Sheet: s.Name}, arg("ark", spec.Name), arg("funnet", s.Name))
			return
		}
	}
	rd.find("V-001", "sheet", report.Error, report.Place{}, arg("ark", spec.Name))
}

// topRows is how far down the key row or the headings are looked for.
const topRows = 30

// top is the filled cells of a sheet's first rows.
func (rd *reading) top(i int) ([]report.Cell, error) {
	var head []report.Cell
	err := rd.book.Cells(i, func(c report.Cell) error {
		if c.Row > topRows {
			return cells.Stop
		}
		if !c.Empty() {
			head = append(head, c)
		}
		return nil
	})
	return head, err
}

// keysOf is what the key row of a sheet holds, folded, with the column's key.
func keysOf(s *report.SheetSpec) map[string]string {
	keys := map[string]string{}
	for _, c := range s.Columns {
		keys[c.Key] = c.Key
	}
	return keys
}

// labelsOf is the headings of a sheet in every language, folded. A heading that
// two columns share names neither.
func labelsOf(s *report.SheetSpec) map[string]string {
	labels := map[string]string{}
	for _, c := range s.Columns {
		for _, label := range c.Label.All() {
			if other, twice := labels[near.Fold(label)]; twice && other != c.Key {
				labels[near.Fold(label)] = ""
				continue
			}
			labels[near.Fold(label)] = c.Key
		}
	}
	return labels
}

// keyRow finds the row that names most of a sheet's columns, at least half of
// them, and the columns it names.
func keyRow(top []report.Cell, names map[string]string) (uint32, []report.Cell) {
	rows := map[uint32][]report.Cell{}
	for _, c := range top {
		if c.Kind == report.Text && names[near.Fold(c.Raw)] != "" {
			rows[c.Row] = append(rows[c.Row], c)
		}
	}
	distinct := map[string]bool{}
	for _, key := range names {
		distinct[key] = key != ""
	}
	best := uint32(0)
	for row, cells := range rows {
		if 2*len(cells) >= len(distinct) && (best == 0 || len(cells) > len(rows[best]) || len(cells) == len(rows[best]) && row < best) {
			best = row
		}
	}
	return best, rows[best]
}
