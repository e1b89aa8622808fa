// Package near finds the word that somebody who wrote another one may have meant.
package near

import (
	"strings"
	"unicode"
)

// Fold is a text as people compare it: without letter case, and with any run of
// white space, no-break spaces among them, as one space. Characters that show
// nothing, such as a zero-width space, count for nothing.
func Fold(s string) string {
	s = strings.Map(shown, s)
	if spaced(s) {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.ToLower(s)
}

// shown drops the characters that only say how others are set (Unicode category Cf).
func shown(r rune) rune {
	if r > unicode.MaxASCII && unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}

// spaced tells whether a text holds other white space than single spaces between
// words.
func spaced(s string) bool {
	before := ' '
	for _, r := range s {
		if unicode.IsSpace(r) && (r != ' ' || before == ' ') {
			return true
		}
		before = r
	}
	return before == ' ' && s != ""
}

// Of is the name nearest to what was written, "" where none is within two slips
// of the finger or where more than half of the name would have to change.
func Of(written string, names []string) string {
	best, least := "", 3
	for _, name := range names {
		if d := Distance(Fold(written), Fold(name)); d < least && d < len(name)/2+1 {
			best, least = name, d
		}
	}
	return best
}

// Distance counts the letters to insert, delete or change (Levenshtein). Long
// texts are nobody's slip of the finger and count as wholly different.
func Distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 60 || len(y) > 60 {
		return len(x) + len(y)
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			change := diagonal
			if x[i] != y[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(row[j+1]+1, row[j]+1, change)
		}
	}
	return row[len(y)]
}
