package printed

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// drawn is what the contents of a page draw: words by the number of their mark,
// words of artifacts, and what stands in neither.
type drawn struct {
	marked  map[int]string
	margins []string
	loose   []string
	draft   bool
}

// page runs through the contents of a page (ISO 32000-1, 7.8.2). maps gives the
// meaning of codes by font.
type page struct {
	drawn
	maps     map[string]map[uint16]string
	font     string
	operands []operand
	mark     mark
}

type operand struct {
	text bool // a string, not a name, a number or the bracket of an array
	s    string
}

// mark is the mark that is open.
type mark struct {
	open, artifact bool
	mcid           int
	words          string
}

func contents(b []byte, maps map[string]map[uint16]string) drawn {
	p := &page{maps: maps, drawn: drawn{marked: map[int]string{}}}
	for at := 0; at < len(b); {
		at = p.token(b, at)
	}
	if p.mark.open {
		p.close()
	}
	return p.drawn
}

const (
	blanks     = "\x00\t\n\f\r "
	delimiters = blanks + "()<>[]{}/%"
)

// token reads one operand or carries out one operator, and tells where the next begins.
func (p *page) token(b []byte, at int) int {
	switch c := b[at]; {
	case c == '(':
		s, end := literal(b, at+1)
		p.operands = append(p.operands, operand{true, s})
		return end
	case bytes.HasPrefix(b[at:], []byte("<<")), bytes.HasPrefix(b[at:], []byte(">>")):
		return at + 2
	case c == '<':
		end := bytes.IndexByte(b[at:], '>')
		if end < 0 {
			return len(b)
		}
		p.operands = append(p.operands, operand{true, unhex(string(b[at+1 : at+end]))})
		return at + end + 1
	case strings.IndexByte(blanks+"<>[]{})", c) >= 0:
		return at + 1
	case c == '%':
		for at < len(b) && b[at] != '\n' && b[at] != '\r' {
			at++
		}
		return at
	}
	end := at + 1
	for end < len(b) && strings.IndexByte(delimiters, b[end]) < 0 {
		end++
	}
	word := string(b[at:end])
	if word[0] == '/' || strings.IndexByte("0123456789+-.", word[0]) >= 0 {
		p.operands = append(p.operands, operand{false, word})
		return end
	}
	p.operator(word)
	p.operands = p.operands[:0]
	return end
}

func (p *page) operator(op string) {
	switch op {
	case "BDC", "BMC":
		p.open()
	case "EMC":
		p.close()
	case "Tf":
		if len(p.operands) > 0 {
			p.font = strings.TrimPrefix(p.operands[0].s, "/")
		}
	case "Tj", "TJ", "'", `"`:
		for _, o := range p.operands {
			if o.text {
				p.show(p.decode(o.s))
			}
		}
	case "Do", "BI", "sh":
		p.loose = append(p.loose, op)
	}
}

func (p *page) open() {
	p.mark = mark{open: true, mcid: -1}
	for i, o := range p.operands {
		switch {
		case o.s == "/Artifact":
			p.mark.artifact = true
		case o.s == "/Watermark":
			p.draft = true
		case o.s == "/MCID" && i+1 < len(p.operands):
			p.mark.mcid, _ = strconv.Atoi(p.operands[i+1].s)
		}
	}
}

func (p *page) close() {
	m := p.mark
	p.mark = mark{}
	switch {
	case m.artifact && Plain(m.words) != "":
		p.margins = append(p.margins, Plain(m.words))
	case m.artifact || !m.open:
	case m.mcid < 0:
		p.loose = append(p.loose, m.words)
	default:
		p.marked[m.mcid] += m.words
	}
}

func (p *page) show(s string) {
	switch {
	case !p.mark.open:
		p.loose = append(p.loose, s)
	case p.mark.artifact:
		p.mark.words += s + " "
	default:
		p.mark.words += s
	}
}

// decode gives the letters of a string of two-byte codes. A code without a meaning
// is shown as the sign for what cannot be shown.
func (p *page) decode(s string) string {
	out := ""
	for i := 0; i+1 < len(s); i += 2 {
		letter, ok := p.maps[p.font][uint16(s[i])<<8|uint16(s[i+1])]
		if !ok {
			letter = "\ufffd"
		}
		out += letter
	}
	return out
}

// literal reads a string in parentheses (7.3.4.2) and tells where it ends.
func literal(b []byte, at int) (string, int) {
	var s []byte
	for open := 1; at < len(b); at++ {
		c := b[at]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return string(s), at + 1
			}
		case '\\':
			at++
			if at == len(b) {
				return string(s), at
			}
			if c = b[at]; strings.IndexByte("nrtbf", c) >= 0 {
				c = "\n\r\t\b\f"[strings.IndexByte("nrtbf", c)]
			}
		}
		s = append(s, c)
	}
	return string(s), at
}

func unhex(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(blanks, r) {
			return -1
		}
		return r
	}, s)
	var out []byte
	for i := 0; i+1 < len(s); i += 2 {
		n, _ := strconv.ParseUint(s[i:i+2], 16, 8)
		out = append(out, byte(n))
	}
	return string(out)
}

// meanings reads a ToUnicode map of single codes (9.10.3). In a file of gevinst's
// every code of a letter is its own number; others are those of emoji, or say that
// what is seen is not what is read.
func meanings(cmap []byte) (all map[uint16]string, others []string) {
	all = map[uint16]string{}
	within := false
	for line := range strings.Lines(string(cmap)) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasSuffix(line, "beginbfchar"):
			within = true
		case line == "endbfchar":
			within = false
		case within:
			code, letters, ok := strings.Cut(line, "> <")
			from := unhex(strings.TrimPrefix(code, "<"))
			to := unhex(strings.TrimSuffix(letters, ">"))
			if !ok || len(from) != 2 {
				continue
			}
			all[uint16(from[0])<<8|uint16(from[1])] = fromUTF16(to)
			if from != to {
				others = append(others, fmt.Sprintf("<%X> = %s", from, fromUTF16(to)))
			}
		}
	}
	return all, others
}

func fromUTF16(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
