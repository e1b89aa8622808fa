package audit_test

import (
	"bytes"
	"crypto/sha256"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/batch"
	"gevinst/report/pdf/object"
	"gevinst/report/workbook/ziptest"
)

func sum(content []byte) [sha256.Size]byte { return sha256.Sum256(content) }

func pdfMutations() []mutation {
	at := func(row string) string {
		return "pdf/figure.printed " + pdfName + " [" + bridgeTable + ", row “" + row + "”, column “2017”"
	}
	draw := func(old, new string, nth int) func(*testing.T, *pack) {
		return inPDF(func(t *testing.T, f *forged) { f.draw(t, old, new, nth) })
	}
	return []mutation{
		{"a digit in the bridge", draw("884", "885", 0), at("Omdisponerbart beløp"), ""},
		{"a minus sign in the bridge", draw("−1\u00a0480", "1\u00a0480", 0), at("Rammekutt"), ""},
		{"a digit among the gains", draw("4\u00a0373", "4\u00a0273", 0), "pdf/figure.printed " + pdfName + " [Tabell Egne gevinster fra brutto", ""},
		{"two figures swapped", inPDF(func(t *testing.T, f *forged) {
			f.draw(t, "884", "800", 0)
			f.draw(t, "−800", "−884", 0)
		}), at("Omdisponerbart beløp"), ""},
		{"a digit in the chart", draw("884", "885", 1), "pdf/figure.drawn " + pdfName, ""},
		{"what the chart tells the blind", inPDF(func(t *testing.T, f *forged) {
			e := f.elements("Figure")[0]
			e["Alt"] = object.Words("Alt gikk bra.")
		}), "pdf/figure.drawn " + pdfName, ""},
		{"two rows swapped in the tree", inPDF(func(t *testing.T, f *forged) { swapKids(f.elements("TBody")[0], 0, 1) }), "pdf/table.order " + pdfName + " [Tabell ", ""},
		{"two cells swapped in the tree", inPDF(func(t *testing.T, f *forged) { swapKids(f.elements("TR")[1], 1, 2) }), "pdf/table.cell " + pdfName + " [Tabell ", ""},
		{"a figure laid over the page", inPDF(func(t *testing.T, f *forged) {
			f.add("/Artifact BMC BT 100 100 Td (" + utf16be("885") + ") Tj ET EMC")
		}), "pdf/text.margin " + pdfName, ""},
		{"words outside every mark", inPDF(func(t *testing.T, f *forged) { f.add("BT (" + utf16be("885") + ") Tj ET") }), "pdf/text.loose " + pdfName, ""},
		{"words in a mark of nobody's", inPDF(func(t *testing.T, f *forged) { f.add("/P <</MCID 999>> BDC BT (" + utf16be("885") + ") Tj ET EMC") }), "pdf/text.loose " + pdfName, ""},
		{"a picture laid over the page", inPDF(func(t *testing.T, f *forged) { f.add("/Artifact BMC /X1 Do EMC") }), "pdf/text.loose " + pdfName, ""},
		{"letters that read as others", inPDF(func(t *testing.T, f *forged) {
			for _, v := range f.objects {
				if s, ok := v.(*object.Stream); ok && bytes.Contains(s.Data, []byte("<0038> <0038>")) {
					s.Data = bytes.Replace(s.Data, []byte("<0038> <0038>"), []byte("<0038> <0033>"), 1)
				}
			}
		}), "pdf/text.loose " + pdfName, ""},
		{"a file that opens by itself", inPDF(func(t *testing.T, f *forged) {
			root, _ := f.trailer["Root"].(object.Ref)
			catalog, _ := f.objects[root].(object.Dict)
			catalog["OpenAction"] = object.Dict{"S": object.Name("JavaScript")}
		}), "pdf/text.loose " + pdfName, ""},
		{"the date of the file", inPDF(func(t *testing.T, f *forged) {
			info, _ := f.trailer["Info"].(object.Ref)
			d, _ := f.objects[info].(object.Dict)
			d["Author"] = object.Words("En annen")
		}), "package/file.changed " + pdfName, ""},
		{"a change appended to the file", func(_ *testing.T, p *pack) {
			p.files[pdfName] = append(bytes.Clone(p.files[pdfName]), "\n9 0 obj\n<</Type /XRef /Prev 5 /W [1 4 2] /Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n"...)
		}, "pdf/pdf.unreadable " + pdfName, audit.Impossible},
		{"a file that is cut off", func(_ *testing.T, p *pack) { p.files[pdfName] = p.files[pdfName][:len(p.files[pdfName])/2] }, "pdf/pdf.unreadable " + pdfName, audit.Impossible},
		{"the PDF in another language", another(pdfName, batch.Issue{Status: batch.Final}, report.EN), "pdf/document.language " + pdfName, ""},
		{"the PDF as a draft", another(pdfName, batch.Issue{Status: batch.Draft}, report.NB), "pdf/document.draft " + pdfName, ""},
		{"the PDF is gone", func(_ *testing.T, p *pack) { delete(p.files, pdfName) }, "package/file.missing " + pdfName, ""},
		{"a digit, and the manifest made to fit", func(t *testing.T, p *pack) {
			was := sha(p.files[pdfName])
			draw("884", "885", 0)(t, p)
			p.replace(t, manifest, was, sha(p.files[pdfName]))
			p.resign(t)
		}, at("Omdisponerbart beløp"), ""},
	}
}

