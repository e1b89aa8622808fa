package layout

// painter puts shapes on the pages and hangs them into the structure tree.
type painter struct {
	doc  *Document
	page int
	mcid []int // next of each page
}

func newPainter(root *Elem, turned []bool) *painter {
	p := &painter{doc: &Document{Root: root, Pages: make([]Page, len(turned))}, mcid: make([]int, len(turned))}
	for i, t := range turned {
		p.doc.Pages[i].Width, p.doc.Pages[i].Height = paper(t)
	}
	return p
}

// content draws shapes that belong to an element.
func (p *painter) content(e *Elem, shapes ...Shape) {
	page := &p.doc.Pages[p.page]
	if n := len(page.Marks); n > 0 && page.Marks[n-1].Elem == e {
		page.Marks[n-1].Shapes = append(page.Marks[n-1].Shapes, shapes...)
		return
	}
	page.Marks = append(page.Marks, Mark{Elem: e, MCID: p.mcid[p.page], Shapes: shapes})
	e.Kids = append(e.Kids, Kid{Page: p.page, MCID: p.mcid[p.page]})
	p.mcid[p.page]++
}

// artifact draws shapes that are no part of the text.
func (p *painter) artifact(kind Artifact, shapes ...Shape) {
	page := &p.doc.Pages[p.page]
	if n := len(page.Marks); n > 0 && page.Marks[n-1].Elem == nil && page.Marks[n-1].Artifact == kind {
		page.Marks[n-1].Shapes = append(page.Marks[n-1].Shapes, shapes...)
		return
	}
	page.Marks = append(page.Marks, Mark{Artifact: kind, Shapes: shapes})
}

// line draws a line of text with its upper edge at y.
func (p *painter) line(e *Elem, w *words, l line, x, y float64) {
	base := y + w.style.ascent()
	for _, part := range w.parts(l) {
		text := &Text{x, base, part.width, part.face, w.style.size, w.style.colour, part.text}
		switch {
		case part.href != "":
			p.link(part.within(e, "Link"), text, part, y, w.style.lead)
		case part.lang != "" || part.means != "":
			p.content(part.within(e, "Span"), text)
		default:
			p.content(e, text)
		}
		x += part.width
	}
}

// within is the span's element below another: one, over however many lines it goes.
func (s *span) within(e *Elem, typ string) *Elem {
	if s.below != e {
		s.elem, s.below = e.add(typ), e
		s.elem.Lang, s.elem.Means = s.lang, s.means
	}
	return s.elem
}

// link draws a line of a link. Each line is an area of its own, since many viewers
// take one around them all for the link, and with it the words beside it.
func (p *painter) link(link *Elem, text *Text, part part, y, lead float64) {
	text.Colour = accent
	p.content(link, text)
	p.area(link, Link{X: text.X, Y: y, W: text.Width, H: lead, Href: part.href, Says: part.says})
	p.artifact(Layout, &Line{text.X, text.Y + 2, text.X + text.Width, text.Y + 2, 0.5, accent})
}

// area makes a part of the page lead somewhere.
func (p *painter) area(e *Elem, l Link) {
	page := &p.doc.Pages[p.page]
	l.Elem = e
	page.Links = append(page.Links, l)
	e.Kids = append(e.Kids, Kid{Page: p.page, Link: len(page.Links)})
}

// plainLine draws a line of text as an artifact.
func (p *painter) plainLine(kind Artifact, w *words, l line, x, y float64) {
	base := y + w.style.ascent()
	for _, part := range w.parts(l) {
		p.artifact(kind, &Text{x, base, part.width, part.face, w.style.size, w.style.colour, part.text})
		x += part.width
	}
}

func (p *painter) rule(kind Artifact, x, y, width, weight float64, c Colour) {
	p.artifact(kind, &Line{x, y, x + width, y, weight, c})
}
