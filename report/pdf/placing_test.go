package pdf

import (
	"math"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/pdf/layout"
)

const (
	side = 25 * 72 / 25.4
	foot = 28 * 72 / 25.4
	head = 22 * 72 / 25.4
)

func set(t *testing.T, c *chapter.Chapter) *layout.Document {
	t.Helper()
	letters, err := newLettering()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := layout.Set(c, letters)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// trying is chapters that try the page: the demo, and words that no line holds.
func trying(t *testing.T) map[string]*chapter.Chapter {
	all := map[string]*chapter.Chapter{}
	for _, lang := range report.Langs() {
		all[string(lang)] = chaptertest.Demo(t, lang)
	}
	word := strings.Repeat("Gevinst", 30)
	t200 := chapter.Words(word)
	wide := &chapter.Table{Caption: word}
	row := chapter.Row{}
	for range 15 {
		wide.Columns = append(wide.Columns, chapter.Column{Title: word, Kind: chapter.Label})
		row.Cells = append(row.Cells, t200)
	}
	wide.Rows = []chapter.Row{row, row, row}
	all["long words"] = &chapter.Chapter{Title: word, Header: word, ID: word, Draft: word, Contents: word, Cover: chapter.Cover{
		Facts: []chapter.Fact{{Label: word, Value: word}}, Heading: word, Summary: []chapter.Text{t200}}, Blocks: []chapter.Block{
		&chapter.Heading{Level: 1, Text: word}, &chapter.Paragraph{Text: t200}, &chapter.List{Items: []chapter.Text{t200}},
		&chapter.Note{Title: word, Text: t200}, wide,
		&chapter.Figure{Label: word, Caption: word, Unit: word, Chart: &chapter.Waterfall{Steps: []chapter.Step{
			{Label: word, Value: "−1\u00a0174", From: report.MustKroner("10"), To: report.MustKroner("-20"), Role: chapter.Minus},
			{Label: word, Value: "−3", From: report.MustKroner("-20"), To: report.MustKroner("-30"), Role: chapter.Minus}}}}}}
	return all
}

// TestWithinMargins looks at everything that is drawn: nothing but running heads and
// feet stands outside the margins, and no letter is smaller than 8.5 points.
func TestWithinMargins(t *testing.T) {
	for name, c := range trying(t) {
		for n, page := range set(t, c).Pages {
			for _, m := range page.Marks {
				for _, s := range m.Shapes {
					left, right, low := extent(s)
					if left < side-0.1 || right > page.Width-side+0.1 {
						t.Fatalf("%s, page %d: %+v stands outside the margins", name, n+1, s)
					}
					if top := upper(s); top < head && (m.Elem != nil || m.Artifact == layout.Pagination) {
						t.Fatalf("%s, page %d: %+v stands above the page", name, n+1, s)
					}
					if m.Elem != nil && low > page.Height-foot+0.5 {
						t.Fatalf("%s, page %d: %+v stands below the page", name, n+1, s)
					}
					if text, ok := s.(*layout.Text); ok && text.Size < 8.5 {
						t.Fatalf("%s, page %d: %q has %v points", name, n+1, text.Text, text.Size)
					}
				}
			}
		}
	}
}

// upper is the upper end of a letter or stroke.
func upper(s layout.Shape) float64 {
	switch x := s.(type) {
	case *layout.Text:
		return x.Y - 0.66*x.Size
	case *layout.Line:
		return math.Min(x.Y1, x.Y2)
	}
	return math.Inf(1) // a tint or a bar reaches above its words
}

func extent(s layout.Shape) (left, right, low float64) {
	switch x := s.(type) {
	case *layout.Text:
		space := 0.0
		if n := len(x.Text) - len(strings.TrimRight(x.Text, " ")); n > 0 {
			space = float64(n) * 0.2 * x.Size // a space at a line's end shows no ink
		}
		return x.X, x.X + x.Width - space, x.Y
	case *layout.Rect:
		return x.X, x.X + x.W, x.Y + x.H
	case *layout.Line:
		return math.Min(x.X1, x.X2), math.Max(x.X1, x.X2), math.Max(x.Y1, x.Y2)
	}
	return 0, 0, 0
}

// TestNoHeadingAlone sees that something stands below every heading, caption and head of
// a table on its page.
func TestNoHeadingAlone(t *testing.T) {
	for _, lang := range report.Langs() {
		for name, c := range map[string]*chapter.Chapter{"demo": chaptertest.Demo(t, lang), "sector": chaptertest.Sector(t, lang)} {
			for n, page := range set(t, c).Pages {
				last := &layout.Elem{}
				for _, m := range page.Marks {
					if m.Elem != nil {
						last = m.Elem
					}
				}
				if strings.HasPrefix(last.Type, "H") || last.Type == "Caption" || last.Scope == "Column" {
					t.Errorf("%s %s: page %d ends with %s", name, lang, n+1, last.Type)
				}
			}
		}
	}
}

// TestTree sees that every mark hangs in the tree once, and that the tree holds
// what a reader by ear needs.
func TestTree(t *testing.T) {
	doc := set(t, chaptertest.Demo(t, report.NB))
	type place struct{ page, mcid int }
	seen := map[place]int{}
	types := map[string]int{}
	var walk func(e *layout.Elem)
	walk = func(e *layout.Elem) {
		types[e.Type]++
		if e.Type == "Figure" && e.Alt == "" {
			t.Error("a figure has no words")
		}
		if e.Type == "TH" && e.Scope == "" {
			t.Error("a head cell has no scope")
		}
		for _, k := range e.Kids {
			switch {
			case k.Elem != nil:
				walk(k.Elem)
			case k.Link == 0:
				seen[place{k.Page, k.MCID}]++
			}
		}
	}
	walk(doc.Root)
	marks := 0
	for n, page := range doc.Pages {
		for _, m := range page.Marks {
			if m.Elem == nil {
				continue
			}
			marks++
			if seen[place{n, m.MCID}] != 1 {
				t.Fatalf("mark %d of page %d hangs %d times in the tree", m.MCID, n+1, seen[place{n, m.MCID}])
			}
		}
	}
	if marks != len(seen) {
		t.Errorf("%d marks on the pages, %d in the tree", marks, len(seen))
	}
	for _, typ := range []string{"H1", "H2", "P", "L", "LI", "Table", "THead", "TBody", "TH", "TD", "Figure", "Caption", "Note", "TOC", "TOCI", "Link"} {
		if types[typ] == 0 {
			t.Errorf("no %s in the tree", typ)
		}
	}
}

func TestPressRefuses(t *testing.T) {
	letters, err := newLettering()
	if err != nil {
		t.Fatal(err)
	}
	p := newPress(letters)
	p.page(layout.Page{Width: 100, Height: 100})
	var kept Ink
	p.artifact(layout.Layout, func(k Ink) { kept = k })
	for name, wrong := range map[string]func(){
		"kept ink":           func() { kept.Line(&layout.Line{}) },
		"a mark in a mark":   func() { p.content("P", 0, func(Ink) { p.content("P", 1, func(Ink) {}) }) },
		"a page in its mark": func() { p.open = false; p.content("P", 0, func(Ink) { p.page(layout.Page{}) }) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is not refused", name)
				}
			}()
			wrong()
		}()
	}
}

