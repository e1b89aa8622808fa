package layout

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stretch is the bytes from..to of a text.
type stretch struct{ from, to int }

// addressesIn finds where addresses stand in a text. A hyphen within one would seem to
// belong to it, so that it is not divided as words are, but broken after its own marks.
func addressesIn(text string) []stretch {
	if !strings.ContainsAny(text, "/@") && !strings.Contains(text, "www.") {
		return nil
	}
	var all []stretch
	from := -1
	for at, r := range text + " " {
		switch space := unicode.IsSpace(r); {
		case !space && from < 0:
			from = at
		case space && from >= 0:
			if isAddress(text[from:at]) {
				all = append(all, stretch{from, at})
			}
			from = -1
		}
	}
	return all
}

// isAddress tells whether what stands between spaces is an address of the web or a
// mailbox, with or without marks of prose around it.
func isAddress(s string) bool {
	s = strings.TrimLeft(s, "(«“\"<")
	host, _, path := strings.Cut(s, "/")
	_, mailbox, at := strings.Cut(s, "@")
	return strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || path && strings.Contains(strings.Trim(host, "."), ".") || at && strings.Contains(mailbox, ".")
}

// inAddress tells whether a byte of the text stands in an address.
func (w *words) inAddress(at int) bool {
	i := sort.Search(len(w.addresses), func(i int) bool { return w.addresses[i].to > at })
	return i < len(w.addresses) && w.addresses[i].from <= at
}

// partsAddress tells whether a line may end after a mark at a byte of an address: where
// a letter or figure follows, so that none begins with a mark.
func (w *words) partsAddress(at int, r rune) bool {
	const marks = "/.-?&=#_@"
	next, _ := utf8.DecodeRuneInString(w.text[at+utf8.RuneLen(r):])
	return strings.ContainsRune(marks, r) && (unicode.IsLetter(next) || unicode.IsDigit(next))
}
