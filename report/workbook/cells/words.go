package cells

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

var errEntity = errors.New("an unknown entity")

// decode appends characters to b with entities resolved and line ends as XML has
// them. What is no text, or names an unknown entity, is an error.
func (t *token) decode(b []byte) ([]byte, error) {
	if !t.plain && bytes.IndexByte(t.text, '&') >= 0 {
		return appendEntities(b, t.text)
	}
	return appendText(b, t.text)
}

func appendText(b, text []byte) ([]byte, error) {
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return b, errRunes
		}
	}
	if !utf8.Valid(text) {
		return b, errRunes
	}
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	return append(b, text...), nil
}

// appendEntities appends text with its five named and its numeric entities resolved.
func appendEntities(b, text []byte) ([]byte, error) {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return appendText(b, text)
		}
		var err error
		if b, err = appendText(b, text[:i]); err != nil {
			return b, err
		}
		end := bytes.IndexByte(text[i:], ';')
		if end < 0 || end > 12 {
			return b, errEntity
		}
		r, err := entity(string(text[i+1 : i+end]))
		if err != nil {
			return b, err
		}
		b, text = utf8.AppendRune(b, r), text[i+end+1:]
	}
}

func entity(name string) (rune, error) {
	switch name {
	case "amp":
		return '&', nil
	case "lt":
		return '<', nil
	case "gt":
		return '>', nil
	case "quot":
		return '"', nil
	case "apos":
		return '\'', nil
	}
	number, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, errEntity
	}
	base := 10
	if hex, ok := strings.CutPrefix(number, "x"); ok {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	r := rune(n)
	if err != nil || n > utf8.MaxRune || !utf8.ValidRune(r) || r < ' ' && r != '\t' && r != '\n' && r != '\r' {
		return 0, errEntity
	}
	return r, nil
}

// unescape resolves the escapes that Excel writes for what XML cannot hold:
// "_x000D_" is a carriage return, "_x005F_" an underscore (ECMA-376, ST_Xstring).
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || len(s) < i+7 {
			return b.String() + s
		}
		n, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' {
			b.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		b.WriteString(s[:i])
		b.WriteRune(rune(n)) // a lone surrogate becomes U+FFFD
		s = s[i+7:]
	}
}

// arena keeps many small strings in few pieces of memory.
type arena struct{ piece strings.Builder }

func (a *arena) string(b []byte) string {
	const size = 64 << 10
	if a.piece.Cap()-a.piece.Len() < len(b) {
		a.piece = strings.Builder{}
		a.piece.Grow(max(size, len(b)))
	}
	start := a.piece.Len()
	a.piece.Write(b)
	return a.piece.String()[start:]
}
