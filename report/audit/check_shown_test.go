package audit_test

import (
	"bytes"
	"image"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report/audit"
	"gevinst/report/workbook/ziptest"
)

// shownMutations is changes of what a reader of the workbook sees, its data untouched.
func shownMutations() []mutation {
	in := func(change func(f *excelize.File) error) func(*testing.T, *pack) {
		return func(t *testing.T, p *pack) { p.files[bookName] = edited(t, p.files[bookName], change) }
	}
	style := func(sheet, cell string, change func(*excelize.Style)) func(*testing.T, *pack) {
		return in(func(f *excelize.File) error {
			id, err := f.GetCellStyle(sheet, cell)
			if err != nil {
				return err
			}
			s, err := f.GetStyle(id)
			if err != nil {
				return err
			}
			change(s)
			if id, err = f.NewStyle(s); err != nil {
				return err
			}
			return f.SetCellStyle(sheet, cell, cell, id)
		})
	}
	format := func(sheet, cell, code string) func(*testing.T, *pack) {
		return style(sheet, cell, func(s *excelize.Style) { s.CustomNumFmt = &code })
	}
	ink := func(sheet, cell, colour string) func(*testing.T, *pack) {
		return style(sheet, cell, func(s *excelize.Style) { s.Font.Color = colour })
	}
	conditional := func(s excelize.Style) func(*testing.T, *pack) {
		return in(func(f *excelize.File) error {
			id, err := f.NewConditionalStyle(&s)
			if err != nil {
				return err
			}
			return f.SetConditionalFormat("Gevinster", "M5:M9", []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "TRUE", Format: &id}})
		})
	}
	rule := func(change func(*excelize.DataValidation) bool) func(*testing.T, *pack) {
		return in(func(f *excelize.File) error {
			all, err := f.GetDataValidations("Gevinster")
			if err != nil || len(all) == 0 {
				return err
			}
			if err := f.DeleteDataValidation("Gevinster"); err != nil {
				return err
			}
			for _, v := range all {
				if change(v) {
					if err := f.AddDataValidation("Gevinster", v); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
	name := func(n excelize.DefinedName) func(*testing.T, *pack) {
		return in(func(f *excelize.File) error {
			if n.Scope == "" {
				if err := f.DeleteDefinedName(&excelize.DefinedName{Name: n.Name}); err != nil {
					return err
				}
			}
			if n.RefersTo == "" {
				return nil
			}
			return f.SetDefinedName(&n)
		})
	}
	hidden := ";;;"
	at := func(kind, cell string) string { return "form/form." + kind + " " + bookName + " [" + cell }
	return []mutation{
		{"an amount that is not shown", format("Gevinster", "M5", ";;;"), at("concealed", "Gevinster!M5"), ""},
		{"an amount that is shown as another", format("Gevinster", "M5", `"0"`), at("concealed", "Gevinster!M5"), ""},
		{"an amount with digits more", format("Gevinster", "M5", `0"00"`), at("concealed", "Gevinster!M5"), ""},
		{"an amount in thousands", format("Gevinster", "M5", "#,##0,"), at("scaled", "Gevinster!M5"), ""},
		{"an amount with decimals more", format("Gevinster", "M5", "0.0000"), at("format", "Gevinster!M5"), audit.Reperformed},
		{"a name that is not shown", format("Gevinster", "B5", ";;;"), at("concealed", "Gevinster!B5"), ""},
		{"a total in millions", format("Kontroll", "B36", "0.0,,"), at("scaled", "Kontroll!B36"), ""},
		{"an amount in white", ink("Gevinster", "M5", "FFFFFF"), at("faint", "Gevinster!M5"), ""},
		{"an amount in the colour of its field", ink("Gevinster", "M5", "FFF9E0"), at("faint", "Gevinster!M5"), ""},
		{"an amount in small letters", style("Gevinster", "M5", func(s *excelize.Style) { s.Font.Size = 1 }), at("faint", "Gevinster!M5"), ""},
		{"an amount in white by its format", format("Gevinster", "M5", "[White]0"), at("faint", "Gevinster!M5"), ""},
		{"an amount in white by the theme", func(t *testing.T, p *pack) {
			ink("Gevinster", "M5", "123456")(t, p)
			p.files[bookName] = ziptest.Edit(t, p.files[bookName], ziptest.Named("xl/styles.xml"), func(b []byte) []byte {
				return regexp.MustCompile(`<color rgb="(FF)?123456"`).ReplaceAll(b, []byte(`<color theme="0"`))
			})
		}, at("faint", "Gevinster!M5"), ""},
		{"an amount in grey", ink("Gevinster", "M5", "777777"), "source/workbook.resaved", audit.Reperformed},
		{"amounts that a condition hides", conditional(excelize.Style{CustomNumFmt: &hidden}), at("concealed", "Gevinster!M5"), ""},
		{"amounts that a condition makes white", conditional(excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}}), at("faint", "Gevinster!M5"), ""},
		{"amounts under bars", in(func(f *excelize.File) error {
			return f.SetConditionalFormat("Gevinster", "M5:M9", []excelize.ConditionalFormatOptions{{Type: "data_bar", Criteria: "=", MinType: "min", MaxType: "max", BarColor: "#638EC6", BarOnly: true}})
		}), at("concealed", "Gevinster!M5"), ""},
		{"amounts that a condition of the newer kind hides", func(t *testing.T, p *pack) {
			p.files[bookName] = ziptest.Edit(t, p.files[bookName], ziptest.Named(gains), func(b []byte) []byte {
				return bytes.Replace(b, []byte("</worksheet>"), []byte(newerKind+"</worksheet>"), 1)
			})
		}, at("concealed", "Gevinster!M5"), ""},
		{"a column of a hair's width", in(func(f *excelize.File) error { return f.SetColWidth("Gevinster", "M", "M", 0.3) }), at("columns", "Gevinster!M4"), ""},
		{"zeros that are not shown", in(func(f *excelize.File) error {
			no := false
			return f.SetSheetView("Gevinster", 0, &excelize.ViewOptions{ShowZeros: &no})
		}), at("zeros", "Gevinster"), audit.Reperformed},
		{"numbers cut down to what is shown", in(func(f *excelize.File) error {
			no := false
			return f.SetCalcProps(&excelize.CalcPropsOptions{FullPrecision: &no})
		}), "form/form.precision " + bookName, audit.Reperformed},
		{"a note", in(func(f *excelize.File) error {
			return f.AddComment("Gevinster", excelize.Comment{Cell: "M5", Author: "Kari", Text: "Egentlig 24 000"})
		}), at("note", "Gevinster!M5"), audit.Reperformed},
		{"a picture", in(func(f *excelize.File) error {
			var b bytes.Buffer
			if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
				return err
			}
			return f.AddPictureFromBytes("Gevinster", "M5", &excelize.Picture{Extension: ".png", File: b.Bytes()})
		}), at("drawing", "Gevinster"), audit.Reperformed},
		{"drop-downs that are gone", rule(func(v *excelize.DataValidation) bool { return v.Type != "list" }), at("norule", "Gevinster!C5"), audit.Reperformed},
		{"drop-downs that only ask", rule(func(v *excelize.DataValidation) bool { v.ShowErrorMessage = false; return true }), at("rule", "Gevinster!C5"), audit.Reperformed},
		{"a drop-down of something else", rule(func(v *excelize.DataValidation) bool {
			if v.Type == "list" {
				v.Formula1 = `"JA,NEI"`
			}
			return true
		}), at("rule", "Gevinster!C5"), audit.Reperformed},
		{"wider bounds", rule(func(v *excelize.DataValidation) bool {
			if v.Formula2 == "100" {
				v.Formula2 = "1000"
			}
			return true
		}), at("rule", "Gevinster!T5"), audit.Reperformed},
		{"a list that lies elsewhere", name(excelize.DefinedName{Name: "kode_gevinstklasse", RefersTo: "Gevinster!$B$5:$B$9"}), "form/form.list " + bookName, ""},
		{"a list that one sheet has otherwise", name(excelize.DefinedName{Name: "kode_gevinstklasse", RefersTo: "Gevinster!$B$5:$B$9", Scope: "Gevinster"}), "form/form.list " + bookName, ""},
		{"a list without a name", name(excelize.DefinedName{Name: "kode_gevinstklasse"}), "form/form.list " + bookName, ""},
		{"a name of one's own", name(excelize.DefinedName{Name: "mine", RefersTo: "Gevinster!$B$5:$B$9", Scope: "Gevinster"}), "source/workbook.resaved", audit.Reperformed},
		{"what is left of another workbook", func(t *testing.T, p *pack) {
			p.files[bookName] = ziptest.Add(t, p.files[bookName], ziptest.Part{Name: "xl/externalLinks/externalLink1.xml", Content: []byte("<externalLink/>")})
		}, "form/form.outside " + bookName, ""},
	}
}

// newerKind is a conditional format as Excel 2010 and later writes what earlier ones did
// not have: its style within, and where it holds last.
const newerKind = `<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>` +
	`<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="1" id="{00000000-0000-0000-0000-000000000001}">` +
	`<xm:f>TRUE</xm:f><x14:dxf><numFmt numFmtId="200" formatCode=";;;"/></x14:dxf></x14:cfRule><xm:sqref>M5:M9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`

// TestEveryCachedValueOfKontroll puts a value that nobody calculated into every cell of
// the sheet that calculates, as a number and as words: none passes for what the
// workbook says.
func TestEveryCachedValueOfKontroll(t *testing.T) {
	t.Parallel()
	cell := regexp.MustCompile(`(<c r="(B[0-9]+)" s="[0-9]+")(?: t="str")?>(<f>[^<]*</f>)(?:<v></v>|<v/>)?</c>`)
	for _, kind := range []string{"", ` t="str"`} {
		p := plain(t)
		var cells []string
		p.files[bookName] = ziptest.Edit(t, p.files[bookName], func(string) bool { return true }, func(b []byte) []byte {
			if !bytes.Contains(b, []byte("<f>Kontroll!$B$")) {
				return b
			}
			for _, m := range cell.FindAllSubmatch(b, -1) {
				cells = append(cells, string(m[2]))
			}
			return cell.ReplaceAll(b, []byte(`${1}`+kind+`>${3}<v>999999</v></c>`))
		})
		if len(cells) != 34 {
			t.Fatalf("%d cells of Kontroll calculate: %v", len(cells), cells)
		}
		lines := told(t, p.audited(t))
		for _, ref := range cells {
			if !strings.Contains(lines, "Kontroll!"+ref+"] Kontroll shows 999999") {
				t.Errorf("%q: nothing is said of %s\n%s", kind, ref, lines)
			}
		}
	}
}
