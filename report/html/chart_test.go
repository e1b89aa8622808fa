package html_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"gevinst/report"
	"gevinst/report/chapter"
)

// TestWaterfallIsDrawnToScale checks bars of the worked example by hand:
// 2 774 020 of 3 948 040 is 70.263 %, the step down from it 29.737 %.
func TestWaterfallIsDrawnToScale(t *testing.T) {
	var got []string
	for _, n := range read(t, written(t, sample())).all("svg")[0].all("rect") {
		if strings.HasPrefix(n.attrs["class"], "bar ") {
			got = append(got, n.attrs["class"]+" "+n.attrs["x"]+" "+n.attrs["width"])
		}
	}
	want := []string{"bar level 0% 100%", "bar minus 70.263% 29.737%", "bar minus 59.878% 10.385%", "bar minus 22.391% 37.487%",
		"bar level 0% 22.391%", "bar minus 2.128% 20.263%", "bar level 0% 2.128%"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

func TestNegativeBarsStandLeftOfZero(t *testing.T) {
	rects := read(t, written(t, sample())).all("svg")[1].all("rect")
	last := rects[len(rects)-1]
	if last.attrs["x"] != "0%" || last.attrs["width"] != "12.665%" {
		t.Errorf("the bar of −348 goes from %s over %s", last.attrs["x"], last.attrs["width"])
	}
}

// TestLabelsNeverCollide draws charts with long, broad and unbreakable labels
// and measures with a generous letter: nothing may share a line that does not
// fit on it beside the value, no line of text may touch another or a bar.
func TestLabelsNeverCollide(t *testing.T) {
	const letter, room = 8.2, 288.0 // pixels; the narrowest screen
	long := []string{"Tilbakeføring av medfinansiering fra departementet etter avtale", "Gevinstrealiseringsplanleggingsverktøyanskaffelse", "", "Rest"}
	w := &chapter.Waterfall{}
	for _, l := range long {
		w.Steps = append(w.Steps, chapter.Step{Label: l, Value: "−123\u00a0456\u00a0789", To: report.MustKroner("1")})
	}
	c := sample()
	c.Blocks = []chapter.Block{&chapter.Figure{ID: "f", Chart: w}}
	type box struct{ top, bottom int }
	var taken []box
	line := map[string]float64{}
	shown := ""
	svg := read(t, written(t, c)).one(t, "svg")
	for _, n := range svg.all("text") {
		if _, seen := line[n.attrs["y"]]; !seen {
			y, _ := strconv.Atoi(n.attrs["y"])
			taken = append(taken, box{y - 12, y + 4})
		}
		line[n.attrs["y"]] += float64(utf8.RuneCountInString(n.words)) * letter
		if n.attrs["class"] == "label" {
			shown += n.words
		}
	}
	for y, width := range line {
		if width > room {
			t.Errorf("the words at y=%s need %.0f pixels of %.0f", y, width, room)
		}
	}
	for _, n := range svg.all("rect") {
		if strings.HasPrefix(n.attrs["class"], "bar ") {
			y, _ := strconv.Atoi(n.attrs["y"])
			h, _ := strconv.Atoi(n.attrs["height"])
			taken = append(taken, box{y, y + h})
		}
	}
	for i, a := range taken {
		for _, b := range taken[:i] {
			if a.top < b.bottom && b.top < a.bottom {
				t.Errorf("%v and %v collide", a, b)
			}
		}
	}
	if want := strings.ReplaceAll(strings.Join(long, ""), " ", ""); strings.ReplaceAll(shown, " ", "") != want {
		t.Errorf("the labels came out as %q", shown)
	}
}

func TestChartWithoutAmountsIsDrawn(t *testing.T) {
	c := sample()
	c.Blocks = []chapter.Block{
		&chapter.Figure{ID: "a", Chart: &chapter.Bars{}},
		&chapter.Figure{ID: "b", Chart: &chapter.Waterfall{Steps: []chapter.Step{{Label: "Ingen"}}}},
	}
	if n := len(read(t, written(t, c)).all("svg")); n != 2 {
		t.Errorf("%d charts", n)
	}
}
