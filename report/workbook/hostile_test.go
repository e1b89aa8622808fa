package workbook_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/report/workbook/ziptest"
	"gevinst/templates"
)

// TestHeadingOfAnotherColumn: whoever swaps two visible headings swaps what people
// take the amounts for, and no report is made of that.
func TestHeadingOfAnotherColumn(t *testing.T) {
	data := demo(t, func(report.Filling) {})
	for _, pair := range [][3]string{{"Gevinster", "S4", "V4"}, {"Virksomhet", "A6", "A7"}} {
		sheet, a, b := pair[0], pair[1], pair[2]
		out := mishap(t, data, func(f *excelize.File) error {
			left, _ := f.GetCellValue(sheet, a)
			right, _ := f.GetCellValue(sheet, b)
			return errors.Join(f.SetCellValue(sheet, a, right), f.SetCellValue(sheet, b, left))
		})
		var told []string
		for _, f := range formFindings(out) {
			told = append(told, fmt.Sprint(f.Variant, f.Severity.Letter(), f.Place.Ref()))
		}
		if want := "swappedE" + a + " swappedE" + b; strings.Join(told, " ") != want {
			t.Errorf("%s: %v, want %s", sheet, told, want)
		}
	}
}

// TestTooMuchIsToldWhere names the sheet that has too much, and nothing where it is the
// file as a whole.
func TestTooMuchIsToldWhere(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	var many strings.Builder
	for i := range 10_001 {
		fmt.Fprintf(&many, `<mergeCell ref="A%d:B%[1]d"/>`, 1000+i)
	}
	var parts bytes.Buffer
	z := zip.NewWriter(&parts)
	for i := range 10_001 {
		if _, err := z.Create(fmt.Sprint("part", i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	sheet := edited(t, demo(t, func(report.Filling) {}), "Gevinster", "</sheetData>", "</sheetData><mergeCells>"+many.String()+"</mergeCells>")
	for want, data := range map[string][]byte{"mye innhold (Gevinster). Ingenting": sheet, "mye innhold. Ingenting": parts.Bytes()} {
		_, _, err := workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(data), int64(len(data)), sets)
		var refused *workbook.Refusal
		if !errors.As(err, &refused) {
			t.Fatalf("got %v, want a refusal", err)
		}
		if sentence, _ := voice.Finding(refused.Finding); !strings.Contains(sentence, want) {
			t.Errorf("%q has no %q", sentence, want)
		}
	}
}

// TestMoreRecordsThanMemoryHolds: a sheet of endless records is refused in a
// sentence, before a finding is made of each.
func TestMoreRecordsThanMemoryHolds(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	data := moreRows(t, demo(t, func(report.Filling) {}), "Prisindeks", 150_001)
	_, _, err = workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(data), int64(len(data)), sets)
	var refused *workbook.Refusal
	if !errors.As(err, &refused) || refused.Finding.Rule != "F-010" || refused.Finding.Variant != "rows" {
		t.Errorf("got %v, want F-010 about rows", err)
	}
}

// moreRows adds records of one cell below those of a sheet.
func moreRows(t *testing.T, data []byte, sheet string, n int) []byte {
	t.Helper()
	var rows strings.Builder
	for i := range n {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%[1]d"><v>1</v></c></row>`, 1000+i)
	}
	return edited(t, data, sheet, "</sheetData>", rows.String()+"</sheetData>")
}

// edited puts other text in a sheet's part.
func edited(t *testing.T, data []byte, sheet, old, text string) []byte {
	t.Helper()
	index, _ := opened(t, data).GetSheetIndex(sheet)
	part := ziptest.Named(fmt.Sprintf("xl/worksheets/sheet%d.xml", index+1))
	return ziptest.Edit(t, data, part, func(b []byte) []byte { return bytes.Replace(b, []byte(old), []byte(text), 1) })
}

// TestValueUnderMergedCells: what merged cells cover is told, and counts for nothing.
func TestValueUnderMergedCells(t *testing.T) {
	data := demo(t, func(report.Filling) {})
	merged := edited(t, data, "Gevinster", "</sheetData>", `</sheetData><mergeCells count="1"><mergeCell ref="B5:C5"/></mergeCells>`)
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	whole, out := examine(t, data, sets).Submission.Counts, examine(t, merged, sets)
	told := formFindings(out)
	if len(told) != 1 || told[0].Variant != "covered" || told[0].Severity != report.Error || told[0].Place.Ref() != "C5" {
		t.Errorf("%+v", told)
	}
	if is := out.Submission.Counts; is.Used != whole.Used-1 || is.Unused != whole.Unused+1 {
		t.Errorf("counted %+v, without the merge %+v", is, whole)
	}
}

// TestRowsBetweenKeysAndHeadings: two rows that somebody put above the headings
// make no record of the headings.
func TestRowsBetweenKeysAndHeadings(t *testing.T) {
	data := demo(t, func(report.Filling) {})
	whole := mishap(t, data, func(*excelize.File) error { return nil })
	out := mishap(t, data, func(f *excelize.File) error { return f.InsertRows("Tiltak", report.HeadRow, 2) })
	if told := formFindings(out); len(told) > 0 || out.Submission.Origin.Data != whole.Submission.Origin.Data {
		t.Errorf("read otherwise: %+v", told)
	}
}
