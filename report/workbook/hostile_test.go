package workbook_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/workbook"
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
	file := opened(t, data)
	index, _ := file.GetSheetIndex(sheet)
	part := fmt.Sprintf("xl/worksheets/sheet%d.xml", index+1)
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var rows strings.Builder
	for i := range n {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%[1]d"><v>1</v></c></row>`, 1000+i)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(r)
		if f.Name == part {
			text = bytes.Replace(text, []byte("</sheetData>"), []byte(rows.String()+"</sheetData>"), 1)
		}
		w, _ := out.Create(f.Name)
		_, _ = w.Write(text)
	}
	out.Close()
	return b.Bytes()
}
