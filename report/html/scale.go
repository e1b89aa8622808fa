package html

import (
	"strings"

	"gevinst/report"
)

// scale maps amounts to percent of a chart's width. It is exact until the
// third decimal, so no machine draws another chart.
type scale struct{ low, high report.Kroner }

// scaleOf spans every bar and zero.
func scaleOf(rows []row) scale {
	var s scale
	for _, r := range rows {
		if r.bar {
			s.low = s.low.Min(r.from).Min(r.to)
			s.high = s.high.Max(r.from).Max(r.to)
		}
	}
	return s
}

// at is the place of an amount, "37.5%".
func (s scale) at(k report.Kroner) string { return s.width(s.low, k) }

// width is the distance between two amounts, "12.25%"; 0 where all bars are zero.
func (s scale) width(from, to report.Kroner) string {
	span := s.high.Sub(s.low)
	if span.Sign() == 0 {
		return "0%"
	}
	return to.Sub(from).Shift(2).Quo(span).Round(3).Decimal().String() + "%"
}

// wrap breaks words into lines of at most so many columns. A word that is longer
// than a line is cut; nothing is dropped.
func wrap(s string, most int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(s) {
		last := &lines[len(lines)-1]
		if *last != "" && columns(*last)+1+columns(word) <= most {
			*last += " " + word
			continue
		}
		for i, piece := range cut(word, most) {
			if i == 0 && *last == "" {
				*last = piece
				continue
			}
			lines = append(lines, piece)
		}
	}
	return lines
}

// cut breaks a word into pieces of at most so many columns.
func cut(word string, most int) []string {
	var pieces []string
	piece, n := "", 0
	for _, r := range word {
		if n+runeColumns(r) > most && piece != "" {
			pieces = append(pieces, piece)
			piece, n = "", 0
		}
		piece += string(r)
		n += runeColumns(r)
	}
	return append(pieces, piece)
}

// columns is about how wide a text is, in average letters.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

// runeColumns counts two for the wide scripts, emoji, and the widest capitals.
func runeColumns(r rune) int {
	if r >= 0x1100 || r == 'W' || r == 'M' {
		if r >= 0x2000 && r < 0x2600 {
			return 1 // spaces, dashes, minus
		}
		return 2
	}
	return 1
}
