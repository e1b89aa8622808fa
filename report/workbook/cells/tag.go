package cells

import "bytes"

// attribute is one of a start tag, name and value as written.
type attribute struct{ name, value []byte }

// openTag is a tag that is not closed yet.
type openTag struct {
	at    int // where its name begins in scanner.names
	local int // where the local name begins in it
	own   bool
}

// No program writes more tags inside each other, or more attributes on one.
const (
	mostDepth      = 256
	mostAttributes = 256
)

// depth is how many tags are open.
func (s *scanner) depth() int { return len(s.open) }

// startTag reads the tag that begins at pos.
func (s *scanner) startTag() error {
	for {
		name, length, err := s.last.parse(s.buf[s.pos+1:])
		if err != nil {
			return err
		}
		if length > 0 {
			s.pos += 1 + length
			return s.push(name)
		}
		if err := s.more(); err != nil {
			return err
		}
	}
}

// parse reads a start tag from behind its "<" to behind its ">". The length is
// zero where b ends before the tag does.
func (t *token) parse(b []byte) (name []byte, length int, err error) {
	t.attrs, t.empty = t.attrs[:0], false
	n := nameLength(b)
	name = b[:n]
	for i := n; ; {
		gap := skipSpace(b[i:])
		if i += gap; i == len(b) {
			return nil, 0, nil
		}
		switch {
		case n == 0:
			return nil, 0, errTags
		case b[i] == '>':
			return name, i + 1, nil
		case b[i] == '/' && i+1 == len(b):
			return nil, 0, nil
		case b[i] == '/' && b[i+1] == '>':
			t.empty = true
			return name, i + 2, nil
		case gap == 0 || len(t.attrs) == mostAttributes:
			return nil, 0, errAttr
		}
		length, err := t.parseAttribute(b[i:])
		if length == 0 {
			return nil, 0, err
		}
		i += length
	}
}

// parseAttribute reads an attribute. The length is zero where b ends before the
// attribute does.
func (t *token) parseAttribute(b []byte) (length int, err error) {
	n := nameLength(b)
	equals := n + skipSpace(b[n:])
	if equals == len(b) {
		return 0, nil
	}
	if n == 0 || b[equals] != '=' {
		return 0, errAttr
	}
	quote := equals + 1 + skipSpace(b[equals+1:])
	if quote == len(b) {
		return 0, nil
	}
	if b[quote] != '"' && b[quote] != '\'' {
		return 0, errAttr
	}
	value := b[quote+1:]
	end := bytes.IndexByte(value, b[quote])
	if end < 0 {
		return 0, nil
	}
	for _, other := range t.attrs {
		if bytes.Equal(other.name, b[:n]) {
			return 0, errAttr
		}
	}
	t.attrs = append(t.attrs, attribute{b[:n], value[:end]})
	return quote + end + 2, nil
}

// push opens a tag.
func (s *scanner) push(name []byte) error {
	if len(s.open) == 0 && s.rooted {
		return errRoot
	}
	if len(s.open) == mostDepth {
		return errTags
	}
	local := bytes.IndexByte(name, ':') + 1
	prefix := name[:max(local-1, 0)]
	if !s.rooted {
		s.rooted, s.prefix = true, bytes.Clone(prefix)
	}
	own := bytes.Equal(prefix, s.prefix)
	s.open = append(s.open, openTag{len(s.names), local, own})
	s.names = append(s.names, name...)
	s.last.kind, s.last.name, s.last.own = startTag, name[local:], own
	return nil
}

// endTag reads the end tag at pos, which must be that of the tag opened last.
func (s *scanner) endTag() error {
	if len(s.open) == 0 {
		return errTags
	}
	name := s.names[s.open[len(s.open)-1].at:]
	for i := len("</") + len(name); ; {
		rest := s.buf[s.pos:]
		if i < len(rest) {
			if !bytes.Equal(rest[len("</"):i], name) {
				return errTags
			}
			if end := i + skipSpace(rest[i:]); end < len(rest) {
				if rest[end] != '>' {
					return errTags
				}
				s.pos += end + 1
				s.pop()
				return nil
			}
		}
		if err := s.more(); err != nil {
			return err
		}
	}
}

// pop closes the tag that was opened last.
func (s *scanner) pop() {
	last := len(s.open) - 1
	tag := s.open[last]
	s.last.kind, s.last.name, s.last.own, s.last.empty = endTag, s.names[tag.at+tag.local:], tag.own, false
	s.open, s.names = s.open[:last], s.names[:tag.at]
}

// nameLength is how many bytes of b are a name: up to white space or to a sign
// that no name holds.
func nameLength(b []byte) int {
	for i, c := range b {
		switch c {
		case ' ', '\t', '\r', '\n', '=', '>', '/', '"', '\'', '<', '&':
			return i
		}
	}
	return len(b)
}

// skipSpace is how many bytes of white space b begins with.
func skipSpace(b []byte) int {
	for i, c := range b {
		if c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return i
		}
	}
	return len(b)
}
