package object

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// together is the number of objects in an object stream.
const together = 200

// File is a file that is being made: objects by number, from 1.
type File struct {
	objects []Value
	failed  error // of what was written before the file is
}

// Reserve takes the next number for an object that is set later.
func (f *File) Reserve() Ref {
	f.objects = append(f.objects, Null{})
	return Ref(len(f.objects))
}

// Set gives a reserved number its object.
func (f *File) Set(r Ref, v Value) { f.objects[r-1] = v }

// SetWritten does the same for an object that nobody asks for again. What is written
// weighs a tenth of what it was written from.
func (f *File) SetWritten(r Ref, v Value) {
	var b output
	v.write(&b)
	if f.failed == nil {
		f.failed = b.failed
	}
	f.Set(r, written(b.String()))
}

// Get is the object of a number.
func (f *File) Get(r Ref) Value { return f.objects[r-1] }

// Add adds an object.
func (f *File) Add(v Value) Ref {
	r := f.Reserve()
	f.Set(r, v)
	return r
}

// place is where an object stands: at an offset, or within an object stream.
type place struct {
	within    Ref // 0 where it stands alone
	at, index int
}

// Write writes the file. Streams stand alone, all else in object streams (7.5.7).
// The identifier is a hash of all that stands before the cross-reference stream.
// A string or name that is longer than PDF/A allows is an error.
func (f *File) Write(w io.Writer, root, info Ref) error {
	if f.failed != nil {
		return f.failed
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") // bytes above 127 mark the file as binary (7.5.2)
	places := make([]place, len(f.objects)+1)
	var packed []Ref
	for i, v := range f.objects {
		ref := Ref(i + 1)
		if s, ok := v.(*Stream); ok {
			places[ref] = place{at: b.Len()}
			if err := writeStream(&b, ref, s); err != nil {
				return err
			}
			continue
		}
		packed = append(packed, ref)
	}
	for len(packed) > 0 {
		n := min(together, len(packed))
		at, err := f.pack(&b, packed[:n], places)
		if err != nil {
			return err
		}
		places = append(places, place{at: at})
		packed = packed[n:]
	}
	if err := table(&b, places, root, info); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// pack writes objects as one object stream and returns its offset.
func (f *File) pack(b *bytes.Buffer, refs []Ref, places []place) (int, error) {
	stream := Ref(len(places))
	var head strings.Builder
	var body output
	for i, ref := range refs {
		fmt.Fprintf(&head, "%d %d ", ref, body.Len())
		f.objects[ref-1].write(&body)
		body.WriteByte('\n')
		places[ref] = place{within: stream, index: i}
	}
	if body.failed != nil {
		return 0, body.failed
	}
	at := b.Len()
	err := writeStream(b, stream, &Stream{
		Dict: Dict{"Type": Name("ObjStm"), "N": Int(len(refs)), "First": Int(head.Len())},
		Data: []byte(head.String() + body.String())})
	return at, err
}

// table writes the cross-reference stream (7.5.8), which is the last object.
func table(b *bytes.Buffer, places []place, root, info Ref) error {
	at := b.Len()
	self := Ref(len(places))
	places = append(places, place{at: at})
	data := make([]byte, 0, 7*len(places))
	for i, p := range places {
		switch {
		case i == 0:
			data = append(data, 0, 0, 0, 0, 0, 0xff, 0xff)
		case p.within > 0:
			data = append(data, 2, byte(p.within>>24), byte(p.within>>16), byte(p.within>>8), byte(p.within), byte(p.index>>8), byte(p.index))
		default:
			data = append(data, 1, byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at), 0, 0)
		}
	}
	sum := sha256.Sum256(b.Bytes())
	id := String(sum[:16])
	d := Dict{"Type": Name("XRef"), "Size": Int(len(places)), "W": Array{Int(1), Int(4), Int(2)}, "Root": root, "ID": Array{id, id}}
	if info > 0 {
		d["Info"] = info
	}
	if err := writeStream(b, self, &Stream{Dict: d, Data: data}); err != nil {
		return err
	}
	fmt.Fprintf(b, "startxref\n%d\n%%%%EOF\n", at)
	return nil
}

func writeStream(b *bytes.Buffer, ref Ref, s *Stream) error {
	d, data := Dict{}, s.Data
	for k, v := range s.Dict {
		d[k] = v
	}
	if !s.Plain {
		var err error
		if data, err = deflate(s.Data); err != nil {
			return err
		}
		d["Filter"] = Name("FlateDecode")
	}
	d["Length"] = Int(len(data))
	var head output
	d.write(&head)
	if head.failed != nil {
		return head.failed
	}
	b.WriteString(strconv.Itoa(int(ref)))
	b.WriteString(" 0 obj\n")
	b.WriteString(head.String())
	b.WriteString("\nstream\n")
	b.Write(data)
	b.WriteString("\nendstream\nendobj\n")
	return nil
}

// writers are kept, since each holds much memory.
var writers = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(io.Discard, zlib.DefaultCompression)
	if err != nil {
		return err
	}
	return w
}}

func deflate(data []byte) ([]byte, error) {
	kept := writers.Get()
	z, ok := kept.(*zlib.Writer)
	if !ok {
		return nil, kept.(error)
	}
	defer writers.Put(z)
	var b bytes.Buffer
	z.Reset(&b)
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
