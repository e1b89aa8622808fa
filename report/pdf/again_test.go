package pdf

import (
	"strconv"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/pdf/layout"
	"gevinst/report/pdf/object"
)

// furnitureOf is the words of a page that are no part of the text, of one kind.
func furnitureOf(p *layout.Page, kind layout.Artifact) []string {
	var all []string
	for _, m := range p.Marks {
		for _, shape := range m.Shapes {
			if text, ok := shape.(*layout.Text); ok && m.Elem == nil && m.Artifact == kind {
				all = append(all, text.Text)
			}
		}
	}
	return all
}

// TestHeadingsOverRowsGoOn: where a page begins within the rows of a heading, the heading
// stands above them again; where it begins with a heading of its own, or the sum of all,
// it does not.
func TestHeadingsOverRowsGoOn(t *testing.T) {
	table := &chapter.Table{Label: "Tabell 1", Caption: "Gevinster", Columns: []chapter.Column{{Title: "Gevinst", Kind: chapter.Prose, Weight: 1}}}
	for g := range 9 {
		table.Rows = append(table.Rows, chapter.Row{Kind: chapter.Group, Cells: []chapter.Text{chapter.Words("Tiltak " + strconv.Itoa(g))}})
		for range 5 + 7*g {
			table.Rows = append(table.Rows, chapter.Row{Cells: []chapter.Text{chapter.Words("av " + strconv.Itoa(g))}})
		}
	}
	c := &chapter.Chapter{Lang: report.NB, Title: " ", Continued: "(forts.)", Blocks: []chapter.Block{table}}
	within := 0
	for i := range set(t, c).Pages[1:] {
		page := &set(t, c).Pages[i+1]
		again, first := strings.Join(furnitureOf(page, layout.Pagination), ""), strings.TrimSpace(begins(page))
		group, isRow := strings.CutPrefix(first, "av ")
		if isRow {
			within++
		}
		if want := "Tiltak " + group + " (forts.)"; isRow != strings.Contains(again, want) || isRow != strings.Contains(again, "Tiltak") {
			t.Errorf("above %q stands %q", first, again)
		}
	}
	if within < 3 {
		t.Errorf("only %d pages begin within the rows of a heading", within)
	}
}

// TestRunningHeadKeepsTheYear: a name that is longer than the line is shortened where
// everybody sees it, and the year stands in any case.
func TestRunningHeadKeepsTheYear(t *testing.T) {
	name := strings.Repeat("Direktoratet for lange navn og ", 7) + "flere · 2017"
	for header, want := range map[string]string{name: "lange navn og… · 2017", "Etaten · 2017": "Etaten · 2017"} {
		doc := set(t, &chapter.Chapter{Lang: report.NB, Title: " ", Header: header, Draft: "Utkast", Blocks: []chapter.Block{para("A", 2)}})
		if got := strings.Join(furnitureOf(&doc.Pages[0], layout.Header), ""); !strings.HasSuffix(got, want) || strings.Count(got, " · ") != 1 {
			t.Errorf("%q stands as %q", header, got)
		}
	}
}

// TestShortFormsSayWhatTheyMean: whoever listens to the file hears what a short form stands
// for where it is first used.
func TestShortFormsSayWhatTheyMean(t *testing.T) {
	objects, _ := pressed(t, &chapter.Chapter{Lang: report.NB, Title: " ", Blocks: []chapter.Block{
		&chapter.Paragraph{Text: chapter.Text{{Text: "Se "}, {Text: "kap.", Means: "kapittel"}, {Text: " 3."}}}}})
	said := 0
	for _, v := range objects {
		if d, _ := v.(object.Dict); d["S"] == object.Name("Span") && d["E"] == object.Value(object.String("kapittel")) {
			said++
		}
	}
	if said != 1 {
		t.Errorf("%d short forms say what they mean", said)
	}
}
