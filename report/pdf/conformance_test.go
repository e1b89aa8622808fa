package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/pdf/layout"
	"gevinst/report/pdf/object"
)

// validator runs the reference validator over every PDF in a folder, as PDF/A-2a
// and as PDF/UA-1, and returns the number of failed checks by file name.
func validator(t *testing.T, dir string) map[string]int {
	t.Helper()
	script, err := filepath.Abs("../../.ci/verapdf/validate")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatal("nothing to validate")
	}
	args := append(append(append([]string{"2a"}, files...), "ua1"), files...)
	out, _ := exec.Command(script, args...).Output() // exit 1 where a check fails
	failed := map[string]int{}
	lines := 0
	for line := range strings.SplitSeq(string(out), "\n") {
		parts := strings.Split(line, "\t")
		var n int
		if len(parts) == 4 {
			if _, err := fmt.Sscanf(parts[3], "%d failed", &n); err == nil {
				failed[parts[0]] += n
				lines++
			}
		} else if strings.TrimSpace(line) != "" {
			t.Log(line)
		}
	}
	if lines != 2*len(files) {
		t.Fatalf("%d files were validated in two ways, but %d lines came: %s", len(files), lines, out)
	}
	return failed
}

func needValidator(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("the validator takes half a minute")
	}
	if _, err := os.Stat("../../.ci/verapdf/lib"); err != nil && os.Getenv("CI") != "true" {
		t.Skip("veraPDF is not here; .ci/verapdf/validate fetches it when it is first run")
	}
}

// TestConformance has the reference validator judge the demo in every language,
// draft and final, and chapters that try the page.
func TestConformance(t *testing.T) {
	needValidator(t)
	dir := t.TempDir()
	all := trying(t)
	for _, lang := range report.Langs() {
		draft := chaptertest.Demo(t, lang)
		draft.Draft = "Utkast"
		all["draft-"+string(lang)] = draft
	}
	all["empty"] = &chapter.Chapter{}
	all["all"] = everything()
	all["emoji"] = emojiEverywhere()
	all["odd"] = oddEverywhere()
	for name, c := range all {
		var b bytes.Buffer
		if err := Write(&b, c, Options{}); err != nil {
			t.Fatal(err)
		}
		store(t, dir, name, b.Bytes())
	}
	for name, n := range validator(t, dir) {
		if n > 0 {
			t.Errorf("%s: %d failed checks", name, n)
		}
	}
}

// everything is a short chapter with every kind of block, and contents.
func everything() *chapter.Chapter {
	cells := func(words ...string) (all []chapter.Text) {
		for _, w := range words {
			all = append(all, chapter.Words(w))
		}
		return all
	}
	table := &chapter.Table{Label: "Tabell 1", Caption: "Gevinster", Columns: []chapter.Column{{Title: "Id"}, {Title: "Netto", Kind: chapter.Figures}}}
	for i := range 40 {
		if i%20 == 0 {
			table.Rows = append(table.Rows, chapter.Row{Kind: chapter.Group, Cells: cells("Gruppe", "")})
		}
		table.Rows = append(table.Rows, chapter.Row{Cells: cells(fmt.Sprint("G", i), fmt.Sprint(i))})
	}
	c := &chapter.Chapter{Lang: report.NB, Title: "Alt", Contents: "Innhold", Continued: "(forts.)", Footer: "Side {page} av {pages}", Draft: "Utkast"}
	for i := range 3 {
		c.Blocks = append(c.Blocks, &chapter.Heading{Level: 1, Number: fmt.Sprint(i + 1), Text: "Del"}, &chapter.Heading{Level: 2, Text: "Under"},
			&chapter.Heading{Level: 3, Text: "Lengst ned"}, table)
	}
	for range 3 {
		c.Blocks = append(c.Blocks, &chapter.Paragraph{Text: chapter.Words(strings.Repeat("Mange ord i en lang tekst. ", 120))})
	}
	return &chapter.Chapter{Lang: c.Lang, Title: c.Title, Contents: c.Contents, Continued: c.Continued, Footer: c.Footer, Draft: c.Draft, Blocks: append(c.Blocks,
		&chapter.Paragraph{Text: chapter.Text{{Text: "På "}, {Text: "English", Lang: "en"}, {Text: " og med "}, {Text: "lenke", Href: "https://example.org/a?b=(c)"}, {Text: " og emoji 😀."}}},
		&chapter.List{Items: cells("ett", "to")}, &chapter.List{Ordered: true, Items: cells("ett", "to")},
		&chapter.Note{Title: "Varsel", Text: chapter.Words("Merk.")},
		&chapter.Figure{Label: "Figur 1", Caption: "Funn", Alt: "Funn med tall", Chart: &chapter.Bars{Groups: []chapter.BarGroup{{Label: "Klasse",
			Bars: []chapter.Bar{{Label: "Planlagt", Value: "3", Amount: report.MustKroner("3"), Role: chapter.Wanted}}}}}},
		&chapter.Paragraph{})}
}

func store(t *testing.T, dir, name string, file []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".pdf"), file, 0o600); err != nil {
		t.Fatal(err)
	}
}

