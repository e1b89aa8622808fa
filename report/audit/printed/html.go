package printed

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// HTML takes the text out of a page.
func HTML(page []byte) (*Document, error) {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, err
	}
	d := &Document{}
	d.node(root)
	return d, nil
}

// node walks the page. What the PDF has no twin of goes to the margins.
func (d *Document) node(n *html.Node) {
	if n.Type == html.TextNode {
		if s := Plain(n.Data); s != "" {
			d.Loose = append(d.Loose, s)
		}
		return
	}
	switch n.Data {
	case "html":
		d.Lang = attribute(n, "lang")
	case "head":
		d.scripts(n)
		return
	case "script", "iframe", "object", "embed", "img", "form", "input", "template":
		d.Loose = append(d.Loose, "<"+n.Data+"> "+Plain(spoken(n, "")))
		return
	case "nav", "footer", "a":
		d.Margins = append(d.Margins, Plain(spoken(n, " ")))
		return
	case "aside":
		d.Draft = true
		d.Margins = append(d.Margins, Plain(spoken(n, " ")))
		return
	case "h1", "h2", "h3", "p":
		d.say(Kind(strings.ToUpper(n.Data)), spoken(n, ""))
		return
	case "li":
		d.say(Item, spoken(n, ""))
		return
	case "dl":
		for fact := range n.ChildNodes() {
			d.say(Paragraph, spoken(fact, " "))
		}
		return
	case "figcaption":
		d.say(Caption, spoken(n, ""))
		return
	case "svg":
		d.drawing(n)
		return
	case "table":
		d.table(n)
		return
	}
	for kid := range n.ChildNodes() {
		d.node(kid)
	}
}

// scripts finds in the head what would run.
func (d *Document) scripts(n *html.Node) {
	for kid := range n.ChildNodes() {
		if kid.Data == "script" || kid.Data == "base" || kid.Data == "link" {
			d.Loose = append(d.Loose, "<"+kid.Data+"> "+Plain(spoken(kid, "")))
		}
	}
}

func (d *Document) drawing(n *html.Node) {
	for kid := range n.Descendants() {
		if kid.Data == "desc" {
			d.say(Figure, spoken(kid, ""))
		}
	}
	for kid := range n.Descendants() {
		if kid.Data == "text" {
			d.say(Drawn, spoken(kid, " "))
		}
	}
}

func (d *Document) table(n *html.Node) {
	t := &Table{}
	for kid := range n.Descendants() {
		switch kid.Data {
		case "caption":
			t.Caption = Plain(spoken(kid, ""))
		case "tr":
			var cells []string
			for cell := range kid.ChildNodes() {
				if cell.Type == html.ElementNode {
					cells = append(cells, Plain(spoken(cell, "")))
				}
			}
			t.add(kid.Parent.Data == "thead", cells)
		}
	}
	d.Blocks = append(d.Blocks, Block{Kind: Rows, Words: t.Caption, Table: t})
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// spoken is all text within, the pieces apart where they stand in elements of their own.
func spoken(n *html.Node, between string) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	s := ""
	for kid := range n.ChildNodes() {
		s += spoken(kid, between) + between
	}
	return s
}
