package layout

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	softHyphen = '\u00ad'
	zeroSpace  = '\u200b'
	joiner     = '\u2060'
	byteMark   = '\ufeff'
	asText     = '\ufe0e'
	asEmoji    = '\ufe0f'
)

// printable makes text that the face can draw, and emoji. A letter that it has no
// shape for is written as its code point, "[U+6F22]", and so is a control
// character: nothing disappears and nothing is guessed. Letters with a loose
// accent are joined, as Unicode joins them (NFC). A tab becomes a space; a line
// break stays one. The word joiner, the byte order mark and what asks for one form
// of a letter that has no other have no width and no meaning in print and are left
// out.
func printable(m Metrics, face Face, s string) string {
	if plain(m, face, s) {
		return s
	}
	whole := strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\ufffd")
	return spellOut(m, face, []rune(norm.NFC.String(whole)))
}

func spellOut(m Metrics, face Face, runes []rune) string {
	var b strings.Builder
	var unknown []rune
	flush := func() {
		if len(unknown) > 0 {
			b.WriteString(codePoints(unknown))
			unknown = nil
		}
	}
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if emoji, n := m.Emoji(face, runes[i:]); n > 0 {
			flush()
			b.WriteRune(emoji)
			i += n - 1
			continue
		}
		switch {
		case r == '\t' || r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			flush()
			b.WriteByte(' ')
		case r == joiner || r == byteMark || r == asText || r == asEmoji:
		case drawn(m, face, r):
			flush()
			b.WriteRune(r)
		default:
			unknown = append(unknown, r)
		}
	}
	flush()
	return b.String()
}

func plain(m Metrics, face Face, s string) bool {
	for _, r := range s {
		if !drawn(m, face, r) || r == unicode.ReplacementChar {
			return false
		}
	}
	return true
}

// drawn tells whether the breaker and the face know what to do with a letter.
// Loose accents go through the slow way, where they are joined.
func drawn(m Metrics, face Face, r rune) bool {
	switch {
	case r == '\n' || r == softHyphen || r == zeroSpace:
		return true
	case r < ' ' || r >= 0x7f && r < 0xa0:
		return false
	case unicode.Is(unicode.Mn, r):
		return false // no width: thousands would stand in one place
	default:
		return m.Has(face, r)
	}
}

func codePoints(runes []rune) string {
	names := make([]string, len(runes))
	for i, r := range runes {
		names[i] = fmt.Sprintf("U+%04X", r)
	}
	return "[" + strings.Join(names, " ") + "]"
}
