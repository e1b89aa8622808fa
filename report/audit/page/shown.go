package page

import (
	"fmt"
	"strings"
	"unicode"
)

// shown is somebody else's words with everything in them to be seen: a line break is
// an arrow, and what controls a screen or turns the direction of writing is its number.
func shown(s string) string {
	if !strings.ContainsFunc(s, hidden) {
		return s
	}
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch {
		case r == '\n':
			b.WriteString("↵ ")
		case r == '\t':
			b.WriteString("⇥ ")
		case hidden(r):
			fmt.Fprintf(&b, "[U+%04X]", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// hidden tells whether a reader would not see a character, though a machine does.
// A soft hyphen and the joiners of a script are left to their language.
func hidden(r rune) bool {
	switch r {
	case '\u00ad', '\u200c', '\u200d', '\ufe0f':
		return false
	case '\u2028', '\u2029', '\ufffe', '\uffff':
		return true
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// opening begins a sentence that elsewhere follows a colon.
func opening(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		r[0] = unicode.ToUpper(r[0])
	}
	return string(r)
}
