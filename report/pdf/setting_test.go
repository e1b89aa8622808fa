package pdf

import (
	"math"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/pdf/layout"
)

// textLines are the lines of the only paragraph or first cell of a chapter.
func textLines(t *testing.T, block chapter.Block, of string) []string {
	t.Helper()
	doc := set(t, &chapter.Chapter{Lang: report.NB, Title: " ", Blocks: []chapter.Block{block}})
	var lines []string
	eachElem(doc.Root, func(e *layout.Elem) {
		if e.Type == of {
			lines = linesOf(doc, e)
		}
	})
	return lines
}

// hyphens shows the ends of lines: "-" where a word goes on.
func hyphens(lines []string) string {
	var marks strings.Builder
	for _, l := range lines {
		marks.WriteByte(map[bool]byte{true: '-', false: ' '}[strings.HasSuffix(l, "\u00ad")])
	}
	return marks.String()
}

// TestWordsAreDivided sees which words are divided: long ones of prose, but no name, no
// part of an address, nothing that a no-break space ties to a number, and not the last
// word of a paragraph.
func TestWordsAreDivided(t *testing.T) {
	for words, divided := range map[string]bool{
		"Vi ser på forvaltningsdigitaliseringen ":    true,
		"Vi ser på Forvaltningsdigitaliseringen ":    false,
		"Vi ser på forvaltningsdigitaliseringen.no ": false,
		"Vi ser på 4,6\u00a0forvaltningsmillionene ": false,
	} {
		for n := 2; n < 20; n++ {
			lines := textLines(t, &chapter.Paragraph{Text: chapter.Words(strings.TrimSpace(strings.Repeat(words, n)))}, "P")
			marks, last := hyphens(lines), lines[len(lines)-1]
			if n > 9 && divided != strings.Contains(marks, "-") || strings.HasSuffix(marks, "- ") && !strings.Contains(last, " ") {
				t.Errorf("%q %d times: the lines end so: %q", words, n, marks)
			}
		}
	}
}

// TestLinesAreFilled sees that a word is divided only where the line would else end far
// from the margin.
func TestLinesAreFilled(t *testing.T) {
	const most, least = 372, 45.0 // width of a line, and what it may lack
	letters, err := newLettering()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range textLines(t, &chapter.Paragraph{Text: chapter.Words(strings.Repeat("vi omorganiserte saksbehandlingen og ", 30))}, "P") {
		whole := strings.TrimRight(line[:strings.LastIndex(line, " ")+1], " ")
		wide := 0.0
		for _, r := range whole {
			wide += letters.Advance(layout.Regular, r) * 10.5 / 1000
		}
		if strings.HasSuffix(line, "\u00ad") && most-wide < least {
			t.Errorf("%q is divided, but lacks only %.0f points without", line, most-wide)
		}
	}
}

// TestHyphensInARow sees that two lines of a narrow column may end with a hyphen one
// below the other, but not three.
func TestHyphensInARow(t *testing.T) {
	narrow := &chapter.Table{Columns: []chapter.Column{{Title: "Id"}, {Title: "Tekst"}, {Title: "Mer", Weight: 40}}, Rows: []chapter.Row{{Cells: []chapter.Text{
		chapter.Words("a"), chapter.Words(strings.Repeat("vi omorganiserte saksbehandlingsløsningen ", 12)), chapter.Words(strings.Repeat("ord ", 900))}}}}
	doc := set(t, &chapter.Chapter{Lang: report.NB, Title: " ", Blocks: []chapter.Block{narrow}})
	most := ""
	eachElem(doc.Root, func(e *layout.Elem) {
		if marks := hyphens(linesOf(doc, e)); strings.Count(marks, "-") > strings.Count(most, "-") {
			most = marks
		}
	})
	if !strings.Contains(most, "--") || strings.Contains(most, "---") {
		t.Errorf("hyphens at the ends of lines: %q", most)
	}
}

