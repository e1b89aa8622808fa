package object

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zlib"
)

// Limits of what is read, so that a broken file ends in an error.
const (
	deepest  = 64        // values within values
	inflated = 512 << 20 // bytes of all streams
)

var errSyntax = errors.New("not a PDF object as expected")

// Read takes apart a file with one cross-reference table, as fpdf writes it, or one
// cross-reference stream, as File does. Streams are inflated.
func Read(file []byte) (objects map[Ref]Value, trailer Dict, err error) {
	at := bytes.LastIndex(file, []byte("startxref"))
	if at < 0 {
		return nil, nil, errors.New("no startxref")
	}
	r := &reader{b: file, at: at + len("startxref"), left: inflated}
	start, err := strconv.Atoi(r.word())
	if err != nil || start < 0 || start >= len(file) {
		return nil, nil, errors.New("startxref leads nowhere")
	}
	r.at = start
	if !bytes.HasPrefix(r.rest(), []byte("xref")) {
		return r.finished()
	}
	offsets, err := r.table()
	if err != nil {
		return nil, nil, err
	}
	v, err := r.value(0)
	trailer, ok := v.(Dict)
	if err != nil || !ok {
		return nil, nil, errors.New("no trailer")
	}
	objects = map[Ref]Value{}
	for ref, offset := range offsets {
		r.at = offset
		if objects[ref], err = r.object(); err != nil {
			return nil, nil, fmt.Errorf("object %d: %w", ref, err)
		}
	}
	return objects, trailer, nil
}

type reader struct {
	b    []byte
	at   int
	left int // bytes that may still come out of streams

	lengths func(Ref) (int, error) // of streams whose length is an object of its own, nil where none may be
}

// table reads the cross-reference table (7.5.4) and the word trailer.
func (r *reader) table() (map[Ref]int, error) {
	offsets := map[Ref]int{}
	if r.word() != "xref" {
		return nil, errors.New("no cross-reference table")
	}
	for {
		first := r.word()
		if first == "trailer" {
			return offsets, nil
		}
		from, err := strconv.Atoi(first)
		n, err2 := strconv.Atoi(r.word())
		if err != nil || err2 != nil || n < 0 || n > len(r.b) {
			return nil, errors.New("broken cross-reference table")
		}
		for i := range n {
			offset, err := strconv.Atoi(r.word())
			r.word()
			kind := r.word()
			if err != nil || offset < 0 || offset >= len(r.b) {
				return nil, errors.New("broken cross-reference table")
			}
			if kind == "n" {
				offsets[Ref(from+i)] = offset
			}
		}
	}
}

// object reads "n 0 obj value [stream] endobj".
func (r *reader) object() (Value, error) {
	r.word()
	r.word()
	if r.word() != "obj" {
		return nil, errSyntax
	}
	v, err := r.value(0)
	if err != nil {
		return nil, err
	}
	d, ok := v.(Dict)
	if !ok || !bytes.HasPrefix(r.rest(), []byte("stream")) {
		return v, nil
	}
	r.at += len("stream")
	if bytes.HasPrefix(r.b[r.at:], []byte("\r\n")) {
		r.at++
	}
	r.at++
	length, err := r.length(d["Length"])
	if err != nil || r.at > len(r.b) || length > len(r.b)-r.at {
		return nil, errors.New("a stream has no length")
	}
	data := r.b[r.at : r.at+length]
	delete(d, "Length")
	return r.inflate(d, data)
}

func (r *reader) length(v Value) (int, error) {
	if ref, apart := v.(Ref); apart && r.lengths != nil {
		return r.lengths(ref)
	}
	return whole(v)
}

