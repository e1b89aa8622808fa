package html

import "gevinst/report/chapter"

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
