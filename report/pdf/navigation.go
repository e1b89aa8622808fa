package pdf

import (
	"gevinst/report/pdf/layout"
	"gevinst/report/pdf/object"
)

// links writes the link annotations of every page (12.5.6.5).
func (f *finisher) links() {
	f.annots = make([][]object.Ref, len(f.doc.Pages))
	for i, page := range f.doc.Pages {
		for _, l := range page.Links {
			d := object.Dict{"Type": object.Name("Annot"), "Subtype": object.Name("Link"), "F": object.Int(4),
				"Border":   object.Array{object.Int(0), object.Int(0), object.Int(0)},
				"Contents": object.Words(l.Says), "StructParent": object.Int(len(f.pages) + len(f.linked)),
				"Rect": object.Array{object.Real(l.X), object.Real(page.Height - l.Y - l.H), object.Real(l.X + l.W), object.Real(page.Height - l.Y)}}
			if l.Href != "" {
				d["A"] = object.Dict{"S": object.Name("URI"), "URI": object.String(l.Href)}
			} else {
				d["Dest"] = f.destination(l.Page, l.Top)
			}
			f.annots[i] = append(f.annots[i], f.Add(d))
			f.linked = append(f.linked, l.Elem)
		}
	}
}

func (f *finisher) destination(page int, top float64) object.Array {
	return object.Array{f.pages[page], object.Name("XYZ"), object.Int(0), object.Real(f.doc.Pages[page].Height - top + 6), object.Null{}}
}

// outline writes the headings as an outline (12.3.3), 0 where there are none.
func (f *finisher) outline() object.Ref {
	entries := f.doc.Outline
	if len(entries) == 0 {
		return 0
	}
	root := f.Reserve()
	first, last, count := f.outlineBelow(root, entries)
	f.Set(root, object.Dict{"Type": object.Name("Outlines"), "First": first, "Last": last, "Count": object.Int(count)})
	return root
}

// outlineBelow writes entries below a parent: each takes those that follow it and
// are deeper. Deeper ones are shown closed.
func (f *finisher) outlineBelow(parent object.Ref, entries []layout.Entry) (first, last object.Ref, count int) {
	var dicts []object.Dict
	var refs []object.Ref
	for len(entries) > 0 {
		e, n := entries[0], 1
		for n < len(entries) && entries[n].Level > e.Level {
			n++
		}
		ref := f.Reserve()
		d := object.Dict{"Title": object.Words(e.Title), "Parent": parent, "Dest": f.destination(e.Page, e.Y)}
		if n > 1 {
			first, last, below := f.outlineBelow(ref, entries[1:n])
			d["First"], d["Last"], d["Count"] = first, last, object.Int(-below)
		}
		refs, dicts = append(refs, ref), append(dicts, d)
		entries = entries[n:]
	}
	for i, d := range dicts {
		if i > 0 {
			d["Prev"] = refs[i-1]
		}
		if i+1 < len(refs) {
			d["Next"] = refs[i+1]
		}
		f.Set(refs[i], d)
	}
	return refs[0], refs[len(refs)-1], len(refs)
}
