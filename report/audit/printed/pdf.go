package printed

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gevinst/report/pdf/object"
)

var errShape = errors.New("not built as gevinst builds a PDF")

// ErrUntagged is of a PDF that does not say which of its words are a heading, a cell or
// a paragraph: every report does, and many programs that write a PDF anew drop it.
var ErrUntagged = errors.New("no structure tree")

// PDF takes the text out of a PDF by its structure tree (ISO 32000-1, 14.7). An
// error says that the file is not one that gevinst wrote, or no longer.
func PDF(file []byte) (*Document, error) {
	objects, trailer, rewritten, err := object.Open(file)
	if err != nil {
		return nil, err
	}
	t := &tree{objects: objects, pages: map[object.Ref]drawn{}, told: map[object.Ref]map[int]bool{}, doc: &Document{Rewritten: rewritten, Attached: map[string][]byte{}}}
	root := t.dict(trailer["Root"])
	if root == nil {
		return nil, errShape
	}
	top := t.dict(root["StructTreeRoot"])
	if top == nil {
		return nil, ErrUntagged
	}
	if err := t.readPages(t.dict(root["Pages"])); err != nil {
		return nil, err
	}
	t.doc.Lang = textString(root["Lang"])
	if err := t.element(t.dict(top["K"]), 0); err != nil {
		return nil, err
	}
	t.untold()
	t.attachments(root)
	if root["OpenAction"] != nil || root["AA"] != nil || root["AcroForm"] != nil {
		t.doc.Loose = append(t.doc.Loose, "OpenAction, AA, AcroForm")
	}
	return t.doc, nil
}

// tree is a file being read by its structure tree.
type tree struct {
	objects map[object.Ref]object.Value
	doc     *Document
	order   []object.Ref
	pages   map[object.Ref]drawn
	told    map[object.Ref]map[int]bool // marks that the tree names, by page
	steps   int                         // elements visited: a tree that loops must end
}

// most is more elements than a tree of so many objects has.
func (t *tree) most() int { return 10*len(t.objects) + 1000 }

func (t *tree) get(v object.Value) object.Value {
	if ref, ok := v.(object.Ref); ok {
		return t.objects[ref]
	}
	return v
}

func (t *tree) dict(v object.Value) object.Dict {
	d, _ := t.get(v).(object.Dict)
	return d
}

func (t *tree) array(v object.Value) object.Array {
	switch x := t.get(v).(type) {
	case object.Array:
		return x
	case nil:
		return nil
	default:
		return object.Array{v}
	}
}

// readPages reads what every page draws.
func (t *tree) readPages(pages object.Dict) error {
	known := map[object.Ref]bool{}
	for _, kid := range t.array(pages["Kids"]) {
		ref, ok := kid.(object.Ref)
		page := t.dict(kid)
		if !ok || page == nil || page["Type"] != object.Name("Page") {
			return errShape
		}
		stream, ok := t.get(page["Contents"]).(*object.Stream)
		if !ok {
			return errShape
		}
		d := contents(stream.Data, t.fonts(t.dict(page["Resources"]), known))
		t.order = append(t.order, ref)
		t.pages[ref], t.told[ref] = d, map[int]bool{}
		t.doc.Draft = t.doc.Draft || d.draft
		t.doc.Margins = append(t.doc.Margins, d.margins...)
		t.doc.Loose = append(t.doc.Loose, d.loose...)
		for _, a := range t.array(page["Annots"]) {
			if kind := t.dict(a)["Subtype"]; kind != object.Name("Link") {
				t.doc.Loose = append(t.doc.Loose, fmt.Sprintf("%v", kind))
			}
		}
	}
	return nil
}

