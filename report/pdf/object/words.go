package object

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
)

// What PDF/A-2 lets a file hold at most, in bytes (ISO 19005-2, 6.1.13).
const (
	LongestString = 32767 // also in the contents of a page, which this package does not look into
	longestName   = 127
)

// output is what is written so far, and the first thing in it that no file may hold.
type output struct {
	strings.Builder
	failed error
}

func (b *output) bound(what string, size, most int) {
	if size > most && b.failed == nil {
		b.failed = fmt.Errorf("a %s of %d bytes: PDF/A allows %d", what, size, most)
	}
}

// Words is text for a reader: what Sayable makes of it, in UTF-16 where it is not
// ASCII (7.9.2.2).
func Words(s string) String {
	s = Sayable(s)
	if isPlain(s) {
		return String(s)
	}
	b := []byte{0xfe, 0xff}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return String(b)
}

func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// Sayable is text as a string of a file, and the XML of its metadata, can hold it.
// What is no letter becomes U+FFFD: XML knows no U+FFFF, and UTF-16 takes U+001B for
// the beginning of a language's name. Text too long for a string ends in an ellipsis;
// what is said beside the page (title, bookmark, what a chart shows) stands on it in full.
func Sayable(s string) string {
	const mark, ellipsis = 2, 2 // bytes in UTF-16
	if isPlain(s) && len(s) <= LongestString {
		return s
	}
	s = strings.Map(letter, s)
	size, fits := mark, 0
	for at, r := range s {
		if size+ellipsis <= LongestString {
			fits = at
		}
		if size += 2 * utf16.RuneLen(r); size > LongestString {
			return s[:fits] + "…"
		}
	}
	return s
}

func letter(r rune) rune {
	const afterLast, lastTwo = 0xfdf0, 0xfffe
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return r
	case unicode.IsControl(r), r >= 0xfdd0 && r < afterLast, r&lastTwo == lastTwo:
		return unicode.ReplacementChar
	}
	return r
}
