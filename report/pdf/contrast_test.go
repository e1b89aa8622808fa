package pdf

import (
	"math"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/pdf/layout"
)

// TestContrast computes the contrast of WCAG 2 of every letter and every bar of a
// chart with what lies behind it, in print as on a screen.
func TestContrast(t *testing.T) {
	for _, lang := range report.Langs() {
		c := chaptertest.Demo(t, lang)
		c.Draft = "Utkast"
		letters, bars := 0, 0
		for n, page := range set(t, c).Pages {
			var below []*layout.Rect
			for _, m := range page.Marks {
				for _, s := range m.Shapes {
					switch x := s.(type) {
					case *layout.Rect:
						if m.Elem != nil {
							bars++
							if ratio := contrast(barColour(x), behind(below, x.X, x.Y)); ratio < 4.5 {
								t.Errorf("%s: page %d: a bar of %v has the contrast %.2f", lang, n+1, barColour(x), ratio)
							}
						}
						below = append(below, x)
					case *layout.Text:
						letters++
						if ratio := contrast(x.Colour, behind(below, x.X+1, x.Y-1)); ratio < 4.5 {
							t.Errorf("%s: page %d: %q has the contrast %.2f", lang, n+1, x.Text, ratio)
						}
					}
				}
			}
		}
		if letters < 500 || bars < 8 {
			t.Errorf("%s: only %d texts and %d bars were judged", lang, letters, bars)
		}
	}
}

// TestGreys holds that the bars of a chart differ without colour: those that are
// filled alike are as far apart in grey as steps of a scale, or differ in pattern.
func TestGreys(t *testing.T) {
	plain := map[layout.Colour]bool{}
	hatched, outlined := 0, 0
	for _, page := range set(t, chaptertest.Demo(t, report.NB)).Pages {
		for _, m := range page.Marks {
			if m.Elem == nil || m.Elem.Type != "Figure" {
				continue
			}
			for i, s := range m.Shapes {
				r, ok := s.(*layout.Rect)
				switch {
				case !ok:
				case !r.Filled:
					outlined++
				case isHatch(m.Shapes, i+1):
					hatched++
				default:
					plain[r.Fill] = true
				}
			}
		}
	}
	if hatched == 0 || outlined == 0 || len(plain) == 0 {
		t.Errorf("%d hatched bars, %d outlined, %d plain colours: the demo shows too little", hatched, outlined, len(plain))
	}
	for a := range plain {
		for b := range plain {
			if a != b && contrast(a, b) < 1.5 {
				t.Errorf("%v and %v look alike in grey", a, b)
			}
		}
	}
}

func isHatch(shapes []layout.Shape, i int) bool {
	if i >= len(shapes) {
		return false
	}
	l, ok := shapes[i].(*layout.Line)
	return ok && l.Colour == paper
}

var paper = layout.Colour{R: 255, G: 255, B: 255}

// behind is the colour at a place: of the last area that covers it, else paper.
func behind(below []*layout.Rect, x, y float64) layout.Colour {
	c := paper
	for _, r := range below {
		if r.Filled && r.X <= x && x <= r.X+r.W && r.Y <= y && y <= r.Y+r.H {
			c = r.Fill
		}
	}
	return c
}

func barColour(r *layout.Rect) layout.Colour {
	if r.Filled {
		return r.Fill
	}
	return r.Stroke
}

func contrast(a, b layout.Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c layout.Colour) float64 {
	linear := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
