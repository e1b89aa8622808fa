package pdf

import (
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/pdf/layout"
)

// TestKeepingRows holds how tables are divided between pages, wherever on a page
// they begin: at least two rows stand on each.
func TestKeepingRows(t *testing.T) {
	for _, lang := range report.Langs() {
		divided := 0
		for lines := 0; lines < 30; lines += 5 {
			c := chaptertest.Demo(t, lang)
			c.Blocks = append(paragraphs(lines), c.Blocks...)
			divided += keptRows(t, c, lines)
		}
		if divided == 0 {
			t.Errorf("%s: no table is divided, which shows too little", lang)
		}
	}
}

// keptRows counts the divided tables of a chapter that begins below so many lines.
func keptRows(t *testing.T, c *chapter.Chapter, lines int) (divided int) {
	t.Helper()
	var drawn []*layout.Elem
	eachElem(set(t, c).Root, func(e *layout.Elem) {
		if e.Type == "Table" {
			drawn = append(drawn, e)
		}
	})
	for _, b := range c.Blocks {
		table, ok := b.(*chapter.Table)
		if !ok {
			continue
		}
		rows := rowsByPage(table, drawn[0])
		drawn = drawn[1:]
		if len(rows) > 1 {
			divided++
		}
		for page, n := range rows {
			if len(rows) > 1 && n < 2 {
				t.Errorf("%s: %s has %d rows on page %d below %d lines", c.Lang, table.Label, n, page+1, lines)
			}
		}
	}
	return divided
}

// paragraphs is so many lines of words.
func paragraphs(n int) []chapter.Block {
	var blocks []chapter.Block
	for range n {
		blocks = append(blocks, &chapter.Paragraph{Text: chapter.Words("Ein linje.")})
	}
	return blocks
}

// TestKeepingACalculation holds that the bridge, whose sums lead to each other,
// stands on one page while hardly more than a quarter of the page above is left blank by
// that; where it would be more, it is divided below a subtotal and nowhere else.
func TestKeepingACalculation(t *testing.T) {
	const most = 0.27
	for _, lang := range report.Langs() {
		for _, b := range chaptertest.Demo(t, lang).Blocks {
			table, ok := b.(*chapter.Table)
			if !ok || !isCalculation(table) {
				continue
			}
			for lines := 1; lines <= 30; lines++ {
				doc := set(t, &chapter.Chapter{Lang: lang, Blocks: append(paragraphs(lines), table)})
				if len(doc.Pages) == 1 {
					continue
				}
				cut := cutBelow(doc)
				if cut < 0 {
					if blank := blank(&doc.Pages[0]); blank > most {
						t.Errorf("%s: %.2f of the page above %s is blank", lang, blank, table.Label)
					}
					continue
				}
				if cut < 2 || len(table.Rows)-cut < 4 || table.Rows[cut].Kind != chapter.Sub {
					t.Errorf("%s: %s is divided below row %d under %d paragraphs", lang, table.Label, cut+1, lines)
				}
			}
		}
	}
}

// cutBelow is the last row of the only table on the page where it begins, -1 where it is whole.
func cutBelow(doc *layout.Document) int {
	cut := -1
	eachElem(doc.Root, func(e *layout.Elem) {
		if e.Type != "TBody" {
			return
		}
		for i := range e.Kids[1:] {
			if firstPage(e.Kids[i].Elem) != firstPage(e.Kids[i+1].Elem) {
				cut = i
			}
		}
	})
	return cut
}

// rowsByPage counts rows by the page they begin on, headings over rows left out.
func rowsByPage(table *chapter.Table, drawn *layout.Elem) map[int]int {
	rows := map[int]int{}
	for i, tr := range bodyRows(drawn) {
		if table.Rows[i].Kind != chapter.Group {
			rows[firstPage(tr)]++
		}
	}
	return rows
}

// bodyRows is the rows of all parts of a table's body.
func bodyRows(table *layout.Elem) (rows []*layout.Elem) {
	for _, part := range table.Kids {
		if part.Elem.Type == "TBody" {
			for _, k := range part.Elem.Kids {
				rows = append(rows, k.Elem)
			}
		}
	}
	return rows
}

func firstPage(e *layout.Elem) int {
	page := -1
	eachElem(e, func(x *layout.Elem) {
		for _, k := range x.Kids {
			if k.Elem == nil && page < 0 {
				page = k.Page
			}
		}
	})
	return page
}

func isCalculation(t *chapter.Table) bool {
	sums := 0
	for _, r := range t.Rows {
		if r.Kind == chapter.Group {
			return false
		}
		if r.Kind != chapter.Body {
			sums++
		}
	}
	return sums > 1
}
