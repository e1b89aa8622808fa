package workbook

import (
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/near"
	"gevinst/report/workbook/cells"
)

// mostRecords is how many records a workbook may hold in all its tables: far more
// than any agency has measures and gains, few enough that a finding in each fits
// in memory.
const mostRecords = 150_000

// table is a sheet of records being read, in one pass: the cells of the first rows
// wait until the head is understood.
type table struct {
	rd    *reading
	spec  *report.SheetSpec
	words words
	sheet *report.Sheet
	top   []report.Cell
	known bool // whether the head is understood, or found to be missing
	head  heads
	rows  rowSink
	stray *strays
}

// tableSheet reads a row a record.
func (rd *reading) tableSheet(i int, spec *report.SheetSpec, s *report.Sheet) error {
	t := &table{rd: rd, spec: spec, words: rd.wordsOf(spec), sheet: s, rows: rowSink{sheet: s, piece: &rd.piece}, stray: rd.stray(i)}
	full := false
	err := rd.book.Cells(i, func(c report.Cell) error {
		if !t.known && c.Row > topRows {
			t.understand()
		}
		if full = rd.records+len(s.Rows) > mostRecords; full {
			return cells.Stop
		}
		switch {
		case c.Empty():
		case !t.known:
			t.top = append(t.top, c)
		default:
			t.add(c)
		}
		return nil
	})
	if full {
		return refusal("F-010", "rows", arg("ark", s.Name), arg("n", mostRecords))
	}
	t.understand()
	t.rows.done()
	rd.uncover(i, spec, s, t.stray)
	rd.hidden(i, spec, s)
	t.stray.done()
	rd.records += len(s.Rows)
	return err
}

// understand finds the head in the first rows and reads what waited for it.
func (t *table) understand() {
	if t.known {
		return
	}
	t.known = true
	if !t.findHeads() {
		t.rd.find("V-001", "headings", report.Error, report.Place{Sheet: t.sheet.Name}, arg("ark", t.sheet.Name))
	}
	for _, c := range t.top {
		t.add(c)
	}
}

// add counts a filled cell as the form's own, as a field of a record, or as nobody's.
func (t *table) add(c report.Cell) {
	t.rd.draft.Counts.Read++
	col := t.head.at(c.Col)
	switch other := t.words.column(c); {
	case c.Row == t.head.last && col.key != "" && other != "" && other != col.key:
		t.rd.swapped(t.stray, c, t.spec.Column(col.key), t.spec.Column(other))
	case c.Row <= t.head.last && t.words.say(c), c.Row > t.head.last && col.computed && c.Formula != nil:
		t.rd.draft.Counts.Form++
	case c.Row > t.head.last && col.key != "":
		t.rd.draft.Counts.Used++
		t.rows.add(c)
	case c.Row == t.head.last && col.key != "":
		t.rd.rewritten(t.stray, c, t.spec.Column(col.key))
	default:
		t.stray.add(c, col.suspect)
	}
}

// heads is where a table's columns are.
type heads struct {
	last    uint32 // the last row of the head; records follow
	columns []head // by column number
}

// head is what one column of a sheet holds.
type head struct {
	key      string // of the form's column; "" where it is none
	computed bool   // Excel calculates it; what is typed over a formula there is nobody's
	suspect  bool   // its heading is misspelt: that finding speaks for its cells
}

// at is the head of a column, which may stand right of all that have one.
func (h *heads) at(col uint16) head {
	if int(col) >= len(h.columns) {
		return head{}
	}
	return h.columns[col]
}

// set is the head of a column, to be filled in.
func (h *heads) set(col uint16) *head {
	for len(h.columns) <= int(col) {
		h.columns = append(h.columns, head{})
	}
	return &h.columns[col]
}

// findHeads finds the columns by the key row, else by the headings in any language,
// and notes what is missing, unknown or there twice.
func (t *table) findHeads() bool {
	names := t.words.keys
	row, named := keyRow(t.top, names)
	headings, labelled := keyRow(t.top, t.words.labels)
	switch {
	case row == 0 && headings == 0:
		return false
	case row == 0, row == headings && len(labelled) > len(named): // some keys are headings too
		names, row, named = t.words.labels, headings, labelled
		t.head.last = row
		t.rd.find("V-001", "key_row", report.Warning, report.Place{Sheet: t.sheet.Name}, arg("ark", t.sheet.Name))
	default:
		t.head.last = t.headingRow(row, headings)
	}
	seen := map[string]bool{}
	for _, c := range named {
		key := names[near.Fold(c.Raw)]
		if seen[key] {
			t.rd.find("V-001", "heading_twice", report.Error, place(t.sheet, c), arg("funnet", c.Raw), arg("felt", t.spec.Column(key).Label))
			continue
		}
		seen[key] = true
		t.head.set(c.Col).key = key
		t.sheet.Columns = append(t.sheet.Columns, report.Column{Key: key, Col: int(c.Col)})
	}
	slices.SortFunc(t.sheet.Columns, func(a, b report.Column) int { return a.Col - b.Col })
	for _, c := range t.top {
		if c.Row == row && names[near.Fold(c.Raw)] == "" && (strings.HasPrefix(c.Raw, "_") || t.words.say(c)) {
			t.head.set(c.Col).computed = true // a heading of the form over no column that is filled in
		}
	}
	t.missingHeads(row, seen, names)
	return true
}

// missingHeads notes the form's columns that the sheet lacks, each with the
// heading that may be meant. A column that is never required only warns.
func (t *table) missingHeads(row uint32, seen map[string]bool, names map[string]string) {
	for _, col := range t.spec.Columns {
		if seen[col.Key] {
			continue
		}
		severity := report.Warning
		if col.Required || len(col.When) > 0 {
			severity = report.Error
		}
		args := []report.Arg{arg("felt", col.Label), arg("ark", t.sheet.Name), arg("nokkel", col.Key)}
		if c, ok := nearHead(t.top, row, col, names); ok {
			t.head.set(c.Col).suspect = true
			t.rd.find("V-001", "heading_near", severity, place(t.sheet, c), append(args, arg("funnet", c.Raw))...)
			continue
		}
		t.rd.find("V-001", "heading", severity, report.Place{Sheet: t.sheet.Name}, args...)
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
func (t *table) headingRow(keys, headings uint32) uint32 {
	if headings > keys && headings <= keys+3 {
		return headings
	}
	if keys != report.KeyRow {
		return keys
	}
	if t.calculated(report.HeadRow) {
		t.rd.find("V-001", "head_row", report.Warning, report.Place{Sheet: t.sheet.Name}, arg("ark", t.sheet.Name))
		return keys
	}
	return report.HeadRow // our own layout with headings that were rewritten
}

// calculated tells whether Excel calculates something in a row, as it does only
// beside a record.
func (t *table) calculated(row uint32) bool {
	return slices.ContainsFunc(t.top, func(c report.Cell) bool { return c.Row == row && c.Formula != nil })
}

func place(s *report.Sheet, c report.Cell) report.Place {
	return report.Place{Sheet: s.Name, Row: int(c.Row), Col: int(c.Col)}
}
