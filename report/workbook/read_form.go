package workbook

import (
	"slices"

	"gevinst/report"
	"gevinst/report/near"
)

// formLayout is where things stand on a form sheet.
type formLayout struct {
	head                uint32 // the key row, 0 where it was deleted
	label, value, check uint16 // columns; the check is what Excel calculates
}

func layoutOf(top []report.Cell) formLayout {
	names := map[string]string{}
	for _, key := range []string{report.FormLabel, report.FormValue, CheckColumn, report.FormHelp, report.FormKey} {
		names[key] = key
	}
	at := formLayout{label: 1, value: 2, check: 3} // our own layout, where the key row was deleted
	row, cells := keyRow(top, names)
	at.head = row
	for _, c := range cells {
		switch near.Fold(c.Raw) {
		case report.FormLabel:
			at.label = c.Col
		case report.FormValue:
			at.value = c.Col
		case CheckColumn:
			at.check = c.Col
		}
	}
	return at
}

// formSheet reads a sheet whose fields stand under each other: the row's machine
// key says which field its value is, else its label in any language.
func (rd *reading) formSheet(i int, spec *report.SheetSpec, s *report.Sheet) error {
	top, err := rd.top(i)
	if err != nil {
		return err
	}
	at := layoutOf(top)
	fields, err := rd.fields(i, spec, at)
	if err != nil {
		return err
	}
	if len(fields) == 0 {
		rd.find("V-001", "headings", report.Error, report.Place{Sheet: s.Name}, arg("ark", s.Name))
		return rd.count(i, func(report.Cell) bool { return false })
	}
	rd.formColumns(spec, s, fields, at.value)
	return rd.formCells(i, spec, s, at)
}

// fields finds the row of each field.
func (rd *reading) fields(i int, spec *report.SheetSpec, at formLayout) (map[uint32]string, error) {
	byKey, byLabel := map[uint32]string{}, map[uint32]string{}
	keys, labels := keysOf(spec), labelsOf(spec)
	err := rd.book.Cells(i, func(c report.Cell) error {
		if c.Row <= at.head || c.Col == at.value || c.Kind != report.Text {
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
			rd.find("V-001", "field", severity, report.Place{Sheet: s.Name}, arg("felt", col.Label), arg("ark", s.Name), arg("nokkel", col.Key))
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
func (rd *reading) formCells(i int, spec *report.SheetSpec, s *report.Sheet, at formLayout) error {
	fields := map[uint32]*report.ColumnSpec{}
	for _, c := range s.Columns {
		fields[uint32(c.Row)] = spec.Column(c.Key)
	}
	words := rd.wordsOf(spec)
	stray := rd.stray(i)
	record := report.Row{}
	err := rd.book.Cells(i, func(c report.Cell) error {
		if c.Empty() {
			return nil
		}
		rd.draft.Counts.Read++
		field := fields[c.Row]
		switch {
		case c.Col == at.value && field != nil:
			rd.draft.Counts.Used++
			record.Cells = append(record.Cells, c)
		case c.Col == at.label && field != nil && words.column(c) != "" && words.column(c) != field.Key:
			rd.swapped(stray, c, field, spec.Column(words.column(c)))
		case words.say(c), c.Col == at.check && c.Formula != nil && field != nil:
			rd.draft.Counts.Form++
		case c.Col == at.label && field != nil:
			rd.rewritten(stray, c, field)
		default:
			stray.add(c, false)
		}
		return nil
	})
	s.Rows = []report.Row{record}
	rd.uncover(i, spec, s, stray)
	rd.hidden(i, spec, s)
	stray.done()
	return err
}
