package beside

import (
	"bytes"
	"maps"
	"slices"
	"strconv"

	"gevinst/report/pdf/object"
)

// PDF compares two files that object can read. The error says which of them it cannot.
func PDF(actual, expected []byte, scope Scope) ([]Other, error) {
	a, err := open(actual)
	if err != nil {
		return nil, err
	}
	b, err := open(expected)
	if err != nil {
		return nil, err
	}
	w := &walk{a: a, b: b, twin: map[object.Ref]object.Ref{}, back: map[object.Ref]object.Ref{}, done: map[object.Ref]bool{}}
	switch {
	case scope == Strange:
		w.strange()
	case w.reordered():
	default:
		w.pages()
		w.dict(a.trailer, b.trailer, spot{aspect: Powers, part: trailer})
		if !a.rewritten {
			w.unreached()
		}
	}
	if !a.rewritten {
		w.tail(actual)
	}
	return w.all, nil
}

// file is the objects of a PDF.
type file struct {
	objects map[object.Ref]object.Value
	trailer object.Dict

	rewritten bool // by a program that lays a file out in its own way
}

func open(content []byte) (file, error) {
	objects, all, rewritten, err := object.Open(content)
	if err != nil {
		return file{}, err
	}
	own := object.Dict{} // the rest of a trailer says how the file is laid out
	for _, key := range []object.Name{"Root", "Info"} {
		if all[key] != nil {
			own[key] = all[key]
		}
	}
	return file{objects, own, rewritten}, nil
}

func (f file) get(v object.Value) object.Value {
	for range 8 { // a reference to a reference is no file of ours
		ref, ok := v.(object.Ref)
		if !ok {
			break
		}
		v = f.objects[ref]
	}
	return v
}

func (f file) dict(v object.Value) object.Dict {
	d, _ := f.get(v).(object.Dict)
	return d
}

// kids is the references to the pages in order.
func (f file) kids() []object.Ref {
	all, _ := f.get(f.dict(f.dict(f.trailer["Root"])["Pages"])["Kids"]).(object.Array)
	var refs []object.Ref
	for _, kid := range all {
		if ref, ok := kid.(object.Ref); ok {
			refs = append(refs, ref)
		}
	}
	return refs
}

// drawn is what each page draws.
func (f file) drawn() []string {
	var all []string
	for _, page := range f.kids() {
		s, _ := f.get(f.dict(page)["Contents"]).(*object.Stream)
		if s == nil {
			s = &object.Stream{}
		}
		all = append(all, string(s.Data))
	}
	return all
}

// reordered tells whether the pages are the same in another order, and where that begins.
func (w *walk) reordered() bool {
	is, must := w.a.drawn(), w.b.drawn()
	if slices.Equal(is, must) || !slices.Equal(slices.Sorted(slices.Values(is)), slices.Sorted(slices.Values(must))) {
		return false
	}
	for i := range is {
		if is[i] != must[i] {
			w.add(Other{Aspect: Order, Page: i + 1, Is: strconv.Itoa(1 + slices.Index(must, is[i])), Must: strconv.Itoa(i + 1)})
			break
		}
	}
	return true
}

// pages makes the pages of both files each other's twins before anything leads to them.
func (w *walk) pages() {
	is, must := w.a.kids(), w.b.kids()
	for i := range min(len(is), len(must)) {
		w.twin[is[i]], w.back[must[i]] = must[i], is[i]
	}
}

// unreached finds objects that nothing leads to.
func (w *walk) unreached() {
	n := 0
	for ref, v := range w.a.objects {
		s, _ := v.(*object.Stream)
		if laidOut := s != nil && (s.Dict["Type"] == object.Name("ObjStm") || s.Dict["Type"] == object.Name("XRef")); !laidOut && !w.done[ref] {
			n++
		}
	}
	if n > 0 {
		w.add(Other{Aspect: Tail, Is: strconv.Itoa(n) + " obj"})
	}
}

// tail finds an older state of the file within it, and what stands behind its end.
func (w *walk) tail(content []byte) {
	end := bytes.LastIndex(content, []byte("%%EOF"))
	if end < 0 {
		return
	}
	behind := bytes.TrimSpace(content[end+len("%%EOF"):])
	if n := bytes.Count(content, []byte("startxref")); len(behind) > 0 || n > 1 {
		w.add(Other{Aspect: Tail, Is: excerpt(string(behind))})
	}
}

// strange finds keys, kinds, actions and addresses that the expected file has nowhere.
func (w *walk) strange() {
	known, here := w.b.vocabulary(), w.a.vocabulary()
	for _, word := range slices.Sorted(maps.Keys(here)) {
		if !known[word] {
			w.add(Other{Aspect: Powers, Is: excerpt(word)})
		}
	}
}

// vocabulary is what dictionaries of a file say, without where they say it.
func (f file) vocabulary() map[string]bool {
	all := map[string]bool{}
	for _, v := range f.objects {
		words(all, v)
	}
	return all
}

func words(all map[string]bool, v object.Value) {
	switch x := v.(type) {
	case object.Dict:
		for key, value := range x {
			said := "/" + string(key)
			if slices.Contains([]object.Name{"Subtype", "URI", "JS"}, key) {
				said += " " + shown(value)
			}
			all[said] = true
			words(all, value)
		}
	case object.Array:
		for _, one := range x {
			words(all, one)
		}
	case *object.Stream:
		words(all, x.Dict)
	}
}
