package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gevinst/report/chapter"
)

// words is a text that can be drawn, ready to be broken into lines.
type words struct {
	style style
	text  string
	spans []span
	lang  string // BCP 47, of the spans that name none
	m     Metrics

	addresses []stretch
	lastSpace int // byte of the last space or line break, -1 for none
}

// span is a stretch of the text in one manner, up to the byte end.
type span struct {
	end   int
	face  Face
	lang  string
	href  string // what it leads to, as programs send it
	says  string // the same, as it was typed
	means string // what an abbreviation stands for

	elem, below *Elem // of a link, an abbreviation or words in another language, once a line of it is painted
}

// line is the bytes from..to of the text; hyphen says that it ends within a word.
type line struct {
	from, to int
	width    float64
	hyphen   bool
}

func (s *setter) words(t chapter.Text, st style) *words {
	w := &words{style: st, m: s.m, lang: s.c.Lang.Tag(), spans: make([]span, 0, len(t))}
	for _, part := range t {
		face := st.face
		if part.Strong {
			face = Semibold
		}
		text := printable(s.m, face, part.Text)
		if w.text == "" {
			w.text = text
		} else {
			w.text += text
		}
		w.spans = append(w.spans, span{end: len(w.text), face: face, lang: part.Lang, href: part.Leads(), says: part.Href, means: part.Means})
	}
	w.lastSpace = strings.LastIndexAny(w.text, " \n")
	w.addresses = addressesIn(w.text)
	return w
}

func (s *setter) say(text string, st style) *words { return s.words(chapter.Words(text), st) }

// advance is the width of a letter in points.
func (w *words) advance(face Face, r rune) float64 {
	if r == softHyphen || r == zeroSpace || r == '\n' {
		return 0
	}
	return w.m.Advance(face, r) * w.style.size / 1000
}

// natural is the width of the text on a single line, or of its widest line where
// it has line breaks of its own.
func (w *words) natural() float64 {
	widest, x := 0.0, 0.0
	i := 0
	for at, r := range w.text {
		for at >= w.spans[i].end {
			i++
		}
		if r == '\n' {
			x = 0
			continue
		}
		x += w.advance(w.spans[i].face, r)
		widest = max(widest, x)
	}
	return widest
}

// longest is the width of the widest piece that has no place to break, with its hyphen.
func (w *words) longest() float64 {
	widest, x := 0.0, 0.0
	i := 0
	for at, r := range w.text {
		for at >= w.spans[i].end {
			i++
		}
		switch r {
		case softHyphen:
			widest = max(widest, x+w.advance(w.spans[i].face, '-'))
			fallthrough
		case ' ', '\n', zeroSpace:
			x = 0
			continue
		}
		x += w.advance(w.spans[i].face, r)
		widest = max(widest, x)
		if w.mayBreakAfter(at, r) {
			x = 0
		}
	}
	return widest
}

// breaker is the state of a line that is being filled.
type breaker struct {
	lines  []line
	start  int     // first byte of the line
	x      float64 // its width so far
	inked  float64 // its width up to the last letter that is no space
	at     int     // where it may be broken, 0 for nowhere yet
	atX    float64 // its width there
	atInk  float64
	hyphen bool // breaking there shows a hyphen
	inRow  int  // lines up to here that end with a hyphen, without one between
}

