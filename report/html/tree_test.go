package html_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

// node is an element of a page that was read back by a strict parser.
type node struct {
	name     string
	attrs    map[string]string
	keys     []string // names of attributes in the order of the file
	children []*node
	words    string // all text inside, in order
}

// read parses a page as XML, which forgives nothing.
func read(t *testing.T, page []byte) *node {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(page))
	root := &node{}
	open := []*node{root}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("the page is not well-formed: %v", err)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			n := &node{name: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				n.attrs[a.Name.Local] = a.Value
				n.keys = append(n.keys, a.Name.Local)
			}
			last := open[len(open)-1]
			last.children = append(last.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, n := range open {
				n.words += string(x)
			}
		}
	}
	return root
}

// each visits n and everything below it in the order of the page.
func (n *node) each(visit func(*node)) {
	visit(n)
	for _, c := range n.children {
		c.each(visit)
	}
}

// all are the elements with one of the names, in the order of the page.
func (n *node) all(names ...string) []*node {
	var found []*node
	n.each(func(e *node) {
		for _, name := range names {
			if e.name == name {
				found = append(found, e)
			}
		}
	})
	return found
}

// one is the only element with the name.
func (n *node) one(t *testing.T, name string) *node {
	t.Helper()
	found := n.all(name)
	if len(found) != 1 {
		t.Fatalf("%d <%s>, want one", len(found), name)
	}
	return found[0]
}

// tidy is text without the line breaks of the source.
func tidy(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == ' ' }), " ")
}