func (r *reader) inflate(d Dict, data []byte) (Value, error) {
	switch d["Filter"] {
	case nil:
		return &Stream{Dict: d, Data: data}, nil
	case Name("FlateDecode"):
	default:
		return nil, errors.New("a stream has an unknown filter")
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	plain, err := io.ReadAll(io.LimitReader(z, int64(r.left)+1))
	if err != nil {
		return nil, fmt.Errorf("a stream cannot be inflated: %w", err)
	}
	if r.left -= len(plain); r.left < 0 {
		return nil, errors.New("the streams hold more than a report does")
	}
	delete(d, "Filter")
	return &Stream{Dict: d, Data: plain}, nil
}

func (r *reader) space() {
	for r.at < len(r.b) {
		switch r.b[r.at] {
		case 0, '\t', '\n', '\f', '\r', ' ':
			r.at++
		case '%':
			for r.at < len(r.b) && r.b[r.at] != '\n' && r.b[r.at] != '\r' {
				r.at++
			}
		default:
			return
		}
	}
}

func (r *reader) rest() []byte {
	r.space()
	return r.b[r.at:]
}

// word reads up to white space or a delimiter.
func (r *reader) word() string {
	r.space()
	from := r.at
	for r.at < len(r.b) && strings.IndexByte("\x00\t\n\f\r ()<>[]{}/%", r.b[r.at]) < 0 {
		r.at++
	}
	return string(r.b[from:r.at])
}

func (r *reader) value(depth int) (Value, error) {
	rest := r.rest()
	if depth > deepest || len(rest) == 0 {
		return nil, errSyntax
	}
	switch {
	case bytes.HasPrefix(rest, []byte("<<")):
		r.at += 2
		return r.dict(depth)
	case rest[0] == '[':
		r.at++
		return r.array(depth)
	case rest[0] == '/':
		r.at++
		return r.name()
	case rest[0] == '(':
		r.at++
		return r.literal()
	case rest[0] == '<':
		r.at++
		return r.hex()
	}
	return r.plain()
}

func (r *reader) dict(depth int) (Value, error) {
	d := Dict{}
	for !bytes.HasPrefix(r.rest(), []byte(">>")) {
		if r.at >= len(r.b) || r.b[r.at] != '/' {
			return nil, errSyntax
		}
		r.at++
		key, err := r.name()
		if err != nil {
			return nil, err
		}
		if d[key], err = r.value(depth + 1); err != nil {
			return nil, err
		}
	}
	r.at += 2
	return d, nil
}

func (r *reader) array(depth int) (Value, error) {
	a := Array{}
	for !bytes.HasPrefix(r.rest(), []byte("]")) {
		v, err := r.value(depth + 1)
		if err != nil {
			return nil, err
		}
		a = append(a, v)
	}
	r.at++
	return a, nil
}

func (r *reader) name() (Name, error) {
	from := r.at
	for r.at < len(r.b) && strings.IndexByte("\x00\t\n\f\r ()<>[]{}/%", r.b[r.at]) < 0 {
		r.at++
	}
	return unescape(r.b[from:r.at])
}

// literal reads a string in parentheses (7.3.4.2).
func (r *reader) literal() (Value, error) {
	var s []byte
	for open := 1; r.at < len(r.b); r.at++ {
		c := r.b[r.at]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				r.at++
				return String(s), nil
			}
		case '\\':
			if r.at++; r.at >= len(r.b) {
				return nil, errSyntax
			}
			c = r.b[r.at]
			if at := strings.IndexByte("nrtbf", c); at >= 0 {
				c = "\n\r\t\b\f"[at]
			} else if c >= '0' && c <= '7' {
				c = r.octal()
			} else if c == '\n' || c == '\r' {
				continue // a line that goes on
			}
		}
		s = append(s, c)
	}
	return nil, errSyntax
}

// octal reads up to three digits of a code, from the first, and stays on the last.
func (r *reader) octal() byte {
	n := 0
	for i := range 3 {
		if r.at+i == len(r.b) || r.b[r.at+i] < '0' || r.b[r.at+i] > '7' {
			r.at += i - 1
			return byte(n)
		}
		n = n<<3 | int(r.b[r.at+i]-'0')
	}
	r.at += 2
	return byte(n)
}

func (r *reader) hex() (Value, error) {
	end := bytes.IndexByte(r.b[r.at:], '>')
	if end < 0 || end%2 != 0 {
		return nil, errSyntax
	}
	s := make([]byte, 0, end/2)
	for i := r.at; i < r.at+end; i += 2 {
		n, err := strconv.ParseUint(string(r.b[i:i+2]), 16, 8)
		if err != nil {
			return nil, errSyntax
		}
		s = append(s, byte(n))
	}
	r.at += end + 1
	return String(s), nil
}

// plain reads a number, a reference, true, false or null.
func (r *reader) plain() (Value, error) {
	word := r.word()
	switch word {
	case "true":
		return Bool(true), nil
	case "false":
		return Bool(false), nil
	case "null":
		return Null{}, nil
	}
	if _, err := strconv.ParseFloat(word, 64); err != nil {
		return nil, errSyntax
	}
	n, err := strconv.Atoi(word)
	if err != nil || n < 0 {
		return Number(word), nil
	}
	after := r.at
	if r.word() == "0" && r.word() == "R" {
		return Ref(n), nil
	}
	r.at = after
	return Number(word), nil
}
