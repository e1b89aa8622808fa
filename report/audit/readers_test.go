package audit

import (
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit/second"
)

// TestReadersThatDiffer lets the second reader see otherwise than the product's:
// a difference is told with both values, one of spelling only is told as such.
func TestReadersThatDiffer(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		row, col int
		sees     string
		want     string // kind, severity, place
	}{
		"the same":         {5, 13, "42000", ""},
		"another number":   {5, 13, "42001", "readers.differ E Gevinster!M5"},
		"nothing":          {5, 13, "", "readers.differ E Gevinster!M5"},
		"another spelling": {5, 13, "4.2E4", "readers.spelling I Gevinster!M5"},
		"another text":     {5, 7, "Noen andre", "readers.differ E Gevinster!G5"},
		"something hidden": {5, 17, "1", "readers.hidden E Gevinster!Q5"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := traced(t, false)
			sheet := x.workbook.book.Sheet("Gevinster")
			for i := range sheet.Rows {
				if row := &sheet.Rows[i]; row.Number == c.row {
					at, there := slices.BinarySearchFunc(row.Cells, c.col, func(cell second.Filled, col int) int { return cell.Col - col })
					if !there {
						row.Cells = slices.Insert(row.Cells, at, second.Filled{Col: c.col})
					}
					row.Cells[at].Raw = c.sees
				}
			}
			x.begin("readers")
			checkReaders(x)
			got := ""
			for _, e := range x.exceptions {
				got += strings.Join([]string{e.Kind, e.Severity.Letter(), e.Place.Cell.String()}, " ")
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestCellsThatAreNotAccountedFor miscounts what was read, used, and stated.
func TestCellsThatAreNotAccountedFor(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(x *examination)
		want   string
	}{
		"as it is":         {func(*examination) {}, ""},
		"one not read":     {func(x *examination) { x.workbook.counts.Read--; x.workbook.counts.Form-- }, "count.read"},
		"one not claimed":  {func(x *examination) { x.workbook.counts.Form-- }, "count.claimed"},
		"stated otherwise": {func(x *examination) { x.figures.Counts.Cells.Form++ }, "count.stated"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := traced(t, false)
			c.change(x)
			x.begin("completeness")
			checkCompleteness(x)
			found := slices.ContainsFunc(x.exceptions, func(e Exception) bool { return e.Kind == c.want && e.Severity == report.Error })
			if found != (c.want != "") || c.want == "" && len(x.exceptions) > 0 {
				t.Errorf("%+v, want %q", x.exceptions, c.want)
			}
		})
	}
}
