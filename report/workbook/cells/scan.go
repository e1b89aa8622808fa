package cells

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// kind says what a token is.
type kind uint8

const (
	endOfPart kind = iota
	startTag
	endTag
	characters
)

// token is one piece of a part. Its slices are valid until the next call.
type token struct {
	kind  kind
	name  []byte // local name of a tag
	own   bool   // the tag has the root's prefix, so it is of the root's vocabulary
	attrs []byte // a start tag's attributes as written
	text  []byte // characters as written, entities not yet resolved
	plain bool   // characters of a CDATA section: no entities
	empty bool   // <tag/>: an endTag follows by itself
}

// scanner splits a part into tokens and insists that it is well-formed: every
// tag closed by its twin, one root, nothing cut off, no document type.
type scanner struct {
	from    io.Reader
	buf     []byte
	pos     int
	eof     bool
	names   []byte // open tags' names, one after the other
	ends    []int  // where each begins in names
	prefix  []byte // of the root
	rooted  bool
	closing bool // the last token was an empty tag
}

// The window grows for one long piece of text up to a cell's most characters,
// with room for entities and for parts with long attributes.
const (
	window     = 32 << 10
	mostWindow = 4 << 20
)

var (
	errCut   = errors.New("the part ends too early")
	errTags  = errors.New("a tag is not closed by its twin")
	errDTD   = errors.New("a document type is not allowed")
	errLong  = errors.New("a piece of text is longer than any cell may hold")
	errRoot  = errors.New("something stands outside the root element")
	errAttr  = errors.New("an attribute is not well-formed")
	errRunes = errors.New("bytes that are no text")
)

func newScanner(r io.Reader) (*scanner, error) {
	s := &scanner{from: r, buf: make([]byte, 0, window)}
	if err := s.more(); err != nil {
		return nil, err
	}
	return s, s.decodeUTF16()
}

// decodeUTF16 turns a part with the mark of UTF-16 into UTF-8, whole: such parts
// are rare and small.
func (s *scanner) decodeUTF16() error {
	if bytes.HasPrefix(s.buf, []byte("\xef\xbb\xbf")) {
		s.pos = 3
		return nil
	}
	big := bytes.HasPrefix(s.buf, []byte("\xfe\xff"))
	if !big && !bytes.HasPrefix(s.buf, []byte("\xff\xfe")) {
		return nil
	}
	rest, err := io.ReadAll(s.from)
	if err != nil {
		return err
	}
	all := append(s.buf, rest...)[2:]
	units := make([]uint16, len(all)/2)
	for i := range units {
		hi, lo := all[2*i], all[2*i+1]
		if !big {
			hi, lo = lo, hi
		}
		units[i] = uint16(hi)<<8 | uint16(lo)
	}
	s.from, s.buf, s.pos = bytes.NewReader([]byte(string(utf16.Decode(units)))), make([]byte, 0, window), 0
	return s.more()
}

// more reads on, keeping what is not yet consumed.
func (s *scanner) more() error {
	if s.eof {
		return errCut
	}
	n := copy(s.buf, s.buf[s.pos:])
	s.buf, s.pos = s.buf[:n], 0
	if n == cap(s.buf) {
		if n >= mostWindow {
			return errLong
		}
		s.buf = append(make([]byte, 0, 2*n), s.buf...)
	}
	for {
		n, err := s.from.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		if err == io.EOF {
			s.eof = true
			return nil
		}
		if err != nil || n > 0 {
			return err
		}
	}
}

// next is the next token.
func (s *scanner) next() (token, error) {
	if s.closing {
		s.closing = false
		return s.pop(s.top())
	}
	for {
		if s.pos == len(s.buf) {
			if s.eof {
				return s.finish()
			}
			if err := s.more(); err != nil {
				return token{}, err
			}
			continue
		}
		if s.buf[s.pos] != '<' {
			t, skip, err := s.characters()
			if err != nil || !skip {
				return t, err
			}
			continue
		}
		t, skip, err := s.markup()
		if err != nil || !skip {
			return t, err
		}
	}
}

func (s *scanner) finish() (token, error) {
	if len(s.ends) > 0 || !s.rooted {
		return token{}, errCut
	}
	return token{kind: endOfPart}, nil
}

// find is the index of the first of what from here on, reading on as needed.
func (s *scanner) find(what string, from int) (int, error) {
	for {
		if i := bytes.Index(s.buf[s.pos+from:], []byte(what)); i >= 0 {
			return from + i, nil
		}
		from = max(from, len(s.buf)-s.pos-len(what)+1)
		if err := s.more(); err != nil {
			return 0, err
		}
	}
}

// characters is the text up to the next tag. Outside the root only white space may stand.
func (s *scanner) characters() (t token, skip bool, err error) {
	var n int
	for {
		if n = bytes.IndexByte(s.buf[s.pos:], '<'); n >= 0 {
			break
		}
		if s.eof {
			n = len(s.buf) - s.pos
			break
		}
		if err := s.more(); err != nil {
			return token{}, false, err
		}
	}
	text := s.buf[s.pos : s.pos+n]
	s.pos += n
	if len(s.ends) == 0 {
		if len(bytes.TrimSpace(text)) > 0 {
			return token{}, false, errRoot
		}
		return token{}, true, nil
	}
	return token{kind: characters, text: text}, false, nil
}