func insideMutations() []mutation {
	inside := func(file string, change func([]byte) []byte) func(*testing.T, *pack) {
		return inPDF(func(t *testing.T, f *forged) {
			for _, v := range f.objects {
				spec, _ := v.(object.Dict)
				if spec["UF"] != object.Words(file) {
					continue
				}
				ef, _ := spec["EF"].(object.Dict)
				at, _ := ef["F"].(object.Ref)
				s, _ := f.objects[at].(*object.Stream)
				s.Data = change(s.Data)
			}
		})
	}
	return []mutation{
		{"the figures inside the PDF", inside("regnestykke.json", func(b []byte) []byte { return bytes.Replace(b, []byte("884020"), []byte("884021"), 1) }), "attachments/inside.figures " + pdfName, ""},
		{"a byte after the workbook inside the PDF", inside("arbeidsbok.xlsx", func(b []byte) []byte { return append(bytes.Clone(b), 0) }), "attachments/inside.workbook " + pdfName, ""},
		{"nothing inside the PDF", inPDF(func(t *testing.T, f *forged) {
			root, _ := f.trailer["Root"].(object.Ref)
			catalog, _ := f.objects[root].(object.Dict)
			delete(catalog, "AF")
		}), "attachments/inside.missing " + pdfName, ""},
	}
}

// inCell sets a cell of the workbook by excelize.
func inCell(sheet, ref string, value any) func(*testing.T, *pack) {
	return func(t *testing.T, p *pack) {
		p.files[bookName] = edited(t, p.files[bookName], func(f *excelize.File) error { return f.SetCellValue(sheet, ref, value) })
	}
}

// gains is the part of the sheet with the gains.
const gains = "xl/worksheets/sheet5.xml"

