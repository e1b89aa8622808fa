package beside_test

import (
	"bytes"
	"testing"

	"gevinst/report/audit/beside"
	"gevinst/report/pdf/object"
)

// made is a small file of two pages with all that a report has, and its parts by name.
type made struct {
	file       object.File
	root, info object.Ref
	part       map[string]object.Ref
}

// document makes the file; odd numbers stand before its objects.
func document(odd int) *made {
	d := &made{part: map[string]object.Ref{}}
	for range odd {
		d.file.Reserve()
	}
	name := func(name string, v object.Value) object.Ref {
		d.part[name] = d.file.Add(v)
		return d.part[name]
	}
	font := name("font", &object.Stream{Dict: object.Dict{}, Data: []byte("shapes")})
	page := func(n string, annots ...object.Value) object.Ref {
		contents := name("contents"+n, &object.Stream{Dict: object.Dict{}, Data: []byte("0.1 g\n(" + n + ") Tj")})
		return name("page"+n, object.Dict{"Type": object.Name("Page"), "Contents": contents, "Annots": object.Array(annots),
			"Resources": object.Dict{"Font": object.Dict{"F1": font}}})
	}
	tree := d.file.Reserve()
	two := page("2")
	link := name("link", object.Dict{"Subtype": object.Name("Link"), "A": object.Dict{"URI": object.String("https://example.org/")}})
	jump := name("jump", object.Dict{"Subtype": object.Name("Link"), "Dest": object.Array{two}})
	one := page("1", link, jump)
	d.part["tree"] = tree
	d.file.Set(tree, object.Dict{"Kids": object.Array{one, two}, "Count": object.Int(2)})
	d.root = name("catalog", object.Dict{"Pages": tree, "Lang": object.String("nb-NO"),
		"Outlines":       name("outline", object.Dict{"Title": object.Words("Om året"), "Dest": object.Array{one}}),
		"Metadata":       name("metadata", &object.Stream{Dict: object.Dict{}, Data: []byte("<author>"), Plain: true}),
		"StructTreeRoot": name("tags", object.Dict{"Alt": object.Words("en søyle")}),
		"AF":             object.Array{name("attached", object.Dict{"F": object.String("regnestykke.json"), "EF": object.Dict{"F": name("inside", &object.Stream{Dict: object.Dict{}, Data: []byte("{}")})}})},
	})
	d.info = name("info", object.Dict{"Title": object.Words("Gevinster")})
	return d
}

func (d *made) dict(name string) object.Dict {
	v, _ := d.file.Get(d.part[name]).(object.Dict)
	return v
}

func (d *made) stream(name string) *object.Stream {
	v, _ := d.file.Get(d.part[name]).(*object.Stream)
	return v
}

