package second

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// keeper takes out of a workbook the cells that are needed.
type keeper struct {
	spec  *report.Spec
	asked map[report.Place]bool
	left  int // cells that may still be kept
}

// sheet reads one sheet, a row at a time.
func (k *keeper) sheet(f *excelize.File, name string) (Sheet, error) {
	s := Sheet{Name: name}
	rows, err := f.Rows(name)
	if err != nil {
		return s, err
	}
	defer rows.Close()
	wanted := func(int) bool { return true } // until the headings are known
	for number := 1; rows.Next(); number++ {
		if number == topRows+1 && !k.isForm(name) {
			wanted = headed(&s, k.spec)
		}
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return s, err
		}
		if err := k.row(&s, number, cells, wanted); err != nil {
			return s, err
		}
	}
	return s, rows.Error()
}

// row keeps what is wanted of a row.
func (k *keeper) row(s *Sheet, number int, cells []string, wanted func(int) bool) error {
	r := Row{Number: number}
	for i, raw := range cells {
		if raw == "" || !wanted(i+1) && !k.asked[report.Place{Sheet: s.Name, Row: number, Col: i + 1}] {
			continue
		}
		if k.left--; k.left < 0 {
			return ErrLarge
		}
		r.Cells = append(r.Cells, Filled{i + 1, raw})
	}
	if len(r.Cells) > 0 {
		s.Rows = append(s.Rows, r)
	}
	return nil
}

// isForm tells whether the fields of a sheet stand under each other, so that its columns
// have no headings.
func (k *keeper) isForm(name string) bool {
	return slices.ContainsFunc(k.spec.Sheets, func(s report.SheetSpec) bool {
		return s.Kind == report.FormSheet && plain(s.Name) == plain(name)
	})
}

// headed tells which columns have a heading of any table of the form.
func headed(s *Sheet, spec *report.Spec) func(col int) bool {
	known := map[int]bool{}
	for i := range spec.Sheets {
		for _, names := range []map[string]string{byKey(&spec.Sheets[i]), byLabel(&spec.Sheets[i])} {
			_, columns := head(s, names)
			for _, col := range columns {
				known[col] = true
			}
		}
	}
	return func(col int) bool { return known[col] }
}
