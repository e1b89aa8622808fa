package object

import (
	"bytes"
	"fmt"
	"reflect"
	"testing"
)

// finishedFile is a file as File writes it: more objects than one object stream
// holds, a stream, and a name that must be escaped.
func finishedFile(t *testing.T) ([]byte, *File, Ref) {
	t.Helper()
	f := &File{}
	root := f.Add(Dict{"Type": Name("Catalog"), "A": Array{Ref(2), Int(-3), Words("Årsrapport"), Bool(true), Null{}}})
	f.Add(&Stream{Dict: Dict{"Type": Name("EmbeddedFile"), "Subtype": Name("text/plain")}, Data: []byte("hei")})
	f.Add(&Stream{Dict: Dict{"Type": Name("Metadata")}, Data: []byte("<x/>"), Plain: true})
	for i := range together + 10 {
		f.Add(Dict{"N": Int(i), "Name": Name(fmt.Sprintf("a b#%d", i))})
	}
	var b bytes.Buffer
	if err := f.Write(&b, root, 0); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), f, root
}

// TestFinishedFileReadsBack reads every object of a finished file again.
func TestFinishedFileReadsBack(t *testing.T) {
	file, f, root := finishedFile(t)
	objects, trailer, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if trailer["Root"] != root {
		t.Errorf("root %v", trailer["Root"])
	}
	for i, want := range f.objects {
		got := objects[Ref(i+1)]
		if s, ok := want.(*Stream); ok {
			if read, ok := got.(*Stream); !ok || !bytes.Equal(read.Data, s.Data) || !reflect.DeepEqual(read.Dict, s.Dict) {
				t.Errorf("object %d: %#v", i+1, got)
			}
			continue
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("object %d: %#v, want %#v", i+1, got, want)
		}
	}
}

// TestWhatWasAppendedIsRefused adds to a finished file a newer cross-reference, as
// programs do that change a file without writing it anew: what a viewer then shows
// is not what was finished.
func TestWhatWasAppendedIsRefused(t *testing.T) {
	file, _, root := finishedFile(t)
	for name, extra := range map[string]Dict{
		"a table that leads back": {"Prev": Int(9)}, "a table of some objects": {"Index": Array{Int(1), Int(1)}},
	} {
		b := bytes.NewBuffer(bytes.Clone(file))
		at := b.Len()
		changed := bytes.Index(file, []byte("2 0 obj"))
		row := func(offset int) []byte {
			return []byte{1, byte(offset >> 24), byte(offset >> 16), byte(offset >> 8), byte(offset), 0, 0}
		}
		extra["Type"], extra["W"], extra["Root"] = Name("XRef"), Array{Int(1), Int(4), Int(2)}, root
		if err := writeStream(b, 1000, &Stream{Dict: extra, Data: row(changed)}); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(b, "startxref\n%d\n%%%%EOF\n", at)
		if _, _, err := Read(b.Bytes()); err == nil {
			t.Errorf("%s: read", name)
		}
	}
}
