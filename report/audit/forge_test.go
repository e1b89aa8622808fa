package audit_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"gevinst/report/pdf/object"
)

// forged is a PDF taken apart, so that one thing can be changed and the whole put
// together again as gevinst would: inflated, changed, deflated, every offset right.
type forged struct {
	objects map[object.Ref]object.Value
	trailer object.Dict
}

func forge(t testing.TB, file []byte, change func(f *forged)) []byte {
	t.Helper()
	objects, trailer, err := object.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	f := &forged{objects, trailer}
	change(f)
	var out object.File
	for _, ref := range slices.Sorted(maps.Keys(objects)) {
		v := objects[ref]
		if s, ok := v.(*object.Stream); ok {
			switch s.Dict["Type"] {
			case object.Name("ObjStm"), object.Name("XRef"):
				continue // the file makes its own
			case object.Name("Metadata"):
				s.Plain = true
			}
		}
		if got := out.Add(v); got != ref {
			t.Fatalf("object %d would become %d", ref, got)
		}
	}
	var b bytes.Buffer
	root, _ := trailer["Root"].(object.Ref)
	info, _ := trailer["Info"].(object.Ref)
	if err := out.Write(&b, root, info); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// utf16be is a text as it stands in the contents of a page.
func utf16be(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}

// contents is the streams that draw pages, in order.
func (f *forged) contents() []*object.Stream {
	var all []*object.Stream
	for _, ref := range slices.Sorted(maps.Keys(f.objects)) {
		page, ok := f.objects[ref].(object.Dict)
		if !ok || page["Type"] != object.Name("Page") {
			continue
		}
		at, _ := page["Contents"].(object.Ref)
		if s, ok := f.objects[at].(*object.Stream); ok {
			all = append(all, s)
		}
	}
	return all
}

// draw replaces a whole drawn text, the nth that is alike (from 0).
func (f *forged) draw(t testing.TB, old, new string, nth int) {
	t.Helper()
	from, to := "("+utf16be(old)+") Tj", "("+utf16be(new)+") Tj"
	for _, s := range f.contents() {
		for at := 0; ; {
			i := strings.Index(string(s.Data[at:]), from)
			if i < 0 {
				break
			}
			if at += i; nth == 0 {
				s.Data = slices.Concat(s.Data[:at], []byte(to), s.Data[at+len(from):])
				return
			}
			nth--
			at += len(from)
		}
	}
	t.Fatalf("no page draws %q", old)
}

// add draws something more on the first page.
func (f *forged) add(operators string) {
	s := f.contents()[0]
	s.Data = append(slices.Clone(s.Data), "\n"+operators+"\n"...)
}

// elements is the elements of the structure tree of a kind, in order of number.
func (f *forged) elements(kind string) []object.Dict {
	var all []object.Dict
	for _, ref := range slices.Sorted(maps.Keys(f.objects)) {
		if d, ok := f.objects[ref].(object.Dict); ok && d["S"] == object.Name(kind) {
			all = append(all, d)
		}
	}
	return all
}

// swapKids swaps two children of an element.
func swapKids(e object.Dict, a, b int) {
	kids, _ := e["K"].(object.Array)
	kids[a], kids[b] = kids[b], kids[a]
}
