package layout

// piece is a strip of the page that is never divided: a line of a paragraph, a
// row of a table, a chart.
type piece struct {
	height float64
	before float64 // room above, dropped at the head of a page
	stick  bool    // stands on the same page as the next piece
	hold   int     // what a page that ends below it costs, beside the blank that it leaves
	turned bool    // stands on a turned page; all others stand on either
	fresh  bool    // begins a page
	again  *again  // stands above the piece where a page begins with it
	give   float64 // how much lower it may be set
	lower  func(by float64)
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
	lower    float64
}

// What a page break costs, in squared hundredths of a page left blank: a long table
// is divided rather than an eighth of a page left blank, a short one rather than a
// quarter. Between blocks, and above a heading over rows, it costs nothing.
const (
	holdLine        = 30        // within a paragraph
	holdRow         = 60        // between rows
	holdShort       = 600       // between rows of a short table
	holdCalculation = 1500      // below a subtotal of a calculation
	holdLead        = 300       // below words that only lead to the heading below them
	holdStuck       = 1_000_000 // parted only where no page holds it
	costRunt        = 500       // a last page that is nearly empty
	costParted      = 200       // a paragraph parted where all of it has room
)

// pager parts pieces into pages. Of all ways it takes the one that leaves least
// blank and parts least of what belongs together; the last page is left out, since
// what stands on it is what is left.
type pager struct {
	pieces []piece
	cost   []int // least cost of the pieces in front of each
	begin  []int // where the page begins that ends in front of each
}

// paginate finds a place for every piece, in order, and says which pages are turned.
func paginate(pieces []piece) ([]spot, []bool) {
	g := &pager{pieces: pieces, cost: make([]int, len(pieces)+1), begin: make([]int, len(pieces)+1)}
	for i := range g.cost[1:] {
		g.cost[i+1] = -1
	}
	for i := range pieces {
		g.pagesFrom(i)
	}
	return g.spots()
}

// pagesFrom tries every page that begins with a piece, which stands there in any case.
func (g *pager) pagesFrom(first int) {
	s := sheet{}
	for i := first; i < len(g.pieces); i++ {
		if s.put(&g.pieces[i]); i > first && (g.pieces[i].fresh || s.over() > s.give) {
			return
		}
		cost := g.cost[first] + g.ending(&s, i)
		if end := i + 1; g.cost[end] < 0 || cost < g.cost[end] {
			g.cost[end], g.begin[end] = cost, first
		}
	}
}

// ending is what it costs to end a page below a piece.
func (g *pager) ending(s *sheet, last int) int {
	blank := int(100 * (areaHeight(s.turned) - s.y) / areaHeight(s.turned))
	if last == len(g.pieces)-1 {
		if blank > 75 {
			return costRunt
		}
		return 0
	}
	cost := g.pieces[last].hold + blankCost(blank)
	if g.pieces[last].stick {
		cost += holdStuck
	}
	if g.parts(s, last) {
		cost += costParted
	}
	return cost
}

// parts tells whether a page that ends below a piece parts a paragraph that it could
// hold to its end.
func (g *pager) parts(s *sheet, last int) bool {
	whole := *s
	for i := last; g.pieces[i].hold == holdLine; i++ {
		whole.put(&g.pieces[i+1])
		if whole.over() > 0 {
			return false
		}
	}
	return g.pieces[last].hold == holdLine
}

// blankCost is what it costs to leave so many hundredths of a page blank.
func blankCost(blank int) int {
	const free, much = 4, 22 // what nobody sees, and what everybody sees
	cost := max(blank-free, 0) * max(blank-free, 0)
	return cost + 300*max(blank-much, 0)
}

// spots puts the pieces on the pages that cost least.
func (g *pager) spots() ([]spot, []bool) {
	var ends []int
	for end := len(g.pieces); end > 0; end = g.begin[end] {
		ends = append(ends, end)
	}
	spots, turned := make([]spot, len(g.pieces)), make([]bool, max(len(ends), 1))
	for page := range ends {
		end := ends[len(ends)-1-page]
		turned[page] = setPage(g.pieces[g.begin[end]:end], spots[g.begin[end]:end], page)
	}
	return spots, turned
}

// setPage sets pieces on a page, and tells whether it is turned. What is too high for it
// is taken from those that give.
func setPage(pieces []piece, spots []spot, page int) (turned bool) {
	whole := sheet{}
	for i := range pieces {
		whole.put(&pieces[i])
	}
	share := 0.0
	if whole.over() > 0 && whole.give > 0 {
		share = min(whole.over()/whole.give, 1)
	}
	s, taken := sheet{}, 0.0
	for i := range pieces {
		repeated := s.pieces == 0 && pieces[i].again != nil
		s.put(&pieces[i])
		spots[i] = spot{page, topMargin + s.y - pieces[i].height - taken, repeated, share * pieces[i].give}
		taken += spots[i].lower
	}
	return whole.turned
}

// sheet is a page that is being filled.
type sheet struct {
	y      float64 // what is filled
	give   float64 // how much less it may be
	turned bool
	pieces int
}

func (s *sheet) put(p *piece) {
	switch {
	case s.pieces > 0:
		s.y += p.before
	case p.again != nil:
		s.y += p.again.height
	}
	s.y += p.height
	s.give += p.give
	s.turned = s.turned || p.turned
	s.pieces++
}

// over is what the pieces are too high together.
func (s *sheet) over() float64 {
	const slack = 0.01
	return max(s.y-areaHeight(s.turned)-slack, 0)
}

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
