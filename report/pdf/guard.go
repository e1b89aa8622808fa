package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"gevinst/report/pdf/object"
)

// guard reads the drawn contents of a page again, whatever drew them: everything
// that leaves ink must stand within a mark, marks must open and close and not lie
// within each other, and marks that belong to the tree must be numbered from 0 to
// marks-1. No string is longer than PDF/A allows (ISO 19005-2, 6.1.13). An error is a
// flaw of this package.
func guard(contents []byte, marks int) error {
	g := tokens{b: contents}
	open, next := false, 0
	for op := g.operator(); op != ""; op = g.operator() {
		switch op {
		case "BDC", "BMC":
			if open {
				return fmt.Errorf("a mark within a mark at byte %d", g.at)
			}
			open = true
			if g.mcid >= 0 && g.mcid != next {
				return fmt.Errorf("mark %d stands where mark %d is due", g.mcid, next)
			}
			if g.mcid >= 0 {
				next++
			}
		case "EMC":
			if !open {
				return fmt.Errorf("a mark is closed at byte %d that was not open", g.at)
			}
			open = false
		case "Tj", "TJ", "'", `"`, "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "EI":
			if !open {
				return fmt.Errorf("%s at byte %d draws outside every mark", op, g.at)
			}
		}
	}
	if g.longest > object.LongestString {
		return fmt.Errorf("a string of %d bytes is drawn", g.longest)
	}
	if open || next != marks {
		return fmt.Errorf("%d of %d marks are drawn, the last closed: %t", next, marks, !open)
	}
	return nil
}

// tokens reads contents token by token. mcid is the number of a mark among the
// operands of the last operator, -1 where there was none; longest is the bytes of the
// longest string.
type tokens struct {
	b       []byte
	at      int
	mcid    int
	longest int
}

// operator skips operands and returns the next operator, "" at the end.
func (g *tokens) operator() string {
	g.mcid = -1
	for g.at < len(g.b) {
		c := g.b[g.at]
		switch {
		case c == '(':
			g.literal()
		case c == '<' && !bytes.HasPrefix(g.b[g.at:], []byte("<<")):
			g.hex()
		case c == '<':
			g.at += 2
		case bytes.IndexByte([]byte("\x00\t\n\f\r >[]{}"), c) >= 0:
			g.at++
		default:
			word := g.word()
			if word == "/MCID" {
				g.at++
				g.mcid, _ = strconv.Atoi(g.word())
			} else if c != '/' && !isNumber(c) {
				return word
			}
		}
	}
	return ""
}

func isNumber(c byte) bool { return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' }

func (g *tokens) word() string {
	from := g.at
	for g.at++; g.at < len(g.b) && bytes.IndexByte([]byte("\x00\t\n\f\r ()<>[]{}/"), g.b[g.at]) < 0; {
		g.at++
	}
	return string(g.b[from:min(g.at, len(g.b))])
}

// hex skips a string of hexadecimal digits.
func (g *tokens) hex() {
	from := g.at
	for g.at < len(g.b) && g.b[g.at] != '>' {
		g.at++
	}
	g.longest = max(g.longest, (g.at-from)/2)
}

// literal skips a string in parentheses.
func (g *tokens) literal() {
	from, escapes := g.at+1, 0
	for open := 0; g.at < len(g.b); g.at++ {
		switch g.b[g.at] {
		case '\\':
			g.at++
			escapes++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				g.longest = max(g.longest, g.at-from-escapes)
				g.at++
				return
			}
		}
	}
}
