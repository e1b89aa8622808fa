package pdf

import (
	"errors"
	"fmt"
	"io"

	"gevinst/report/chapter"
	"gevinst/report/pdf/layout"
	"gevinst/report/pdf/object"
)

// finisher makes the file that is handed out from the one that fpdf drew: it
// takes over contents and fonts, and adds what makes the file readable by ear
// and fit to be kept: structure tree, links, outline, metadata, colour profile.
type finisher struct {
	object.File
	doc     *layout.Document
	c       *chapter.Chapter
	drawn   map[object.Ref]object.Value
	letters [len(cuts)][]rune         // that are drawn
	moved   map[object.Ref]object.Ref // numbers in the drawn file to ours

	catalog, info object.Ref

	pages  []object.Ref
	parent object.Ref // of the pages
	tree   object.Ref
	elems  map[*layout.Elem]object.Ref
	annots [][]object.Ref // of each page
	linked []*layout.Elem // the element of each annotation, in order of StructParent
}

var errDrawn = errors.New("the drawn file is not as expected")

// finish writes the finished file.
func finish(w io.Writer, from drawn, doc *layout.Document, c *chapter.Chapter, l *lettering, attached []Attachment) error {
	f, err := bind(from, doc, c, l, attached)
	if err != nil {
		return err
	}
	return f.Write(w, f.catalog, f.info)
}

// bind makes all objects of the finished file.
func bind(from drawn, doc *layout.Document, c *chapter.Chapter, l *lettering, attached []Attachment) (*finisher, error) {
	objects, trailer, err := object.Read(from.file)
	if err != nil {
		return nil, fmt.Errorf("the drawn file: %w", err)
	}
	f := &finisher{doc: doc, c: c, drawn: objects, letters: from.letters, moved: map[object.Ref]object.Ref{}, elems: map[*layout.Elem]object.Ref{}}
	root, ok := objects[refOf(trailer["Root"])].(object.Dict)
	if !ok {
		return nil, errDrawn
	}
	f.catalog = f.Reserve()
	for range doc.Pages {
		f.pages = append(f.pages, f.Reserve())
	}
	f.tree = f.Reserve()
	f.number(doc.Root)
	f.links()
	if err := f.takePages(root, l); err != nil {
		return nil, err
	}
	f.structure()
	f.Set(f.catalog, f.root(attached))
	f.info = f.Add(info(c))
	return f, nil
}

func refOf(v object.Value) object.Ref {
	r, _ := v.(object.Ref)
	return r
}

// take copies an object of the drawn file with all that it refers to.
func (f *finisher) take(v object.Value) object.Value {
	switch x := v.(type) {
	case object.Ref:
		if to, done := f.moved[x]; done {
			return to
		}
		to := f.Reserve()
		f.moved[x] = to
		if value, ok := f.drawn[x]; ok {
			f.Set(to, f.take(value))
		}
		return to
	case object.Dict:
		d := object.Dict{}
		for _, key := range sorted(x) {
			d[key] = f.take(x[key])
		}
		return d
	case object.Array:
		a := make(object.Array, len(x))
		for i := range x {
			a[i] = f.take(x[i])
		}
		return a
	case *object.Stream:
		d, _ := f.take(x.Dict).(object.Dict)
		return &object.Stream{Dict: d, Data: x.Data}
	default:
		return v
	}
}

// takePages takes over pages with their contents, and the fonts.
func (f *finisher) takePages(root object.Dict, l *lettering) error {
	drawn, ok := f.drawn[refOf(root["Pages"])].(object.Dict)
	if !ok {
		return errDrawn
	}
	kids, _ := drawn["Kids"].(object.Array)
	if len(kids) != len(f.doc.Pages) {
		return fmt.Errorf("%w: %d pages, not %d", errDrawn, len(kids), len(f.doc.Pages))
	}
	parent := f.Reserve()
	var resources object.Ref
	all := object.Array{}
	for i, kid := range kids {
		page, ok := f.drawn[refOf(kid)].(object.Dict)
		if !ok {
			return errDrawn
		}
		if i == 0 {
			fonts, err := f.fonts(page, l)
			if err != nil {
				return err
			}
			resources = f.Add(object.Dict{"Font": fonts})
		}
		at := f.doc.Pages[i]
		contents, ok := f.drawn[refOf(page["Contents"])].(*object.Stream)
		if !ok {
			return errDrawn
		}
		if err := guard(contents.Data, marks(at)); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		d := object.Dict{"Type": object.Name("Page"), "Parent": parent, "Resources": resources, "Contents": f.take(page["Contents"]),
			"MediaBox":      object.Array{object.Int(0), object.Int(0), object.Real(at.Width), object.Real(at.Height)},
			"StructParents": object.Int(i), "Tabs": object.Name("S")}
		if annots := f.annots[i]; len(annots) > 0 {
			d["Annots"] = array(annots)
		}
		f.Set(f.pages[i], d)
		all = append(all, f.pages[i])
	}
	f.Set(parent, object.Dict{"Type": object.Name("Pages"), "Kids": all, "Count": object.Int(len(all))})
	f.parent = parent
	return nil
}

// marks is the number of marks of a page that belong to the tree.
func marks(p layout.Page) int {
	n := 0
	for _, m := range p.Marks {
		if m.Elem != nil {
			n++
		}
	}
	return n
}

func array(refs []object.Ref) object.Array {
	a := make(object.Array, len(refs))
	for i, r := range refs {
		a[i] = r
	}
	return a
}

// root is the catalog, the root of the file (7.7.2).
func (f *finisher) root(attached []Attachment) object.Dict {
	d := object.Dict{
		"Type": object.Name("Catalog"), "Pages": f.parent, "Lang": object.Words(language(f.c)),
		"MarkInfo":          object.Dict{"Marked": object.Bool(true)},
		"StructTreeRoot":    f.tree,
		"ViewerPreferences": object.Dict{"DisplayDocTitle": object.Bool(true)},
		"Metadata":          f.Add(&object.Stream{Dict: object.Dict{"Type": object.Name("Metadata"), "Subtype": object.Name("XML")}, Data: xmp(f.c, part(attached)), Plain: true}),
		"OutputIntents":     object.Array{f.intent()},
	}
	if outline := f.outline(); outline != 0 {
		d["Outlines"] = outline
		d["PageMode"] = object.Name("UseOutlines")
	}
	f.attach(d, attached)
	return d
}

// part is the part of PDF/A that the file keeps: the second takes no attachment
// that is not PDF/A itself.
func part(attached []Attachment) string {
	if len(attached) > 0 {
		return "3"
	}
	return "2"
}

// intent says what colours mean: sRGB.
func (f *finisher) intent() object.Dict {
	const name = "sRGB IEC61966-2.1"
	profile := f.Add(&object.Stream{Dict: object.Dict{"N": object.Int(3), "Alternate": object.Name("DeviceRGB")}, Data: sRGB()})
	return object.Dict{"Type": object.Name("OutputIntent"), "S": object.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": object.Words(name), "Info": object.Words(name), "DestOutputProfile": profile}
}
