package object

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

var errTable = errors.New("broken cross-reference")

// Open takes apart a file as gevinst finished it, else as another program has left it,
// and tells which of them it is.
func Open(file []byte) (objects map[Ref]Value, trailer Dict, rewritten bool, err error) {
	if objects, trailer, err = Read(file); err == nil {
		return objects, trailer, false, nil
	}
	objects, trailer, err = Rewritten(file)
	return objects, trailer, true, err
}

// Rewritten takes apart a file that another program has written anew or added to, the
// way a viewer does: by all its cross-references, of which the newest counts.
func Rewritten(file []byte) (objects map[Ref]Value, trailer Dict, err error) {
	r := &reader{b: file, left: inflated}
	at := bytes.LastIndex(file, []byte("startxref"))
	if at < 0 {
		return nil, nil, errTable
	}
	r.at = at + len("startxref")
	next := r.word()
	places := map[Ref]place{}
	for known := map[int]bool{}; next != ""; {
		start, err := strconv.Atoi(next)
		if err != nil || start < 0 || start >= len(file) || known[start] {
			return nil, nil, errTable
		}
		known[start] = true
		older, d, err := r.section(start)
		if err != nil {
			return nil, nil, err
		}
		if trailer == nil {
			trailer = d
		}
		for ref, p := range older {
			if _, newer := places[ref]; !newer {
				places[ref] = p
			}
		}
		prev, _ := d["Prev"].(Number)
		next = string(prev)
	}
	objects, err = r.placed(places)
	return objects, trailer, err
}

// section reads one cross-reference, a table or a stream, with its trailer. What is
// free has no place in it: the zero place.
func (r *reader) section(start int) (map[Ref]place, Dict, error) {
	r.at = start
	if bytes.HasPrefix(r.rest(), []byte("xref")) {
		offsets, err := r.table()
		if err != nil {
			return nil, nil, err
		}
		v, err := r.value(0)
		d, ok := v.(Dict)
		if err != nil || !ok || d["XRefStm"] != nil {
			return nil, nil, errTable
		}
		places := map[Ref]place{}
		for ref, offset := range offsets {
			places[ref] = place{at: offset}
		}
		return places, d, nil
	}
	v, err := r.object()
	s, ok := v.(*Stream)
	if err != nil || !ok || s.Dict["Type"] != Name("XRef") {
		return nil, nil, errTable
	}
	places, err := indexed(s)
	return places, s.Dict, err
}

// indexed reads the rows of a cross-reference stream of any widths (7.5.8.2, 7.5.8.3).
func indexed(s *Stream) (map[Ref]place, error) {
	var w [3]int
	widths, _ := s.Dict["W"].(Array)
	wide := 0
	for i := range w {
		if i >= len(widths) {
			return nil, errTable
		}
		n, err := whole(widths[i])
		if err != nil || n > 4 {
			return nil, errTable
		}
		w[i], wide = n, wide+n
	}
	data, err := straight(s, wide)
	if err != nil || wide == 0 {
		return nil, errTable
	}
	index, _ := s.Dict["Index"].(Array)
	if index == nil {
		index = Array{Int(0), s.Dict["Size"]}
	}
	places := map[Ref]place{}
	for i := 0; i+1 < len(index); i += 2 {
		first, err := whole(index[i])
		n, err2 := whole(index[i+1])
		if err != nil || err2 != nil {
			return nil, errTable
		}
		for ref := Ref(first); n > 0 && len(data) >= wide; ref, n, data = ref+1, n-1, data[wide:] {
			kind, a, b := 1, number(data[w[0]:w[0]+w[1]]), number(data[w[0]+w[1]:wide])
			if w[0] > 0 {
				kind = number(data[:w[0]])
			}
			switch kind {
			case 1:
				places[ref] = place{at: a}
			case 2:
				places[ref] = place{within: Ref(a), index: b}
			default:
				places[ref] = place{}
			}
		}
	}
	return places, nil
}

func number(b []byte) int {
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}

// straight undoes the only predictor that programs use for a table: each row is its
// difference from the one above (7.4.4.4).
func straight(s *Stream, wide int) ([]byte, error) {
	how, _ := s.Dict["DecodeParms"].(Dict)
	if how == nil || how["Predictor"] == nil || how["Predictor"] == Number("1") {
		return s.Data, nil
	}
	var out []byte
	above := make([]byte, wide)
	for data := s.Data; len(data) > wide; data = data[wide+1:] {
		row := slices.Clone(data[1 : wide+1])
		switch data[0] {
		case 0:
		case 2:
			for i := range row {
				row[i] += above[i]
			}
		default:
			return nil, errTable
		}
		out, above = append(out, row...), row
	}
	return out, nil
}

// placed reads every object at its place: first what stands alone, then what is packed.
func (r *reader) placed(places map[Ref]place) (map[Ref]Value, error) {
	objects, packed := map[Ref]Value{}, map[Ref][]Value{}
	r.lengths = func(ref Ref) (int, error) {
		if p := places[ref]; p.at > 0 && p.at < len(r.b) {
			back, again := r.at, r.lengths
			defer func() { r.at, r.lengths = back, again }()
			r.at, r.lengths = p.at, nil // a length has none of its own
			v, err := r.object()
			if err == nil {
				return whole(v)
			}
		}
		return 0, errSyntax
	}
	var err error
	for _, ref := range slices.Sorted(maps.Keys(places)) {
		p := places[ref]
		if p.within > 0 || p.at == 0 {
			continue
		}
		if r.at = p.at; p.at >= len(r.b) {
			return nil, errTable
		}
		if objects[ref], err = r.object(); err != nil {
			return nil, fmt.Errorf("object %d: %w", ref, err)
		}
	}
	for _, ref := range slices.Sorted(maps.Keys(places)) {
		p := places[ref]
		if p.within == 0 {
			continue
		}
		if packed[p.within] == nil {
			if packed[p.within], err = unpack(objects[p.within]); err != nil {
				return nil, fmt.Errorf("object stream %d: %w", p.within, err)
			}
		}
		if p.index < len(packed[p.within]) {
			objects[ref] = packed[p.within][p.index]
		}
	}
	return objects, nil
}
