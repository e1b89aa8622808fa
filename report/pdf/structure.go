package pdf

import (
	"maps"
	"slices"

	"gevinst/report/pdf/layout"
	"gevinst/report/pdf/object"
)

// number gives every element of the tree its object.
func (f *finisher) number(e *layout.Elem) {
	f.elems[e] = f.Reserve()
	for _, k := range e.Kids {
		if k.Elem != nil {
			f.number(k.Elem)
		}
	}
}

// structure writes the structure tree (14.7) and the parent tree: for each page
// the elements of its marks in order, then the element of each annotation.
func (f *finisher) structure() {
	ids := map[string]object.Ref{}
	f.element(f.doc.Root, f.tree, ids)
	nums := object.Array{}
	for i, page := range f.doc.Pages {
		var owners object.Array
		for _, m := range page.Marks {
			if m.Elem != nil {
				owners = append(owners, f.elems[m.Elem])
			}
		}
		nums = append(nums, object.Int(i), f.Add(owners))
	}
	for i, e := range f.linked {
		nums = append(nums, object.Int(len(f.pages)+i), f.elems[e])
	}
	root := object.Dict{"Type": object.Name("StructTreeRoot"), "K": f.elems[f.doc.Root],
		"ParentTree": f.Add(object.Dict{"Nums": nums}), "ParentTreeNextKey": object.Int(len(f.pages) + len(f.linked))}
	if len(ids) > 0 {
		root["IDTree"] = f.Add(object.Dict{"Names": byName(ids)})
	}
	f.Set(f.tree, root)
}

func (f *finisher) element(e *layout.Elem, parent object.Ref, ids map[string]object.Ref) {
	self := f.elems[e]
	d := object.Dict{"Type": object.Name("StructElem"), "S": object.Name(e.Type), "P": parent}
	for key, words := range map[object.Name]string{"Alt": e.Alt, "E": e.Means, "ActualText": e.Actual, "Lang": e.Lang, "ID": e.ID} {
		if words != "" {
			d[key] = object.Words(words)
		}
	}
	if e.ID != "" {
		ids[e.ID] = self
	}
	if a := attributes(e); a != nil {
		d["A"] = a
	}
	kids := object.Array{}
	for _, k := range e.Kids {
		kids = append(kids, f.kid(k))
	}
	if len(kids) > 0 {
		d["K"] = kids
	}
	f.SetWritten(self, d)
	for _, k := range e.Kids {
		if k.Elem != nil {
			f.element(k.Elem, self, ids)
		}
	}
}

// byName is a name tree of one node: in the order of the names (7.9.6).
func byName(refs map[string]object.Ref) object.Array {
	a := make(object.Array, 0, 2*len(refs))
	for _, name := range slices.Sorted(maps.Keys(refs)) {
		a = append(a, object.Words(name), refs[name])
	}
	return a
}

func (f *finisher) kid(k layout.Kid) object.Value {
	switch {
	case k.Elem != nil:
		return f.elems[k.Elem]
	case k.Link > 0:
		return object.Dict{"Type": object.Name("OBJR"), "Pg": f.pages[k.Page], "Obj": f.annots[k.Page][k.Link-1]}
	default:
		return object.Dict{"Type": object.Name("MCR"), "Pg": f.pages[k.Page], "MCID": object.Int(k.MCID)}
	}
}

// attributes are what an element says of itself beside its type (14.8.5).
func attributes(e *layout.Elem) object.Value {
	switch e.Type {
	case "TH", "TD":
		d := object.Dict{"O": object.Name("Table")}
		if e.Scope != "" {
			d["Scope"] = object.Name(e.Scope)
		}
		if e.ColSpan > 1 {
			d["ColSpan"] = object.Int(e.ColSpan)
		}
		if len(e.Heads) > 0 {
			heads := make(object.Array, len(e.Heads))
			for i, id := range e.Heads {
				heads[i] = object.Words(id)
			}
			d["Headers"] = heads
		}
		if len(d) > 1 {
			return d
		}
	case "L":
		numbering := "Disc"
		if e.Ordered {
			numbering = "Decimal"
		}
		return object.Dict{"O": object.Name("List"), "ListNumbering": object.Name(numbering)}
	case "Figure":
		return object.Dict{"O": object.Name("Layout"), "Placement": object.Name("Block"), "BBox": object.Array{
			object.Real(e.BBox[0]), object.Real(e.BBox[1]), object.Real(e.BBox[2]), object.Real(e.BBox[3])}}
	}
	return nil
}
