package workbook_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/workbook"
)

func annotated(t *testing.T, original []byte, sentence string) []byte {
	t.Helper()
	var b bytes.Buffer
	a := workbook.Annotation{Title: "Funn", Heads: [5]string{"a", "b", "c", "d", "e"}, Notices: []workbook.Notice{{
		Severity: "feil", Rule: "G-016", Sentence: sentence, Remedy: "Rett det.",
		Place: report.Place{Sheet: "Gevinster", Row: 5, Col: 3}, More: []report.Place{{Sheet: "Gevinster", Row: 6, Col: 3}},
	}}}
	if err := workbook.Annotate(&b, bytes.NewReader(original), a); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestAnnotationLinksBothWays follows a finding to its cell and back.
func TestAnnotationLinksBothWays(t *testing.T) {
	original := blank(t)
	before := bytes.Clone(original)
	made := annotated(t, original, "=1+1 er ikke en kilde")
	if !bytes.Equal(original, before) {
		t.Error("the original was changed")
	}
	if !bytes.Equal(made, annotated(t, original, "=1+1 er ikke en kilde")) {
		t.Error("two copies of one workbook differ")
	}
	file, err := excelize.OpenReader(bytes.NewReader(made))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if first := file.GetSheetName(0); first != workbook.Annotations {
		t.Errorf("the first sheet is %s", first)
	}
	for _, link := range []struct{ sheet, cell, target string }{
		{workbook.Annotations, "C4", "'Gevinster'!C5"},
		{"Gevinster", "C5", "'Funn'!A4"},
		{"Gevinster", "C6", "'Funn'!A4"},
	} {
		if _, target, _ := file.GetCellHyperLink(link.sheet, link.cell); target != link.target {
			t.Errorf("%s!%s links to %q, want %q", link.sheet, link.cell, target, link.target)
		}
	}
	if formula, _ := file.GetCellFormula(workbook.Annotations, "D4"); formula != "" {
		t.Errorf("a sentence became the formula %q", formula)
	}
}

// TestAnnotatedAgain: the sheet of an earlier copy gives way to the new one.
func TestAnnotatedAgain(t *testing.T) {
	twice := annotated(t, annotated(t, blank(t), "gammelt"), "nytt")
	file, err := excelize.OpenReader(bytes.NewReader(twice))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if list := file.GetSheetList(); list[0] != workbook.Annotations || slices.Contains(list[1:], workbook.Annotations) {
		t.Errorf("sheets are %v", list)
	}
	if got, _ := file.GetCellValue(workbook.Annotations, "D4"); got != "nytt" {
		t.Errorf("the finding is %q", got)
	}
}