// treeFlaws break the structure tree before the file is made.
var treeFlaws = map[string]func(e *layout.Elem){
	"a figure without words":      on("Figure", func(e *layout.Elem) { e.Alt = "" }),
	"a head cell without scope":   func(root *layout.Elem) { on("TH", noScope)(root); on("TD", noHeads)(root) },
	"a ragged row":                on("TH", func(e *layout.Elem) { e.ColSpan = 0 }),
	"a caption in the middle":     on("Table", func(e *layout.Elem) { e.Kids[0], e.Kids[1] = e.Kids[1], e.Kids[0] }),
	"a level of headings skipped": on("H2", func(e *layout.Elem) { e.Type = "H3" }),
	"a note without id":           on("Note", func(e *layout.Elem) { e.ID = "" }),
	"a list with a paragraph":     on("LI", func(e *layout.Elem) { e.Type = "P" }),
	"an item with a paragraph":    on("LBody", func(e *layout.Elem) { e.Type = "P" }),
	"contents with a paragraph":   on("TOCI", func(e *layout.Elem) { e.Type = "P" }),
	"two heads of a table":        on("TBody", func(e *layout.Elem) { e.Type = "THead" }),
	"a wrong language":            on("Span", func(e *layout.Elem) { e.Lang = "no such tag" }),
	"a row outside a table":       on("Table", func(e *layout.Elem) { e.Type = "Div" }),
	"an unknown type":             on("P", func(e *layout.Elem) { e.Type = "Avsnitt" }),
	"words outside the tree":      on("P", func(e *layout.Elem) { e.Kids = nil }),
	"a link that is no link":      on("Link", func(e *layout.Elem) { e.Type = "Span" }),
}

// A cell that names no head and a head that does not say what it is the head of leave
// the table's structure open.
func noScope(e *layout.Elem) { e.Scope, e.Heads = "", nil }
func noHeads(e *layout.Elem) { e.Heads = nil }

func on(typ string, flaw func(*layout.Elem)) func(*layout.Elem) {
	var walk func(e *layout.Elem)
	walk = func(e *layout.Elem) {
		if e.Type == typ {
			flaw(e)
		}
		for _, k := range e.Kids {
			if k.Elem != nil {
				walk(k.Elem)
			}
		}
	}
	return walk
}

// fileFlaws break the objects of the finished file.
var fileFlaws = map[string]func(f *finisher){
	"not marked":               without("Catalog", "MarkInfo"),
	"no language":              without("Catalog", "Lang"),
	"no tree":                  without("Catalog", "StructTreeRoot"),
	"no metadata":              without("Catalog", "Metadata"),
	"no colours":               without("Catalog", "OutputIntents"),
	"no title shown":           without("Catalog", "ViewerPreferences"),
	"a link without words":     without("Annot", "Contents"),
	"a link not printed":       without("Annot", "F"),
	"a link outside the tree":  without("Annot", "StructParent"),
	"no order of tabs":         without("Page", "Tabs"),
	"a page outside the tree":  without("Page", "StructParents"),
	"codes without letters":    without("Font", "ToUnicode"),
	"codes without shapes":     without("Font", "CIDToGIDMap"),
	"letters without widths":   without("Font", "W"),
	"a font not embedded":      without("FontDescriptor", "FontFile2"),
	"elements without parents": without("StructTreeRoot", "ParentTree"),
}

func without(typ, key object.Name) func(*finisher) {
	return func(f *finisher) {
		for r := object.Ref(1); r <= f.info; r++ {
			if d, ok := f.Get(r).(object.Dict); ok && d["Type"] == typ {
				delete(d, key)
			}
		}
	}
}

// TestValidatorSees takes away one feature after the other and sees the
// validator object, so that the gate is known to work.
func TestValidatorSees(t *testing.T) {
	needValidator(t)
	dir := t.TempDir()
	make := func(name string, tree func(*layout.Elem), file func(*finisher)) {
		c := everything()
		letters, err := newLettering()
		if err != nil {
			t.Fatal(err)
		}
		doc, err := layout.Set(c, letters) // which gathers the emoji that are drawn
		if err != nil {
			t.Fatal(err)
		}
		if tree != nil {
			tree(doc.Root)
		}
		drawn, err := draw(doc, letters)
		if err != nil {
			t.Fatal(err)
		}
		f, err := bind(drawn, doc, c, letters, nil)
		if err != nil {
			t.Fatal(err)
		}
		if file != nil {
			file(f)
		}
		var b bytes.Buffer
		if err := f.Write(&b, f.catalog, f.info); err != nil {
			t.Fatal(err)
		}
		store(t, dir, name, b.Bytes())
	}
	for name, flaw := range treeFlaws {
		make(name, flaw, nil)
	}
	for name, flaw := range fileFlaws {
		make(name, nil, flaw)
	}
	make("whole", nil, nil)
	for name, n := range validator(t, dir) {
		if whole := name == "whole.pdf"; whole != (n == 0) {
			t.Errorf("%s: %d failed checks", name, n)
		}
	}
}
