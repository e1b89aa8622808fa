package second

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
	"gevinst/templates"
)

// crowded is the example's workbook with what an agency may have beside the form.
func crowded(t *testing.T) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(booktest.Demo(t, workbook.Order{Rows: 4}, nil)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.NewSheet("Notater"); err != nil {
		t.Fatal(err)
	}
	for row := 1; row <= 200; row++ {
		for sheet, column := range map[string]string{"Notater": "A", "Gevinster": "XFD", "Virksomhet": "H"} {
			if err := f.SetCellValue(sheet, fmt.Sprint(column, row), row); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestWhatTheFormCannotUseIsNotKept fills sheets and columns beside the form: the second
// reader keeps as little of them as finding the headings takes, and what is asked for.
func TestWhatTheFormCannotUseIsNotKept(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	asked := report.Place{Sheet: "Notater", Row: 150, Col: 1}
	b, err := Read(crowded(t), sets[0], []report.Place{asked})
	if err != nil {
		t.Fatal(err)
	}
	kept := 0
	for _, r := range b.Sheet("Notater").Rows {
		kept += len(r.Cells)
	}
	if kept != topRows+1 || b.Sheet("Notater").At(150, 1) != "150" {
		t.Errorf("%d cells of a foreign sheet are kept, and %q of the one that is asked for", kept, b.Sheet("Notater").At(150, 1))
	}
	if s := b.Sheet("Gevinster"); s.At(topRows, 16384) == "" || s.At(topRows+1, 16384) != "" || s.At(5, 13) != "42000" {
		t.Errorf("of Gevinster are kept %q and %q, and the volume %q", s.At(topRows, 16384), s.At(topRows+1, 16384), s.At(5, 13))
	}
	if s := b.Sheet("Virksomhet"); s.At(200, 8) != "200" {
		t.Error("a sheet whose fields stand under each other is not kept whole")
	}
}

// TestTooMuchIsRefused reads with room for fewer cells than the form has.
func TestTooMuchIsRefused(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(booktest.Demo(t, workbook.Order{Rows: 4}, nil)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	k := keeper{spec: sets[0], left: 20}
	if _, err := k.sheet(f, "Gevinster"); !errors.Is(err, ErrLarge) {
		t.Errorf("said of a sheet with more cells than there is room for: %v", err)
	}
}