// fonts is the meaning of codes by font. What a font says otherwise is told once.
func (t *tree) fonts(resources object.Dict, known map[object.Ref]bool) map[string]map[uint16]string {
	all := map[string]map[uint16]string{}
	fonts := t.dict(resources["Font"])
	for _, name := range slices.Sorted(maps.Keys(fonts)) {
		cmap, ok := t.get(t.dict(fonts[name])["ToUnicode"]).(*object.Stream)
		if !ok {
			continue
		}
		letters, others := meanings(cmap.Data)
		all[string(name)] = letters
		if ref, _ := fonts[name].(object.Ref); !known[ref] {
			known[ref] = true
			t.doc.Signs = append(t.doc.Signs, others...)
		}
	}
	return all
}

// deepest is how deep elements may stand within each other.
const deepest = 64

// element tells what an element of the tree says.
func (t *tree) element(e object.Dict, depth int) error {
	kind, ok := e["S"].(object.Name)
	if t.steps++; !ok || depth > deepest || t.steps > t.most() {
		return errShape
	}
	switch kind {
	case "H1", "H2", "H3", "P":
		t.doc.say(Kind(kind), t.spoken(e, depth))
	case "LI":
		t.spoken(t.child(e, "Lbl"), depth) // a bullet or a number, which the page leaves to the browser
		t.doc.say(Item, t.spoken(t.child(e, "LBody"), depth))
	case "Caption":
		t.doc.say(Caption, t.spoken(e, depth))
	case "Figure":
		t.doc.say(Figure, textString(e["Alt"]))
		t.doc.say(Drawn, t.spoken(e, depth))
	case "Table":
		return t.table(e, depth)
	default:
		if t.child(e, "TOC") != nil {
			t.doc.Margins = append(t.doc.Margins, Plain(t.spoken(e, depth)))
			return nil
		}
		for _, kid := range t.array(e["K"]) {
			k := t.dict(kid)
			if k["S"] == nil {
				t.spoken(object.Dict{"K": object.Array{kid}}, depth)
				continue
			}
			if err := t.element(k, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *tree) child(e object.Dict, kind object.Name) object.Dict {
	for _, kid := range t.array(e["K"]) {
		if k := t.dict(kid); k["S"] == kind {
			return k
		}
	}
	return nil
}

func (t *tree) table(e object.Dict, depth int) error {
	table := &Table{}
	for _, part := range t.array(e["K"]) {
		p := t.dict(part)
		switch p["S"] {
		case object.Name("Caption"):
			table.Caption = Plain(t.spoken(p, depth))
		case object.Name("THead"), object.Name("TBody"):
			for _, row := range t.array(p["K"]) {
				var cells []string
				for _, cell := range t.array(t.dict(row)["K"]) {
					cells = append(cells, Plain(t.spoken(t.dict(cell), depth)))
				}
				table.add(p["S"] == object.Name("THead"), cells)
			}
		default:
			return errShape
		}
	}
	t.doc.Blocks = append(t.doc.Blocks, Block{Kind: Rows, Words: table.Caption, Table: table})
	return nil
}

// spoken is the words that are drawn for an element and what is below it.
func (t *tree) spoken(e object.Dict, depth int) string {
	var b strings.Builder
	if t.steps++; depth > deepest || t.steps > t.most() {
		return ""
	}
	for _, kid := range t.array(e["K"]) {
		k := t.dict(kid)
		switch {
		case k["Type"] == object.Name("MCR"):
			ref, _ := k["Pg"].(object.Ref)
			number, _ := k["MCID"].(object.Number)
			mcid, _ := strconv.Atoi(string(number))
			if t.told[ref] != nil {
				t.told[ref][mcid] = true
			}
			b.WriteString(t.pages[ref].marked[mcid])
		case k["S"] != nil:
			b.WriteString(t.spoken(k, depth+1))
		}
	}
	return b.String()
}

// untold finds words that are drawn in a mark that the tree does not name.
func (t *tree) untold() {
	for _, ref := range t.order {
		d := t.pages[ref]
		for _, mcid := range slices.Sorted(maps.Keys(d.marked)) {
			if s := Plain(d.marked[mcid]); s != "" && !t.told[ref][mcid] {
				t.doc.Loose = append(t.doc.Loose, s)
			}
		}
	}
}
