package audit_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"gevinst/report/pdf/object"
)

func (f *forged) catalog() object.Dict {
	root, _ := f.trailer["Root"].(object.Ref)
	d, _ := f.objects[root].(object.Dict)
	return d
}

func (f *forged) pages() []object.Dict {
	at, _ := f.catalog()["Pages"].(object.Ref)
	tree, _ := f.objects[at].(object.Dict)
	kids, _ := tree["Kids"].(object.Array)
	var all []object.Dict
	for _, k := range kids {
		r, _ := k.(object.Ref)
		d, _ := f.objects[r].(object.Dict)
		all = append(all, d)
	}
	return all
}

// before puts operators before the nth drawing of a text.
func (f *forged) before(t testing.TB, text, operators, after string) {
	for _, s := range f.contents() {
		at := strings.Index(string(s.Data), "("+utf16be(text)+") Tj")
		if at < 0 {
			continue
		}
		end := at + len("("+utf16be(text)+") Tj")
		s.Data = []byte(string(s.Data[:at]) + operators + " " + string(s.Data[at:end]) + " " + after + string(s.Data[end:]))
		return
	}
	t.Fatalf("no %q", text)
}

func (f *forged) find(match func(object.Dict) bool) object.Dict {
	for ref := object.Ref(1); int(ref) <= len(f.objects)+10; ref++ {
		if d, ok := f.objects[ref].(object.Dict); ok && match(d) {
			return d
		}
		if s, ok := f.objects[ref].(*object.Stream); ok && match(s.Dict) {
			return s.Dict
		}
	}
	return nil
}

// forgedPDF is changes of what a PDF shows, tells and does, its text untouched.
func forgedPDF() []mutation { return append(forgedDrawing(), forgedRest()...) }

func forgedDrawing() []mutation {
	return []mutation{
		{name: "a figure in white", want: "pdf/beside.drawing " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) { f.before(t, "884", "1.000 g", "0.102 g") })},
		{name: "a figure in the colour of the panels", want: "pdf/beside.drawing " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) { f.before(t, "884", "0.941 0.957 0.973 rg", "0.102 g") })},
		{name: "white over a page", want: "pdf/beside.drawing " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) { f.add("/Artifact BMC 1.000 g 0 0 600 850 re f EMC") })},
		{name: "a figure that is not drawn", want: "pdf/beside.drawing " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) { f.before(t, "884", "3 Tr", "0 Tr") })},
		{name: "a figure outside the page", want: "pdf/beside.drawing " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) { f.before(t, "884", "2000 0 Td", "") })},
		{name: "a page cut down to a point", want: "pdf/beside.drawing " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) { f.add("0 0 1 1 re W n") })},
		{name: "a figure without width", want: "pdf/beside.drawing " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) { f.before(t, "884", "0 Tz", "100 Tz") })},
		{name: "the shape of a letter", want: "pdf/beside.letters " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			n := 0
			for _, v := range f.objects {
				s, ok := v.(*object.Stream)
				if ok && s.Dict["Length1"] != nil {
					s.Data[len(s.Data)/2] ^= 1
					n++
				}
			}
			if n == 0 {
				t.Fatal("no font file")
			}
		})},
		{name: "two digits with each other's shapes", want: "pdf/beside.letters " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			n := 0
			for _, v := range f.objects {
				d, ok := v.(object.Dict)
				if !ok {
					continue
				}
				if ref, ok := d["CIDToGIDMap"].(object.Ref); ok {
					s := f.objects[ref].(*object.Stream)
					s.Data[2*'8'], s.Data[2*'3'] = s.Data[2*'3'], s.Data[2*'8']
					s.Data[2*'8'+1], s.Data[2*'3'+1] = s.Data[2*'3'+1], s.Data[2*'8'+1]
					n++
				}
			}
			if n == 0 {
				t.Fatal("no map")
			}
		})},
		{name: "a range of letters that read as others", want: "pdf/beside.letters " + pdfName, change: inPDF(func(t *testing.T, f *forged) {
			for _, v := range f.objects {
				if s, ok := v.(*object.Stream); ok && bytes.Contains(s.Data, []byte("<0038> <0038>")) {
					s.Data = bytes.Replace(s.Data, []byte("endcmap"), []byte("1 beginbfrange\n<0038> <0038> <0033>\nendbfrange\nendcmap"), 1)
				}
			}
		})},
		{name: "the bars of the charts", want: "pdf/beside.drawing " + pdfName + " [page", change: inPDF(func(t *testing.T, f *forged) {
			re := regexp.MustCompile(`([0-9.]+) ([0-9.-]+) re f`)
			for _, s := range f.contents() {
				if bytes.Contains(s.Data, []byte("/Figure")) {
					s.Data = re.ReplaceAll(s.Data, []byte("9.00 $2 re f"))
				}
			}
		})},
		{name: "a page on its head", want: "pdf/beside.drawing " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) { f.pages()[0]["Rotate"] = object.Int(180) })},
		{name: "a page cropped", want: "pdf/beside.drawing " + pdfName + " [page 1", change: inPDF(func(t *testing.T, f *forged) {
			f.pages()[0]["CropBox"] = object.Array{object.Int(0), object.Int(0), object.Int(10), object.Int(10)}
		})},
	}
}