// TestHeadsKeepTheirHyphen sees that a divided head shows its hyphen, however narrow
// its column is.
func TestHeadsKeepTheirHyphen(t *testing.T) {
	table := &chapter.Table{Caption: "Tall"}
	for range 8 {
		table.Columns = append(table.Columns, chapter.Column{Title: "Omdispo\u00adnerbart", Kind: chapter.Figures})
	}
	table.Columns = append(table.Columns, chapter.Column{Title: "Mer"})
	doc := set(t, &chapter.Chapter{Lang: report.NB, Title: " ", Blocks: []chapter.Block{table}})
	eachElem(doc.Root, func(e *layout.Elem) {
		if lines := linesOf(doc, e); e.Scope == "Column" && len(lines) > 1 && !strings.HasSuffix(lines[0], "\u00ad") {
			t.Errorf("a head is divided so: %q", lines)
		}
	})
}

// TestHeadsStayLow sees that a narrow column of figures below a long head takes room from
// a wide one rather than stand below a tower of words.
func TestHeadsStayLow(t *testing.T) {
	table := &chapter.Table{Caption: "Tall", Columns: []chapter.Column{{Title: "Navn"}, {Title: "Volum for hvert år", Kind: chapter.Figures}},
		Rows: []chapter.Row{{Cells: []chapter.Text{chapter.Words(strings.Repeat("ord ", 80)), chapter.Words("1")}}}}
	doc := set(t, &chapter.Chapter{Lang: report.NB, Title: " ", Blocks: []chapter.Block{table}})
	eachElem(doc.Root, func(e *layout.Elem) {
		if lines := linesOf(doc, e); e.Scope == "Column" && len(lines) > 2 {
			t.Errorf("a head stands in %d lines: %q", len(lines), lines)
		}
	})
}

// TestNoShortWordAlone sees that a paragraph does not end with one short word on a line.
func TestNoShortWordAlone(t *testing.T) {
	for n := 10; n < 60; n++ {
		lines := textLines(t, &chapter.Paragraph{Text: chapter.Words(strings.Repeat("etter ", n) + "nå.")}, "P")
		if last := lines[len(lines)-1]; last == "nå." {
			t.Errorf("%d words end with %q alone", n, last)
		}
	}
}

// TestColumnsOfFigures sees that a table is as wide as the page with its figures at the
// right, that columns of figures have one width, and that a rule stands above a total.
func TestColumnsOfFigures(t *testing.T) {
	table := &chapter.Table{Caption: "Tall", Columns: []chapter.Column{{Title: "Navn"}}}
	row := chapter.Row{Cells: []chapter.Text{chapter.Words("Rad")}}
	for _, figure := range []string{"1", "123\u00a0456", "1"} {
		table.Columns = append(table.Columns, chapter.Column{Title: "A", Kind: chapter.Figures})
		row.Cells = append(row.Cells, chapter.Words(figure))
	}
	sum := row
	sum.Kind = chapter.Sum
	table.Rows = []chapter.Row{row, row, row, sum}
	doc := set(t, &chapter.Chapter{Lang: report.NB, Title: " ", Blocks: []chapter.Block{table}})
	var ends []float64
	eachElem(doc.Root, func(e *layout.Elem) {
		if text := (*layout.Text)(nil); e.Type == "TD" && len(ends) < 3 {
			text = textOf(doc, e)
			ends = append(ends, text.X+text.Width)
		}
	})
	if right := doc.Pages[0].Width - side; math.Abs(ends[2]-right) > 0.1 {
		t.Errorf("the figures end at %.1f, the page at %.1f", ends[2], right)
	}
	if math.Abs((ends[2]-ends[1])-(ends[1]-ends[0])) > 0.1 {
		t.Errorf("columns of figures end at %.1f", ends)
	}
	if n := strongRules(&doc.Pages[0]); n != 3 {
		t.Errorf("%d strong rules, want one below the head, above the total and below it", n)
	}
}

func strongRules(p *layout.Page) (n int) {
	for _, m := range p.Marks {
		for _, s := range m.Shapes {
			if line, ok := s.(*layout.Line); ok && line.Y1 == line.Y2 && line.Weight > 0.8 {
				n++
			}
		}
	}
	return n
}

// TestWordsOfLinesStayApart: where the text itself breaks the line, who hears it or takes
// it out of the file hears a space.
func TestWordsOfLinesStayApart(t *testing.T) {
	lines := textLines(t, &chapter.Paragraph{Text: chapter.Words("Vurdert slik:\n– regelmotor\nog utkast")}, "P")
	if got := strings.Join(lines, "|"); got != "Vurdert slik: |– regelmotor |og utkast" {
		t.Errorf("the lines are %q", got)
	}
}
