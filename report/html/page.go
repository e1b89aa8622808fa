package html

import (
	"html"
	"net/url"
	"strconv"
	"strings"

	"gevinst/report/chapter"
)

// own begins every id that the page makes itself, so that none can meet an
// anchor of the chapter.
const own = "_"

// page is the output so far. Its methods are the only way to write, and all
// but raw escape what they are given.
type page struct {
	out   strings.Builder
	taken int // ids made so far
}

// raw writes our own markup, never anything from a chapter.
func (p *page) raw(markup string) { p.out.WriteString(markup) }

func (p *page) line() { p.raw("\n") }

func (p *page) text(s string) { p.out.WriteString(escape(s)) }

// open writes a start tag with attributes as name, value, name, value. An
// attribute with an empty value is left out.
func (p *page) open(tag string, attributes ...string) {
	p.tag(tag, attributes)
	p.raw(">")
}

func (p *page) close(tag string) { p.raw("</" + tag + ">") }

// void writes an element without content on a line of its own.
func (p *page) void(tag string, attributes ...string) {
	p.tag(tag, attributes)
	p.raw("/>\n")
}

// element writes an element that holds only text on a line of its own; without
// text it writes nothing.
func (p *page) element(tag, text string) {
	if text == "" {
		return
	}
	p.open(tag)
	p.text(text)
	p.close(tag)
	p.line()
}

func (p *page) tag(tag string, attributes []string) {
	p.raw("<" + tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			p.raw(" " + attributes[i] + `="` + escape(attributes[i+1]) + `"`)
		}
	}
}

// id makes an id of the page's own.
func (p *page) id(kind string) string {
	p.taken++
	return own + kind + strconv.Itoa(p.taken)
}

func (p *page) runs(t chapter.Text) {
	for _, s := range t {
		p.span(s)
	}
}

func (p *page) span(s chapter.Span) {
	tags := []string{}
	enter := func(tag string, attributes ...string) {
		p.open(tag, attributes...)
		tags = append(tags, tag)
	}
	leads := s.Leads()
	switch {
	case s.To != "":
		enter("a", "href", fragment(s.To))
	case leads != "":
		enter("a", "href", leads)
	}
	if s.Strong {
		enter("strong")
	}
	if s.Lang != "" {
		enter("span", "lang", s.Lang)
	}
	if s.Means != "" {
		enter("abbr", "title", s.Means)
	}
	if s.To != "" {
		p.parted(s.Text)
	} else {
		p.lines(s.Text)
	}
	for i := len(tags) - 1; i >= 0; i-- {
		p.close(tags[i])
	}
}

// lines is words whose lines stay lines.
func (p *page) lines(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			p.raw("<br/>\n")
		}
		p.text(line)
	}
}

// parted is what links to a place on the page: a key of parts, which may go on in the
// next line where a part ends.
func (p *page) parted(s string) {
	for {
		i := strings.IndexAny(s, "/_") + 1
		if i == 0 || i == len(s) {
			p.text(s)
			return
		}
		p.text(s[:i])
		p.raw("<wbr/>")
		s = s[i:]
	}
}

// fragment is the address of an anchor in the page.
func fragment(id string) string { return "#" + (&url.URL{Fragment: id}).EscapedFragment() }

// escape makes text safe in content and in quoted attributes. What XML cannot
// hold at all becomes U+FFFD, so that its place stays visible.
func escape(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r >= 0x7F && r < 0xA0 || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, s))
}
