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
		p.open("aside", "class", "draft", "aria-label", c.Draft)
		p.open("strong")
		p.text(c.Draft)
		p.close("strong")
		p.close("aside")
		p.line()
	}
	p.cover(c)
	p.open("div", "class", "columns")
	p.line()
	p.contents(c)
	p.open("main", "id", mainID, "tabindex", "-1")
	p.line()
	if err := p.blocks(c.Blocks); err != nil {
		return err
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

// blocks writes the blocks in order. What leads up to a wide table stands in one
// element with it, so that print turns the page before the heading.
func (p *page) blocks(blocks []chapter.Block) error {
	for i := 0; i < len(blocks); i++ {
		n := runUp(blocks[i:])
		if n > 0 {
			p.open("div", "class", "wide")
			p.line()
		}
		for range n {
			if err := p.block(blocks[i]); err != nil {
				return err
			}
			i++
		}
		if err := p.block(blocks[i]); err != nil {
			return err
		}
		if n > 0 {
			p.close("div")
			p.line()
		}
	}
	return nil
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
		p.list(x)
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

func (p *page) list(l *chapter.List) {
	if l.Ordered {
		p.items("ol", l.Items)
		return
	}
	p.items("ul", l.Items)
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
