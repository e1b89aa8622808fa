package workbook

import (
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestUnfaithfulCopyIsRefused changes a copy in ways that a reader of the sheet
// of notices would never see; each must be found.
func TestUnfaithfulCopyIsRefused(t *testing.T) {
	file := excelize.NewFile()
	defer file.Close()
	file.SetCellInt("Sheet1", "A1", 5)
	file.SetCellStr("Sheet1", "B2", "tekst")
	file.SetCellFormula("Sheet1", "C3", "A1+1")
	original := saved(t, file)
	before, err := openCells(bytes.NewReader(original), int64(len(original)))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		edit  func(*excelize.File) error
		place string
	}{
		"nothing":    {func(*excelize.File) error { return nil }, ""},
		"a number":   {func(f *excelize.File) error { return f.SetCellInt("Sheet1", "A1", 6) }, "Sheet1!A1"},
		"its kind":   {func(f *excelize.File) error { return f.SetCellStr("Sheet1", "A1", "5") }, "Sheet1!A1"},
		"a text":     {func(f *excelize.File) error { return f.SetCellStr("Sheet1", "B2", "tekst ") }, "Sheet1!B2"},
		"a formula":  {func(f *excelize.File) error { return f.SetCellFormula("Sheet1", "C3", "A1+2") }, "Sheet1!C3"},
		"a cell":     {func(f *excelize.File) error { return f.SetCellInt("Sheet1", "D9", 1) }, "Sheet1!D9"},
		"less":       {func(f *excelize.File) error { return f.SetCellValue("Sheet1", "C3", nil) }, "Sheet1!C3"},
		"its format": {percentage, "Sheet1!A1"},
		"a name":     {func(f *excelize.File) error { return f.SetSheetName("Sheet1", "Ark1") }, "Sheet1"},
		"a sheet":    {func(f *excelize.File) error { _, err := f.NewSheet("Ark2"); return err }, "Funn"},
	} {
		copied := withNotices(t, original, c.edit)
		err := faithful(before, copied, "Funn")
		var unlike *Unfaithful
		switch found := errors.As(err, &unlike); {
		case c.place == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.place != "" && (!found || unlike.Place.String() != c.place):
			t.Errorf("%s: %v, want %s", name, err, c.place)
		}
	}
}

func percentage(f *excelize.File) error {
	style, err := f.NewStyle(&excelize.Style{NumFmt: 10})
	if err != nil {
		return err
	}
	return f.SetCellStyle("Sheet1", "A1", "A1", style)
}

// withNotices is a copy with a sheet Funn in front that edit has worked on.
func withNotices(t *testing.T, original []byte, edit func(*excelize.File) error) []byte {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(original))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	file.NewSheet("Funn")
	if err := file.MoveSheet("Funn", "Sheet1"); err != nil {
		t.Fatal(err)
	}
	if err := edit(file); err != nil {
		t.Fatal(err)
	}
	return saved(t, file)
}

func saved(t *testing.T, file *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := file.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
