package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gevinst/report/pdf/hyphen"
)

// mostInRow is the number of lines in a row that may end with a hyphen, and
// longestWord the bytes of what is still a word: a cell full of one letter is
// broken anywhere, since patterns would be tried at every letter of every line.
const (
	mostInRow   = 2
	longestWord = 120
)

// divide lets a line that is full at a byte of the text end within the word that
// stands there, if it would else end far short of the width.
func (w *words) divide(b *breaker, at int, width float64) {
	broken := b.at > b.start
	if w.style.ragged == 0 || broken && (width-b.atInk <= w.style.ragged || b.inRow >= mostInRow) {
		return
	}
	s, ok := w.wordAt(at, b.start)
	if !ok || broken && w.lastSpace < s.to {
		return // the last word rather stands whole on a line of its own
	}
	patterns, err := hyphen.For(s.lang)
	if err != nil {
		return // the program was built with a broken file, which a test finds; the words stay whole
	}
	mark := w.advance(s.face, '-')
	points := patterns.Points(w.text[s.from:s.to])
	for i := len(points) - 1; i >= 0; i-- {
		point := s.from + points[i]
		if point <= max(b.at, b.start) {
			return
		}
		if x := w.reach(b.start, point); x+mark <= width {
			b.at, b.atX, b.atInk, b.hyphen = point, x, x+mark, true
			return
		}
	}
}

// word is where a word stands that may be divided, with its face and language.
type word struct {
	from, to int
	face     Face
	lang     string
}

// wordAt finds the word at a byte of the text, or right in front of it, if it may
// be divided: letters only, between spaces and marks of prose, and no name.
func (w *words) wordAt(at, start int) (word, bool) {
	from, to := letters(w.text, at)
	s, ok := w.within(max(from, start), to)
	if !ok || to-from > longestWord || isName(w.text[:from], w.text[from:to]) || !standsFree(w.text, from, to) || w.inAddress(from) {
		return word{}, false
	}
	s.from = from
	return s, true
}

// letters are the bytes from..to of the letters around a byte. It looks no farther
// than tells that they are too many for a word: a cell may hold tens of thousands.
func letters(text string, at int) (from, to int) {
	from, to = at, at
	for from > 0 && at-from <= longestWord {
		r, n := utf8.DecodeLastRuneInString(text[:from])
		if !unicode.IsLetter(r) {
			break
		}
		from -= n
	}
	for to < len(text) && to-at <= longestWord {
		r, n := utf8.DecodeRuneInString(text[to:])
		if !unicode.IsLetter(r) {
			break
		}
		to += n
	}
	return from, to
}

// within is the part of the text where a word stands, if all of it is in one manner
// and is no link.
func (w *words) within(from, to int) (word, bool) {
	begin := 0
	for _, s := range w.spans {
		if from < s.end {
			lang := s.lang
			if lang == "" {
				lang = w.lang
			}
			return word{from, to, s.face, lang}, from >= begin && to <= s.end && s.href == ""
		}
		begin = s.end
	}
	return word{}, false
}

// isName tells whether a word is, or may be, a name or an abbreviation: it has
// capitals after its first letter, or begins with one within a sentence.
func isName(before, word string) bool {
	for i, r := range word {
		if unicode.IsUpper(r) && (i > 0 || !beginsSentence(before)) {
			return true
		}
	}
	return false
}

func beginsSentence(before string) bool {
	before = strings.TrimRight(before, " \u00a0\n«“\"(")
	return before == "" || strings.HasSuffix(before, ".") || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "?") || strings.HasSuffix(before, "!")
}

// standsFree tells whether what touches a word is white space or marks of prose:
// parts of addresses, identifiers, words with soft hyphens and what a no-break
// space ties to a number ("4,6 millioner") are not divided.
func standsFree(text string, from, to int) bool {
	const spaces = " \u00a0\n"
	before, n := utf8.DecodeLastRuneInString(text[:from])
	if n > 0 && !strings.ContainsRune(" \n«“\"(–-/", before) {
		return false
	}
	after := text[to:]
	trimmed := strings.TrimLeft(after, ".,:;!?»”\")")
	if trimmed == "" {
		return true
	}
	next, _ := utf8.DecodeRuneInString(trimmed)
	return strings.ContainsRune(spaces, next) || trimmed == after && strings.ContainsRune("–-/", next)
}

// reach is the width of the bytes from..to of the text on a line.
func (w *words) reach(from, to int) float64 {
	x := 0.0
	i := 0
	for at, r := range w.text[from:to] {
		for from+at >= w.spans[i].end {
			i++
		}
		x += w.advance(w.spans[i].face, r)
	}
	return x
}
