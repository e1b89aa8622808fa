// Package jsonout writes what gevinst publishes for programs, the same way everywhere:
// indented by two spaces, in a stable order, with a line feed at its end and nothing
// escaped for HTML. A character that cannot be seen, or that turns the direction of what
// follows, stands as its number (RFC 8259, section 7): somebody else's words cannot steer
// the terminal that the file is shown on, and a reader of the JSON gets them unchanged.
package jsonout

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Write writes v.
func Write(w io.Writer, v any) error { return WriteWithin(w, "", v) }

// WriteWithin writes v where it stands within another value: every line but the first
// begins with the margin.
func WriteWithin(w io.Writer, margin string, v any) error {
	enc := json.NewEncoder(visible{w})
	enc.SetEscapeHTML(false)
	enc.SetIndent(margin, "  ")
	return enc.Encode(v)
}

// visible writes JSON on, unseen characters as their numbers. They stand in strings only.
// The encoder writes a value at once, so that no character is divided between two writes.
type visible struct{ w io.Writer }

func (v visible) Write(p []byte) (int, error) {
	from := 0
	for at := 0; at < len(p); {
		if p[at] < 0x7f { // the encoder has numbered the control characters down here
			at++
			continue
		}
		r, size := utf8.DecodeRune(p[at:])
		if unicode.In(r, unicode.Cc, unicode.Cf) {
			if err := v.both(p[from:at], numbered(r)); err != nil {
				return from, err
			}
			from = at + size
		}
		at += size
	}
	if _, err := v.w.Write(p[from:]); err != nil {
		return from, err
	}
	return len(p), nil
}

func (v visible) both(seen []byte, number string) error {
	if _, err := v.w.Write(seen); err != nil {
		return err
	}
	_, err := io.WriteString(v.w, number)
	return err
}

// numbered is the rune as a JSON string writes it by number: two numbers beyond the first plane.
func numbered(r rune) string {
	if high, low := utf16.EncodeRune(r); high != unicode.ReplacementChar {
		return fmt.Sprintf(`\u%04x\u%04x`, high, low)
	}
	return fmt.Sprintf(`\u%04x`, r)
}
