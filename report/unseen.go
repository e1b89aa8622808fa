package report

import "unicode"

// Unseen tells whether a character of somebody's words is left out where they are printed:
// a control character, one that overrides or embeds a direction of writing, so that
// figures after it could read backwards, or a byte order mark (Unicode category Cc;
// Unicode Standard Annex 9, sections 2.1–2.4). Marks that only help scripts written from
// the right stay. Line ends and tabulators are spaces and not meant here.
func Unseen(r rune) bool {
	if Breaks(r) || r == '\t' {
		return false
	}
	return unicode.IsControl(r) || Turns(r) || r == '\ufeff'
}

// Turns tells whether a character overrides or embeds a direction of writing.
func Turns(r rune) bool { return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' }

// Breaks tells whether a character ends a line: those of every system, and those that word
// processors write for a line or a page that ends early (Unicode Standard Annex 14, class BK).
func Breaks(r rune) bool {
	return r >= '\n' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}
