package cells

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf16"
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
	name  []byte      // local name of a tag
	own   bool        // the tag has the root's prefix, so it is of the root's vocabulary
	attrs []attribute // of a start tag
	text  []byte      // characters as written, entities not yet resolved
	plain bool        // characters of a CDATA section: no entities
	empty bool        // <tag/>: an endTag follows by itself
}

// scanner splits a part into tokens and insists that it is well-formed: every
// tag closed by its twin, one root, nothing cut off, no document type.
type scanner struct {
	from   io.Reader
	buf    []byte // the window: what is read and not yet consumed begins at pos
	pos    int
	eof    bool
	last   token // what next returned
	open   []openTag
	names  []byte // of the open tags, one after the other
	prefix []byte // of the root
	rooted bool
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

// newScanner reads through the given window, or through one of its own.
func newScanner(r io.Reader, through []byte) (*scanner, error) {
	if through == nil {
		through = make([]byte, 0, window)
	}
	s := &scanner{from: r, buf: through[:0]}
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
	s.from, s.buf, s.pos, s.eof = bytes.NewReader([]byte(string(utf16.Decode(units)))), make([]byte, 0, window), 0, false
	return s.more()
}

// more fills the window, keeping what is not yet consumed.
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
	got, err := io.ReadFull(s.from, s.buf[n:cap(s.buf)])
	s.buf = s.buf[:n+got]
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		s.eof, err = true, nil
	}
	return err
}

// next is the next token.
func (s *scanner) next() (*token, error) {
	if s.last.empty {
		s.pop()
		return &s.last, nil
	}
	for {
		if s.pos == len(s.buf) {
			if s.eof {
				return s.finish()
			}
			if err := s.more(); err != nil {
				return nil, err
			}
			continue
		}
		var found bool
		var err error
		if s.buf[s.pos] == '<' {
			found, err = s.markup()
		} else {
			found, err = s.characters()
		}
		if found || err != nil {
			return &s.last, err
		}
	}
}

func (s *scanner) finish() (*token, error) {
	if len(s.open) > 0 || !s.rooted {
		return nil, errCut
	}
	s.last.kind = endOfPart
	return &s.last, nil
}

// characters is the text up to the next tag. Outside the root only white space
// may stand, and is passed over.
func (s *scanner) characters() (found bool, err error) {
	n := bytes.IndexByte(s.buf[s.pos:], '<')
	for n < 0 && !s.eof {
		if err := s.more(); err != nil {
			return false, err
		}
		n = bytes.IndexByte(s.buf[s.pos:], '<')
	}
	if n < 0 {
		n = len(s.buf) - s.pos
	}
	text := s.buf[s.pos : s.pos+n]
	s.pos += n
	if len(s.open) == 0 {
		if len(bytes.TrimSpace(text)) > 0 {
			return false, errRoot
		}
		return false, nil
	}
	s.last.kind, s.last.text, s.last.plain = characters, text, false
	return true, nil
}

// markup is a tag, a CDATA section, or something to pass over.
func (s *scanner) markup() (found bool, err error) {
	for len(s.buf)-s.pos < 2 {
		if err := s.more(); err != nil {
			return false, err
		}
	}
	switch s.buf[s.pos+1] {
	case '/':
		return true, s.endTag()
	case '?':
		return false, s.pass("?>", 2)
	case '!':
		return s.declaration()
	}
	return true, s.startTag()
}

// declaration is a comment or a CDATA section; anything else makes a document type.
func (s *scanner) declaration() (found bool, err error) {
	const comment, cdata = "<!--", "<![CDATA["
	for len(s.buf)-s.pos < len(cdata) && !s.eof {
		if err := s.more(); err != nil {
			return false, err
		}
	}
	switch rest := s.buf[s.pos:]; {
	case bytes.HasPrefix(rest, []byte(comment)):
		return false, s.pass("-->", len(comment))
	case !bytes.HasPrefix(rest, []byte(cdata)):
		return false, errDTD
	case len(s.open) == 0:
		return false, errRoot
	}
	end, err := s.find("]]>", len(cdata))
	if err != nil {
		return false, err
	}
	s.last.kind, s.last.text, s.last.plain = characters, s.buf[s.pos+len(cdata):s.pos+end], true
	s.pos += end + len("]]>")
	return true, nil
}

// pass goes behind the first end that stands so many bytes on or later.
func (s *scanner) pass(end string, from int) error {
	i, err := s.find(end, from)
	s.pos += i + len(end)
	return err
}

// find is the index of the first of what from here on, reading on as needed.
func (s *scanner) find(what string, from int) (int, error) {
	for {
		if len(s.buf)-s.pos > from {
			if i := bytes.Index(s.buf[s.pos+from:], []byte(what)); i >= 0 {
				return from + i, nil
			}
		}
		from = max(from, len(s.buf)-s.pos-len(what)+1)
		if err := s.more(); err != nil {
			return 0, err
		}
	}
}
