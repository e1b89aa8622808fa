package layout

import (
	"fmt"

	"gevinst/report/chapter"
)

// contentsFrom is the number of pages above which a section gets contents.
const contentsFrom = 6

// Set sets a chapter on pages. The error says that the chapter holds a block or
// chart that this package does not know.
func Set(c *chapter.Chapter, m Metrics) (*Document, error) {
	cover := &setter{c: c, m: m, root: &Elem{Type: "Sect"}}
	cover.cover()
	body, err := setBody(c, m, cover.after, nil)
	if err != nil {
		return nil, err
	}
	front, spots, turned := settle(c, m, cover, body)
	if wide := body.onTurned(spots[len(spots)-len(body.pieces):], turned); len(wide) > 0 {
		if body, err = setBody(c, m, cover.after, wide); err != nil {
			return nil, err
		}
		front, spots, turned = settle(c, m, cover, body)
	}
	if err := fit(joined(cover, front, body)); err != nil {
		return nil, err
	}

	root := &Elem{Type: "Document", Kids: append([]Kid{{Elem: cover.root}}, front.kids()...)}
	root.Kids = append(root.Kids, body.root.Kids...)
	p := newPainter(root, turned)
	pieces := joined(cover, front, body)
	for i, piece := range pieces {
		p.page = spots[i].page
		if spots[i].repeated {
			piece.again.paint(p, spots[i].y-piece.again.height)
		}
		if spots[i].lower > 0 {
			piece.lower(spots[i].lower)
		}
		piece.paint(p, spots[i].y)
	}
	cover.furniture(p)
	offset := len(pieces) - len(body.pieces)
	for _, h := range body.headings {
		at := spots[offset+h.piece]
		p.doc.Outline = append(p.doc.Outline, Entry{min(max(h.Level, 1), 3), title(h.Heading), at.page, at.y, h.elem})
	}
	return p.doc, nil
}

// setBody makes the pieces of the blocks. The tables that wide names, counted from 0,
// are set as wide as a turned page.
func setBody(c *chapter.Chapter, m Metrics, after float64, wide map[int]bool) (*setter, error) {
	s := &setter{c: c, m: m, root: &Elem{Type: "Document"}, after: after, wide: wide}
	return s, s.blocks(c.Blocks)
}

// onTurned are the tables that are no wider than an upright page but stand on turned
// ones, which another table asked for.
func (s *setter) onTurned(spots []spot, turned []bool) map[int]bool {
	wide := map[int]bool{}
	for i, t := range s.tables {
		first, last := spots[t.first].page, spots[t.end-1].page
		if !t.turned && first == last && turned[first] {
			wide[i] = true
		}
	}
	return wide
}

func title(h *chapter.Heading) string {
	if h.Number == "" {
		return h.Text
	}
	return h.Number + " " + h.Text
}

func (s *setter) blocks(blocks []chapter.Block) error {
	above := 0 // where the pieces of the block above begin
	for i, b := range blocks {
		first := len(s.pieces)
		if err := s.block(b); err != nil {
			return err
		}
		if i > 0 && first > 0 {
			lean(&s.pieces[first-1], first-above <= leading, blocks, i)
		}
		above = first
	}
	return nil
}

// leading is how many lines of words are still no more than a lead to what follows.
const leading = 3

// lean lets what stands above block i lean on it. A few words above a list stand with it:
// they say what is listed. All else leans only if it is the only words below a
// heading: above a table or list it stands with that, lest heading and table be
// parted, and above another heading rather so. So do a few words above more of them: a
// question and its answer.
func lean(above *piece, few bool, blocks []chapter.Block, i int) {
	_, words := blocks[i-1].(*chapter.Paragraph)
	if !words {
		return
	}
	if _, list := blocks[i].(*chapter.List); list && few {
		above.stick = true
	}
	if i == 1 || !isHeading(blocks[i-2]) {
		return
	}
	switch blocks[i].(type) {
	case *chapter.Table, *chapter.List:
		above.stick = true
	case *chapter.Heading, *chapter.Paragraph:
		if few {
			above.hold = holdLead
		}
	}
}

func isHeading(b chapter.Block) bool {
	_, ok := b.(*chapter.Heading)
	return ok
}

// fit refuses what would run off a page, rather than lose it: a heading of many
// thousand letters. All else is divided.
func fit(pieces []piece) error {
	for _, p := range pieces {
		if p.height > areaHeight(p.turned) {
			return fmt.Errorf("a heading or label is taller than a page: %.0f points", p.height)
		}
	}
	return nil
}

// settle finds the place of everything: it lays pages until the contents say the
// pages that the headings stand on. Their length depends on the pages only where
// a number grows a digit, so two passes settle them; a fourth never changes.
func settle(c *chapter.Chapter, m Metrics, cover, body *setter) (front *setter, spots []spot, turned []bool) {
	spots, turned = paginate(joined(cover, nil, body))
	if len(turned) <= contentsFrom || c.Contents == "" || len(body.headings) == 0 {
		return nil, spots, turned
	}
	body.pieces[0].fresh = true // the first page is the answer and the way to the rest
	var at []spot
	for range 4 {
		front = &setter{c: c, m: m, root: &Elem{Type: "Sect"}, after: cover.after}
		front.contents(body.headings, at)
		spots, turned = paginate(joined(cover, front, body))
		now := spots[len(spots)-len(body.pieces):]
		if same(at, now) {
			break
		}
		at = now
	}
	return front, spots, turned
}

func same(a, b []spot) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func (s *setter) kids() []Kid {
	if s == nil {
		return nil
	}
	return []Kid{{Elem: s.root}}
}

func joined(cover, front, body *setter) []piece {
	all := append([]piece{}, cover.pieces...)
	if front != nil {
		all = append(all, front.pieces...)
	}
	return append(all, body.pieces...)
}
