package pdf

import (
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/pdf/layout"
)

// TestLittleIsBlank holds that no page ends far above its foot, other than the first,
// which is the answer and the contents alone, and the last.
func TestLittleIsBlank(t *testing.T) {
	for name, filling := range map[string]report.Filling{"small": chaptertest.Small(), "hostile": chaptertest.Hostile(),
		"6 measures": chaptertest.Large(6), "30 measures": chaptertest.Large(30)} {
		littleIsBlank(t, name, chapter.Compose(chaptertest.Input(t, report.NB, filling)))
	}
	for _, lang := range report.Langs() {
		littleIsBlank(t, "demo "+string(lang), chaptertest.Demo(t, lang))
	}
}

func littleIsBlank(t *testing.T, name string, c *chapter.Chapter) {
	t.Helper()
	const most = 0.25 // of the height of the text
	pages := set(t, c).Pages
	for n := 1; n < len(pages)-1; n++ {
		if blank := blank(&pages[n]); blank > most {
			t.Errorf("%s: page %d of %d is blank for %.0f of 100 parts", name, n+1, len(pages), 100*blank)
		}
	}
}

// blank is the share of a page's text height below the last of what it says.
func blank(p *layout.Page) float64 {
	const top = 22 * 72 / 25.4
	end := top
	for _, m := range p.Marks {
		if m.Elem == nil {
			continue
		}
		for _, s := range m.Shapes {
			_, _, low := extent(s)
			end = max(end, low)
		}
	}
	area := p.Height - top - foot
	return (top + area - end) / area
}
