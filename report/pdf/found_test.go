package pdf_test

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
)

// bookmark is an entry of a file's outline as qpdf tells it.
type bookmark struct {
	Title string
	Page  int `json:"destpageposfrom1"`
	Kids  []bookmark
}

// TestHeadingsAreBookmarks has another program read the outline: every heading, each
// below that of the level above, leading to the page where the words stand.
func TestHeadingsAreBookmarks(t *testing.T) {
	for _, lang := range report.Langs() {
		c := chaptertest.Demo(t, lang)
		path := stored(t, c)
		out, err := exec.Command(tool(t, "qpdf"), "--json=2", "--json-key=outlines", path).Output()
		if err != nil {
			t.Fatal(err)
		}
		var file struct{ Outlines []bookmark }
		if err := json.Unmarshal(out, &file); err != nil {
			t.Fatal(err)
		}
		pages := pagesOf(t, path)
		var got, want []string
		levels := map[int]bool{}
		for _, b := range c.Blocks {
			if h, ok := b.(*chapter.Heading); ok {
				levels[h.Level] = true
				want = append(want, fmt.Sprint(h.Level, " ", h.Number, " ", h.Text))
			}
		}
		var walk func(level int, all []bookmark)
		walk = func(level int, all []bookmark) {
			for _, b := range all {
				got = append(got, fmt.Sprint(level, " ", b.Title))
				if !strings.Contains(pages[b.Page-1], spaced(b.Title)) {
					t.Errorf("%s: %q does not stand on page %d, where its bookmark leads", lang, b.Title, b.Page)
				}
				walk(level+1, b.Kids)
			}
		}
		walk(1, file.Outlines)
		if strings.Join(got, "\n") != strings.Join(want, "\n") || len(levels) != 3 {
			t.Errorf("%s: %d levels of headings\n%s\nbut bookmarks\n%s", lang, len(levels), strings.Join(want, "\n"), strings.Join(got, "\n"))
		}
	}
}

// pagesOf is the text of each page, with all white space made one space.
func pagesOf(t *testing.T, path string) []string {
	t.Helper()
	out, err := exec.Command(tool(t, "pdftotext"), "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	for i, p := range pages {
		pages[i] = spaced(p)
	}
	return pages
}

// TestFirstPageTellsWhatItIs finds agency, number, year, requirement set and document id
// on the first page, and the id with the number of the page on every one.
func TestFirstPageTellsWhatItIs(t *testing.T) {
	foot := map[report.Lang]string{report.NB: "Side %d av %d", report.NN: "Side %d av %d", report.EN: "Page %d of %d"}
	for _, lang := range report.Langs() {
		c := chaptertest.Demo(t, lang)
		pages := pagesOf(t, stored(t, c))
		agency := chaptertest.DemoFilling(t, lang)["virksomhet"][0]["navn"]
		for _, want := range []string{agency, "123 456 785", " 2017 ", "gevinst-2017.1", c.ID} {
			if !strings.Contains(pages[0], want) {
				t.Errorf("%s: the first page does not tell %q", lang, want)
			}
		}
		if len(c.ID) != 10 {
			t.Errorf("%s: the document id is %q", lang, c.ID)
		}
		for i, p := range pages {
			if want := fmt.Sprintf(foot[lang], i+1, len(pages)); !strings.Contains(p, want) || !strings.Contains(p, c.ID) {
				t.Errorf("%s: page %d says neither %q nor its id", lang, i+1, want)
			}
		}
	}
}

// TestChartsAreTold holds that whoever cannot see a chart is told every value of it, and
// its classes by the names that they have in print.
func TestChartsAreTold(t *testing.T) {
	for _, lang := range report.Langs() {
		told := 0
		for _, b := range chaptertest.Demo(t, lang).Blocks {
			figure, ok := b.(*chapter.Figure)
			if !ok {
				continue
			}
			tell := func(words string) {
				told++
				if !strings.Contains(strings.ToLower(figure.Alt), strings.ToLower(words)) {
					t.Errorf("%s: %q is not told of %s: %q", lang, words, figure.Label, figure.Alt)
				}
			}
			switch x := figure.Chart.(type) {
			case *chapter.Waterfall:
				for _, step := range x.Steps {
					tell(strings.TrimPrefix(step.Value, "−")) // a deduction is one in words
				}
			case *chapter.Bars:
				for _, group := range x.Groups {
					tell(group.Label)
					for _, bar := range group.Bars {
						tell(bar.Value)
					}
				}
			}
		}
		if told < 18 {
			t.Errorf("%s: only %d names and values are told", lang, told)
		}
	}
}
