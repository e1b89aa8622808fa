package workbook_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/templates"
)

func notice(row int, sentence string, more ...int) workbook.Notice {
	n := workbook.Notice{Level: report.Error, Severity: "feil", Rule: "G-016", Sentence: sentence, Remedy: "Rett det.", Place: report.Place{Sheet: "Gevinster", Row: row, Col: 3}}
	for _, row := range more {
		n.More = append(n.More, report.Place{Sheet: "Gevinster", Row: row, Col: 3})
	}
	return n
}

func annotated(t *testing.T, original []byte, notices ...workbook.Notice) []byte {
	t.Helper()
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := workbook.Annotate(&b, bytes.NewReader(original), int64(len(original)), workbook.Annotation{Say: voice.Say, Notices: notices}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func opened(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}

// changed lets edit work on a workbook.
func changed(t *testing.T, data []byte, edit func(*excelize.File) error) []byte {
	t.Helper()
	file := opened(t, data)
	if err := edit(file); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := file.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func linksTo(t *testing.T, file *excelize.File, want map[string]string) {
	t.Helper()
	for from, target := range want {
		sheet, cell, _ := strings.Cut(from, "!")
		if _, got, _ := file.GetCellHyperLink(sheet, cell); strings.TrimPrefix(got, "#") != target {
			t.Errorf("%s links to %q, want %q", from, got, target)
		}
	}
}

// marked lists the areas of a sheet that an annotation filled.
func marked(t *testing.T, file *excelize.File, sheet string) []string {
	t.Helper()
	formats, err := file.GetConditionalFormats(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for area, options := range formats {
		for _, o := range options {
			if strings.Contains(o.Criteria, "gevinst-funn") {
				all = append(all, area)
			}
		}
	}
	slices.Sort(all)
	return all
}

// TestAnnotationLinksBothWays follows a finding to its cells and back.
func TestAnnotationLinksBothWays(t *testing.T) {
	original := blank(t)
	before := bytes.Clone(original)
	made := annotated(t, original, notice(5, "=1+1 er ikke en kilde", 6))
	if !bytes.Equal(original, before) {
		t.Error("the original was changed")
	}
	if !bytes.Equal(made, annotated(t, original, notice(5, "=1+1 er ikke en kilde", 6))) {
		t.Error("two copies of one workbook differ")
	}
	file := opened(t, made)
	if first := file.GetSheetName(0); first != "Funn" {
		t.Errorf("the first sheet is %s", first)
	}
	linksTo(t, file, map[string]string{"Funn!C5": "'Gevinster'!C5", "Funn!C6": "'Gevinster'!C6", "Gevinster!C5": "'Funn'!A5", "Gevinster!C6": "'Funn'!A6"})
	if got := marked(t, file, "Gevinster"); !slices.Equal(got, []string{"C5:C6"}) {
		t.Errorf("filled are %v", got)
	}
	if formula, _ := file.GetCellFormula("Funn", "D5"); formula != "" {
		t.Errorf("a sentence became the formula %q", formula)
	}
	if severity, _ := file.GetCellValue("Funn", "A6"); severity != "feil" {
		t.Errorf("the severity in words is %q", severity)
	}
}

// TestAnnotatedAgain: the sheet, the links and the fills of an earlier copy give
// way to the new ones, also when LibreOffice saved it in between.
func TestAnnotatedAgain(t *testing.T) {
	first := annotated(t, blank(t), notice(5, "gammelt", 6, 7))
	for name, earlier := range map[string][]byte{"as written": first, "LibreOffice": resave(t, first)} {
		file := opened(t, annotated(t, earlier, notice(9, "nytt")))
		if list := file.GetSheetList(); list[0] != "Funn" || slices.ContainsFunc(list[1:], func(s string) bool { return strings.HasPrefix(s, "Funn") }) {
			t.Errorf("%s: sheets are %v", name, list)
		}
		if got, _ := file.GetCellValue("Funn", "D5"); got != "nytt" {
			t.Errorf("%s: the finding is %q", name, got)
		}
		linksTo(t, file, map[string]string{"Gevinster!C5": "", "Gevinster!C6": "", "Gevinster!C9": "'Funn'!A5"})
		if got := marked(t, file, "Gevinster"); !slices.Equal(got, []string{"C9"}) {
			t.Errorf("%s: filled are %v", name, got)
		}
	}
}

// TestUsersOwnIsKept: a sheet that a user called Funn, a link in a cell that has
// a finding, and merged cells with a link stay as they are.
func TestUsersOwnIsKept(t *testing.T) {
	original := changed(t, blank(t), func(f *excelize.File) error {
		f.NewSheet("funn")
		f.SetCellStr("funn", "A1", "mine egne notater")
		f.SetCellStr("Gevinster", "C5", "BUDSJETT") // LibreOffice keeps no link in an empty cell
		f.SetCellStr("Gevinster", "C6", "BUDSJETT")
		f.SetCellHyperLink("Gevinster", "C5", "https://eksempel.no/a", "External")
		f.MergeCell("Gevinster", "C6", "C7")
		return f.SetCellHyperLink("Gevinster", "C6", "https://eksempel.no/b", "External")
	})
	once := annotated(t, original, notice(5, "a", 6, 7))
	for name, copied := range map[string][]byte{"once": once, "twice": annotated(t, once, notice(5, "a", 6, 7)), "of a LibreOffice file": annotated(t, resave(t, original), notice(5, "a", 6, 7))} {
		file := opened(t, copied)
		if got, _ := file.GetCellValue("funn", "A1"); got != "mine egne notater" || file.GetSheetName(0) != "Funn 2" {
			t.Errorf("%s: the user's sheet says %q, the first sheet is %s", name, got, file.GetSheetName(0))
		}
		linksTo(t, file, map[string]string{"Gevinster!C5": "https://eksempel.no/a", "Gevinster!C6": "https://eksempel.no/b", "Funn 2!C5": "'Gevinster'!C5"})
		if refs, _ := file.GetHyperLinkCells("Gevinster", ""); len(refs) != 2 {
			t.Errorf("%s: the sheet has links at %v, want the user's two", name, refs)
		}
		sets, err := templates.Sets()
		if err != nil {
			t.Fatal(err)
		}
		_, findings, err := workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(copied), int64(len(copied)), sets)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(findings, func(f report.Finding) bool { return f.Rule == "V-009" && f.Place.Sheet == "funn" }) {
			t.Errorf("%s: nobody is told that the user's sheet is not read: %v", name, findings)
		}
	}
}

// TestNamesFollowTheirSheets: print titles and filters belong to the same sheets
// after a sheet was put before them.
func TestNamesFollowTheirSheets(t *testing.T) {
	original := blank(t)
	scopes := func(data []byte) map[string]string {
		all := map[string]string{}
		for _, n := range opened(t, data).GetDefinedName() {
			if n.Scope != "Workbook" {
				all[n.Name+" "+n.Scope] = n.RefersTo
			}
		}
		return all
	}
	before, after := scopes(original), scopes(annotated(t, annotated(t, original, notice(5, "a")), notice(5, "b")))
	if len(before) < 15 {
		t.Fatalf("only %d names belong to a sheet: the test looks in the wrong place", len(before))
	}
	for name, target := range before {
		if after[name] != target {
			t.Errorf("%s refers to %q, it was %q", name, after[name], target)
		}
	}
}

// TestProtectedWorkbookIsAnnotated: protected sheets and a locked structure stay so.
func TestProtectedWorkbookIsAnnotated(t *testing.T) {
	original := changed(t, blank(t), func(f *excelize.File) error {
		return f.ProtectWorkbook(&excelize.WorkbookProtectionOptions{Password: "hemmelig", LockStructure: true})
	})
	file := opened(t, annotated(t, original, notice(5, "a")))
	if err := file.UnprotectWorkbook("feil"); err == nil {
		t.Error("the structure is no longer locked")
	}
	linksTo(t, file, map[string]string{"Gevinster!C5": "'Funn'!A5"})
}
