package pdf

import (
	"fmt"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/pdf/layout"
)

// The first page holds 42 lines of running text below an empty title, the others 46.
// Below words, a table takes three lines and a row one more.
func para(name string, lines int) chapter.Block {
	text := make([]string, lines)
	for i := range text {
		text[i] = fmt.Sprint(name, i+1)
	}
	return &chapter.Paragraph{Text: chapter.Words(strings.Join(text, "\n"))}
}

// tableOf is a table of rows named by letters: b a row, s a subtotal, g a heading over
// rows, t a total, h a row of ten lines, n a note below the table.
func tableOf(kinds string) chapter.Block {
	table := &chapter.Table{Caption: "Tabell", Columns: []chapter.Column{{Title: "Id"}, {Title: "Beløp", Kind: chapter.Figures}}}
	for i, kind := range kinds {
		if kind == 'n' {
			table.Notes = append(table.Notes, chapter.Words("Merk."))
			continue
		}
		row := chapter.Row{Kind: map[rune]chapter.RowKind{'s': chapter.Sub, 'g': chapter.Group, 't': chapter.Sum}[kind]}
		row.Cells = []chapter.Text{chapter.Words(fmt.Sprintf("%c%d", kind, i+1)), chapter.Words("1")}
		if kind == 'h' {
			row.Cells[0] = chapter.Words(row.Cells[0].Plain() + strings.Repeat("\nmer", 9))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func headed(level int, text string) chapter.Block { return &chapter.Heading{Level: level, Text: text} }

// TestPagesBegin holds where pages end: each case is a chapter with two ways to break
// it, and what its second page begins with.
func TestPagesBegin(t *testing.T) {
	for _, c := range []struct {
		rule, begins string
		blocks       []chapter.Block
	}{
		{"between paragraphs rather than within one", "B1", []chapter.Block{para("A", 39), para("B", 10), para("C", 20)}},
		{"within a paragraph rather than far above the foot", "B5", []chapter.Block{para("A", 36), para("B", 10), para("C", 20)}},
		{"no first line alone at the foot", "Del", []chapter.Block{para("A", 37), headed(1, "Del"), para("B", 10), para("C", 20)}},
		{"no last line alone at the head", "Del", []chapter.Block{para("A", 36), headed(1, "Del"), para("B", 3), para("C", 20)}},
		{"no page with few lines at the end", "A35", []chapter.Block{para("A", 42), para("B", 3)}},
		{"between groups of a table rather than within one", "g29", []chapter.Block{tableOf(strings.Repeat("gbbb", 20))}},
		{"within a group rather than far above the foot", "b32", []chapter.Block{tableOf("g" + strings.Repeat("b", 40) + "g" + strings.Repeat("b", 30))}},
		{"a heading over rows with the first of them", "g28", []chapter.Block{tableOf("g" + strings.Repeat("b", 26) + "ghbb"), para("C", 20)}},
		{"a note with the row above it", "b32", []chapter.Block{tableOf(strings.Repeat("b", 33) + "n"), para("C", 20)}},
		{"notes with one another", "b31", []chapter.Block{tableOf(strings.Repeat("b", 32) + "nn"), para("C", 20)}},
		{"a short table whole", "b1", []chapter.Block{para("A", 33), tableOf("bbbbbb"), para("C", 20)}},
		{"a long table divided", "b6", []chapter.Block{para("A", 32), tableOf(strings.Repeat("b", 20)), para("C", 20)}},
		{"a total with two rows above it", "b32", []chapter.Block{tableOf(strings.Repeat("b", 33) + "t"), para("C", 20)}},
		{"a calculation whole", "b1", []chapter.Block{para("A", 34), tableOf("bbsbbsbt"), para("C", 20)}},
		{"a calculation below a subtotal rather than far above the foot", "b4",
			[]chapter.Block{para("A", 26), tableOf("bbs" + strings.Repeat("b", 8) + "sbt"), para("C", 20)}},
		{"words that only lead to a heading with it", "Del",
			[]chapter.Block{para("A", 36), headed(1, "Del"), para("L", 1), headed(2, "Under"), para("B", 6), para("C", 20)}},
		{"a question with its answer", "Del", []chapter.Block{para("A", 36), headed(2, "Del"), para("Q", 2), para("S", 2), para("C", 20)}},
		{"no paragraph parted where all of it has room", "B1",
			[]chapter.Block{para("A", 34), para("B", 6), tableOf(strings.Repeat("b", 24) + "st"), tableOf(strings.Repeat("b", 24) + "st")}},
		{"words that lead to a table with it", "Del", []chapter.Block{para("A", 35), headed(2, "Del"), para("L", 1), tableOf("bbbb"), para("C", 20)}},
		{"words that lead to a list with it", "L1", []chapter.Block{para("A", 40), para("L", 1), &chapter.List{Items: []chapter.Text{chapter.Words("I1"), chapter.Words("I2")}}, para("C", 20)}},
	} {
		doc := set(t, &chapter.Chapter{Lang: report.NB, Title: " ", Blocks: c.blocks, Continued: "(forts.)"})
		if len(doc.Pages) < 2 || begins(&doc.Pages[1]) != c.begins {
			t.Errorf("%s: page 2 of %d does not begin with %s, but with %s", c.rule, len(doc.Pages), c.begins, begins(&doc.Pages[min(1, len(doc.Pages)-1)]))
		}
	}
}

// begins is the first text of a page that no furniture, nor caption or head of a table.
func begins(p *layout.Page) string {
	for _, m := range p.Marks {
		for _, s := range m.Shapes {
			if text, ok := s.(*layout.Text); ok && m.Elem != nil && m.Elem.Type != "Caption" && m.Elem.Scope != "Column" {
				return strings.TrimSpace(text.Text)
			}
		}
	}
	return ""
}

// TestContents sees that the contents stand on the first page, above nothing of the
// evidence whatever room is left, that they name the pages where the headings stand,
// and that they keep to the first level where there are many of the second.
func TestContents(t *testing.T) {
	for under, entries := range map[int]int{1: 14, 3: 7} {
		c := &chapter.Chapter{Lang: report.NB, Title: "Tittel", Contents: "Innhold"}
		for range 7 {
			c.Blocks = append(c.Blocks, headed(1, "Del"))
			for range under {
				c.Blocks = append(c.Blocks, headed(2, "Under"), para("A", 40))
			}
		}
		doc := set(t, c)
		if got := begins(&doc.Pages[1]); got != "Del" {
			t.Errorf("page 2 begins with %q, which stands on page 1 in part", got)
		}
		var pages []string
		eachElem(doc.Root, func(e *layout.Elem) {
			if e.Type == "Link" {
				lines := linesOf(doc, e)
				pages = append(pages, lines[0])
			}
		})
		if len(pages) != entries {
			t.Errorf("%d headings of the second level in each part: contents of %d lines", under, len(pages))
		}
		for _, at := range doc.Outline {
			if at.Level > 1 && entries == 7 {
				continue
			}
			if want := fmt.Sprint(at.Title, " ", at.Page+1); pages[0] != want {
				t.Errorf("the contents say %q, but it is %q", pages[0], want)
			}
			pages = pages[1:]
		}
	}
}

// TestChartGives sees that a chart is set a little lower rather than moved overleaf.
func TestChartGives(t *testing.T) {
	steps := &chapter.Waterfall{}
	for range 12 {
		steps.Steps = append(steps.Steps, chapter.Step{Label: "Trinn", Value: "1", To: report.MustKroner("1")})
	}
	for lines := 15; lines <= 24; lines++ {
		doc := set(t, &chapter.Chapter{Lang: report.NB, Title: " ", Blocks: []chapter.Block{para("A", lines), &chapter.Figure{Caption: "Funn", Chart: steps}}})
		if blank := blank(&doc.Pages[0]); len(doc.Pages) != 1 || blank < 0 {
			t.Errorf("below %d lines: %d pages, the first blank for %.2f", lines, len(doc.Pages), blank)
		}
	}
}

// TestTurnedPages sees that a table of many figures is turned, that its names rather
// take another line where that spares it, and that a narrow table on a turned page is
// as wide as the page.
func TestTurnedPages(t *testing.T) {
	figures := func(columns int, figure string) *chapter.Table {
		table := &chapter.Table{Caption: "Bred", Columns: []chapter.Column{{Title: "Virksomhet", Weight: 4}}}
		row := chapter.Row{Cells: []chapter.Text{chapter.Words("Direktoratet for bygg og miljø")}}
		for range columns {
			table.Columns = append(table.Columns, chapter.Column{Title: "Sum", Kind: chapter.Figures})
			row.Cells = append(row.Cells, chapter.Words(figure))
		}
		table.Rows = []chapter.Row{row, row, row}
		return table
	}
	for _, c := range []struct {
		columns int
		turned  bool
	}{{5, false}, {12, false}, {14, true}} {
		doc := set(t, &chapter.Chapter{Lang: report.NB, Title: " ", Blocks: []chapter.Block{para("A", 5), figures(c.columns, "1\u00a0234"), tableOf("bbb")}})
		page := &doc.Pages[0]
		if turned := page.Width > page.Height; turned != c.turned || len(doc.Pages) != 1 {
			t.Errorf("%d columns on %d pages: turned %v", c.columns, len(doc.Pages), turned)
		}
		if right := rightOf(page); right < page.Width-side-0.1 {
			t.Errorf("%d columns: the last table ends %.0f points in front of the margin", c.columns, page.Width-side-right)
		}
	}
}

// rightOf is the right end of the last text of a page that is no furniture.
func rightOf(p *layout.Page) float64 {
	right := 0.0
	for _, m := range p.Marks {
		for _, s := range m.Shapes {
			if text, ok := s.(*layout.Text); ok && m.Elem != nil {
				right = text.X + text.Width
			}
		}
	}
	return right
}
