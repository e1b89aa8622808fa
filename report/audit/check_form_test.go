package audit_test

import (
	"regexp"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/workbook/ziptest"
)

// TestMutationsOfTheForm changes one thing in the workbook's form, or hides one
// thing, and keeps its data: the figures are the same, and the audit says what is not.
// What is hidden is a finding of the report too, so a report without it differs.
func TestMutationsOfTheForm(t *testing.T) {
	if testing.Short() {
		t.Skip("each of the mutations is a whole audit")
	}
	t.Parallel()
	for _, m := range append(formMutations(), shownMutations()...) {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			p := plain(t)
			m.change(t, p)
			judge(t, p.audited(t), m)
		})
	}
}

func formMutations() []mutation {
	in := func(change func(f *excelize.File) error) func(*testing.T, *pack) {
		return func(t *testing.T, p *pack) { p.files[bookName] = edited(t, p.files[bookName], change) }
	}
	with := func(name, content string) func(*testing.T, *pack) {
		return func(t *testing.T, p *pack) {
			p.files[bookName] = ziptest.Add(t, p.files[bookName], ziptest.Part{Name: name, Content: []byte(content)})
		}
	}
	total := func(key string, change func(f *excelize.File, cell, formula string) error) func(*testing.T, *pack) {
		return in(func(f *excelize.File) error {
			cell := "B" + controlRow(f, key)
			formula, err := f.GetCellFormula("Kontroll", cell)
			if err != nil {
				return err
			}
			return change(f, cell, formula)
		})
	}
	const outside = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="file:///andre.xlsx" TargetMode="External"/></Relationships>`
	at := func(kind, cell string) string { return "form/form." + kind + " " + bookName + " [" + cell }
	return []mutation{
		{"a locked formula", in(func(f *excelize.File) error { return f.SetCellFormula("Gevinster", "AJ6", "AI6") }), at("formula", "Gevinster!AJ6"), ""},
		{"a value over a locked formula", in(func(f *excelize.File) error { return f.SetCellValue("Gevinster", "AJ6", 1) }), at("typed", "Gevinster!AJ6"), ""},
		{"a locked formula that is gone", in(func(f *excelize.File) error { return f.SetCellValue("Gevinster", "AJ6", nil) }), at("gone", "Gevinster!AJ6"), ""},
		{"a total over fewer rows", total("omdisponert", func(f *excelize.File, cell, formula string) error {
			return f.SetCellFormula("Kontroll", cell, rangeEnd.ReplaceAllString(formula, ":$$G$$6"))
		}), at("formula", "Kontroll!"), ""},
		{"a total over more rows", total("omdisponert", func(f *excelize.File, cell, formula string) error {
			return f.SetCellFormula("Kontroll", cell, rangeEnd.ReplaceAllString(formula, ":$$G$$300"))
		}), "source/workbook.resaved " + bookName, audit.Reperformed},
		{"a total that was typed", total("rest", func(f *excelize.File, cell, _ string) error { return f.SetCellValue("Kontroll", cell, 84020) }), at("typed", "Kontroll!"), ""},
		{"a total that was not calculated anew", func(t *testing.T, p *pack) {
			p.files[bookName] = ziptest.Edit(t, p.files[bookName], func(string) bool { return true }, func(b []byte) []byte {
				return lastTotal.ReplaceAll(b, []byte(`${1}"${2}<v>84021</v></c>`))
			})
		}, "form/form.stale " + bookName, ""},
		{"a code", in(func(f *excelize.File) error { return f.SetCellValue("Kodelister", "A5", "NY") }), at("word", "Kodelister!A5"), ""},
		{"a code more", in(func(f *excelize.File) error { return f.SetCellValue("Kodelister", "A60", "NY") }), at("word", "Kodelister!A60"), ""},
		{"a heading in another language", in(func(f *excelize.File) error { return f.SetCellValue("Gevinster", "C4", "Class of gain") }), "form/form.word " + bookName, ""},
		{"the protection", in(func(f *excelize.File) error { return f.UnprotectSheet("Gevinster") }), at("protected", "Gevinster"), audit.Reperformed},
		{"a hidden row", in(func(f *excelize.File) error { return f.SetRowVisible("Gevinster", 6, false) }), at("rows", "Gevinster!A6"), ""},
		{"a hidden column", in(func(f *excelize.File) error { return f.SetColVisible("Gevinster", "M", false) }), at("columns", "Gevinster!M4"), ""},
		{"a hidden sheet", in(func(f *excelize.File) error { return f.SetSheetVisible("Budsjettuttak", false) }), at("sheet", "Budsjettuttak"), ""},
		{"a sheet that Excel's menu does not show", in(func(f *excelize.File) error { return f.SetSheetVisible("Budsjettuttak", false, true) }), at("sheet", "Budsjettuttak"), ""},
		{"days that count from 1904", in(func(f *excelize.File) error {
			yes := true
			return f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
		}), "form/form.1904 " + bookName, ""},
		{"totals that are gone", total("rest", func(f *excelize.File, cell, _ string) error { return f.SetCellValue("Kontroll", cell, nil) }), at("gone", "Kontroll!"), ""},
		{"a name that points nowhere", in(func(f *excelize.File) error {
			return f.SetDefinedName(&excelize.DefinedName{Name: "borte", RefersTo: "#REF!$A$1"})
		}), "form/form.name " + bookName, audit.Reperformed},
		{"a save after the approval", in(func(f *excelize.File) error {
			return f.SetDocProps(&excelize.DocProperties{Modified: "2019-01-01T00:00:00Z"})
		}), "form/form.later " + bookName, audit.Reperformed},
		{"a link to another workbook", with("xl/externalLinks/_rels/externalLink1.xml.rels", outside), "form/form.outside " + bookName, ""},
		{"macros", with("xl/vbaProject.bin", "x"), "form/form.macros " + bookName, ""},
		{"a data connection", with("xl/connections.xml", "<connections/>"), "form/form.queries " + bookName, ""},
	}
}

// rangeEnd is where a sum over the uses ends, and lastTotal the last cell that
// Kontroll calculates: what remains.
var (
	rangeEnd  = regexp.MustCompile(`:\$G\$[0-9]+`)
	lastTotal = regexp.MustCompile(`(<c r="B[0-9]+" s="[0-9]+)" t="str"(><f>Kontroll!\$B\$[0-9]+-Kontroll!\$B\$[0-9]+</f>)</c>`)
)

func controlRow(f *excelize.File, key string) string {
	for row := report.DataRow; row < report.DataRow+100; row++ {
		cell, _ := excelize.CoordinatesToCellName(4, row)
		if got, _ := f.GetCellValue("Kontroll", cell); got == key {
			return cell[1:]
		}
	}
	return "1"
}
