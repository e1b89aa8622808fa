package pdf

import (
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/pdf/layout"
)

// TestKeepingRows holds how tables are divided between pages: at least two rows
// stand on each.
func TestKeepingRows(t *testing.T) {
	for _, lang := range report.Langs() {
		c := chaptertest.Demo(t, lang)
		var drawn []*layout.Elem
		eachElem(set(t, c).Root, func(e *layout.Elem) {
			if e.Type == "Table" {
				drawn = append(drawn, child(e, "TBody"))
			}
		})
		divided := 0
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
					t.Errorf("%s: %s has %d rows on page %d", lang, table.Label, n, page+1)
				}
			}
		}
		if divided == 0 {
			t.Errorf("%s: no table is divided, which shows too little", lang)
		}
	}
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
			blocks := []chapter.Block{table}
			for range 30 {
				blocks = append([]chapter.Block{&chapter.Paragraph{Text: chapter.Words("Ein linje.")}}, blocks...)
				eachElem(set(t, &chapter.Chapter{Lang: lang, Blocks: blocks}).Root, func(e *layout.Elem) {
					if e.Type == "TBody" && len(rowsByPage(table, e)) > 1 {
						t.Errorf("%s: %s is divided below %d paragraphs", lang, table.Label, len(blocks)-1)
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
