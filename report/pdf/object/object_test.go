package object

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// plainFile is a file with a cross-reference table, as a simple writer makes it.
func plainFile(bodies ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.3\n")
	table := "0000000000 65535 f \n"
	for i, body := range bodies {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n%strailer\n<<\n/Size %d\n/Root 1 0 R\n>>\nstartxref\n%d\n%%%%EOF\n", len(bodies)+1, table, len(bodies)+1, at)
	return b.Bytes()
}

func TestRead(t *testing.T) {
	objects, trailer, err := Read(plainFile(
		"<</Type /Catalog /Kids [2 0 R 3 -1.5 true null (a\\(b\\)\\\\c(d)) <FEFF>]>>",
		"<</Length 5>>\nstream\nhello\nendstream"))
	if err != nil {
		t.Fatal(err)
	}
	want := Dict{"Type": Name("Catalog"), "Kids": Array{Ref(2), Number("3"), Number("-1.5"), Bool(true), Null{}, String(`a(b)\c(d)`), String("\xfe\xff")}}
	if !reflect.DeepEqual(objects[1], want) {
		t.Errorf("read %#v", objects[1])
	}
	if s, ok := objects[2].(*Stream); !ok || string(s.Data) != "hello" {
		t.Errorf("read %#v", objects[2])
	}
	if trailer["Root"] != Ref(1) {
		t.Errorf("trailer %v", trailer)
	}
}

func TestReadRefuses(t *testing.T) {
	good := string(plainFile("<</A 1>>"))
	for name, bad := range map[string]string{
		"nothing":        "",
		"no table":       strings.Replace(good, "xref\n", "", 1),
		"lost offset":    strings.Replace(good, "0000000009", "0000000003", 1),
		"open dict":      string(plainFile("<</A 1")),
		"open string":    string(plainFile("(abc")),
		"too deep":       string(plainFile(strings.Repeat("[", 1000))),
		"endless stream": string(plainFile("<</Length 99999>>\nstream\nx\nendstream")),
		"other filter":   string(plainFile("<</Length 1 /Filter /LZWDecode>>\nstream\nx\nendstream")),
	} {
		if _, _, err := Read([]byte(bad)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestWriteReadsBack writes values and reads each again.
func TestWriteReadsBack(t *testing.T) {
	for _, v := range []Value{
		Dict{"B": Int(2), "A": Array{Ref(7), Real(1.005), Real(-0.1), Bool(false), Null{}}}, String("plain (text) \\"), String("\x00\xff"),
		Words("Årsrapport"), Name("Font"), Array{}, Dict{},
	} {
		var b output
		v.write(&b)
		r := &reader{b: []byte(b.String())}
		got, err := r.value(0)
		if err != nil || !reflect.DeepEqual(got, v) {
			t.Errorf("%s was read as %#v: %v", b.String(), got, err)
		}
	}
}

func TestNameIsEscaped(t *testing.T) {
	var b output
	Name("a b/c#å").write(&b)
	if b.String() != "/a#20b#2Fc#23#C3#A5" {
		t.Error(b.String())
	}
}

// FuzzRead sees that no file makes the reader panic or go on for ever.
func FuzzRead(f *testing.F) {
	f.Add(plainFile("<</A [1 2 R (x) <00>]>>", "<</Length 5>>\nstream\nhello\nendstream"))
	f.Add(plainFile("<</Length 3 /Filter /FlateDecode>>\nstream\nxyz\nendstream"))
	f.Fuzz(func(t *testing.T, file []byte) {
		objects, _, err := Read(file)
		if err == nil && objects == nil {
			t.Error("neither objects nor an error")
		}
	})
}
