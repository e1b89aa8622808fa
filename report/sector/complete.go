package sector

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// complete tells whether raw, which is JSON of a value of type t, has all that the type
// must have, and each key once. Decoding alone would take an amount that is not there
// for nothing, which it is not, and of two amounts the last. A pointer may be null;
// lists and amounts may not. The error is a *Refusal for what is not there.
func complete(key string, raw []byte, t reflect.Type) error {
	w := walk{raw: raw, types: map[reflect.Type]*demand{}}
	switch gap := w.value(t).in(key); {
	case gap == nil:
		return nil
	case gap.twice:
		return errors.New("unknown or repeated key " + gap.path)
	default:
		return refuse(Incomplete, quoted("found", gap.path))
	}
}

// gap is the path of the first thing that is not there, or that is there twice.
type gap struct {
	path  string
	twice bool
}

// in is a gap of something that lies within something of that name.
func (g *gap) in(name string) *gap {
	if g != nil && g.path != "" {
		name += "." + g.path
	}
	if g != nil {
		g.path = name
	}
	return g
}

// walk goes once through what is known to be JSON, beside the type that it is of.
type walk struct {
	raw   []byte
	at    int
	types map[reflect.Type]*demand // that were met
}

// demand is what an object of a type must have.
type demand struct {
	of   func(key string) reflect.Type // nil where the type knows no such key
	must []string
}

func (w *walk) value(t reflect.Type) *gap {
	w.space()
	first := w.raw[w.at]
	switch null := first == 'n'; {
	case null && t.Kind() != reflect.Pointer:
		return &gap{}
	case !null && t.Kind() == reflect.Pointer:
		return w.value(t.Elem())
	case first == '[' && t.Kind() == reflect.Slice:
		return w.list(t.Elem())
	case first == '{' && (t.Kind() == reflect.Struct || t.Kind() == reflect.Map):
		return w.object(w.demand(t))
	default:
		w.skip()
		return nil
	}
}

func (w *walk) list(t reflect.Type) *gap {
	for i := 0; w.more(']'); i++ {
		if g := w.value(t); g != nil {
			return g.in(strconv.Itoa(i))
		}
	}
	return nil
}

// object walks an object. A key that the type does not know is left to the decoder,
// which refuses it unless only its capitals are others.
func (w *walk) object(d *demand) *gap {
	met := map[string]bool{}
	for w.more('}') {
		key := w.key()
		if met[key] {
			return &gap{key, true}
		}
		met[key] = true
		if t := d.of(key); t == nil {
			w.skip()
		} else if g := w.value(t); g != nil {
			return g.in(key)
		}
	}
	for _, key := range d.must {
		if !met[key] {
			return &gap{path: key}
		}
	}
	return nil
}

// demand is what an object of a type must have: of a struct all fields but those that
// may be left out.
func (w *walk) demand(t reflect.Type) *demand {
	if w.types[t] != nil {
		return w.types[t]
	}
	d := &demand{}
	w.types[t] = d
	if t.Kind() == reflect.Map {
		d.of = func(string) reflect.Type { return t.Elem() }
		return d
	}
	fields := map[string]reflect.Type{}
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}
		fields[name] = t.Field(i).Type
		if !slices.Contains(strings.Split(options, ","), "omitempty") {
			d.must = append(d.must, name)
		}
	}
	d.of = func(key string) reflect.Type { return fields[key] }
	return d
}

// more steps into a list or an object, or on to what is next in it; false behind its end.
func (w *walk) more(end byte) bool {
	w.space()
	w.at++ // its opening, or a comma, or its end
	if w.raw[w.at-1] == end {
		return false
	}
	w.space()
	if w.raw[w.at] == end { // it has nothing in it
		w.at++
		return false
	}
	return true
}

// key is the key in front of a value.
func (w *walk) key() string {
	from := w.at
	w.skip()
	quoted := w.raw[from:w.at]
	w.space()
	w.at++ // the colon
	key := string(quoted[1 : len(quoted)-1])
	if strings.ContainsRune(key, '\\') {
		_ = json.Unmarshal(quoted, &key) // which is JSON, as all is
	}
	return key
}

func (w *walk) space() {
	for strings.IndexByte(" \t\r\n", w.raw[w.at]) >= 0 {
		w.at++
	}
}

// skip steps over a value.
func (w *walk) skip() {
	w.space()
	for depth := 0; w.at < len(w.raw); w.at++ {
		switch w.raw[w.at] {
		case '"':
			w.text()
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if depth == 0 && (w.at+1 == len(w.raw) || strings.IndexByte(",:}] \t\r\n", w.raw[w.at+1]) >= 0) {
			w.at++
			return
		}
	}
}

// text steps on to the quote that ends a string.
func (w *walk) text() {
	for w.at++; w.raw[w.at] != '"'; w.at++ {
		if w.raw[w.at] == '\\' {
			w.at++
		}
	}
}