// markup is a tag, a CDATA section, or something to pass over.
func (s *scanner) markup() (t token, skip bool, err error) {
	for len(s.buf)-s.pos < 9 && !s.eof {
		if err := s.more(); err != nil {
			return token{}, false, err
		}
	}
	rest := s.buf[s.pos:]
	switch {
	case bytes.HasPrefix(rest, []byte("<?")):
		return s.pass("?>")
	case bytes.HasPrefix(rest, []byte("<!--")):
		return s.pass("-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		return s.cdata()
	case bytes.HasPrefix(rest, []byte("<!")):
		return token{}, false, errDTD
	}
	t, err = s.tag()
	return t, false, err
}

func (s *scanner) pass(end string) (token, bool, error) {
	i, err := s.find(end, 2)
	s.pos += i + len(end)
	return token{}, true, err
}

func (s *scanner) cdata() (token, bool, error) {
	const open, end = len("<![CDATA["), "]]>"
	i, err := s.find(end, open)
	if err != nil {
		return token{}, false, err
	}
	if len(s.ends) == 0 {
		return token{}, false, errRoot
	}
	text := s.buf[s.pos+open : s.pos+i]
	s.pos += i + len(end)
	return token{kind: characters, text: text, plain: true}, false, nil
}

// tag reads a start or end tag, minding that a quoted value may hold ">".
func (s *scanner) tag() (token, error) {
	if i := bytes.IndexByte(s.buf[s.pos:], '>'); i > 0 && evenQuotes(s.buf[s.pos:s.pos+i]) {
		return s.tagTo(i) // nearly always: no quoted ">" in it
	}
	end, quote, i := -1, byte(0), 1
	for end < 0 {
		for ; s.pos+i < len(s.buf) && end < 0; i++ {
			switch c := s.buf[s.pos+i]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '>':
				end = i
			}
		}
		if end < 0 {
			if err := s.more(); err != nil {
				return token{}, err
			}
		}
	}
	return s.tagTo(end)
}

// evenQuotes tells whether every quotation mark in a tag has its twin. Where both
// kinds stand the slow way decides.
func evenQuotes(tag []byte) bool {
	return bytes.IndexByte(tag, '\'') < 0 && bytes.Count(tag, []byte{'"'})%2 == 0
}

// tagTo reads the tag that ends at the sign ">" so many bytes on.
func (s *scanner) tagTo(end int) (token, error) {
	body := s.buf[s.pos+1 : s.pos+end]
	s.pos += end + 1
	if len(body) > 0 && body[0] == '/' {
		n := nameLength(body[1:])
		if len(skipSpace(body[1+n:])) > 0 {
			return token{}, errTags
		}
		return s.pop(body[1 : 1+n])
	}
	return s.push(body)
}

// nameLength is how many bytes of a tag are its name: up to white space or to a
// sign that no name holds.
func nameLength(body []byte) int {
	for i, c := range body {
		if isSpace(c) || c == '<' || c == '&' || c == '"' || c == '\'' || c == '=' || c == '/' {
			return i
		}
	}
	return len(body)
}

func (s *scanner) push(body []byte) (token, error) {
	t := token{kind: startTag}
	if n := len(body); n > 0 && body[n-1] == '/' {
		t.empty, body = true, body[:n-1]
	}
	n := nameLength(body)
	full := body[:n]
	t.attrs = body[n:]
	if n == 0 || n < len(body) && !isSpace(body[n]) {
		return token{}, errTags
	}
	if len(s.ends) == 0 && s.rooted {
		return token{}, errRoot
	}
	if len(s.ends) > 256 {
		return token{}, errTags
	}
	prefix, local := split(full)
	if !s.rooted {
		s.rooted, s.prefix = true, bytes.Clone(prefix)
	}
	t.name, t.own = local, bytes.Equal(prefix, s.prefix)
	s.ends = append(s.ends, len(s.names))
	s.names = append(s.names, full...)
	s.closing = t.empty
	return t, nil
}

func (s *scanner) top() []byte {
	if len(s.ends) == 0 {
		return nil
	}
	return s.names[s.ends[len(s.ends)-1]:]
}

func (s *scanner) pop(full []byte) (token, error) {
	if len(s.ends) == 0 || !bytes.Equal(full, s.top()) {
		return token{}, errTags
	}
	prefix, local := split(full)
	t := token{kind: endTag, name: local, own: bytes.Equal(prefix, s.prefix)}
	last := len(s.ends) - 1
	s.names, s.ends = s.names[:s.ends[last]], s.ends[:last]
	return t, nil
}

// depth is how many tags are open.
func (s *scanner) depth() int { return len(s.ends) }

func split(full []byte) (prefix, local []byte) {
	if i := bytes.IndexByte(full, ':'); i >= 0 {
		return full[:i], full[i+1:]
	}
	return nil, full
}

// attributes calls each with every attribute of a start tag, name and value as written.
func (t *token) attributes(each func(name, value []byte)) error {
	rest := skipSpace(t.attrs)
	for len(rest) > 0 {
		i := bytes.IndexByte(rest, '=')
		if i <= 0 {
			return errAttr
		}
		name := rest[:i]
		for isSpace(name[len(name)-1]) {
			name = name[:len(name)-1]
		}
		rest = skipSpace(rest[i+1:])
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return errAttr
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return errAttr
		}
		each(name, rest[1:1+end])
		rest = skipSpace(rest[end+2:])
	}
	return nil
}

// skipSpace is b without the white space it begins with.
func skipSpace(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	return b
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

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
