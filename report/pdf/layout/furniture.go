package layout

import (
	"strconv"
	"strings"
)

// furniture draws running head and foot and the mark of a draft on every page.
func (s *setter) furniture(p *painter) {
	pages := strconv.Itoa(len(p.doc.Pages))
	for i := range p.doc.Pages {
		p.page = i
		width, height := p.doc.Pages[i].Width, p.doc.Pages[i].Height
		right := width - sideMargin
		s.runningHead(p, right)
		foot := strings.NewReplacer("{page}", strconv.Itoa(i+1), "{pages}", pages).Replace(s.c.Footer)
		s.runningFoot(p, foot, right, height-footLine)
	}
}

func (s *setter) runningHead(p *painter, right float64) {
	const top = headLine - 12
	room := right - sideMargin
	if s.c.Draft != "" {
		mark := s.say(s.c.Draft, labelStyle.bold().coloured(white))
		l := clip(mark, room/2)
		p.artifact(Watermark, &Rect{X: right - l.width - 12, Y: top - 2, W: l.width + 12, H: 16, Filled: true, Fill: warm})
		p.plainLine(Watermark, mark, l, right-l.width-6, top)
		room -= l.width + 24
	}
	head := s.shortened(s.c.Header, room)
	p.plainLine(Header, head, clip(head, room), sideMargin, top)
}

// shortened is the running head: of a long name as much as there is room for, and always
// the year, which stands last.
func (s *setter) shortened(head string, room float64) *words {
	const before = " · "
	whole := s.say(head, labelStyle)
	at := strings.LastIndex(head, before)
	if at < 0 || whole.natural() <= room {
		return whole
	}
	rest := "…" + head[at:]
	name := s.say(head[:at], labelStyle)
	first := clip(name, room-s.say(rest, labelStyle).natural())
	return s.say(strings.TrimRight(name.text[:first.to], " ,-–")+rest, labelStyle)
}

func (s *setter) runningFoot(p *painter, text string, right, y float64) {
	p.artifact(Footer, &Line{sideMargin, y - 6, right, y - 6, faint, hair})
	foot := s.say(text, labelStyle)
	wide := foot.natural()
	p.plainLine(Footer, foot, line{to: len(foot.text), width: wide}, right-wide, y)
	id := s.say(s.c.ID, labelStyle)
	p.plainLine(Footer, id, clip(id, right-sideMargin-wide-20), sideMargin, y)
}

// clip is the first line of a text within a width. Only the running head is
// ever clipped; the same words stand in full on the first page.
func clip(w *words, width float64) line {
	return w.lines(width)[0]
}
