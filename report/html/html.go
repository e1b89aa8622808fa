// Package html writes a chapter as one accessible page, the twin of the PDF.
//
// The page needs no script and no outside resource, and its Content-Security-
// Policy allows none. Everything that came from a workbook is escaped; a link
// is written only for http, https and mailto. Blocks keep the chapter's order
// and words. The output is also well-formed XML, and the same chapter always
// gives the same bytes.
package html

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"gevinst/report/chapter"
)

// Write writes the chapter as a page in UTF-8. The error is the writer's, or
// says that the chapter holds a block or chart that this package does not know.
func Write(w io.Writer, c *chapter.Chapter) error {
	p := &page{}
	p.raw("<!DOCTYPE html>\n")
	p.open("html", "lang", c.Lang.Tag())
	p.line()
	p.head(c)
	if err := p.body(c); err != nil {
		return err
	}
	p.close("html")
	p.line()
	_, err := io.WriteString(w, p.out.String())
	return err
}

func (p *page) head(c *chapter.Chapter) {
	styles := []string{style, pageBoxes(c)}
	p.open("head")
	p.line()
	p.void("meta", "charset", "utf-8")
	p.void("meta", "http-equiv", "Content-Security-Policy", "content", policy(styles))
	p.void("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
	p.void("meta", "name", "referrer", "content", "no-referrer")
	p.meta("author", c.Author)
	p.meta("description", c.Subject)
	p.meta("keywords", strings.Join(c.Keywords, ", "))
	if c.Dated.Year != 0 {
		p.meta("dcterms.date", c.Dated.String())
	}
	p.element("title", c.Title)
	for _, s := range styles {
		p.raw("<style>" + s + "</style>\n")
	}
	p.close("head")
	p.line()
}

func (p *page) meta(name, content string) {
	if content != "" {
		p.void("meta", "name", name, "content", content)
	}
}

const mainID = own + "main"

func (p *page) body(c *chapter.Chapter) error {
	p.open("body")
	p.line()
	if c.Skip != "" {
		p.open("a", "class", "skip", "href", "#"+mainID)
		p.text(c.Skip)
		p.close("a")
		p.line()
	}
	if c.Draft != "" {
		p.open("p", "class", "draft")
		p.element("strong", c.Draft)
		p.close("p")
		p.line()
	}
	p.cover(c)
	p.open("div", "class", "columns")
	p.line()
	p.contents(c)
	p.open("main", "id", mainID, "tabindex", "-1")
	p.line()
	for _, b := range c.Blocks {
		if err := p.block(b); err != nil {
			return err
		}
	}
	p.close("main")
	p.line()
	p.close("div")
	p.line()
	p.footer(c)
	p.close("body")
	p.line()
	return nil
}

// cover is the head of the page: what the section is about and its answer.
func (p *page) cover(c *chapter.Chapter) {
	p.open("header")
	p.line()
	p.element("h1", c.Title)
	p.facts(c.Cover.Facts)
	if c.Cover.Heading != "" || len(c.Cover.Summary) > 0 {
		id := p.id("summary")
		p.open("section", "class", "summary", "aria-labelledby", id)
		p.line()
		p.open("h2", "id", id)
		p.text(c.Cover.Heading)
		p.close("h2")
		p.line()
		p.items("ul", c.Cover.Summary)
		p.close("section")
		p.line()
	}
	p.close("header")
	p.line()
}

func (p *page) footer(c *chapter.Chapter) {
	p.open("footer")
	p.line()
	p.element("p", c.Header)
	p.facts(c.Colophon)
	p.close("footer")
	p.line()
}

func (p *page) facts(facts []chapter.Fact) {
	if len(facts) == 0 {
		return
	}
	p.open("dl")
	p.line()
	for _, f := range facts {
		p.open("div")
		p.open("dt")
		p.text(f.Label)
		p.close("dt")
		p.open("dd")
		p.text(f.Value)
		p.close("dd")
		p.close("div")
		p.line()
	}
	p.close("dl")
	p.line()
}

// contents lists the headings that have an anchor, a level inside the other.
func (p *page) contents(c *chapter.Chapter) {
	headings := anchored(c.Blocks)
	if c.Contents == "" || len(headings) == 0 {
		return
	}
	id := p.id("contents")
	p.open("nav", "aria-labelledby", id)
	p.line()
	p.open("h2", "id", id)
	p.text(c.Contents)
	p.close("h2")
	p.line()
	p.entries(headings)
	p.close("nav")
	p.line()
}

func anchored(blocks []chapter.Block) []*chapter.Heading {
	var found []*chapter.Heading
	for _, b := range blocks {
		if h, ok := b.(*chapter.Heading); ok && h.ID != "" && level(h) <= 2 {
			found = append(found, h)
		}
	}
	return found
}

// entries writes a list of headings; those that are deeper than the first of
// their run stand in a list of their own below it.
func (p *page) entries(headings []*chapter.Heading) {
	p.open("ol")
	p.line()
	for len(headings) > 0 {
		first, below := headings[0], 1
		for below < len(headings) && level(headings[below]) > level(first) {
			below++
		}
		p.open("li")
		p.open("a", "href", fragment(first.ID))
		p.headingText(first)
		p.close("a")
		if below > 1 {
			p.entries(headings[1:below])
		}
		p.close("li")
		p.line()
		headings = headings[below:]
	}
	p.close("ol")
	p.line()
}

func (p *page) block(b chapter.Block) error {
	switch x := b.(type) {
	case *chapter.Heading:
		p.heading(x)
	case *chapter.Paragraph:
		p.open("p")
		p.runs(x.Text)
		p.close("p")
		p.line()
	case *chapter.List:
		p.items(map[bool]string{true: "ol", false: "ul"}[x.Ordered], x.Items)
	case *chapter.Table:
		p.table(x)
	case *chapter.Figure:
		return p.figure(x)
	case *chapter.Note:
		p.note(x)
	default:
		return fmt.Errorf("html: unknown block %T", b)
	}
	return nil
}

func (p *page) heading(h *chapter.Heading) {
	tag := "h" + strconv.Itoa(level(h))
	p.open(tag, "id", h.ID)
	p.headingText(h)
	p.close(tag)
	p.line()
}

func (p *page) headingText(h *chapter.Heading) {
	if h.Number != "" {
		p.open("span", "class", "number")
		p.text(h.Number)
		p.close("span")
		p.raw(" ")
	}
	p.text(h.Text)
}

// level keeps a heading within the levels that a chapter promises.
func level(h *chapter.Heading) int { return min(max(h.Level, 1), 3) }

func (p *page) note(n *chapter.Note) {
	p.open("div", "class", "note", "role", "note")
	if n.Title != "" {
		p.open("p", "class", "title")
		p.text(n.Title)
		p.close("p")
	}
	p.open("p")
	p.runs(n.Text)
	p.close("p")
	p.close("div")
	p.line()
}

func (p *page) items(tag string, items []chapter.Text) {
	if len(items) == 0 {
		return
	}
	p.open(tag)
	p.line()
	for _, it := range items {
		p.open("li")
		p.runs(it)
		p.close("li")
		p.line()
	}
	p.close(tag)
	p.line()
}
