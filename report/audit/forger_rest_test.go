package audit_test

import (
	"bytes"
	"fmt"
	"testing"

	"gevinst/report/pdf/object"
)

func forgedRest() []mutation {
	return []mutation{
		{name: "two pages swapped", want: "pdf/beside.order " + pdfName + " [page 4", change: inPDF(func(t *testing.T, f *forged) {
			at, _ := f.catalog()["Pages"].(object.Ref)
			tree, _ := f.objects[at].(object.Dict)
			kids, _ := tree["Kids"].(object.Array)
			kids[3], kids[4] = kids[4], kids[3]
		})},
		{name: "the address of a link", want: "pdf/beside.links " + pdfName + " [page", change: inPDF(func(t *testing.T, f *forged) {
			f.find(func(d object.Dict) bool {
				if d["Subtype"] == object.Name("Link") {
					if a, ok := d["A"].(object.Dict); ok && a["URI"] != nil {
						a["URI"] = object.String("https://example.com/")
						return true
					}
				}
				return false
			})["X"] = object.Null{}
		})},
		{name: "a script in the place of a link", want: "pdf/beside.", change: inPDF(func(t *testing.T, f *forged) {
			f.find(func(d object.Dict) bool { return d["Subtype"] == object.Name("Link") && d["A"] != nil })["A"] = object.Dict{"S": object.Name("JavaScript"), "JS": object.String("app.alert(1)")}
		})},
		{name: "what a link tells the blind", want: "pdf/beside.links " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) {
			f.find(func(d object.Dict) bool { return d["Subtype"] == object.Name("Link") })["Contents"] = object.Words("noe annet")
		})},
		{name: "the title of the file", want: "pdf/beside.about " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			info, _ := f.trailer["Info"].(object.Ref)
			d, _ := f.objects[info].(object.Dict)
			d["Title"] = object.Words("Noe annet")
		})},
		{name: "the author in the metadata", want: "pdf/beside.about " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			for _, v := range f.objects {
				if s, ok := v.(*object.Stream); ok && s.Dict["Type"] == object.Name("Metadata") {
					s.Data = bytes.ReplaceAll(s.Data, []byte("Eksempeldirektoratet"), []byte("Et annet direktorat"))
				}
			}
		})},
		{name: "the words of a bookmark", want: "pdf/beside.outline " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			f.find(func(d object.Dict) bool { return d["Title"] != nil && d["Parent"] != nil })["Title"] = object.Words("1 Alt er i orden")
		})},
		{name: "where a bookmark leads", want: "pdf/beside.outline " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			d := f.find(func(d object.Dict) bool { return d["Title"] != nil && d["Parent"] != nil })
			a, _ := d["Dest"].(object.Array)
			at, _ := f.catalog()["Pages"].(object.Ref)
			tree, _ := f.objects[at].(object.Dict)
			kids, _ := tree["Kids"].(object.Array)
			a[0] = kids[9]
		})},
		{name: "what a figure is read out as, in the tree", want: "pdf/beside.tags " + pdfName, change: inPDF(func(t *testing.T, f *forged) { f.elements("TD")[10]["ActualText"] = object.Words("885") })},
		{name: "what a figure is read out as, on the page", want: "pdf/figure.printed " + pdfName, change: inPDF(func(t *testing.T, f *forged) { f.before(t, "884", "/Span <</ActualText (885)>> BDC", "EMC") })},
		{name: "a figure in a layer that can be hidden", want: "pdf/beside.powers " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			ref := object.Ref(len(f.objects) + 1000)
			_ = ref
			f.catalog()["OCProperties"] = object.Dict{"OCGs": object.Array{}, "D": object.Dict{}}
			f.before(t, "884", "/OC /X BDC", "EMC")
		})},
		{name: "a page that acts when it opens", want: "pdf/beside.powers " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) {
			f.pages()[0]["AA"] = object.Dict{"O": object.Dict{"S": object.Name("JavaScript")}}
		})},
		{name: "a script in the names", want: "pdf/beside.powers " + pdfName, change: inPDF(func(t *testing.T, f *forged) { f.catalog()["Names"] = object.Dict{"JavaScript": object.Dict{}} })},
		{name: "a link that looks like something else", want: "pdf/beside.powers " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) {
			f.find(func(d object.Dict) bool { return d["Subtype"] == object.Name("Link") })["AP"] = object.Dict{"N": object.Ref(5)}
		})},
		{name: "a note on a page", want: "pdf/text.loose " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			f.pages()[0]["Annots"] = object.Array{object.Dict{"Subtype": object.Name("FreeText"), "Contents": object.String("885")}}
		})},
		{name: "a heading that is none to the blind", want: "pdf/beside.tags " + pdfName, change: inPDF(func(t *testing.T, f *forged) { f.elements("TH")[3]["S"] = object.Name("TD") })},
		{name: "a row moved to the next table", want: "pdf/table.rows " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			a, b := f.elements("TBody")[3], f.elements("TBody")[4]
			x, _ := a["K"].(object.Array)
			y, _ := b["K"].(object.Array)
			b["K"] = append(append(object.Array{}, y...), x[len(x)-1])
			a["K"] = x[:len(x)-1]
		})},
		{name: "words behind the end of the file", want: "pdf/beside.tail " + pdfName, change: func(t *testing.T, p *pack) { p.files[pdfName] = append(bytes.Clone(p.files[pdfName]), "% hei\n"...) }},
		{name: "an update appended, as editors do", want: "pdf/pdf.unreadable " + pdfName, change: func(t *testing.T, p *pack) {
			b := bytes.Clone(p.files[pdfName])
			at := len(b)
			b = append(b, "7 0 obj\n(x)\nendobj\n"...)
			x := len(b)
			b = append(b, fmt.Sprintf("xref\n7 1\n%010d 00000 n \ntrailer\n<</Root 1 0 R /Size 2000 /Prev 100>>\nstartxref\n%d\n%%%%EOF\n", at, x)...)
			p.files[pdfName] = b
		}},
	}
}

// forgedInside is changes of how the files inside a PDF are named.
func forgedInside() []mutation {
	return []mutation{
		{name: "a file more inside", want: "pdf/beside.inside " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			a, _ := f.catalog()["AF"].(object.Array)
			f.catalog()["AF"] = append(append(object.Array{}, a...), object.Dict{"Type": object.Name("Filespec"), "UF": object.Words("mer.xlsx"), "F": object.Words("mer.xlsx"), "EF": object.Dict{"F": f.find(func(d object.Dict) bool { return d["EF"] != nil })["EF"].(object.Dict)["F"]}})
		})},
		{name: "the list of the files inside gone", want: "pdf/beside.inside " + pdfName, change: inPDF(func(t *testing.T, f *forged) { delete(f.catalog(), "Names") })},
		{name: "what a file inside is said to be", want: "pdf/beside.inside " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			f.find(func(d object.Dict) bool { return d["EF"] != nil })["Desc"] = object.Words("noe annet")
		})},
		{name: "the name of a file inside", want: "pdf/beside.inside " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			f.find(func(d object.Dict) bool { return d["EF"] != nil })["F"] = object.Words("annet.xlsx")
		})},
		{name: "what a file inside is to the report", want: "pdf/beside.inside " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			f.find(func(d object.Dict) bool { return d["EF"] != nil })["AFRelationship"] = object.Name("Alternative")
		})},
	}
}
