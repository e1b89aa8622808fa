// Package page sets an audit as a web page on which an auditor goes from an
// exception or a figure to its cells and back.
//
// It composes the verdict and what the audit saw into a chapter, which html writes
// as it writes the report itself. It compares nothing and counts only to tell. The
// page needs no script and no other file, and the same audit gives the same bytes.
package page

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/batch"
	"gevinst/report/chapter"
	"gevinst/report/html"
	"gevinst/report/text"
)

// Audit is an audit that was carried out, and by which version of the program.
type Audit struct {
	Verdict *audit.Verdict
	Trail   *audit.Trail
	Version string
}

// Write writes the page of one audit in a language. The error is the writer's.
func Write(w io.Writer, a Audit, v *text.Voice) error { return html.Write(w, Compose(a, v)) }

// Compose makes the page of one audit. All of it that is not the program's own is
// cleaned of what cannot be seen; html escapes it.
func Compose(a Audit, v *text.Voice) *chapter.Chapter {
	c := newComposer(a, v)
	title := c.say("audit.page.title", word("report", shown(fileName(a.Verdict.Report))))
	c.exceptions()
	c.checks()
	c.files()
	c.figures()
	c.printed()
	c.cells()
	c.unused()
	c.sample()
	return &chapter.Chapter{Lang: v.Lang(), Title: title, Cover: c.cover(), Contents: c.say("chapter.contents"), Header: title,
		Footer: c.say("chapter.footer"), Author: "gevinst", Subject: a.Verdict.Words(v), ID: c.document(), Skip: c.say("chapter.skip"), Blocks: c.blocks}
}

// composer is a page in the making.
type composer struct {
	Audit
	v       *text.Voice
	foreign string // language of the published documents' words, "" where it is the page's
	anchors anchors
	blocks  []chapter.Block
	number  [2]int // of the latest heading, by level
}

func newComposer(a Audit, v *text.Voice) *composer {
	c := &composer{Audit: a, v: v}
	if d := a.Trail.Document; d != nil && d.Language != v.Lang() {
		c.foreign = d.Language.Tag()
		c.Trail = retold(a.Trail, v)
	}
	c.anchors = anchorsOf(c.Audit)
	return c
}

// retold is what an audit saw with the report's figures named in the page's language.
// What is printed stands as it is printed.
func retold(t *audit.Trail, v *text.Voice) *audit.Trail {
	again := *t
	again.Document, again.Figures = batch.Retold(t.Document, v), slices.Clone(t.Figures)
	for i := range again.Document.Entries { // the figures of the report come first, in its order
		again.Figures[i].Entry = &again.Document.Entries[i]
	}
	return &again
}

func word(name, value string) report.Arg        { return report.Arg{Name: name, Value: value} }
func count(name string, n int) report.Arg       { return report.Arg{Name: name, Value: n} }
func words(s string) chapter.Text               { return chapter.Words(s) }
func linked(words, to string) chapter.Span      { return chapter.Span{Text: words, To: to} }
func plain(words string) chapter.Span           { return chapter.Span{Text: words} }
func (c *composer) add(b chapter.Block)         { c.blocks = append(c.blocks, b) }
func (c *composer) named(s string) chapter.Span { return chapter.Span{Text: shown(s), Lang: c.foreign} }

func (c *composer) say(key string, args ...report.Arg) string { return c.v.Say(key, args...) }

// heading opens a numbered part of level 1 or 2.
func (c *composer) heading(level int, title string) {
	c.number[level-1]++
	number := strconv.Itoa(c.number[0])
	if level == 1 {
		c.number[1] = 0
	} else {
		number += "." + strconv.Itoa(c.number[1])
	}
	c.add(&chapter.Heading{Level: level, Number: number, Text: title, ID: "s-" + number})
}

func (c *composer) paragraph(key string, args ...report.Arg) {
	c.add(&chapter.Paragraph{Text: words(c.say(key, args...))})
}

// column is a column under the key's words.
func (c *composer) column(key string, kind chapter.Kind, weight int) chapter.Column {
	return chapter.Column{Title: c.say("audit.page.col." + key), Kind: kind, Weight: weight}
}

// table adds a table, unless it has no rows.
func (c *composer) table(caption string, columns []chapter.Column, rows []chapter.Row) {
	if len(rows) > 0 {
		c.add(&chapter.Table{Caption: caption, Columns: columns, Rows: rows})
	}
}

// group is a heading over rows.
func group(columns int, t chapter.Text) chapter.Row {
	return chapter.Row{Kind: chapter.Group, Cells: append([]chapter.Text{t}, make([]chapter.Text, columns-1)...)}
}

// amount is an exact figure with its unit; the sign of nothing where there is none.
func (c *composer) amount(k *report.Kroner, unit string) string {
	if k == nil {
		return c.v.None()
	}
	return c.v.WithUnit(c.v.Short(*k), unit)
}

// or is s, or the sign of nothing.
func (c *composer) or(s string) string {
	if s == "" {
		return c.v.None()
	}
	return s
}

// document is the short id of the report: ten hex digits of its data hash.
func (c *composer) document() string {
	const digits = 10
	if d := c.Trail.Document; d != nil && len(d.Source.Data) >= digits {
		return d.Source.Data[:digits]
	}
	return ""
}

func fileName(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}