// TestGuard sees that contents are refused in which something is drawn outside a
// mark, or marks do not close or count.
func TestGuard(t *testing.T) {
	const good = "/P <</MCID 0>> BDC\nBT 1 2 Td (a\\) S \\() Tj ET\nEMC\n/Artifact <</Type /Layout>> BDC\n1 2 m 3 4 l S\nEMC\n/P <</MCID 1>> BDC\n1 2 3 -4 re f\nEMC\n"
	longest := strings.Replace(good, "(a\\) S \\(", "("+strings.Repeat("\\)", 32767), 1)
	for _, fits := range []string{good, longest} {
		if err := guard([]byte(fits), 2); err != nil {
			t.Error(err)
		}
	}
	for name, bad := range map[string]string{
		"a stroke outside":  "1 2 m 3 4 l S\n" + good,
		"words outside":     good + "BT (x) Tj ET",
		"a mark in a mark":  strings.Replace(good, "EMC\n", "", 1),
		"closed twice":      good + "EMC",
		"a number too many": good + "/P <</MCID 2>> BDC EMC",
		"a long string":     strings.Replace(good, "(a", "(a"+strings.Repeat("x", 32767), 1),
		"a long emoji":      strings.Replace(good, "(a", "<"+strings.Repeat("00", 32768)+"> Tj (a", 1),
		"a number left out": strings.Replace(good, "MCID 1", "MCID 2", 1),
	} {
		if err := guard([]byte(bad), 2); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