// broken breaks the text into lines of at most the width. It breaks at spaces,
// after hyphens and slashes within words and at soft hyphens, and divides words
// where the style asks for it; a word that is wider than a line is broken
// anywhere. It never breaks at no-break spaces.
func (w *words) broken(width float64) []line {
	const slack = 0.001
	b := breaker{}
	i := 0
	for at, r := range w.text {
		for at >= w.spans[i].end {
			i++
		}
		size := utf8.RuneLen(r)
		wide := w.advance(w.spans[i].face, r)
		switch r {
		case '\n':
			b.end(at, b.inked, false, at+1)
			continue
		case ' ':
			b.x += wide
			b.mayBreak(at+size, b.inked, false)
			continue
		case softHyphen:
			if hyphen := w.advance(w.spans[i].face, '-'); b.x+hyphen <= width {
				b.mayBreak(at+size, b.x+hyphen, true)
			}
			continue
		case zeroSpace:
			b.mayBreak(at+size, b.inked, false)
			continue
		}
		if b.x+wide > width+slack {
			w.divide(&b, at, width)
		}
		if b.x+wide > width+slack && b.at > b.start {
			b.breakThere()
		}
		if b.x+wide > width+slack && at > b.start {
			b.end(at, b.inked, false, at)
		}
		b.x += wide
		b.inked = b.x
		if w.mayBreakAfter(at, r) {
			b.mayBreak(at+size, b.inked, false)
		}
	}
	b.end(len(w.text), b.inked, false, len(w.text))
	return b.lines
}

func (b *breaker) mayBreak(at int, ink float64, hyphen bool) {
	b.at, b.atX, b.atInk, b.hyphen = at, b.x, ink, hyphen
}

func (b *breaker) breakThere() {
	b.lines = append(b.lines, line{b.start, b.at, b.atInk, b.hyphen})
	b.count(b.hyphen)
	b.start, b.x, b.inked = b.at, b.x-b.atX, b.inked-b.atX
	b.inked = max(b.inked, 0)
	b.at = 0
}

func (b *breaker) end(to int, width float64, hyphen bool, next int) {
	b.lines = append(b.lines, line{b.start, to, width, hyphen})
	b.count(hyphen)
	b.start, b.x, b.inked, b.at = next, 0, 0, 0
}

func (b *breaker) count(hyphen bool) {
	b.inRow++
	if !hyphen {
		b.inRow = 0
	}
}

// mayBreakAfter tells whether a line may end after a hyphen, dash or slash: only
// between words of two letters and more, so that "e-post", ranges and amounts
// hold together. An address may be parted after each of its marks.
func (w *words) mayBreakAfter(at int, r rune) bool {
	if w.inAddress(at) {
		return w.partsAddress(at, r)
	}
	if r != '-' && r != '/' && r != '–' && r != '_' && r != '@' {
		return false
	}
	before, after := w.text[:at], w.text[at+utf8.RuneLen(r):]
	last, n := utf8.DecodeLastRuneInString(before)
	second, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
	next, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLetter(last) && unicode.IsLetter(second) && unicode.IsLetter(next)
}

// part is a stretch of a line in one manner.
type part struct {
	*span
	text  string
	width float64
}

// parts are the stretches of a line. The hyphen of a divided word is a soft one,
// which looks like any other and tells those who extract the text that the word
// goes on (ISO 32000-1, 14.8.2.2.3); soft hyphens within the line are left out.
// A line that goes on keeps a space at its end, or gets one where the text breaks,
// so that extracted words stay apart, and one only: a cell may hold thousands of them.
func (w *words) parts(l line) []part {
	var parts []part
	from := l.from
	for i := range w.spans {
		s := &w.spans[i]
		if s.end <= from {
			continue
		}
		to := min(s.end, l.to)
		if to <= from {
			break
		}
		text := bare(w.text[from:to])
		if ink := strings.TrimRight(text, " "); to == l.to && len(ink) < len(text) {
			text = text[:len(ink)+1]
		} else if to == l.to && strings.HasPrefix(w.text[to:], "\n") {
			text += " "
		}
		wide := w.width(s.face, text)
		if l.hyphen && to == l.to {
			text += string(softHyphen)
			wide += w.advance(s.face, '-')
		}
		parts = append(parts, part{s, text, wide})
		from = to
	}
	return parts
}

func bare(s string) string {
	if !strings.ContainsAny(s, "\u00ad\u200b\n") {
		return s
	}
	return strings.NewReplacer("\u00ad", "", "\u200b", "", "\n", "").Replace(s)
}

func (w *words) width(face Face, s string) float64 {
	x := 0.0
	for _, r := range s {
		x += w.advance(face, r)
	}
	return x
}
