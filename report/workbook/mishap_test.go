package workbook_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/check"
	"gevinst/templates"
)

// mishap is the example's workbook after something happened to it.
func mishap(t *testing.T, data []byte, happens func(*excelize.File) error) *check.Outcome {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	file := opened(t, data)
	if err := happens(file); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := file.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return examine(t, b.Bytes(), sets)
}

// formFindings are the findings about the form itself.
func formFindings(out *check.Outcome) []report.Finding {
	return slices.DeleteFunc(slices.Clone(out.Findings), func(f report.Finding) bool { return f.Rule != "V-001" && f.Rule != "V-009" })
}

// TestDeletedRowsAboveTheTable: whoever deletes the hidden key row or the headings
// loses no record, and is told once, not asked to write headings over the records.
func TestDeletedRowsAboveTheTable(t *testing.T) {
	data := demo(t, func(report.Filling) {})
	whole := mishap(t, data, func(*excelize.File) error { return nil })
	for row, variant := range map[int]string{report.KeyRow: "key_row", report.HeadRow: "head_row"} {
		for _, sheet := range []string{"Tiltak", "Gevinster", "Bevilgning"} {
			out := mishap(t, data, func(f *excelize.File) error { return f.RemoveRow(sheet, row) })
			told := formFindings(out)
			if len(told) != 1 || told[0].Variant != variant || told[0].Severity != report.Warning || told[0].Place.Sheet != sheet {
				t.Errorf("%s without row %d: %+v", sheet, row, told)
			}
			if s := out.Submission; s.Origin.Data != whole.Submission.Origin.Data || s.Counts.Unused != 0 {
				t.Errorf("%s without row %d is read otherwise: %+v", sheet, row, s.Counts)
			}
		}
	}
}

// TestSheetOfOnesOwn: notes on a sheet of one's own are named and are no warning; a
// second sheet with the form's columns may hold what was meant to be reported.
func TestSheetOfOnesOwn(t *testing.T) {
	data := demo(t, func(report.Filling) {})
	cases := []struct {
		variant  string
		severity report.Severity
		cells    []string
	}{
		{"sheet", report.Info, []string{"husk å ringe Kari", "økonomi"}},
		{"copy", report.Warning, []string{"Tiltak-id", "År", "Beløp (kr)", "Art"}},
		{"copy", report.Warning, []string{"tiltak_id", "aar", "belop_kr", "art"}},
	}
	for _, c := range cases {
		out := mishap(t, data, func(f *excelize.File) error {
			if _, err := f.NewSheet("Eget"); err != nil {
				return err
			}
			return f.SetSheetRow("Eget", "A1", &c.cells)
		})
		told := formFindings(out)
		if len(told) != 1 || told[0].Variant != c.variant || told[0].Severity != c.severity || 1+len(told[0].More) != len(c.cells) {
			t.Errorf("%v: %+v", c.cells, told)
		}
		if out.Submission.Counts.Unused != len(c.cells) {
			t.Errorf("%v: %+v", c.cells, out.Submission.Counts)
		}
	}
}