func workbookMutations() []mutation {
	inXML := func(old, new string) func(*testing.T, *pack) {
		return func(t *testing.T, p *pack) {
			p.files[bookName] = ziptest.Edit(t, p.files[bookName], ziptest.Named(gains), func(b []byte) []byte {
				if !bytes.Contains(b, []byte(old)) {
					t.Fatalf("the sheet does not hold %q", old)
				}
				return bytes.Replace(b, []byte(old), []byte(new), 1)
			})
		}
	}
	return []mutation{
		{"a used cell", inCell("Gevinster", "M5", 43000), "source/cell.changed " + bookName + " [gevinst/G1/timer, Gevinster!M5", ""},
		{"a used cell that is no number", inCell("Tiltak", "B5", "Et annet tiltak"), "source/workbook.changed " + bookName, ""},
		{"a number that became text", inCell("Gevinster", "M5", "42000"), "source/workbook.finding " + bookName, ""},
		{"a used cell by a hundredth", inXML("<v>480.50</v>", "<v>480.51</v>"), "source/cell.changed " + bookName + " [gevinst/G1/brutto, Gevinster!P5", ""},
		{"a use of the money", inCell("Omdisponering", "G5", 1), "source/cell.changed " + bookName + " [omdisponert, Omdisponering!G5", ""},
		{"a use named otherwise", inCell("Omdisponering", "C5", "Noe annet"), "pdf/", ""},
		{"an unused cell", inCell("Gevinster", "AZ9", "Husk!"), "completeness/count.unused " + bookName + " [Gevinster!AZ9", ""},
		{"a formula typed over an input", inXML("<v>42000</v>", "<f>6*7000</f><v>42000</v>"), "source/workbook.new " + bookName + " [Gevinster!M5", ""},
		{"a formula that nobody calculated", inXML("<v>42000</v>", "<f>6*7000</f>"), "source/workbook.finding " + bookName + " [Gevinster!M5", ""},
		{"an input emptied", inXML("<v>42000</v>", ""), "source/workbook.finding " + bookName + " [Gevinster!M5", ""},
		{"days that count from 1904", func(t *testing.T, p *pack) {
			p.files[bookName] = ziptest.Edit(t, p.files[bookName], ziptest.Named("xl/workbook.xml"), func(b []byte) []byte {
				return bytes.Replace(b, []byte("<workbookPr"), []byte(`<workbookPr date1904="1"`), 1)
			})
		}, "source/", ""},
		{"another agency's workbook", func(t *testing.T, p *pack) {
			p.files[bookName] = book(t, report.NB, func(f report.Filling) { f["virksomhet"][0]["orgnr"] = "940155223" })
		}, "source/workbook.other " + bookName, audit.Impossible},
		{"another year's workbook", func(t *testing.T, p *pack) {
			p.files[bookName] = book(t, report.NB, func(f report.Filling) { f["virksomhet"][0]["rapportaar"] = "2018" })
		}, "source/workbook.other " + bookName, audit.Impossible},
		{"a gain less", func(t *testing.T, p *pack) {
			p.files[bookName] = book(t, report.NB, func(f report.Filling) { f["gevinster"] = f["gevinster"][:len(f["gevinster"])-1] })
		}, "source/workbook.changed " + bookName, ""},
		{"a sheet that is cut off", func(t *testing.T, p *pack) {
			p.files[bookName] = ziptest.Edit(t, p.files[bookName], ziptest.Named(gains), func(b []byte) []byte { return b[:len(b)/2] })
		}, "source/workbook.refused " + bookName, audit.Impossible},
		{"a sheet that stands twice in the archive", func(t *testing.T, p *pack) {
			p.files[bookName] = ziptest.Repack(t, p.files[bookName], func(part ziptest.Part) []ziptest.Part {
				if part.Name != gains {
					return []ziptest.Part{part}
				}
				return []ziptest.Part{part, {Name: gains, Content: bytes.Replace(part.Content, []byte("42000"), []byte("43000"), 1)}}
			})
		}, "source/workbook.refused " + bookName, audit.Impossible},
		{"a sheet less", func(t *testing.T, p *pack) {
			p.files[bookName] = edited(t, p.files[bookName], func(f *excelize.File) error { return f.DeleteSheet("Engangskostnader") })
		}, "source/second.unreadable " + bookName, audit.Impossible},
		{"no workbook at all", func(_ *testing.T, p *pack) { p.files[bookName] = []byte("arbeidsbok") }, "source/workbook.refused " + bookName, audit.Impossible},
		{"the workbook is gone", func(_ *testing.T, p *pack) { delete(p.files, bookName) }, "source/workbook.missing " + bookName, audit.Impossible},
	}
}

// TestTheSameVerdictEveryTime audits the same evidence twice.
func TestTheSameVerdictEveryTime(t *testing.T) {
	t.Parallel()
	p := plain(t)
	inCell("Gevinster", "M5", 43000)(t, p)
	var first, again strings.Builder
	for _, b := range []*strings.Builder{&first, &again} {
		v := p.audited(t)
		v.Workbook = ""
		if err := audit.WriteJSON(b, []*audit.Verdict{v}, voice(t, report.NB)); err != nil {
			t.Fatal(err)
		}
	}
	if first.String() != again.String() {
		t.Error("the same evidence gave two verdicts")
	}
}

// TestTextForANumberIsNoWrongCalculation puts digits as text where a number stood. The two
// paths read that in their own ways, which says nothing of either calculation.
func TestTextForANumberIsNoWrongCalculation(t *testing.T) {
	t.Parallel()
	p := demo(t, demoOf{lang: report.NB, status: batch.Final})
	inCell("Gevinster", "M5", "42000")(t, p)
	for _, e := range p.audited(t).Exceptions {
		if e.Kind == "figure.own" {
			t.Errorf("the calculation is blamed: %s", e.Place.Key)
		}
	}
}
