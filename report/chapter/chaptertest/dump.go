package chaptertest

import (
	"fmt"
	"strings"

	"gevinst/report/chapter"
)

// Dump is a section as plain text, for goldens and for reading.
func Dump(c *chapter.Chapter) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s | %s | %s\n", c.Title, c.Header, c.Footer, c.Draft)
	for _, f := range c.Cover.Facts {
		fmt.Fprintf(&b, "%s: %s\n", f.Label, f.Value)
	}
	fmt.Fprintf(&b, "\n[%s]\n", c.Cover.Heading)
	for _, line := range c.Cover.Summary {
		fmt.Fprintf(&b, "  %s\n", plain(line))
	}
	for _, block := range c.Blocks {
		b.WriteString("\n")
		dumpBlock(&b, block)
	}
	return b.String()
}

func dumpBlock(b *strings.Builder, block chapter.Block) {
	switch x := block.(type) {
	case *chapter.Heading:
		fmt.Fprintf(b, "%s %s %s\n", strings.Repeat("#", x.Level), x.Number, x.Text)
	case *chapter.Paragraph:
		fmt.Fprintf(b, "%s\n", plain(x.Text))
	case *chapter.List:
		for _, item := range x.Items {
			fmt.Fprintf(b, "* %s\n", plain(item))
		}
	case *chapter.Note:
		fmt.Fprintf(b, "! %s: %s\n", x.Title, plain(x.Text))
	case *chapter.Table:
		dumpTable(b, x)
	case *chapter.Figure:
		fmt.Fprintf(b, "%s. %s [%s]\n  alt: %s\n", x.Label, x.Caption, x.Unit, x.Alt)
		dumpChart(b, x.Chart)
	}
}

func dumpTable(b *strings.Builder, t *chapter.Table) {
	fmt.Fprintf(b, "%s. %s\n", t.Label, t.Caption)
	var heads []string
	for _, c := range t.Columns {
		heads = append(heads, c.Title)
	}
	fmt.Fprintf(b, "  %s\n", strings.Join(heads, " | "))
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, plain(c))
		}
		mark := map[chapter.RowKind]string{chapter.Body: "  ", chapter.Sum: "= ", chapter.Sub: "- ", chapter.Group: "> "}[r.Kind]
		fmt.Fprintf(b, "%s%s\n", mark, strings.TrimRight(strings.Join(cells, " | "), " |"))
	}
	for _, n := range t.Notes {
		fmt.Fprintf(b, "  note: %s\n", plain(n))
	}
}

func dumpChart(b *strings.Builder, chart chapter.Chart) {
	switch x := chart.(type) {
	case *chapter.Waterfall:
		for _, s := range x.Steps {
			fmt.Fprintf(b, "  %s: %s (%s to %s)\n", s.Label, s.Value, s.From, s.To)
		}
	case *chapter.Bars:
		for _, g := range x.Groups {
			fmt.Fprintf(b, "  %s\n", g.Label)
			for _, bar := range g.Bars {
				fmt.Fprintf(b, "    %s: %s\n", bar.Label, bar.Value)
			}
		}
	}
}

// plain marks strong words and words in another language.
func plain(t chapter.Text) string {
	s := ""
	for _, span := range t {
		words := span.Text
		if span.Strong {
			words = "*" + words + "*"
		}
		if span.Lang != "" {
			words = "[" + span.Lang + ": " + words + "]"
		}
		if span.Href != "" {
			words = "<" + words + ">"
		}
		s += words
	}
	return strings.ReplaceAll(s, "\u00a0", "~")
}
