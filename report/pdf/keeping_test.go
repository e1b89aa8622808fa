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
			drawn = append(drawn, child(e, "TBody"))
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
// stands on one page wherever on the page it would begin.
func TestKeepingACalculation(t *testing.T) {
	for _, lang := range report.Langs() {
		for _, b := range chaptertest.Demo(t, lang).Blocks {
			table, ok := b.(*chapter.Table)
			if !ok || !isCalculation(table) {
				continue
			}
			for lines := 1; lines <= 30; lines++ {
				blocks := append(paragraphs(lines), table)
				eachElem(set(t, &chapter.Chapter{Lang: lang, Blocks: blocks}).Root, func(e *layout.Elem) {
					if e.Type == "TBody" && len(rowsByPage(table, e)) > 1 {
						t.Errorf("%s: %s is divided below %d paragraphs", lang, table.Label, lines)
					}
				})
			}
		}
	}
}

// rowsByPage counts rows by the page they begin on, headings over rows left out.
func rowsByPage(table *chapter.Table, body *layout.Elem) map[int]int {
	rows := map[int]int{}
	for i, k := range body.Kids {
		if table.Rows[i].Kind != chapter.Group {
			rows[firstPage(k.Elem)]++
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
