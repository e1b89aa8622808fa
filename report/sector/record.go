package sector

import (
	"fmt"
	"maps"
	"slices"

	"gevinst/report"
)

// row is one record of the report that is being folded.
type row struct {
	Row    int
	values report.Record
	f      *fold
	sheet  string
}

func (f *fold) rows(sheet string) []row {
	all := make([]row, 0, len(f.doc.Records[sheet]))
	for _, r := range f.doc.Records[sheet] {
		all = append(all, row{r.Row, r.Values, f, sheet})
	}
	return all
}

func (r row) text(column string) string { return r.values[column] }

// amount is a number, nil where the agency gave none. What batch would not have
// written as a number makes the report broken.
func (r row) amount(column string) *report.Kroner {
	s := r.values[column]
	if s == "" {
		return nil
	}
	var k report.Kroner
	if err := k.UnmarshalText([]byte(s)); err != nil {
		r.broken(column)
		return nil
	}
	return &k
}

// date is a day, nil where the agency gave none.
func (r row) date(column string) *report.Date {
	s := r.values[column]
	if s == "" {
		return nil
	}
	var d report.Date
	if _, err := fmt.Sscanf(s, "%4d-%2d-%2d", &d.Year, &d.Month, &d.Day); err != nil || d.String() != s {
		r.broken(column)
		return nil
	}
	return &d
}

func (r row) broken(column string) {
	r.f.broken(fmt.Sprintf("records.%s, %d, %s", r.sheet, r.Row, column))
}

// broken keeps the first place that a report is broken at.
func (f *fold) broken(where string) {
	if f.bad == nil {
		f.bad = refuse(Broken, arg("file", reportName(f.doc)), arg("detail", where))
	}
}

// groups gathers what belongs together, under a key that does not show.
type groups[T any] map[string]*T

func (g groups[T]) at(key string, first T) *T {
	if g[key] == nil {
		g[key] = &first
	}
	return g[key]
}

// ordered lists the groups by key, then as compare says; equal ones stay by key.
func (g groups[T]) ordered(compare func(a, b T) int) []T {
	all := make([]T, 0, len(g))
	for _, key := range slices.Sorted(maps.Keys(g)) {
		all = append(all, *g[key])
	}
	slices.SortStableFunc(all, compare)
	return all
}

// none keeps the order of the keys.
func none[T any](T, T) int { return 0 }

// greatest puts greater amounts first.
func greatest(a, b report.Kroner) int { return b.Cmp(a) }
