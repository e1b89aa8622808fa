package chapter_test

import (
	"slices"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
)

// TestShortFormsAreExplained: what a short form stands for is marked where it is first
// used, once, and not where the words themselves stand in front of it.
func TestShortFormsAreExplained(t *testing.T) {
	for lang, want := range map[report.Lang][]string{
		report.NB: {"kap.=kapittel"}, report.NN: {"kap.=kapittel"}, report.EN: {"NOK=Norwegian kroner", "ch.=chapter"}} {
		if got := explained(chaptertest.Demo(t, lang)); !slices.Equal(got, want) {
			t.Errorf("%s: %q are explained, not %q", lang, got, want)
		}
	}
	f := chaptertest.Small()
	f["virksomhet"][0]["systematisk_arbeid"] = "FABELEN om ABE-kutt, og ABE igjen. 5 kr i kap. 3."
	c := compose(t, report.NB, f)
	if got := explained(c); !slices.Equal(got, []string{"ABE=avbyråkratiserings- og effektiviseringsreformen", "kr=kroner", "kap.=kapittel"}) {
		t.Errorf("%q are explained", got)
	}
	if text := after(c, "Systematisk arbeid med effektivisering"); text != f["virksomhet"][0]["systematisk_arbeid"] {
		t.Errorf("the words became %q", text)
	}
}

// explained are the short forms that are explained, in reading order.
func explained(c *chapter.Chapter) (all []string) {
	see := func(texts ...chapter.Text) {
		for _, text := range texts {
			for _, span := range text {
				if span.Means != "" {
					all = append(all, span.Text+"="+span.Means)
				}
			}
		}
	}
	see(c.Cover.Summary...)
	for _, b := range c.Blocks {
		switch x := b.(type) {
		case *chapter.Paragraph:
			see(x.Text)
		case *chapter.List:
			see(x.Items...)
		case *chapter.Table:
			for _, row := range x.Rows {
				see(row.Cells...)
			}
		}
	}
	return all
}
