package object

import (
	"bytes"
	"fmt"
	"testing"
)

// TestTheNewestCounts reads a file to which a newer state of an object was appended, as
// programs do that sign or annotate: what a viewer shows is the newer one.
func TestTheNewestCounts(t *testing.T) {
	file, _, root := finishedFile(t)
	old := bytes.LastIndex(file, []byte("startxref"))
	var start int
	if _, err := fmt.Sscanf(string(file[old:]), "startxref\n%d", &start); err != nil {
		t.Fatal(err)
	}
	b := bytes.NewBuffer(bytes.Clone(file))
	stream := b.Len()
	b.WriteString("2 0 obj\n<</Length 900 0 R>>\nstream\nhallo\nendstream\nendobj\n")
	length := b.Len()
	b.WriteString("900 0 obj\n5\nendobj\n")
	table := b.Len()
	fmt.Fprintf(b, "xref\n2 1\n%010d 00000 n \n900 1\n%010d 00000 n \ntrailer\n<</Root %d 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", stream, length, root, start, table)
	objects, trailer, rewritten, err := Open(b.Bytes())
	if err != nil || !rewritten || trailer["Root"] != root {
		t.Fatalf("%v %v %v", trailer, rewritten, err)
	}
	if s, ok := objects[2].(*Stream); !ok || string(s.Data) != "hallo" {
		t.Errorf("the newer stream is %#v", objects[2])
	}
	if s, ok := objects[3].(*Stream); !ok || string(s.Data) != "<x/>" {
		t.Errorf("the older stream is %#v", objects[3])
	}
	if d, ok := objects[5].(Dict); !ok || d["N"] != Number("1") {
		t.Errorf("what is packed is %#v", objects[5])
	}
}

// TestWhatOthersWriteDoesNotLoop: references of a cross-reference to itself end in an error.
func TestWhatOthersWriteDoesNotLoop(t *testing.T) {
	for name, file := range map[string]string{
		"a table that leads to itself":   "%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF",
		"a length that is its own":       "%PDF-1.7\n1 0 obj\n<</Length 1 0 R>>\nstream\nx\nendstream\nendobj\nxref\n1 1\n0000000009 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n67\n%%EOF",
		"a table of an unknown encoding": "%PDF-1.7\n1 0 obj\n<</Type /XRef /W [1 4 2] /DecodeParms <</Predictor 15>> /Length 8>>\nstream\n\x051234567\nendstream\nendobj\nstartxref\n9\n%%EOF",
	} {
		if _, _, err := Rewritten([]byte(file)); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

// FuzzRewritten reads whatever comes: no file may stop the program.
func FuzzRewritten(f *testing.F) {
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<</Type /XRef /W [1 1 1] /Index [1 1] /Length 3>>\nstream\n\x01\x09\x00\nendstream\nendobj\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(_ *testing.T, file []byte) { _, _, _ = Rewritten(file) })
}
