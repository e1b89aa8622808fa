package beside

import (
	"fmt"
	"maps"
	"slices"

	"gevinst/report/pdf/object"
)

// walk goes through two files side by side. Objects that stand at the same place
// are twins, and stay so wherever else they are met: a link to another page than
// its twin's leads elsewhere.
type walk struct {
	found
	a, b file
	twin map[object.Ref]object.Ref
	back map[object.Ref]object.Ref
	done map[object.Ref]bool
}

// part is where in a file a dictionary stands, as far as its keys mean something.
type part int

const (
	elsewhere part = iota
	trailer
	catalog
	pageTree
	onePage
	attached
)

// spot is where the walk is.
type spot struct {
	aspect Aspect
	part   part
	page   int
}

// to is where a key of a dictionary leads (ISO 32000-1, 7.7.2, 7.7.3).
func (s spot) to(key object.Name) spot {
	switch s.part {
	case trailer:
		if key == "Root" {
			return spot{aspect: Powers, part: catalog}
		}
		return spot{aspect: About}
	case catalog:
		return inCatalog(key)
	case pageTree:
		if key == "Kids" {
			return s
		}
	case onePage:
		s.part = elsewhere
		switch key {
		case "Annots":
			s.aspect = Links
		case "AA":
			s.aspect = Powers
		}
	case elsewhere:
		if key == "Font" {
			s.aspect = Letters
		}
	}
	return s
}

func inCatalog(key object.Name) spot {
	switch key {
	case "Pages":
		return spot{aspect: Drawing, part: pageTree}
	case "OutputIntents":
		return spot{aspect: Drawing}
	case "Outlines":
		return spot{aspect: Outline}
	case "Metadata":
		return spot{aspect: About}
	case "StructTreeRoot", "Lang", "MarkInfo":
		return spot{aspect: Tags}
	case "AF", "Names":
		return spot{aspect: Inside, part: attached}
	}
	return spot{aspect: Powers}
}

func (w *walk) other(at spot, is, must string) {
	w.add(Other{Aspect: at.aspect, Page: at.page, Is: excerpt(is), Must: excerpt(must)})
}

// value compares what stands at one place.
func (w *walk) value(a, b object.Value, at spot) {
	if ref, ok := a.(object.Ref); ok {
		w.reference(ref, b, at)
		return
	}
	switch x := a.(type) {
	case object.Dict:
		if y, ok := b.(object.Dict); ok {
			w.dict(x, y, at)
			return
		}
	case object.Array:
		if y, ok := b.(object.Array); ok && len(x) == len(y) {
			w.array(x, y, at)
			return
		}
	case *object.Stream:
		if y, ok := b.(*object.Stream); ok {
			w.stream(x, y, at)
			return
		}
	default:
		if _, isRef := b.(object.Ref); !isRef && a == b {
			return
		}
	}
	w.reach(a)
	w.other(at, shown(a), shown(w.b.get(b)))
}

// reference follows both references, once.
func (w *walk) reference(a object.Ref, v object.Value, at spot) {
	b, ok := v.(object.Ref)
	if !ok {
		w.reach(a)
		w.other(at, shown(w.a.get(a)), shown(v))
		return
	}
	twin, known := w.twin[a]
	back, taken := w.back[b]
	if known && twin != b || taken && back != a {
		w.other(at, w.a.named(a), w.b.named(b))
		return
	}
	w.twin[a], w.back[b] = b, a
	isPage := w.a.dict(a)["Type"] == object.Name("Page")
	if w.done[a] || isPage && at.part != pageTree {
		return // the pages themselves are walked from the tree of pages
	}
	w.done[a] = true
	if isPage {
		at = spot{aspect: Drawing, part: onePage, page: 1 + slices.Index(w.a.kids(), a)}
	}
	w.value(w.a.objects[a], w.b.objects[b], at)
}

// named is what a link leads to: the number of a page, else what stands there.
func (f file) named(ref object.Ref) string {
	if page := slices.Index(f.kids(), ref); page >= 0 {
		return fmt.Sprint(page + 1)
	}
	return shown(f.objects[ref])
}

// dict compares key by key, pages before what leads to them.
func (w *walk) dict(a, b object.Dict, at spot) {
	keys := map[object.Name]bool{}
	for _, d := range []object.Dict{a, b} {
		for key := range d {
			keys[key] = true
		}
	}
	sorted := slices.Sorted(maps.Keys(keys))
	if at.part == catalog {
		slices.SortStableFunc(sorted, func(x, y object.Name) int { return rank(x) - rank(y) })
	}
	for _, key := range sorted {
		x, y, to := a[key], b[key], at.to(key)
		switch {
		case at.part == attached && key == "EF" && x != nil && y != nil:
			w.reach(x) // the files themselves are compared by what they hold
		case x == nil:
			w.other(to, "", "/"+string(key)+" "+shown(w.b.get(y)))
		case y == nil:
			if w.acts(key, x) {
				to.aspect = Powers
			}
			w.other(to, "/"+string(key)+" "+shown(w.a.get(x)), "")
			w.reach(x)
		default:
			w.value(x, y, to)
		}
	}
}

// acts tells whether a key that the report has not makes the file do, show or hide
// something of itself.
func (w *walk) acts(key object.Name, v object.Value) bool {
	return slices.Contains([]object.Name{"AA", "OpenAction", "JS", "AP", "OC", "OCProperties"}, key) || w.a.dict(v)["JavaScript"] != nil
}

func rank(key object.Name) int {
	if key == "Pages" {
		return 0
	}
	return 1
}

// reach marks what only one file has as met: something leads to it, and it is told once.
func (w *walk) reach(v object.Value) {
	switch x := v.(type) {
	case object.Ref:
		if !w.done[x] && w.a.dict(x)["Type"] != object.Name("Page") {
			w.done[x] = true
			w.reach(w.a.objects[x])
		}
	case object.Dict:
		for _, one := range x {
			w.reach(one)
		}
	case object.Array:
		for _, one := range x {
			w.reach(one)
		}
	}
}

func (w *walk) array(a, b object.Array, at spot) {
	for i := range a {
		w.value(a[i], b[i], at)
	}
}

func (w *walk) stream(a, b *object.Stream, at spot) {
	w.dict(a.Dict, b.Dict, spot{aspect: at.aspect, page: at.page})
	switch {
	case string(a.Data) == string(b.Data):
	case at.aspect == Drawing || at.aspect == About:
		is, must := lines(string(a.Data), string(b.Data))
		w.other(at, is, must)
	default:
		w.other(at, sum(a.Data), sum(b.Data))
	}
}
