package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/html"
	"gevinst/report/pdf/layout"
)

// TestTwin holds that the structure tree and the HTML twin say the same in the
// same order: headings, words, lists, tables cell by cell, figures with what
// they tell those who cannot see them. Contents, running heads and feet are the
// medium's own and left out.
func TestTwin(t *testing.T) {
	for name, c := range twins(t) {
		t.Run(name, func(t *testing.T) {
			letters, err := newLettering()
			if err != nil {
				t.Fatal(err)
			}
			doc, err := layout.Set(c, letters)
			if err != nil {
				t.Fatal(err)
			}
			tree, page := outline{letters: letters}, outline{}
			tree.elem(doc, doc.Root)
			page.node(parsed(t, c))
			alike(t, tree.lines, page.lines)
		})
	}
}

func twins(t *testing.T) map[string]*chapter.Chapter {
	all := map[string]*chapter.Chapter{}
	for _, lang := range report.Langs() {
		all["demo "+string(lang)] = chaptertest.Demo(t, lang)
		all["sector "+string(lang)] = chaptertest.Sector(t, lang)
		for name, filling := range map[string]report.Filling{
			"bare": chaptertest.Bare(), "small": chaptertest.Small(), "large": chaptertest.Large(12),
		} {
			in := chaptertest.Input(t, lang, filling)
			in.Words = lang
			all[name+" "+string(lang)] = chapter.Compose(in)
		}
	}
	all["emoji"], all["every block"] = emojiEverywhere(), everything()
	return all
}

func alike(t *testing.T, tree, page []string) {
	t.Helper()
	if len(tree) < 5 {
		t.Errorf("the tree has only %d lines", len(tree))
	}
	for i := range max(len(tree), len(page)) {
		a, b := "(nothing)", "(nothing)"
		if i < len(tree) {
			a = tree[i]
		}
		if i < len(page) {
			b = page[i]
		}
		if a != b {
			t.Fatalf("line %d: the tree says\n  %s\nthe page says\n  %s", i+1, a, b)
		}
	}
}

// outline is a document as lines: type and words. letters knows the emoji that letters
// of the layout stand for.
type outline struct {
	lines   []string
	letters *lettering
}

func (o *outline) say(kind, words string) {
	words = strings.Join(strings.Fields(strings.ReplaceAll(words, "\u00ad", "")), " ")
	if o.letters != nil {
		for i, e := range o.letters.emoji {
			words = strings.ReplaceAll(words, string(firstEmoji+rune(i)), e.words)
		}
	}
	if words != "" || kind == "TR" || kind == "Table" {
		o.lines = append(o.lines, kind+": "+words)
	}
}

// elem writes an element of the structure tree.
func (o *outline) elem(doc *layout.Document, e *layout.Elem) {
	switch e.Type {
	case "H1", "H2", "H3", "P", "Caption":
		o.say(e.Type, spoken(doc, e))
	case "LI":
		o.say("LI", spoken(doc, child(e, "LBody")))
	case "TR":
		cells := make([]string, len(e.Kids))
		for i, k := range e.Kids {
			cells[i] = k.Elem.Type + " " + spoken(doc, k.Elem)
		}
		o.say("TR", strings.Join(cells, " | "))
	case "Figure":
		o.say("Figure", e.Alt)
	default:
		if child(e, "TOC") != nil {
			return
		}
		if e.Type == "Table" {
			o.say("Table", "")
		}
		for _, k := range e.Kids {
			if k.Elem != nil {
				o.elem(doc, k.Elem)
			}
		}
	}
}

func child(e *layout.Elem, typ string) *layout.Elem {
	for _, k := range e.Kids {
		if k.Elem != nil && k.Elem.Type == typ {
			return k.Elem
		}
	}
	return nil
}

// spoken is the words that are drawn for an element and what is below it.
func spoken(doc *layout.Document, e *layout.Elem) string {
	var b strings.Builder
	for _, k := range e.Kids {
		switch {
		case k.Elem != nil:
			b.WriteString(spoken(doc, k.Elem))
		case k.Link == 0:
			b.WriteString(marked(doc.Pages[k.Page], k.MCID))
		}
	}
	return b.String()
}

func marked(page layout.Page, mcid int) string {
	words := ""
	for _, m := range page.Marks {
		if m.Elem == nil || m.MCID != mcid {
			continue
		}
		for _, s := range m.Shapes {
			if t, ok := s.(*layout.Text); ok {
				words += t.Text
			}
		}
	}
	return words
}

// node is an element of the page, or a piece of its text where it has no name.
type node struct {
	name  string
	attrs map[string]string
	kids  []*node
	text  string
}

func parsed(t *testing.T, c *chapter.Chapter) *node {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(&b, c); err != nil {
		t.Fatal(err)
	}
	dec := xml.NewDecoder(&b)
	open := []*node{{name: "page"}}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return open[0]
		}
		if err != nil {
			t.Fatal(err)
		}
		last := open[len(open)-1]
		switch x := tok.(type) {
		case xml.StartElement:
			n := &node{name: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			last.kids = append(last.kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.kids = append(last.kids, &node{text: string(x)})
		}
	}
}

// node writes an element of the page in the words of the structure tree.
func (o *outline) node(n *node) {
	switch n.name {
	case "head", "nav", "footer", "aside", "a":
		return
	case "h1", "h2", "h3", "p":
		o.say(strings.ToUpper(n.name), n.spoken(""))
	case "li":
		o.say("LI", n.spoken(""))
	case "dl":
		for _, fact := range n.kids {
			o.say("P", fact.spoken(" "))
		}
	case "caption", "figcaption":
		o.say("Caption", n.spoken(""))
	case "tr":
		cells := make([]string, len(n.kids))
		for i, cell := range n.kids {
			cells[i] = strings.ToUpper(cell.name) + " " + cell.spoken("")
		}
		o.say("TR", strings.Join(cells, " | "))
	case "svg":
		for _, k := range n.kids {
			if k.name == "desc" {
				o.say("Figure", k.spoken(""))
			}
		}
	default:
		if n.name == "table" {
			o.say("Table", "")
		}
		for _, k := range n.kids {
			o.node(k)
		}
	}
}

// spoken is all text within, the pieces apart where they stand in elements of
// their own.
func (n *node) spoken(between string) string {
	s := n.text
	for _, k := range n.kids {
		s += k.spoken(between) + between
	}
	return s
}
