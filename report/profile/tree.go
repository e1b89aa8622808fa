package profile

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"gevinst/report"
)

// node is a value of a JSON text with where it stands. The standard decoder
// takes the last of two equal keys without a word and stops at the first slip;
// a ministry is to see both keys, and all slips.
type node struct {
	path    string
	line    int
	value   any // string, json.Number, bool or nil where it is neither object nor list
	members []member
	items   []*node
	kind    json.Delim // '{', '[' or 0
}

type member struct {
	key   string
	value *node
}

// get is a member of an object; nil where it has none.
func (n *node) get(key string) *node {
	for _, m := range n.members {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// The most bytes and levels of a profile.
const (
	mostBytes  = 4 << 20
	mostLevels = 12
)

type treeParser struct {
	data  []byte
	dec   *json.Decoder
	slips []Slip
}

var errDeep = errors.New("too many levels")

// parseTree reads one JSON value with nothing after it.
func parseTree(data []byte) (*node, []Slip) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > mostBytes:
		return nil, []Slip{{Line: 1, Key: "large"}}
	case !utf8.Valid(data):
		return nil, []Slip{{Line: 1, Key: "encoding"}}
	}
	p := &treeParser{data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	p.dec.UseNumber()
	root, err := p.value("", 0)
	if err == nil {
		if _, after := p.dec.Token(); after != io.EOF {
			return nil, []Slip{{Line: p.line(), Key: "more"}}
		}
		return root, p.slips
	}
	return nil, append(p.slips, p.broken(err))
}

func (p *treeParser) broken(err error) Slip {
	if errors.Is(err, errDeep) {
		return Slip{Line: p.line(), Key: "deep"}
	}
	line := p.line()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		line = p.lineAt(syntax.Offset)
	}
	return Slip{Line: line, Key: "syntax"}
}

func (p *treeParser) line() int { return p.lineAt(p.dec.InputOffset()) }

func (p *treeParser) lineAt(offset int64) int {
	return 1 + bytes.Count(p.data[:min(int(offset), len(p.data))], []byte("\n"))
}

func (p *treeParser) value(path string, level int) (*node, error) {
	token, err := p.dec.Token()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return nil, err
	}
	n := &node{path: path, line: p.line(), value: token}
	n.kind, _ = token.(json.Delim)
	switch {
	case level > mostLevels:
		return nil, errDeep
	case n.kind == '{':
		return n, p.object(n, level)
	case n.kind == '[':
		return n, p.list(n, level)
	}
	return n, nil
}

func (p *treeParser) object(n *node, level int) error {
	for p.dec.More() {
		token, err := p.dec.Token()
		if err != nil {
			return err
		}
		key := token.(string) // the decoder lets nothing else stand here
		child, err := p.value(below(n.path, key), level+1)
		if err != nil {
			return err
		}
		if first := n.get(key); first != nil {
			p.slips = append(p.slips, Slip{child.path, child.line, "key.twice", []report.Arg{{Name: "first", Value: strconv.Itoa(first.line)}}})
			continue
		}
		n.members = append(n.members, member{key, child})
	}
	_, err := p.dec.Token()
	return err
}

func (p *treeParser) list(n *node, level int) error {
	for p.dec.More() {
		child, err := p.value(n.path+"["+strconv.Itoa(len(n.items))+"]", level+1)
		if err != nil {
			return err
		}
		n.items = append(n.items, child)
	}
	_, err := p.dec.Token()
	return err
}

func below(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
