package pdf

import (
	"regexp"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/pdf/layout"
)

// TestNoLineAlone holds that of no paragraph or item a single line stands on a page of
// its own, wherever the paragraphs fall on a page.
func TestNoLineAlone(t *testing.T) {
	divided := 0
	for lines := 0; lines < 46; lines += 3 {
		c := &chapter.Chapter{Lang: report.NB, Title: " ", Blocks: []chapter.Block{para("A", lines+1)}}
		for n := range 30 {
			words := strings.TrimSpace(strings.Repeat("ord\n", 2+n%8))
			c.Blocks = append(c.Blocks, para("B", 2+n%8), &chapter.List{Items: []chapter.Text{chapter.Words(words)}})
		}
		doc := set(t, c)
		eachElem(doc.Root, func(e *layout.Elem) {
			pages := linesByPage(doc, e)
			if len(pages) < 2 || e.Type != "P" && e.Type != "LBody" {
				return
			}
			divided++
			for page, n := range pages {
				if n < 2 {
					t.Errorf("a line stands alone on page %d: %q", page+1, linesOf(doc, e))
				}
			}
		})
	}
	if divided < 20 {
		t.Errorf("only %d paragraphs were divided", divided)
	}
}

// linesByPage is the number of lines that an element has on each page.
func linesByPage(doc *layout.Document, e *layout.Elem) map[int]int {
	type at struct {
		page int
		y    float64
	}
	seen := map[at]bool{}
	eachElem(e, func(below *layout.Elem) {
		for _, k := range below.Kids {
			if k.Elem != nil || k.Link > 0 {
				continue
			}
			for _, m := range doc.Pages[k.Page].Marks {
				for _, s := range m.Shapes {
					if text, ok := s.(*layout.Text); ok && m.Elem == below {
						seen[at{k.Page, text.Y}] = true
					}
				}
			}
		}
	})
	pages := map[int]int{}
	for a := range seen {
		pages[a.page]++
	}
	return pages
}

// parted are two lines between which something is broken that belongs together: the
// digits of an amount, a figure and its unit, a sign and its number.
var parted = regexp.MustCompile(`(\d[\s\x{a0}]\n\d{3}\b|\d[\s\x{a0}]\n(kroner|millioner|mill\.|%|kr)|(^|[\s\x{a0}])(NOK|§|kap\.|post|ch\.|item|punkt|Tabell|Table|Figur|Figure|−)[\s\x{a0}]\n\d+([\s\x{a0}.,;)]|$))`)

// TestNumbersHoldTogether sees that no line ends within an amount or between a number
// and what it counts.
func TestNumbersHoldTogether(t *testing.T) {
	for _, lang := range report.Langs() {
		doc := set(t, chaptertest.Demo(t, lang))
		ends := 0
		eachElem(doc.Root, func(e *layout.Elem) {
			lines := linesOf(doc, e)
			ends += max(len(lines)-1, 0)
			if found := parted.FindString(strings.Join(lines, "\n")); found != "" {
				t.Errorf("%s: %q is parted in %q", lang, found, lines)
			}
		})
		if ends < 100 {
			t.Errorf("%s: only %d ends of lines were looked at", lang, ends)
		}
	}
}
