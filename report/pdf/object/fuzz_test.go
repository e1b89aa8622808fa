package object

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"strconv"
	"testing"
)

// FuzzWrite makes objects out of the fuzzer's bytes, writes them as a file and
// has our own reader find every one of them again as it was, twice with the same
// bytes.
func FuzzWrite(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x07\x02\x00\x03a/b\x01\x03(\\)"))                          // a dictionary with a name, a string
	f.Add([]byte("\x08\x04\x00\x05hello\x09\x03\x01\x05<?xml"))               // streams, one of them plain
	f.Add([]byte("\x06\x05\x02\x01\x03\xff\xff\x03\x80\x00\x04\x01\x05\x06")) // an array of each kind
	f.Add(bytes.Repeat([]byte{5}, 3*together))                                // several object streams
	f.Fuzz(func(t *testing.T, seed []byte) {
		made := objectsOf(seed)
		var first, second bytes.Buffer
		if err := made.Write(&first, 1, 0); err != nil {
			t.Fatal(err)
		}
		if err := made.Write(&second, 1, 0); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatalf("written anew, other bytes: %v", err)
		}
		read, trailer, err := Read(first.Bytes())
		if err != nil {
			t.Fatalf("%v\n%q", err, first.Bytes())
		}
		if trailer["Root"] != Ref(1) {
			t.Errorf("the root is %v", trailer["Root"])
		}
		for i, want := range made.objects {
			if got := read[Ref(i+1)]; !alike(got, want) {
				t.Errorf("object %d: wrote %#v, read %#v", i+1, want, got)
			}
		}
	})
}

// alike compares what was read with what was written: of a stream, the data and
// every entry that it was given; the file adds length and filter.
func alike(got, want Value) bool {
	was, ok := want.(*Stream)
	if !ok {
		return reflect.DeepEqual(got, want)
	}
	is, ok := got.(*Stream)
	if !ok || !bytes.Equal(is.Data, was.Data) {
		return false
	}
	for key, v := range was.Dict {
		if !reflect.DeepEqual(is.Dict[key], v) {
			return false
		}
	}
	return true
}

// dough is bytes from which values are taken; when they are used up, zeros come.
type dough []byte

// objectsOf is a file of as many objects as the bytes suffice for, at least one.
func objectsOf(seed dough) *File {
	var made File
	for made.Add(seed.object()); len(seed) > 0; {
		made.Add(seed.object())
	}
	return &made
}

func (d *dough) byte() byte {
	if len(*d) == 0 {
		return 0
	}
	b := (*d)[0]
	*d = (*d)[1:]
	return b
}

// bytes is so many bytes as the next one says, or as are left.
func (d *dough) bytes() []byte {
	n := min(int(d.byte()), len(*d))
	b := (*d)[:n]
	*d = (*d)[n:]
	return b
}

// name is a name no longer than a file may hold.
func (d *dough) name() Name {
	b := d.bytes()
	return Name(b[:min(len(b), longestName)])
}

// object is a value or a stream.
func (d *dough) object() Value {
	const streams = 8
	if len(*d) == 0 || (*d)[0] < streams {
		return d.value(0)
	}
	kind := d.byte()
	// The keys of our own are in no other dictionary of a stream.
	return &Stream{Dict: Dict{"Of": d.value(1)}, Data: d.bytes(), Plain: kind%2 == 1}
}

// value is a value that may hold others, as deep as a file of ours may go.
func (d *dough) value(depth int) Value {
	const kinds, deep = 8, deepest - 2
	kind := d.byte() % kinds
	if depth >= deep {
		kind %= 6
	}
	switch kind {
	case 0:
		return d.name()
	case 1:
		return String(d.bytes())
	case 2:
		return Bool(d.byte()%2 == 1)
	case 3:
		return Ref(1 + int(binary.LittleEndian.Uint16([]byte{d.byte(), d.byte()})))
	case 4:
		return Int(int(int8(d.byte())))
	case 5:
		n, _ := strconv.ParseFloat(string(Real(float64(d.byte())/3)), 64)
		return Real(n)
	case 6:
		a := Array{}
		for range d.byte() % 8 {
			a = append(a, d.value(depth+1))
		}
		return a
	default:
		m := Dict{}
		for range d.byte() % 8 {
			m[d.name()] = d.value(depth + 1)
		}
		return m
	}
}