func (d *made) written(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.file.Write(&b, d.root, d.info); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// changes is one thing changed in a PDF, what is said of it beside a report with the
// same words, and what beside one whose words differ.
var changes = map[string]struct {
	change        func(d *made)
	want, strange string
}{
	"nothing": {func(*made) {}, "", ""},
	"what is drawn": {func(d *made) { d.stream("contents2").Data = []byte("1.0 g\n(2) Tj") },
		"drawing [page 2] 1.0 g | 0.1 g", ""},
	"a line more": {func(d *made) { d.stream("contents2").Data = []byte("0.1 g\n(2) Tj\n0 0 9 9 re f") },
		"drawing [page 2] 0 0 9 9 re f | ", ""},
	"two pages swapped": {func(d *made) { d.dict("tree")["Kids"] = object.Array{d.part["page2"], d.part["page1"]} },
		"order [page 1] 2 | 1", ""},
	"a page turned": {func(d *made) { d.dict("page1")["Rotate"] = object.Int(180) },
		"drawing [page 1] /Rotate 180 | ", "powers [] /Rotate | "},
	"the address of a link": {func(d *made) { d.dict("link")["A"] = object.Dict{"URI": object.String("https://example.com/")} },
		"links [page 1] https://example.com/ | https://example.org/", "powers [] /URI https://example.com/ | "},
	"the page of a link": {func(d *made) { d.dict("jump")["Dest"] = object.Array{d.part["page1"]} },
		"links [page 1] 1 | 2", ""},
	"a link less": {func(d *made) { d.dict("page1")["Annots"] = object.Array{d.part["link"]} },
		"links [page 1] [1] | [2]; tail [] 1 obj | ", ""},
	"the shapes of letters": {func(d *made) { d.stream("font").Data = []byte("others") },
		"letters [page 1] 01db91d06032cc64162c16f8e35725b0e632beebdde8b2c2459979d04fb1e20c | e729e8617f159df10206c3b34040472573ea5efbea35f9bda7ac4bb967ce81f6", ""},
	"the title": {func(d *made) { d.dict("info")["Title"] = object.Words("Utgifter på året") },
		"about [] Utgifter på året | Gevinster", ""},
	"what the file says of itself": {func(d *made) { d.stream("metadata").Data = []byte("<other>") },
		"about [] <other> | <author>", ""},
	"a bookmark": {func(d *made) { d.dict("outline")["Title"] = object.Words("Om alt") },
		"outline [] Om alt | Om året", ""},
	"what a chart tells the blind": {func(d *made) { d.dict("tags")["Alt"] = object.Words("alt er bra") },
		"tags [] alt er bra | en søyle", ""},
	"the language": {func(d *made) { d.dict("catalog")["Lang"] = object.String("en-GB") },
		"tags [] en-GB | nb-NO", ""},
	"the name of a file inside": {func(d *made) { d.dict("attached")["F"] = object.String("fasit.json") },
		"inside [] fasit.json | regnestykke.json", ""},
	"a file inside": {func(d *made) { d.stream("inside").Data = []byte("{1}") }, "", ""}, // the audit compares those itself
	"a script when it opens": {func(d *made) {
		d.dict("catalog")["OpenAction"] = object.Dict{"S": object.Name("JavaScript"), "JS": object.String("x()")}
	},
		"powers [] /OpenAction <</JS /S>> | ", "powers [] /JS x() |  +2"},
	"a script on a page": {func(d *made) { d.dict("page2")["AA"] = object.Dict{"O": object.Name("X")} },
		"powers [page 2] /AA <</O>> | ", "powers [] /AA |  +1"},
	"another look of a link": {func(d *made) { d.dict("link")["AP"] = object.Dict{} },
		"powers [page 1] /AP <<>> | ", "powers [] /AP | "},
	"a key less": {func(d *made) { delete(d.dict("jump"), "Dest") },
		"links [page 1]  | /Dest [1]", ""},
	"what nothing leads to": {func(d *made) { d.file.Add(object.Dict{"Old": object.String("figures")}) },
		"tail [] 1 obj | ", "powers [] /Old | "},
	"a link where a number stood": {func(d *made) { d.dict("tree")["Count"] = d.part["jump"] },
		"drawing [] <</Dest /Subtype>> | 2", ""},
	"a number that stands where a link did": {func(d *made) { d.dict("page1")["Annots"] = object.Array{object.Int(1), d.part["jump"]} },
		"links [page 1] 1 | <</A /Subtype>>; tail [] 1 obj | ", ""},
}

// TestPDF changes one thing of a file at a time, and asks what is said of it.
func TestPDF(t *testing.T) {
	expected := document(0).written(t)
	for name, c := range changes {
		t.Run(name, func(t *testing.T) {
			d := document(0)
			c.change(d)
			for scope, want := range map[beside.Scope]string{beside.Everything: c.want, beside.Strange: c.strange} {
				others, err := beside.PDF(d.written(t), expected, scope)
				if err != nil {
					t.Fatal(err)
				}
				if got := said(others); got != want {
					t.Errorf("scope %d: %q, want %q", scope, got, want)
				}
			}
		})
	}
}

// TestPDFWithOtherNumbers: the numbers of objects mean nothing; objects that nothing
// leads to are told.
func TestPDFWithOtherNumbers(t *testing.T) {
	others, err := beside.PDF(document(3).written(t), document(0).written(t), beside.Everything)
	if err != nil || said(others) != "tail [] 3 obj | " {
		t.Errorf("%v %s", err, said(others))
	}
}

// TestPDFWithATail: what stands behind the end of the file is told, whatever else differs.
func TestPDFWithATail(t *testing.T) {
	expected := document(0).written(t)
	for behind, want := range map[string]string{"\n": "", "\nmore\x00": "tail [] more | "} {
		for _, scope := range []beside.Scope{beside.Everything, beside.Strange} {
			others, err := beside.PDF(append(bytes.Clone(expected), behind...), expected, scope)
			if err != nil || said(others) != want {
				t.Errorf("%q in scope %d: %v %s", behind, scope, err, said(others))
			}
		}
	}
}

// TestPDFThatCannotBeRead is an error, on either side.
func TestPDFThatCannotBeRead(t *testing.T) {
	good := document(0).written(t)
	for _, pair := range [][2][]byte{{good[:40], good}, {good, nil}} {
		if _, err := beside.PDF(pair[0], pair[1], beside.Everything); err == nil {
			t.Error("nothing is wrong with half a file")
		}
	}
}
