package html_test

import (
	"slices"
	"strings"
	"testing"

	"gevinst/report/chapter"
)

func TestLandmarksStandOnce(t *testing.T) {
	page := read(t, written(t, sample()))
	for _, name := range []string{"header", "nav", "main", "footer"} {
		page.one(t, name)
	}
	if got := page.one(t, "html").attrs["lang"]; got != "nb-NO" {
		t.Errorf("the page is in %q", got)
	}
	first := page.one(t, "body").children[0]
	if first.attrs["href"] != "#"+page.one(t, "main").attrs["id"] || first.words != sample().Skip {
		t.Errorf("the first thing on the page is %+v, not the link to its content", first)
	}
	foot := page.one(t, "footer").words
	for _, f := range sample().Colophon {
		if !strings.Contains(foot, f.Label) || !strings.Contains(foot, f.Value) {
			t.Errorf("the foot lacks %v", f)
		}
	}
}

// TestOrderOfTheChapter compares what the page says in its main part, block for
// block, with the chapter.
func TestOrderOfTheChapter(t *testing.T) {
	c := sample()
	var want []string
	for _, b := range c.Blocks {
		switch x := b.(type) {
		case *chapter.Heading:
			want = append(want, "h"+string(rune('0'+x.Level))+" "+x.Number+" "+x.Text)
		case *chapter.Table:
			want = append(want, "caption "+x.Label+" "+x.Caption)
		case *chapter.Figure:
			want = append(want, "figcaption "+x.Label+" "+x.Caption)
		}
	}
	var got []string
	for _, n := range read(t, written(t, c)).one(t, "main").all("h1", "h2", "h3", "caption", "figcaption") {
		got = append(got, n.name+" "+tidy(n.words))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestContentsNamesEveryPart(t *testing.T) {
	page := read(t, written(t, sample()))
	var got []string
	for _, a := range page.one(t, "nav").all("a") {
		got = append(got, tidy(a.words))
	}
	want := []string{"1 Systematisk arbeid", "2 Iverksatte tiltak", "2.1 Digitale tiltak", "3 Uttak og omdisponering"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestIDsAreUniqueAndReferencesResolve(t *testing.T) {
	page := read(t, written(t, sample()))
	ids := map[string]bool{}
	page.each(func(n *node) {
		id, ok := n.attrs["id"]
		if ok && (id == "" || ids[id]) {
			t.Errorf("<%s> has the id %q, which is empty or taken", n.name, id)
		}
		ids[id] = true
	})
	page.each(func(n *node) {
		for _, key := range []string{"aria-labelledby", "aria-describedby"} {
			if ref, ok := n.attrs[key]; ok && !ids[ref] {
				t.Errorf("<%s %s=%q> names nothing", n.name, key, ref)
			}
		}
		if anchor, ok := strings.CutPrefix(n.attrs["href"], "#"); ok && !ids[anchor] {
			t.Errorf("the link #%s leads nowhere", anchor)
		}
		if pattern, ok := strings.CutPrefix(n.attrs["fill"], "url(#"); ok && !ids[strings.TrimSuffix(pattern, ")")] {
			t.Errorf("the pattern %s is not there", pattern)
		}
	})
}

func TestTablesTellWhatTheirHeadsHead(t *testing.T) {
	page := read(t, written(t, sample()))
	for _, th := range page.all("th") {
		if !slices.Contains([]string{"col", "row", "rowgroup"}, th.attrs["scope"]) {
			t.Errorf("the head %q has the scope %q", th.words, th.attrs["scope"])
		}
	}
	tables := page.all("table")
	if len(tables) != 2 {
		t.Fatalf("%d tables", len(tables))
	}
	for _, table := range tables {
		if table.children[0].name != "caption" {
			t.Errorf("the table begins with <%s>", table.children[0].name)
		}
	}
	region := page.all("div")
	i := slices.IndexFunc(region, func(n *node) bool { return n.attrs["role"] == "region" })
	if i < 0 || region[i].attrs["tabindex"] != "0" || region[i].attrs["aria-labelledby"] == "" || len(region[i].all("table")) != 1 {
		t.Error("the wide table has no labelled region that the keyboard can reach")
	}
	sums := 0
	for _, tr := range page.all("tr") {
		if tr.attrs["class"] == "sum" {
			sums++
		}
	}
	if sums != 2 {
		t.Errorf("%d sums are set as sums, want 2", sums)
	}
}

func TestFiguresCanBeHeard(t *testing.T) {
	page := read(t, written(t, sample()))
	charts := page.all("svg")
	if len(charts) != 2 {
		t.Fatalf("%d charts", len(charts))
	}
	alts := []string{waterfall().Alt, bars().Alt}
	for i, svg := range charts {
		if svg.attrs["role"] != "img" || svg.children[0].name != "title" || svg.children[1].words != alts[i] {
			t.Errorf("chart %d says %q of itself", i+1, svg.children[1].words)
		}
	}
}

func TestForeignWordsSayTheirLanguage(t *testing.T) {
	for _, span := range read(t, written(t, sample())).all("span") {
		if span.words == "benefits management" && span.attrs["lang"] == "en" {
			return
		}
	}
	t.Error("the English words are not marked as English")
}

func TestDraftIsMarkedAndFinalIsNot(t *testing.T) {
	c := sample()
	if page := string(written(t, c)); strings.Count(page, `<aside class="draft" aria-label="Utkast"><strong>Utkast</strong></aside>`) != 1 || !strings.Contains(page, `@top-right { content: "Utkast" }`) {
		t.Error("the draft is not marked on screen and on every sheet")
	}
	c.Draft = ""
	if page := string(written(t, c)); strings.Contains(page, `class="draft"`) {
		t.Error("the final section is marked as a draft")
	}
}

func TestEmptyChapterIsAPage(t *testing.T) {
	page := read(t, written(t, &chapter.Chapter{Lang: "nn"}))
	if page.one(t, "html").attrs["lang"] != "nn-NO" {
		t.Error("the language is lost")
	}
}
