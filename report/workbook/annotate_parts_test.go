package workbook_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"gevinst/report/workbook/ziptest"
)

// unpackable adds an entry that nobody can unpack and that claims to be of 400 MiB, under
// a name as some programs write it.
func unpackable(t *testing.T, file []byte, name string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range in.File {
		if err := z.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	packed := []byte("no deflated bytes")
	w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: 7, CompressedSize64: uint64(len(packed)), UncompressedSize64: 400 << 20})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(packed); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// packedBytes is what stands packed in each entry of an archive, with the size that it claims.
func packedBytes(t *testing.T, file []byte) map[string]string {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range in.File {
		r, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(content)
	}
	return all
}

// TestUntouchedPartsAreCopiedPacked: a part that annotating does not touch costs nothing,
// whatever it unpacks to, and stands in the copy as in the original.
func TestUntouchedPartsAreCopiedPacked(t *testing.T) {
	original := unpackable(t, unpackable(t, unpackable(t, blank(t), "xl/media/image1.png"), `xl\media\image2.png`), "xl/calcChain.xml")
	was, is := packedBytes(t, original), packedBytes(t, annotated(t, annotated(t, original, notice(5, "a")), notice(6, "b")))
	touched := map[string]bool{"[Content_Types].xml": true, "xl/workbook.xml": true, "xl/_rels/workbook.xml.rels": true, "xl/styles.xml": true, "xl/sharedStrings.xml": true, "_rels/.rels": true}
	kept := 0
	for name, packed := range was {
		got, there := is[strings.ReplaceAll(name, `\`, "/")]
		switch {
		case !there:
			t.Errorf("%s is not in the copy", name)
		case touched[name] || strings.HasPrefix(name, "xl/worksheets/sheet"):
		case got != packed:
			t.Errorf("%s is another in the copy", name)
		default:
			kept++
		}
	}
	if kept < 6 {
		t.Errorf("only %d parts are the same: the test looks in the wrong place", kept)
	}
}

// TestNothingBehindTheNotices: links that somebody laid behind the sheet of notices, or
// that lay about under its name, are not those of the new one.
func TestNothingBehindTheNotices(t *testing.T) {
	const behind, links = "xl/worksheets/_rels/sheet20.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`
	for name, file := range map[string][]byte{"new": blank(t), "again": annotated(t, blank(t), notice(5, "a"))} {
		made := packedBytes(t, annotated(t, ziptest.Add(t, file, ziptest.Part{Name: behind, Content: []byte(links)}), notice(5, "b")))
		if _, there := made[behind]; there || made["xl/worksheets/sheet20.xml"] == "" {
			t.Errorf("%s: links lie behind the sheet of notices", name)
		}
	}
}
