package object

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// finished reads a file with one cross-reference stream (7.5.8), as File writes
// it. A file that was changed afterwards by appending to it is refused.
func (r *reader) finished() (map[Ref]Value, Dict, error) {
	v, err := r.object()
	if err != nil {
		return nil, nil, err
	}
	table, ok := v.(*Stream)
	if !ok || table.Dict["Type"] != Name("XRef") {
		return nil, nil, errors.New("no cross-reference")
	}
	if table.Dict["Prev"] != nil || table.Dict["Index"] != nil {
		return nil, nil, errors.New("the file was changed after it was finished")
	}
	places, err := placesOf(table)
	if err != nil {
		return nil, nil, err
	}
	objects := map[Ref]Value{}
	packed := map[Ref][]Value{}
	for n, p := range places {
		if p.within > 0 || p.at == 0 {
			continue
		}
		r.at = p.at
		if objects[Ref(n)], err = r.object(); err != nil {
			return nil, nil, fmt.Errorf("object %d: %w", n, err)
		}
	}
	for n, p := range places {
		if p.within == 0 {
			continue
		}
		if packed[p.within] == nil {
			if packed[p.within], err = unpack(objects[p.within]); err != nil {
				return nil, nil, fmt.Errorf("object stream %d: %w", p.within, err)
			}
		}
		if p.index >= len(packed[p.within]) {
			return nil, nil, fmt.Errorf("object %d is not where it should be", n)
		}
		objects[Ref(n)] = packed[p.within][p.index]
	}
	return objects, table.Dict, nil
}

// placesOf reads the rows of a cross-reference stream: kind, offset or stream, index.
func placesOf(table *Stream) ([]place, error) {
	const wide = 7
	if w, ok := table.Dict["W"].(Array); !ok || len(w) != 3 || w[0] != Number("1") || w[1] != Number("4") || w[2] != Number("2") || len(table.Data)%wide != 0 {
		return nil, errors.New("broken cross-reference stream")
	}
	places := make([]place, 0, len(table.Data)/wide)
	for row := range len(table.Data) / wide {
		b := table.Data[row*wide:]
		n := int(b[1])<<24 | int(b[2])<<16 | int(b[3])<<8 | int(b[4])
		switch b[0] {
		case 0:
			places = append(places, place{})
		case 1:
			places = append(places, place{at: n})
		case 2:
			places = append(places, place{within: Ref(n), index: int(b[5])<<8 | int(b[6])})
		default:
			return nil, errors.New("broken cross-reference stream")
		}
	}
	return places, nil
}

// unpack reads the objects of an object stream (7.5.7).
func unpack(v Value) ([]Value, error) {
	s, ok := v.(*Stream)
	if !ok || s.Dict["Type"] != Name("ObjStm") {
		return nil, errSyntax
	}
	first, err := whole(s.Dict["First"])
	n, err2 := whole(s.Dict["N"])
	if err != nil || err2 != nil || first > len(s.Data) || n > first {
		return nil, errSyntax
	}
	head := &reader{b: s.Data[:first]}
	all := make([]Value, n)
	for i := range n {
		head.word()
		offset, err := strconv.Atoi(head.word())
		if err != nil || offset < 0 || offset > len(s.Data)-first {
			return nil, errSyntax
		}
		body := &reader{b: s.Data, at: first + offset}
		if all[i], err = body.value(0); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func whole(v Value) (int, error) {
	n, _ := v.(Number)
	i, err := strconv.Atoi(string(n))
	if err == nil && i < 0 {
		err = errSyntax
	}
	return i, err
}

// unescape resolves the two hex digits behind each number sign of a name (7.3.5).
func unescape(name []byte) (Name, error) {
	if bytes.IndexByte(name, '#') < 0 {
		return Name(name), nil
	}
	var b []byte
	for i := 0; i < len(name); i++ {
		if name[i] != '#' {
			b = append(b, name[i])
			continue
		}
		if i+3 > len(name) {
			return "", errSyntax
		}
		n, err := strconv.ParseUint(string(name[i+1:i+3]), 16, 8)
		if err != nil {
			return "", errSyntax
		}
		b, i = append(b, byte(n)), i+2
	}
	return Name(b), nil
}
