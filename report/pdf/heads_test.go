package pdf

import (
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/pdf/layout"
)

// TestCellsNameTheirHeads holds that in a table with headings over rows every cell leads
// to the words of its column's head, of the heading over its row and of its row's head,
// and a sum below all groups to none of the headings.
func TestCellsNameTheirHeads(t *testing.T) {
	for _, lang := range report.Langs() {
		c := chaptertest.Demo(t, lang)
		doc := set(t, c)
		said := headWords(doc)
		var drawn []*layout.Elem
		eachElem(doc.Root, func(e *layout.Elem) {
			if e.Type == "Table" {
				drawn = append(drawn, e)
			}
		})
		sums := 0
		for _, b := range c.Blocks {
			table, ok := b.(*chapter.Table)
			if !ok {
				continue
			}
			sums += namedHeads(t, table, drawn[0], said)
			drawn = drawn[1:]
		}
		if sums == 0 {
			t.Errorf("%s: no table has a sum below groups, which shows too little", lang)
		}
	}
}

// namedHeads compares the heads of a table's cells with those of the chapter. It counts
// the sums below groups.
func namedHeads(t *testing.T, table *chapter.Table, drawn *layout.Elem, said map[string]string) (sums int) {
	t.Helper()
	group := ""
	for i, tr := range bodyRows(drawn) {
		row := table.Rows[i]
		switch row.Kind {
		case chapter.Group:
			group = row.Cells[0].Plain()
			continue
		case chapter.Sum:
			if group != "" {
				sums++
			}
			group = ""
		}
		for j, k := range tr.Kids {
			var got []string
			for _, id := range k.Elem.Heads {
				got = append(got, said[id])
			}
			want := []string{table.Columns[j].Title, group, row.Cells[0].Plain()}[:3-one(j == 0 && k.Elem.Type == "TH")]
			want = slices.DeleteFunc(want, func(s string) bool { return s == "" })
			if !table.Grouped() {
				want = nil
			}
			for i := range want {
				want[i] = unset(want[i])
			}
			if strings.Join(got, "|") != strings.Join(want, "|") {
				t.Errorf("%s, row %d, cell %d: the heads are %q, want %q", table.Label, i+1, j+1, got, want)
			}
		}
	}
	return sums
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// headWords is the words of every element that has an ID.
func headWords(doc *layout.Document) map[string]string {
	said := map[string]string{}
	eachElem(doc.Root, func(e *layout.Elem) {
		if e.ID != "" {
			said[e.ID] = unset(spoken(doc, e))
		}
	})
	return said
}

// unset is words without what setting them adds or keeps.
func unset(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00ad", "")), " ")
}
