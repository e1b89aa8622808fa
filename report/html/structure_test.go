package html_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
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

// each runs a test on the sample, on a sector report and on the example agency's section
// in every language.
func each(t *testing.T, check func(t *testing.T, c *chapter.Chapter, page *node)) {
	t.Run("sample", func(t *testing.T) { check(t, sample(), read(t, written(t, sample()))) })
	t.Run("sector", func(t *testing.T) {
		c := chaptertest.Sector(t, report.NB)
		check(t, c, read(t, written(t, c)))
	})
	for _, lang := range report.Langs() {
		t.Run("demo "+string(lang), func(t *testing.T) {
			c := chaptertest.Demo(t, lang)
			check(t, c, read(t, written(t, c)))
		})
	}
}

// TestOrderOfTheChapter compares what the page says in its main part, block for
// block, with the chapter.
func TestOrderOfTheChapter(t *testing.T) {
	each(t, func(t *testing.T, c *chapter.Chapter, page *node) {
		var want []string
		for _, b := range c.Blocks {
			switch x := b.(type) {
			case *chapter.Heading:
				want = append(want, "h"+string(rune('0'+x.Level))+" "+tidy(x.Number+" "+x.Text))
			case *chapter.Table:
				want = append(want, "caption "+tidy(x.Label+" "+x.Caption))
			case *chapter.Figure:
				want = append(want, "figcaption "+tidy(x.Label+" "+x.Caption))
			}
		}
		var got []string
		for _, n := range page.one(t, "main").all("h1", "h2", "h3", "caption", "figcaption") {
			got = append(got, n.name+" "+tidy(n.words))
		}
		if !slices.Equal(got, want) {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

// TestNothingIsLeftOut looks for the words of every cell, item and paragraph.
func TestNothingIsLeftOut(t *testing.T) {
	each(t, func(t *testing.T, c *chapter.Chapter, page *node) {
		shown := page.one(t, "main").words
		look := func(texts ...chapter.Text) {
			for _, text := range texts {
				if !strings.Contains(shown, text.Plain()) {
					t.Errorf("the page lacks %q", text.Plain())
				}
			}
		}
		for _, b := range c.Blocks {
			switch x := b.(type) {
			case *chapter.Paragraph:
				look(x.Text)
			case *chapter.Note:
				look(chapter.Words(x.Title), x.Text)
			case *chapter.List:
				look(x.Items...)
			case *chapter.Table:
				look(x.Notes...)
				for _, r := range x.Rows {
					look(r.Cells...)
				}
			}
		}
	})
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
	each(t, func(t *testing.T, _ *chapter.Chapter, page *node) {
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
	})
}

func TestTablesTellWhatTheirHeadsHead(t *testing.T) {
	each(t, func(t *testing.T, c *chapter.Chapter, page *node) {
		for _, th := range page.all("th") {
			if !slices.Contains([]string{"col", "row", "rowgroup"}, th.attrs["scope"]) {
				t.Errorf("the head %q has the scope %q", th.words, th.attrs["scope"])
			}
		}
		sums := 0
		for _, b := range c.Blocks {
			if table, ok := b.(*chapter.Table); ok {
				for _, r := range table.Rows {
					if r.Kind == chapter.Sum {
						sums++
					}
				}
			}
		}
		for _, tr := range page.all("tr") {
			if tr.attrs["class"] == "sum" {
				sums--
			}
		}
		if sums != 0 {
			t.Errorf("%d sums too few are set as sums", sums)
		}
	})
}

// TestWideTablesScrollOnTheirOwn holds that a table of more than two columns has
// a labelled region that the keyboard can reach.
func TestWideTablesScrollOnTheirOwn(t *testing.T) {
	each(t, func(t *testing.T, _ *chapter.Chapter, page *node) {
		seen := map[*node]bool{}
		for _, div := range page.all("div") {
			if div.attrs["role"] == "region" && div.attrs["tabindex"] == "0" && div.attrs["aria-labelledby"] != "" {
				seen[div.one(t, "table")] = true
			}
		}
		for _, table := range page.all("table") {
			heads := len(table.one(t, "thead").all("th", "td"))
			if seen[table] != (heads > 2) {
				t.Errorf("%q has %d columns; scrolls: %v", table.one(t, "caption").words, heads, seen[table])
			}
		}
	})
}

func TestFiguresCanBeHeard(t *testing.T) {
	each(t, func(t *testing.T, c *chapter.Chapter, page *node) {
		charts := page.all("svg")
		for _, b := range c.Blocks {
			f, ok := b.(*chapter.Figure)
			if !ok {
				continue
			}
			if len(charts) == 0 {
				t.Fatalf("%s is not drawn", f.Label)
			}
			svg := charts[0]
			charts = charts[1:]
			if svg.attrs["role"] != "img" || svg.children[0].name != "title" || svg.children[1].name != "desc" || svg.children[1].words != f.Alt {
				t.Errorf("%s says %q of itself", f.Label, svg.children[1].words)
			}
		}
		if len(charts) > 0 {
			t.Errorf("%d charts too many", len(charts))
		}
	})
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

// TestLongTablesWaitUntilTheyAreSeen: a browser lays a table of many rows out when it
// comes into view, with every row on the page all the same; on paper all is laid out.
func TestLongTablesWaitUntilTheyAreSeen(t *testing.T) {
	for rows, waits := range map[int]bool{100: false, 101: true} {
		table := &chapter.Table{Caption: "Gevinster", Columns: make([]chapter.Column, 3)}
		for i := range rows {
			table.Rows = append(table.Rows, chapter.Row{Cells: []chapter.Text{chapter.Words("G" + strconv.Itoa(i)), nil, nil}})
		}
		c := sample()
		c.Blocks = []chapter.Block{table}
		shown := written(t, c)
		page := read(t, shown)
		around := page.one(t, "main").all("div")[0]
		if got := slices.Contains(strings.Fields(around.attrs["class"]), "long"); got != waits {
			t.Errorf("%d rows: class %q", rows, around.attrs["class"])
		}
		if n := len(page.one(t, "tbody").all("tr")); n != rows {
			t.Errorf("%d of %d rows are there", n, rows)
		}
		if rule := regexp.MustCompile(`@media screen \{\s*\.long > \.scroll, \.long\.slim \{ content-visibility: auto`); !rule.Match(shown) {
			t.Error("the style does not say what waits")
		}
	}
}

// TestKeysGoOnInTheNextLine: a link to a figure of the page may be parted where a part of
// its key ends, and says the same; words in a column of hashes and paths break anywhere.
func TestKeysGoOnInTheNextLine(t *testing.T) {
	key := chapter.Text{{Text: "gevinst/G1/ny_netto", To: "f.gevinst/G1/ny_netto"}}
	c := sample()
	c.Blocks = []chapter.Block{&chapter.Table{Caption: "Tall", Columns: []chapter.Column{{Title: "Brukt i"}, {Title: "Funnet", Breaks: true}, {Title: "Hva"}},
		Rows: []chapter.Row{{ID: "f.gevinst/G1/ny_netto", Cells: []chapter.Text{key, chapter.Words("a/b"), nil}}}}}
	shown := written(t, c)
	if !strings.Contains(string(shown), ">gevinst/<wbr/>G1/<wbr/>ny_<wbr/>netto</a>") {
		t.Error("the key has no places to break")
	}
	cells := read(t, shown).one(t, "tbody").all("th", "td")
	if cells[0].words != "gevinst/G1/ny_netto" || cells[1].words != "a/b" {
		t.Errorf("the row says %q and %q", cells[0].words, cells[1].words)
	}
	for i, breaks := range []bool{false, true, false} {
		if got := slices.Contains(strings.Fields(cells[i].attrs["class"]), "breaks"); got != breaks {
			t.Errorf("column %d: class %q", i, cells[i].attrs["class"])
		}
	}
}
