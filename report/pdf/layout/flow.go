package layout

// piece is a strip of the page that is never divided: a line of a paragraph, a
// row of a table, a chart.
type piece struct {
	height float64
	before float64 // room above, dropped at the head of a page
	stick  bool    // stands on the same page as the next piece
	turned bool    // stands on a turned page
	fresh  bool    // begins a page
	again  *again  // stands above the piece where a page begins with it
	paint  func(p *painter, y float64)
}

// again is the head of a table, repeated where the table goes on.
type again struct {
	height float64
	paint  func(p *painter, y float64)
}

// spot is where a piece stands: its page and the height of its upper edge.
type spot struct {
	page     int
	y        float64
	repeated bool // the head of its table stands above it
}

// pager fills pages with pieces.
type pager struct {
	pieces []piece
	spots  []spot
	turned []bool // of each page
	y      float64
	empty  bool
}

// paginate finds a place for every piece, in order. Pieces that stick together
// move to the next page together; only where they are taller than a page are
// they parted.
func paginate(pieces []piece) ([]spot, []bool) {
	g := &pager{pieces: pieces, spots: make([]spot, 0, len(pieces))}
	g.newPage(len(pieces) > 0 && pieces[0].turned)
	for from := 0; from < len(pieces); {
		to := from
		for to < len(pieces)-1 && pieces[to].stick {
			to++
		}
		g.place(from, to+1)
		from = to + 1
	}
	return g.spots, g.turned
}

// place puts pieces[from:to], which stick together.
func (g *pager) place(from, to int) {
	first := g.pieces[from]
	height := 0.0
	for _, p := range g.pieces[from:to] {
		height += p.before + p.height
	}
	whole := areaHeight(first.turned)
	if first.again != nil {
		whole -= first.again.height
	}
	switch {
	case first.turned != g.current(), first.fresh && !g.empty:
		g.newPage(first.turned)
	case !g.empty && g.y+height > g.bottom() && height-first.before <= whole:
		g.newPage(first.turned)
	}
	for i := from; i < to; i++ {
		g.put(g.pieces[i])
	}
}

func (g *pager) put(p piece) {
	if p.turned != g.current() || !g.empty && g.y+p.before+p.height > g.bottom()+0.01 {
		g.newPage(p.turned)
	}
	repeated := g.empty && p.again != nil
	switch {
	case repeated:
		g.y += p.again.height
	case !g.empty:
		g.y += p.before
	}
	g.spots = append(g.spots, spot{len(g.turned) - 1, g.y, repeated})
	g.y += p.height
	g.empty = false
}

func (g *pager) newPage(turned bool) {
	if g.empty && len(g.turned) > 0 {
		g.turned[len(g.turned)-1] = turned
	} else {
		g.turned = append(g.turned, turned)
	}
	g.y, g.empty = topMargin, true
}

func (g *pager) current() bool   { return g.turned[len(g.turned)-1] }
func (g *pager) bottom() float64 { return topMargin + areaHeight(g.current()) }

// paper is the size of a page.
func paper(turned bool) (width, height float64) {
	if turned {
		return paperLong, paperShort
	}
	return paperShort, paperLong
}

func areaHeight(turned bool) float64 {
	_, height := paper(turned)
	return height - topMargin - footMargin
}

func areaWidth(turned bool) float64 {
	width, _ := paper(turned)
	return width - 2*sideMargin
}
