package pdf

import (
	"maps"
	"regexp"
	"slices"
	"testing"

	"gevinst/report/pdf/layout"
	"gevinst/report/pdf/object"
)

// attributesOf counts what the elements of a type say of themselves under a key.
func attributesOf(objects map[object.Ref]object.Value, typ, key object.Name) map[object.Value]int {
	said := map[object.Value]int{}
	for _, v := range objects {
		d, ok := v.(object.Dict)
		if !ok || d["Type"] != object.Name("StructElem") || d["S"] != typ {
			continue
		}
		a, _ := d["A"].(object.Dict)
		said[a[key]]++
	}
	return said
}

// TestListsSayHowTheyAreNumbered: a list with dots and one with numbers are told apart by
// ear.
func TestListsSayHowTheyAreNumbered(t *testing.T) {
	objects, _ := pressed(t, everything())
	said := attributesOf(objects, "L", "ListNumbering")
	if want := map[object.Value]int{object.Name("Disc"): 1, object.Name("Decimal"): 1}; !maps.Equal(said, want) {
		t.Errorf("the lists are %v, want %v", said, want)
	}
}

// TestHeadsSayWhatTheyHead: the first row of a table heads its columns, the first cell of
// every other row that row.
func TestHeadsSayWhatTheyHead(t *testing.T) {
	objects, _ := pressed(t, everything())
	tree := set(t, everything()).Root
	columns, rows := headsOf(tree, false), headsOf(tree, true)
	said := attributesOf(objects, "TH", "Scope")
	if want := map[object.Value]int{object.Name("Column"): columns, object.Name("Row"): rows}; columns == 0 || rows == 0 || !maps.Equal(said, want) {
		t.Errorf("the heads are of %v, want %v", said, want)
	}
}

// headsOf counts the head cells of the rows, or of the columns, by where they stand.
func headsOf(e *layout.Elem, ofRows bool) int {
	n := 0
	var walk func(e *layout.Elem, inHead bool)
	walk = func(e *layout.Elem, inHead bool) {
		inHead = inHead || e.Type == "THead"
		if e.Type == "TH" && inHead != ofRows {
			n++
		}
		for _, k := range e.Kids {
			if k.Elem != nil {
				walk(k.Elem, inHead)
			}
		}
	}
	walk(e, false)
	return n
}

// TestFileOpensWithTitleAndBookmarks: a viewer shows the title of the document in place of
// the file's name, and its bookmarks where there are any.
func TestFileOpensWithTitleAndBookmarks(t *testing.T) {
	objects, trailer := pressed(t, everything())
	root, _ := objects[refOf(trailer["Root"])].(object.Dict)
	shown, _ := root["ViewerPreferences"].(object.Dict)
	if shown["DisplayDocTitle"] != object.Bool(true) || root["PageMode"] != object.Name("UseOutlines") || root["Outlines"] == nil {
		t.Errorf("the file opens with %v, %v, %v", shown, root["PageMode"], root["Outlines"])
	}
	c := everything()
	c.Blocks = nil
	objects, trailer = pressed(t, c)
	if root, _ = objects[refOf(trailer["Root"])].(object.Dict); root["PageMode"] != nil || root["Outlines"] != nil {
		t.Errorf("a file without headings opens with %v, %v", root["PageMode"], root["Outlines"])
	}
}

// TestWhatIsNoTextSaysWhy: each page says of its running head and foot, and of the mark of
// a draft, that they are those, and of the head of a table that goes on that it is there
// for the page's sake. So programs that listen, or flow the text anew, leave them out.
func TestWhatIsNoTextSaysWhy(t *testing.T) {
	c := everything()
	c.Header = "Etaten"
	objects, trailer := pressed(t, c)
	root, _ := objects[refOf(trailer["Root"])].(object.Dict)
	tree, _ := objects[refOf(root["Pages"])].(object.Dict)
	pages, _ := tree["Kids"].(object.Array)
	kind := regexp.MustCompile(`/Artifact <<(.*?)>> BDC`)
	onPages := map[string]int{}
	for _, ref := range pages {
		page, _ := objects[refOf(ref)].(object.Dict)
		contents, ok := objects[refOf(page["Contents"])].(*object.Stream)
		if !ok {
			t.Fatal("a page without contents")
		}
		said := map[string]bool{}
		for _, m := range kind.FindAllSubmatch(contents.Data, -1) {
			said[string(m[1])] = true
		}
		for one := range said {
			onPages[one]++
		}
	}
	for _, everywhere := range []string{"/Type /Pagination /Subtype /Header", "/Type /Pagination /Subtype /Footer", "/Type /Pagination /Subtype /Watermark"} {
		if n := onPages[everywhere]; n != len(pages) {
			t.Errorf("%s stands on %d of %d pages", everywhere, n, len(pages))
		}
		delete(onPages, everywhere)
	}
	if rest := slices.Sorted(maps.Keys(onPages)); !slices.Equal(rest, []string{"/Type /Layout", "/Type /Pagination"}) {
		t.Errorf("else there is %v, not rules and tints, and the heads of tables that go on", rest)
	}
}
