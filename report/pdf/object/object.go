// Package object reads and writes the objects that a PDF file consists of.
//
// Read takes a file apart that fpdf or File wrote; it never panics and refuses
// what it does not understand. File writes objects as PDF 1.7 with
// object streams and a cross-reference stream, deflated by a pinned library: the
// same objects give the same bytes. Sections named here are of ISO 32000-1.
package object

import (
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"
)

// Value is one of Name, Ref, Dict, Array, String, Number, Bool, Null or *Stream (7.3).
type Value interface{ write(b *output) }

// Name is a name, without its slash.
type Name string

// Ref is a reference to the object of that number.
type Ref int

// Dict is a dictionary. It is written in order of key.
type Dict map[Name]Value

// Array is an array.
type Array []Value

// String is the bytes of a string.
type String string

// Number is a number as it is written.
type Number string

// Bool is true or false.
type Bool bool

// Null is null.
type Null struct{}

// Stream is a dictionary with bytes. Data is not deflated; the file sees to that,
// unless the stream is Plain: metadata must be readable without knowing PDF.
type Stream struct {
	Dict  Dict
	Data  []byte
	Plain bool
}

// Int is a whole number.
func Int(n int) Number { return Number(strconv.Itoa(n)) }

// Real is a number with at most two decimals.
func Real(f float64) Number {
	return Number(strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64))
}

func (n Name) write(b *output) {
	b.bound("name", len(n), longestName)
	b.WriteByte('/')
	for i := range len(n) {
		if c := n[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("()<>[]{}/%#", c) >= 0 {
			fmt.Fprintf(b, "#%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
}

func (r Ref) write(b *output) {
	b.WriteString(strconv.Itoa(int(r)))
	b.WriteString(" 0 R")
}

func (d Dict) write(b *output) {
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, string(k))
	}
	sort.Strings(keys)
	b.WriteString("<<")
	for _, k := range keys {
		Name(k).write(b)
		b.WriteByte(' ')
		d[Name(k)].write(b)
	}
	b.WriteString(">>")
}

func (a Array) write(b *output) {
	b.WriteByte('[')
	for i, v := range a {
		if i > 0 {
			b.WriteByte(' ')
		}
		v.write(b)
	}
	b.WriteByte(']')
}

func (s String) write(b *output) {
	const hex = "0123456789ABCDEF"
	b.bound("string", len(s), LongestString)
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			b.WriteByte('<')
			for j := range len(s) {
				b.WriteByte(hex[s[j]>>4])
				b.WriteByte(hex[s[j]&15])
			}
			b.WriteByte('>')
			return
		}
	}
	b.WriteByte('(')
	b.WriteString(strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(string(s)))
	b.WriteByte(')')
}

func (n Number) write(b *output) { b.WriteString(string(n)) }

func (v Bool) write(b *output) { b.WriteString(strconv.FormatBool(bool(v))) }

func (Null) write(b *output) { b.WriteString("null") }

func (s *Stream) write(b *output) { s.Dict.write(b) }

// written is a value as it is written.
type written string

func (s written) write(b *output) { b.WriteString(string(s)) }
