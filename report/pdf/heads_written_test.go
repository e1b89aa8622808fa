package pdf_test

import (
	"slices"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/pdf/object"
)

// TestHeadsAreFound holds that in the written file each ID that a cell names stands in
// the name tree of IDs, whose names are in order, as a reader that searches by halves needs.
func TestHeadsAreFound(t *testing.T) {
	objects, _, err := object.Read(write(t, chaptertest.Demo(t, report.NB)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, v := range objects {
		if d, ok := v.(object.Dict); ok && d["Type"] == object.Name("StructTreeRoot") {
			tree, _ := objects[reference(d["IDTree"])].(object.Dict)
			names = wordsOf(tree["Names"])
		}
	}
	if !slices.IsSorted(names) {
		t.Errorf("the names are not in order: %q", names)
	}
	cells := 0
	for _, v := range objects {
		d, _ := v.(object.Dict)
		said, _ := d["A"].(object.Dict)
		for _, id := range wordsOf(said["Headers"]) {
			cells++
			if _, found := slices.BinarySearch(names, id); !found {
				t.Errorf("a cell names %q, which is not there", id)
			}
		}
	}
	if cells == 0 {
		t.Error("no cell names a head")
	}
}

// wordsOf is the strings of an array.
func wordsOf(v object.Value) (words []string) {
	a, _ := v.(object.Array)
	for _, x := range a {
		if s, ok := x.(object.String); ok {
			words = append(words, string(s))
		}
	}
	return words
}

func reference(v object.Value) object.Ref {
	r, _ := v.(object.Ref)
	return r
}
