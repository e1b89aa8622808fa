package second

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf16"
)

// Count is the number of filled cells of each sheet, in the order of the tabs,
// counted in the file's XML with the standard library and nothing else. A cell is
// filled where it has a value, or a formula whose result is not the empty text.
func Count(file []byte) ([]SheetCount, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, err
	}
	parts := map[string]*zip.File{}
	for _, f := range z.File {
		parts[partName(f.Name)] = f
	}
	book, err := target(parts, "_rels/.rels", "", func(r relation) bool { return strings.HasSuffix(r.Type, "/officeDocument") })
	if err != nil {
		return nil, err
	}
	var w struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Rest []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := decode(parts, book, &w); err != nil {
		return nil, err
	}
	var all []SheetCount
	for _, s := range w.Sheets {
		n, err := countSheet(parts, book, s.Rest)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Name, err)
		}
		all = append(all, SheetCount{s.Name, n})
	}
	return all, nil
}

// SheetCount is how many cells of a sheet are filled.
type SheetCount struct {
	Name   string
	Filled int
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// partName is a part's name as OPC compares it.
func partName(s string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ToLower(strings.ReplaceAll(s, `\`, "/"))), "/")
}

// target follows the one relation that is wanted from a part.
func target(parts map[string]*zip.File, rels, from string, want func(relation) bool) (string, error) {
	var r struct {
		All []relation `xml:"Relationship"`
	}
	if err := decode(parts, partName(rels), &r); err != nil {
		return "", err
	}
	for _, one := range r.All {
		if want(one) {
			if strings.HasPrefix(one.Target, "/") {
				return partName(one.Target), nil
			}
			return partName(path.Join(path.Dir(from), one.Target)), nil
		}
	}
	return "", fmt.Errorf("%s leads nowhere", rels)
}

func countSheet(parts map[string]*zip.File, book string, attrs []xml.Attr) (int, error) {
	id := ""
	for _, a := range attrs {
		if a.Name.Local == "id" {
			id = a.Value
		}
	}
	rels := path.Join(path.Dir(book), "_rels", path.Base(book)+".rels")
	sheet, err := target(parts, rels, book, func(r relation) bool { return r.ID == id })
	if err != nil {
		return 0, err
	}
	r, err := open(parts, sheet)
	if err != nil {
		return 0, err
	}
	defer r.Close()
	return filledCells(r)
}

// open inflates a part as it is read, within the limit, and makes it UTF-8.
func open(parts map[string]*zip.File, name string) (io.ReadCloser, error) {
	f := parts[name]
	if f == nil {
		return nil, fmt.Errorf("%s is missing", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	in := bufio.NewReader(io.LimitReader(r, inflated))
	start, _ := in.Peek(2)
	if string(start) != "\xff\xfe" && string(start) != "\xfe\xff" {
		return part{in, r}, nil
	}
	b, err := io.ReadAll(in) // UTF-16, which hardly any program writes
	return part{bytes.NewReader(asUTF8(b)), r}, err
}

// part is what is read of a part, and what is closed.
type part struct {
	io.Reader
	io.Closer
}

func asUTF8(b []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		order = binary.LittleEndian
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		order = binary.BigEndian
	default:
		return b
	}
	var units []uint16
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, order.Uint16(b[i:]))
	}
	return []byte(string(utf16.Decode(units)))
}

func decode(parts map[string]*zip.File, name string, into any) error {
	r, err := open(parts, name)
	if err != nil {
		return err
	}
	defer r.Close()
	return decoder(r).Decode(into)
}

func decoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return d
}

// rawCell is a cell while its elements go by.
type rawCell struct {
	kind                 string
	within               string // the element that is open
	value, text, formula bool   // it has the element
	filled               bool   // the value has letters
	guide                bool   // a phonetic guide is open, which is no text
}

// filledCells counts the filled cells of a sheet's XML.
func filledCells(r io.Reader) (int, error) {
	d := decoder(r)
	n := 0
	var cell *rawCell
	for {
		t, err := d.Token()
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return 0, err
		}
		switch x := t.(type) {
		case xml.StartElement:
			if x.Name.Local == "c" {
				cell = &rawCell{kind: attribute(x, "t")}
			} else if cell != nil {
				cell.open(x.Name.Local)
			}
		case xml.CharData:
			if cell != nil && cell.within == "v" && len(x) > 0 {
				cell.filled = true
			}
		case xml.EndElement:
			if x.Name.Local == "c" && cell != nil {
				if cell.counts() {
					n++
				}
				cell = nil
			} else if cell != nil {
				cell.close(x.Name.Local)
			}
		}
	}
}

func attribute(x xml.StartElement, name string) string {
	for _, a := range x.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

func (c *rawCell) open(name string) {
	c.within = name
	switch name {
	case "v":
		c.value = true
	case "f":
		c.formula = true
	case "rPh":
		c.guide = true
	case "t":
		c.text = c.text || !c.guide
	}
}

func (c *rawCell) close(name string) {
	c.within = ""
	if name == "rPh" {
		c.guide = false
	}
}

func (c *rawCell) counts() bool {
	if c.kind == "inlineStr" && (c.text || c.value) {
		return true
	}
	return c.filled || c.formula && !(c.kind == "str" && c.value)
}
