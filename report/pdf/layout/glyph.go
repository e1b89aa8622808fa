package layout

import (
	"fmt"
	"strings"
	"unicode"
)

const (
	softHyphen = '\u00ad'
	zeroSpace  = '\u200b'
	joiner     = '\u2060'
	byteMark   = '\ufeff'
)

// printable makes text that the face can draw. A letter that it has no shape for
// is written as its code point, "[U+1F600]", and so is a control character:
// nothing disappears and nothing is guessed. Letters with a loose accent are
// joined where the face has the joined letter. A tab becomes a space; a line
// break stays one. The word joiner and the byte order mark have no width and no
// meaning in print and are left out.
func printable(m Metrics, face Face, s string) string {
	if plain(m, face, s) {
		return s
	}
	return spellOut(m, face, []rune(strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\ufffd")))
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
		if i+1 < len(runes) {
			if joined, ok := compose(r, runes[i+1]); ok && m.Has(face, joined) {
				r = joined
				i++
			}
		}
		switch {
		case r == '\t' || r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			flush()
			b.WriteByte(' ')
		case r == joiner || r == byteMark:
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
	case r >= 0x0300 && r < 0x0370:
		return false
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

// joinable lists, for each loose accent, letters and what they become with it.
// Files from macOS write å, ö and é in two parts.
var joinable = [...]struct {
	accent rune
	pairs  string
}{
	{'\u0300', "aàeèiìoòuùAÀEÈIÌOÒUÙ"},
	{'\u0301', "aáeéiíoóuúyýcćnńsśzźAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹæǽøǿ"},
	{'\u0302', "aâeêiîoôuûAÂEÊIÎOÔUÛ"},
	{'\u0303', "aãnñoõAÃNÑOÕ"},
	{'\u0308', "aäeëiïoöuüyÿAÄEËIÏOÖUÜ"},
	{'\u030a', "aåAÅuůUŮ"},
	{'\u030c', "cčsšzžgǧkǩeěrřCČSŠZŽGǦKǨEĚRŘʒǯ"},
	{'\u0327', "cçCÇsşSŞ"},
}

func compose(base, accent rune) (rune, bool) {
	if accent < 0x0300 || accent >= 0x0370 {
		return 0, false
	}
	for _, j := range joinable {
		if j.accent != accent {
			continue
		}
		pairs := []rune(j.pairs)
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == base {
				return pairs[i+1], true
			}
		}
	}
	return 0, false
}
