// Package ziptest changes workbooks as archives, for the tests that try what a
// hostile or careless program may have written.
package ziptest

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

// Part is one entry of an archive.
type Part struct {
	Name    string
	Content []byte
}

// Repack writes an archive anew. each gives what stands in place of an entry:
// nothing, the entry, or several of any name.
func Repack(t testing.TB, file []byte, each func(Part) []Part) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range each(Part{f.Name, content}) {
			write(t, out, part)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func write(t testing.TB, out *zip.Writer, part Part) {
	t.Helper()
	w, err := out.Create(part.Name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(part.Content); err != nil {
		t.Fatal(err)
	}
}

// Edit changes the content of the parts that want says yes to.
func Edit(t testing.TB, file []byte, want func(name string) bool, change func([]byte) []byte) []byte {
	t.Helper()
	return Repack(t, file, func(p Part) []Part {
		if want(p.Name) {
			p.Content = change(p.Content)
		}
		return []Part{p}
	})
}

// Named wants one part.
func Named(name string) func(string) bool {
	return func(is string) bool { return is == name }
}

// Add puts one more part at the end of an archive.
func Add(t testing.TB, file []byte, part Part) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	left := len(in.File)
	return Repack(t, file, func(p Part) []Part {
		if left--; left == 0 {
			return []Part{p, part}
		}
		return []Part{p}
	})
}
