package workbook

import (
	"slices"

	"gevinst/report"
	"gevinst/report/near"
)

// formSheet reads a sheet whose fields stand under each other: the row's machine
// key says which field its value is, else its label in any language.
func (rd *reading) formSheet(i int, spec *report.SheetSpec, s *report.Sheet, top []report.Cell) error {
	head, cells := keyRow(top, map[string]string{report.FormValue: report.FormValue, report.FormKey: report.FormKey, report.FormLabel: report.FormLabel, report.FormHelp: report.FormHelp})
	columns := map[uint16]string{}
	value := uint16(2) // our own layout, where the key row was deleted
	for _, c := range cells {
		columns[c.Col] = near.Fold(c.Raw)
		if near.Fold(c.Raw) == report.FormValue {
			value = c.Col
		}
	}
	fields, err := rd.fields(i, spec, head, value)
	if err != nil {
		return err
	}
	if len(fields) == 0 {
		rd.find("V-001", "headings", report.Error, report.Place{Sheet: s.Name}, arg("ark", s.Name))
		return rd.count(i, rd.stray(i))
	}
	rd.formColumns(spec, s, fields, value)
	return rd.formCells(i, spec, s, fields, value, head)
}

// fields finds the row of each field.
func (rd *reading) fields(i int, spec *report.SheetSpec, head uint32, value uint16) (map[uint32]string, error) {
	byKey, byLabel := map[uint32]string{}, map[uint32]string{}
	keys, labels := keysOf(spec), labelsOf(spec)
	err := rd.book.Cells(i, func(c report.Cell) error {
		if c.Row <= head || c.Col == value || c.Kind != report.Text {
			return nil
		}
		if key := keys[c.Raw]; key != "" {
			byKey[c.Row] = key
		}
		if key := labels[near.Fold(c.Raw)]; key != "" && byLabel[c.Row] == "" {
			byLabel[c.Row] = key
		}
		return nil
	})
	if len(byKey) > 0 {
		return byKey, err
	}
	return byLabel, err
}

// formColumns makes the sheet's columns and notes fields that are missing or twice there.
func (rd *reading) formColumns(spec *report.SheetSpec, s *report.Sheet, fields map[uint32]string, value uint16) {
	rows := map[string]uint32{}
	for _, row := range sortedRows(fields) {
		key := fields[row]
		if _, twice := rows[key]; twice {
			rd.find("V-001", "heading_twice", report.Error, report.Place{Sheet: s.Name, Row: int(row), Col: int(value)}, arg("funnet", key), arg("felt", spec.Column(key).Label))
			continue
		}
		rows[key] = row
		s.Columns = append(s.Columns, report.Column{Key: key, Col: int(value), Row: int(row)})
	}
	for _, col := range spec.Columns {
		if _, ok := rows[col.Key]; !ok {
			severity := report.Warning
			if col.Required {
				severity = report.Error
			}
			rd.find("V-001", "heading", severity, report.Place{Sheet: s.Name}, arg("felt", col.Label), arg("ark", s.Name), arg("nokkel", col.Key))
		}
	}
}

func sortedRows(fields map[uint32]string) []uint32 {
	rows := make([]uint32, 0, len(fields))
	for row := range fields {
		rows = append(rows, row)
	}
	slices.Sort(rows)
	return rows
}

// formCells gathers the values into the sheet's one record.
func (rd *reading) formCells(i int, spec *report.SheetSpec, s *report.Sheet, fields map[uint32]string, value uint16, head uint32) error {
	known := map[uint32]bool{}
	for _, c := range s.Columns {
		known[uint32(c.Row)] = true
	}
	const layout = 4 // label, value, help, key
	stray := rd.stray(i)
	record := report.Row{}
	err := rd.book.Cells(i, func(c report.Cell) error {
		if c.Empty() {
			return nil
		}
		rd.draft.Counts.Read++
		switch {
		case c.Col == value && known[c.Row]:
			rd.draft.Counts.Used++
			record.Cells = append(record.Cells, c)
		case c.Row <= max(head, report.HeadRow), c.Col != value && c.Col <= layout && fields[c.Row] != "":
			rd.draft.Counts.Form++
		default:
			stray.add(c, false)
		}
		return nil
	})
	s.Rows = []report.Row{record}
	stray.done()
	return err
}
