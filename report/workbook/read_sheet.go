package workbook

import (
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/near"
)

// sheet reads one sheet of the form.
func (rd *reading) sheet(i int, spec *report.SheetSpec) (*report.Sheet, error) {
	info := rd.book.Sheets[i]
	s := &report.Sheet{Key: spec.Key, Name: info.Name, Hidden: info.Hidden}
	top, err := rd.top(i)
	if err != nil {
		return nil, err
	}
	if spec.Kind == report.FormSheet {
		return s, rd.formSheet(i, spec, s, top)
	}
	return s, rd.tableSheet(i, spec, s, top)
}

// heads is where a table's columns are.
type heads struct {
	last     uint32            // the last row of the head; records follow
	keys     map[uint16]string // column key by column
	computed map[uint16]bool   // columns that Excel calculates; what is typed over a formula there is nobody's
	suspect  map[uint16]bool   // columns whose heading is misspelt: that finding speaks for their cells
}

// tableSheet reads a row a record.
func (rd *reading) tableSheet(i int, spec *report.SheetSpec, s *report.Sheet, top []report.Cell) error {
	h := rd.heads(spec, s, top)
	if h == nil {
		rd.find("V-001", "headings", report.Error, report.Place{Sheet: s.Name}, arg("ark", s.Name))
		return rd.count(i, rd.stray(i))
	}
	stray := rd.stray(i)
	rows := &rowSink{sheet: s}
	err := rd.book.Cells(i, func(c report.Cell) error {
		if c.Empty() {
			return nil
		}
		rd.draft.Counts.Read++
		switch {
		case c.Row <= h.last, h.computed[c.Col] && c.Formula != nil:
			rd.draft.Counts.Form++
		case h.keys[c.Col] == "":
			stray.add(c, h.suspect[c.Col])
		default:
			rd.draft.Counts.Used++
			rows.add(c)
		}
		return nil
	})
	rows.done()
	stray.done()
	return err
}

// heads finds the columns by the key row, else by the headings in any language,
// and notes what is missing, unknown or there twice. It is nil where neither is found.
func (rd *reading) heads(spec *report.SheetSpec, s *report.Sheet, top []report.Cell) *heads {
	names := keysOf(spec)
	row, cells := keyRow(top, names)
	if row == 0 {
		names = labelsOf(spec)
		if row, cells = keyRow(top, names); row == 0 {
			return nil
		}
	}
	h := &heads{last: row, keys: map[uint16]string{}, computed: map[uint16]bool{}, suspect: map[uint16]bool{}}
	seen := map[string]bool{}
	for _, c := range cells {
		key := names[near.Fold(c.Raw)]
		if seen[key] {
			rd.find("V-001", "heading_twice", report.Error, place(s, c), arg("funnet", c.Raw), arg("felt", spec.Column(key).Label))
			continue
		}
		seen[key] = true
		h.keys[c.Col] = key
		s.Columns = append(s.Columns, report.Column{Key: key, Col: int(c.Col)})
	}
	slices.SortFunc(s.Columns, func(a, b report.Column) int { return a.Col - b.Col })
	h.otherHeads(top, row)
	rd.missingHeads(spec, s, top, h, seen, names)
	h.last = max(h.last, headingRow(spec, top, row))
	return h
}

// otherHeads sees what else the key row holds: columns that Excel calculates.
func (h *heads) otherHeads(top []report.Cell, row uint32) {
	for _, c := range top {
		if c.Row == row && strings.HasPrefix(c.Raw, "_") {
			h.computed[c.Col] = true
		}
	}
}

// missingHeads notes the form's columns that the sheet lacks, each with the
// heading that may be meant. A column that is never required only warns.
func (rd *reading) missingHeads(spec *report.SheetSpec, s *report.Sheet, top []report.Cell, h *heads, seen map[string]bool, names map[string]string) {
	for _, col := range spec.Columns {
		if seen[col.Key] {
			continue
		}
		severity := report.Warning
		if col.Required || len(col.When) > 0 {
			severity = report.Error
		}
		args := []report.Arg{arg("felt", col.Label), arg("ark", s.Name), arg("nokkel", col.Key)}
		if c, ok := nearHead(top, h.last, col, names); ok {
			h.suspect[c.Col] = true
			rd.find("V-001", "heading_near", severity, place(s, c), append(args, arg("funnet", c.Raw))...)
			continue
		}
		rd.find("V-001", "heading", severity, report.Place{Sheet: s.Name}, args...)
	}
}

// nearHead is the unknown heading in the row that a slip or two makes of the column's.
func nearHead(top []report.Cell, row uint32, col report.ColumnSpec, names map[string]string) (report.Cell, bool) {
	wanted := append([]string{col.Key}, col.Label.All()...)
	for _, c := range top {
		if c.Row != row || names[near.Fold(c.Raw)] != "" {
			continue
		}
		for _, w := range wanted {
			if d := near.Distance(near.Fold(c.Raw), near.Fold(w)); d <= 3 && d < len(w)/2 {
				return c, true
			}
		}
	}
	return report.Cell{}, false
}

// headingRow is the row of headings below the key row; the key row itself where
// somebody deleted it.
func headingRow(spec *report.SheetSpec, top []report.Cell, keys uint32) uint32 {
	row, _ := keyRow(top, labelsOf(spec))
	if row > keys && row <= keys+3 {
		return row
	}
	if keys == report.KeyRow { // our own layout with headings that were rewritten
		return report.HeadRow
	}
	return keys
}

func place(s *report.Sheet, c report.Cell) report.Place {
	return report.Place{Sheet: s.Name, Row: int(c.Row), Col: int(c.Col)}
}

// rowSink gathers cells into records.
type rowSink struct {
	sheet *report.Sheet
	cells []report.Cell
	piece []report.Cell // memory that many rows share
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
		if cap(r.piece)-len(r.piece) < len(r.cells) {
			r.piece = make([]report.Cell, 0, max(1024, len(r.cells)))
		}
		start := len(r.piece)
		r.piece = append(r.piece, r.cells...)
		r.sheet.Rows = append(r.sheet.Rows, report.Row{Number: int(r.cells[0].Row), Cells: r.piece[start:len(r.piece):len(r.piece)]})
	}
	r.cells = r.cells[:0]
}

func (r *rowSink) done() {
	r.flush()
	slices.SortStableFunc(r.sheet.Rows, func(a, b report.Row) int { return a.Number - b.Number })
}
