package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/pdf/layout"
	"gevinst/report/pdf/object"
)

const (
	fullCell     = 32767 // letters that a cell of Excel holds
	mostInString = 32767 // bytes that PDF/A lets a string have (ISO 19005-2, 6.1.13)
)

// oddEverywhere is a chapter full of what a workbook may hold and nobody means: cells
// filled to the brim, letters that are none, links that wrap and links that must not be.
func oddEverywhere() *chapter.Chapter {
	words := strings.Repeat("blåbærsyltetøy ", fullCell/15)
	unseen := map[string]string{"spaces": "a" + strings.Repeat(" ", fullCell-2) + "b",
		"no letters": "a\uffff\ufffe\xed\xa0\x80\x1b\u0000b"}
	table := &chapter.Table{Caption: words[:3000], Columns: []chapter.Column{{Title: "Id", Kind: chapter.Label}, {Title: "Lenke"}, {Title: "Merknad"}}}
	for _, name := range []string{"spaces", "no letters"} {
		table.Rows = append(table.Rows, chapter.Row{Cells: []chapter.Text{chapter.Words(name), linking(wrapping), chapter.Words(unseen[name])}})
	}
	return &chapter.Chapter{Lang: report.NB, Title: words, Author: "Etaten\uffff\x1b" + words, Subject: words, Keywords: []string{words, ""},
		Header: words, Contents: "Innhold", Footer: "Side {page} av {pages}", Blocks: []chapter.Block{
			&chapter.Heading{Level: 1, Text: words[:3000]}, &chapter.Paragraph{Text: chapter.Words(words)}, table,
			&chapter.Paragraph{Text: linking("https://eksempel.no/" + strings.Repeat("å", fullCell-20))},
			&chapter.Paragraph{Text: linking("https://regjeringen.no@ond.example/")},
			&chapter.Figure{Caption: "Funn", Alt: words, Chart: &chapter.Bars{Groups: []chapter.BarGroup{{Label: "Klasse",
				Bars: []chapter.Bar{{Label: "Planlagt", Value: "3", Amount: report.MustKroner("3")}}}}}}}}
}

// wrapping is an address that no line of a column holds, as it may be typed.
const wrapping = "https://blåbær.no/årsrapport side/kapittel-fire/effektivisering-og-gevinstrealisering-i-virksomheten?år=2017"

func linking(address string) chapter.Text { return chapter.Text{{Text: address, Href: address}} }

func pressed(t *testing.T, c *chapter.Chapter) (map[object.Ref]object.Value, object.Dict) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, c, Options{}); err != nil {
		t.Fatal(err)
	}
	objects, trailer, err := object.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return objects, trailer
}

// eachString visits the strings of a value, and those that pages draw.
func eachString(v object.Value, visit func(s string)) {
	switch x := v.(type) {
	case object.String:
		visit(string(x))
	case object.Array:
		for _, one := range x {
			eachString(one, visit)
		}
	case object.Dict:
		for _, one := range x {
			eachString(one, visit)
		}
	case *object.Stream:
		eachString(x.Dict, visit)
		if x.Dict["Type"] != nil || x.Dict["N"] != nil || !bytes.Contains(x.Data, []byte(" Tj")) {
			return // no contents of a page
		}
		for line := range bytes.SplitSeq(x.Data, []byte("\n")) {
			visit(string(line))
		}
	}
}

// TestNoStringIsTooLong: whatever a workbook holds, no string of the file is longer than
// PDF/A allows, neither beside the pages nor on them.
func TestNoStringIsTooLong(t *testing.T) {
	objects, _ := pressed(t, oddEverywhere())
	cut, drawn := 0, 0
	for ref, v := range objects {
		eachString(v, func(s string) {
			if len(s) > mostInString {
				t.Errorf("object %d holds %d bytes: %.40q", ref, len(s), s)
			}
			if strings.HasSuffix(s, "\x20\x26") { // an ellipsis
				cut++
			}
			if strings.Contains(s, " Tj") {
				drawn++
			}
		})
	}
	if cut < 5 || drawn < 100 { // title, author, subject, keywords, what the chart shows
		t.Errorf("%d strings were cut and %d lines drawn: the test looks in the wrong place", cut, drawn)
	}
}

