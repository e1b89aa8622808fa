package tables

import (
	"fmt"
	"maps"
	"slices"

	"gevinst/report"
	"gevinst/report/batch"
)

// fit tells whether a report says all that the tables need, and nothing that they
// have no place for.
func (t *Tables) fit(d *batch.Document) error {
	unfit := func(table string, row int, format string, args ...any) error {
		return &Unfit{d.Source.File, table, row, fmt.Sprintf(format, args...)}
	}
	switch {
	case d.Agency.OrgNr == nil || d.Year == nil:
		return unfit(filesKey, 0, "no organisation number or no year")
	case d.Bridge == nil:
		return unfit("regnestykke", 0, "no amounts")
	case len(d.Gains) != len(d.Records["gevinster"]):
		return unfit("gevinster", 0, "%d rows and %d gains", len(d.Records["gevinster"]), len(d.Gains))
	case len(d.Measures) != len(d.Records["tiltak"]):
		return unfit("tiltak", 0, "%d rows and %d measures", len(d.Records["tiltak"]), len(d.Measures))
	}
	for i, g := range d.Gains {
		if g.Row != d.Records["gevinster"][i].Row {
			return unfit("gevinster", g.Row, "another row than that of its amounts")
		}
	}
	for _, key := range slices.Sorted(maps.Keys(d.Records)) {
		sheet := t.order.Spec.Sheet(key)
		if sheet == nil {
			return unfit(key, 0, "no such sheet in the requirement set")
		}
		for _, row := range d.Records[key] {
			if strange := unknown(sheet, row); strange != "" {
				return unfit(key, row.Row, "no column %s in the requirement set", strange)
			}
		}
	}
	return nil
}

// unknown is a value's column that the sheet does not have, the first of them; ""
// where it has them all.
func unknown(sheet *report.SheetSpec, row batch.Row) string {
	first := ""
	for key := range row.Values {
		if sheet.Column(key) == nil && (first == "" || key < first) {
			first = key
		}
	}
	return first
}
