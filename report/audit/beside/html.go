package beside

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// HTML compares two web pages element by element, without the words that readers see.
func HTML(actual, expected []byte, scope Scope) ([]Other, error) {
	a, err := html.Parse(bytes.NewReader(actual))
	if err != nil {
		return nil, err
	}
	b, err := html.Parse(bytes.NewReader(expected))
	if err != nil {
		return nil, err
	}
	p := &pair{}
	if scope == Strange {
		p.strange(a, b)
		return p.all, nil
	}
	p.node(a, b, Markup)
	return p.all, nil
}

// pair is two pages that are walked side by side.
type pair struct {
	found
	heading string // the latest
}

func (p *pair) other(aspect Aspect, is, must string) {
	p.add(Other{Aspect: aspect, Heading: p.heading, Is: excerpt(is), Must: excerpt(must)})
}

func (p *pair) node(a, b *html.Node, aspect Aspect) {
	switch a.Data {
	case "head":
		aspect = About
	case "style":
		aspect = Style
	case "svg":
		aspect = Drawing
	case "h1", "h2", "h3":
		p.heading = wordsOf(a)
	}
	p.attributes(a, b, aspect)
	x, y := kids(a, aspect), kids(b, aspect)
	for i := range max(len(x), len(y)) {
		switch {
		case i >= len(y):
			p.other(aspectOf(x[i], aspect), tag(x[i]), "")
			return
		case i >= len(x):
			p.other(aspect, "", tag(y[i]))
			return
		case x[i].Type != y[i].Type || x[i].Type == html.ElementNode && x[i].Data != y[i].Data:
			p.other(aspectOf(x[i], aspect), tag(x[i]), tag(y[i]))
			return // what follows is moved
		case x[i].Type != html.ElementNode && x[i].Data != y[i].Data:
			p.other(aspect, lineOf(x[i].Data, y[i].Data), lineOf(y[i].Data, x[i].Data))
		default:
			p.node(x[i], y[i], aspect)
		}
	}
}

func lineOf(a, b string) string {
	is, _ := lines(a, b)
	return strings.TrimSpace(is)
}

// kids is what an element holds, without the words that readers see: those of style
// sheets and of the head are nobody's but the machine's.
func kids(n *html.Node, aspect Aspect) []*html.Node {
	var all []*html.Node
	for kid := range n.ChildNodes() {
		if kid.Type != html.TextNode || aspect == Style || aspect == About {
			all = append(all, kid)
		}
	}
	return all
}

// attributes compares what stands in two tags.
func (p *pair) attributes(a, b *html.Node, aspect Aspect) {
	is, must := attributesOf(a), attributesOf(b)
	names := maps.Clone(is)
	maps.Copy(names, must)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if is[name] == must[name] {
			continue
		}
		p.other(aspectIn(a, name, aspect), is[name], must[name])
	}
}

// aspectOf is what an element is that stands where another should.
func aspectOf(n *html.Node, around Aspect) Aspect {
	acting := []string{"script", "iframe", "object", "embed", "video", "audio", "form", "input", "link", "base"}
	switch {
	case slices.Contains(acting, n.Data), n.Data == "meta" && attributesOf(n)["http-equiv"] != "":
		return Powers
	case n.Data == "style":
		return Style
	}
	return around
}

// aspectIn is what an attribute of an element is.
func aspectIn(n *html.Node, name string, around Aspect) Aspect {
	switch {
	case name == "href":
		return Links
	case slices.Contains([]string{"style", "class", "hidden"}, name):
		return Style
	case strings.HasPrefix(name, "on"), n.Data == "meta" && attributesOf(n)["http-equiv"] != "":
		return Powers
	case strings.HasPrefix(name, "aria-"), name == "lang", name == "role", name == "scope", name == "headers":
		return Tags
	}
	return around
}

// attributesOf is the attributes of an element as they are written, by name.
func attributesOf(n *html.Node) map[string]string {
	all := map[string]string{}
	for _, a := range n.Attr {
		all[a.Key] += a.Key + `="` + a.Val + `"` // one that stands twice differs
	}
	return all
}

// tag is the beginning of an element, or the words of something else.
func tag(n *html.Node) string {
	switch n.Type {
	case html.ElementNode:
		s := "<" + n.Data
		for _, a := range n.Attr {
			s += " " + a.Key + `="` + a.Val + `"`
		}
		return s + ">"
	case html.CommentNode:
		return "<!--" + n.Data + "-->"
	default:
		return n.Data
	}
}

func wordsOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	s := ""
	for kid := range n.ChildNodes() {
		s += wordsOf(kid)
	}
	return strings.Join(strings.Fields(s), " ")
}

// strange finds elements, attributes and rules of style that the expected page has nowhere.
func (p *pair) strange(a, b *html.Node) {
	known := map[string]bool{}
	for n := range b.Descendants() {
		for _, said := range vocabulary(n) {
			known[said] = true
		}
	}
	for n := range a.Descendants() {
		for _, said := range vocabulary(n) {
			if !known[said] {
				known[said] = true
				p.other(Powers, said, "")
			}
		}
	}
}

// vocabulary is what an element does, without its words.
func vocabulary(n *html.Node) []string {
	if n.Type == html.CommentNode {
		return []string{tag(n)}
	}
	if n.Type == html.TextNode && n.Parent.Data == "style" {
		return strings.Split(n.Data, "\n")
	}
	if n.Type != html.ElementNode {
		return nil
	}
	all := []string{"<" + n.Data + ">"}
	for _, a := range n.Attr {
		said := "<" + n.Data + " " + a.Key
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") || a.Key == "http-equiv" {
			said += `="` + a.Val + `"`
		}
		all = append(all, said+">")
	}
	return all
}