// TestFileSaysTheSameOfItselfTwice: title, author, subject and keywords are the same in
// the dictionary and in the metadata, whatever letters they are of.
func TestFileSaysTheSameOfItselfTwice(t *testing.T) {
	for name, words := range map[string]string{
		"plain": "Etaten", "letters": "Årsrapport 😀 ǩ «x» & <y> \"z\" 'w'", "not letters": "a\uffffb\ufffec\ufdd0\U0010ffff", "half a pair": "a\xed\xa0\x80b\xff",
		"control": "a\x00b\x1bnb\x1bc\u0085\u007f", "lines": "a\tb\r\nc\rd", "spaces": "  a  ", "turning": "a\u202eb", "too many": strings.Repeat("ø", 40000), "nothing": "",
	} {
		c := &chapter.Chapter{Title: words, Author: words, Subject: words, Keywords: []string{words}}
		objects, trailer := pressed(t, c)
		info, _ := objects[refOf(trailer["Info"])].(object.Dict)
		root, _ := objects[refOf(trailer["Root"])].(object.Dict)
		metadata, ok := objects[refOf(root["Metadata"])].(*object.Stream)
		if !ok {
			t.Fatal("no metadata")
		}
		told := metadataOf(t, metadata.Data)
		for key, in := range map[object.Name]string{"Title": "title", "Author": "creator", "Subject": "description", "Keywords": "Keywords"} {
			if got := fromString(info[key]); got != told[in] {
				t.Errorf("%s: %s is %.60q in one place and %.60q in the other", name, key, got, told[in])
			}
			if words == "" && key != "Title" && info[key] != nil {
				t.Errorf("%s is %v, and nothing is known of it", key, info[key])
			}
		}
	}
}

// metadataOf is the words of the metadata by the element that they stand in.
func metadataOf(t *testing.T, data []byte) map[string]string {
	t.Helper()
	told, path := map[string]string{}, []xml.Name{}
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return told
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			path = append(path, x.Name)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			for i := len(path) - 1; i >= 0; i-- {
				if in := path[i].Space; strings.Contains(in, "purl.org/dc/") || strings.Contains(in, "adobe.com/pdf/") {
					told[path[i].Local] += string(x)
				}
			}
		}
	}
}

func fromString(v object.Value) string {
	s, _ := v.(object.String)
	rest, wide := strings.CutPrefix(string(s), "\xfe\xff")
	if !wide {
		return string(s)
	}
	var units []uint16
	for i := 0; i+1 < len(rest); i += 2 {
		units = append(units, uint16(rest[i])<<8|uint16(rest[i+1]))
	}
	return string(utf16.Decode(units))
}

// TestLinkIsOne: a link is one element and leads to one place in ASCII, over however many
// lines it goes; on the page and to who listens it says what was typed, all of it.
func TestLinkIsOne(t *testing.T) {
	c := &chapter.Chapter{Blocks: []chapter.Block{
		&chapter.Paragraph{Text: append(chapter.Words("Se "), append(linking(wrapping), chapter.Span{Text: " og resten."})...)},
		&chapter.Paragraph{Text: chapter.Text{{Text: strings.Repeat("many words of another language ", 20), Lang: "en"}}}}}
	doc := set(t, c)
	paragraph := doc.Root.Kids[1].Elem
	if len(paragraph.Kids) != 3 || paragraph.Kids[1].Elem == nil || paragraph.Kids[1].Elem.Type != "Link" {
		t.Fatalf("the paragraph holds %+v, not words, a link and words", paragraph.Kids)
	}
	if other := doc.Root.Kids[2].Elem; len(other.Kids) != 1 || other.Kids[0].Elem.Lang != "en" {
		t.Errorf("words in one other language are %d elements", len(other.Kids))
	}
	areas, said := 0, ""
	for _, k := range paragraph.Kids[1].Elem.Kids {
		if k.Link == 0 {
			said += drawnIn(doc.Pages[k.Page], paragraph.Kids[1].Elem, k.MCID)
			continue
		}
		areas++
		if l := doc.Pages[k.Page].Links[k.Link-1]; l.Elem != paragraph.Kids[1].Elem || l.Says != wrapping ||
			l.Href != "https://xn--blbr-roah.no/%C3%A5rsrapport%20side/kapittel-fire/effektivisering-og-gevinstrealisering-i-virksomheten?%C3%A5r=2017" {
			t.Errorf("a line of the link is %+v", l)
		}
	}
	if areas < 2 || said != wrapping {
		t.Errorf("%d lines of the link say %q", areas, said)
	}
}

func drawnIn(page layout.Page, e *layout.Elem, mcid int) string {
	words := ""
	for _, m := range page.Marks {
		if m.Elem != e || m.MCID != mcid {
			continue
		}
		for _, s := range m.Shapes {
			if text, ok := s.(*layout.Text); ok {
				words += text.Text
			}
		}
	}
	return words
}

// TestNoLinkStaysText: what may not be a link stands on the page in full all the same.
func TestNoLinkStaysText(t *testing.T) {
	for _, address := range []string{"javascript:alert(1)", "data:text/html,x", "https://regjeringen.no@ond.example/", "https://a.no/" + strings.Repeat("å", 2000)} {
		doc := set(t, &chapter.Chapter{Blocks: []chapter.Block{&chapter.Paragraph{Text: linking(address)}}})
		said := ""
		for _, page := range doc.Pages {
			if len(page.Links) > 0 {
				t.Errorf("%.40s leads to %+v", address, page.Links[0])
			}
			for _, m := range page.Marks {
				if m.Elem != nil {
					said += drawnIn(page, m.Elem, m.MCID)
				}
			}
		}
		if said != address {
			t.Errorf("%.40s stands as %.40q", address, said)
		}
	}
}
