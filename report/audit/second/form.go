package second

import (
	"fmt"
	"slices"

	"gevinst/report"
)

// record is one filled row of a table, or the one record of a form sheet, by column key.
type record struct {
	row   int
	cells map[string]string
}

func (r record) text(key string) string { return trim(r.cells[key]) }

// form is a workbook by the keys of the requirement set.
type form struct {
	book   *Book
	spec   *report.Spec
	tables map[string][]record
	codes  map[string]map[string]string // list → value or heading, as people compare them → value
}

// topRows is how far down the keys or the headings of a sheet may stand.
const topRows = 30

func read(b *Book, spec *report.Spec) (*form, error) {
	f := &form{book: b, spec: spec, tables: map[string][]record{}, codes: map[string]map[string]string{}}
	for list, choices := range spec.Codes {
		f.codes[list] = map[string]string{}
		for _, c := range choices {
			for _, label := range c.Label.All() {
				f.codes[list][plain(label)] = c.Value
			}
		}
		for _, c := range choices {
			f.codes[list][plain(c.Value)] = c.Value
		}
	}
	for i := range spec.Sheets {
		s := &spec.Sheets[i]
		if s.Kind != report.TableSheet && s.Kind != report.FormSheet {
			continue
		}
		at := f.find(s)
		if at == nil {
			return nil, fmt.Errorf("no sheet %s", s.Name)
		}
		records, err := f.records(at, s)
		if err != nil {
			return nil, err
		}
		f.tables[s.Key] = records
	}
	return f, nil
}

// find is the sheet of the form in the file: by its tab's name, else by its keys.
func (f *form) find(spec *report.SheetSpec) *Sheet {
	for i := range f.book.Sheets {
		if plain(f.book.Sheets[i].Name) == plain(spec.Name) {
			return &f.book.Sheets[i]
		}
	}
	for i := range f.book.Sheets {
		s := &f.book.Sheets[i]
		if row, _ := head(s, byKey(spec)); row > 0 && !f.named(s) {
			return s
		}
	}
	return nil
}

// named tells whether a sheet has the name of one of the form's.
func (f *form) named(s *Sheet) bool {
	return slices.ContainsFunc(f.spec.Sheets, func(other report.SheetSpec) bool { return plain(other.Name) == plain(s.Name) })
}

func byKey(spec *report.SheetSpec) map[string]string {
	names := map[string]string{}
	for _, c := range spec.Columns {
		names[plain(c.Key)] = c.Key
	}
	return names
}

// byLabel is the headings in every language; one that two columns share names neither.
func byLabel(spec *report.SheetSpec) map[string]string {
	names := map[string]string{}
	for _, c := range spec.Columns {
		for _, label := range c.Label.All() {
			if other, taken := names[plain(label)]; taken && other != c.Key {
				names[plain(label)] = ""
				continue
			}
			names[plain(label)] = c.Key
		}
	}
	return names
}

// head finds the row that names at least half of the columns, and where each stands.
func head(s *Sheet, names map[string]string) (row int, columns map[string]int) {
	wanted := map[string]bool{}
	for _, key := range names {
		wanted[key] = true
	}
	for _, r := range s.Rows {
		if r.Number > topRows {
			break
		}
		found := map[string]int{}
		for _, c := range r.Cells {
			if key := names[plain(c.Raw)]; key != "" && found[key] == 0 {
				found[key] = c.Col
			}
		}
		if 2*len(found) >= len(wanted) && len(found) > len(columns) {
			row, columns = r.Number, found
		}
	}
	return row, columns
}

func (f *form) records(s *Sheet, spec *report.SheetSpec) ([]record, error) {
	if spec.Kind == report.FormSheet {
		return []record{fields(s, spec)}, nil
	}
	last, columns := head(s, byKey(spec))
	labels, byName := head(s, byLabel(spec))
	switch {
	case last == 0 && labels == 0:
		return nil, fmt.Errorf("no headings on %s", s.Name)
	case last == 0:
		last, columns = labels, byName
	case labels > last && labels <= last+3:
		last = labels
	case last == report.KeyRow:
		last = report.HeadRow
	}
	var all []record
	for _, r := range s.Rows {
		if r.Number <= last {
			continue
		}
		one := record{row: r.Number, cells: map[string]string{}}
		for key, col := range columns {
			if raw := r.At(col); trim(raw) != "" {
				one.cells[key] = raw
			}
		}
		if len(one.cells) > 0 {
			all = append(all, one)
		}
	}
	return all, nil
}

// fields reads a sheet whose fields stand under each other.
func fields(s *Sheet, spec *report.SheetSpec) record {
	keys, labels := byKey(spec), byLabel(spec)
	const ours = 2 // the column of values in our own layout
	value := ours
	for _, r := range s.Rows {
		if at := slices.IndexFunc(r.Cells, func(c Filled) bool { return plain(c.Raw) == report.FormValue }); at >= 0 && r.Number <= report.HeadRow {
			value = r.Cells[at].Col
		}
	}
	named := record{cells: map[string]string{}}
	labelled := record{cells: map[string]string{}}
	hasKeys := false
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			if c.Col == value {
				continue
			}
			if key := keys[plain(c.Raw)]; key != "" {
				hasKeys = true
				named.cells[key] = s.At(r.Number, value)
			}
			if key := labels[plain(c.Raw)]; key != "" {
				labelled.cells[key] = s.At(r.Number, value)
			}
		}
	}
	if hasKeys {
		return named
	}
	return labelled
}

// code is the value of a code column, "" where it is missing or in no list.
func (f *form) code(r record, list, key string) string { return f.codes[list][plain(r.text(key))] }
