package sector

import (
	"encoding"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// lacking is the path of the first thing that a value of type t must have and that raw
// does not; "" where it has all. Decoding alone would take an amount that is not there
// for nothing, which it is not. A pointer may be null; lists and amounts may not.
func lacking(raw json.RawMessage, t reflect.Type) string {
	null := string(raw) == "null"
	switch {
	case t.Kind() == reflect.Pointer && null:
		return ""
	case t.Kind() == reflect.Pointer:
		return lacking(raw, t.Elem())
	case null:
		return "null"
	case reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		return ""
	case t.Kind() == reflect.Slice:
		return lackingIn(raw, t.Elem())
	case t.Kind() == reflect.Map:
		return lackingUnder(raw, t.Elem())
	case t.Kind() == reflect.Struct:
		return lackingField(raw, t)
	default:
		return ""
	}
}

func lackingIn(raw json.RawMessage, t reflect.Type) string {
	var all []json.RawMessage
	if json.Unmarshal(raw, &all) != nil {
		return "" // which the decoder has taken in another way
	}
	for i, one := range all {
		if path := lacking(one, t); path != "" {
			return below(strconv.Itoa(i), path)
		}
	}
	return ""
}

func lackingUnder(raw json.RawMessage, t reflect.Type) string {
	var all map[string]json.RawMessage
	if json.Unmarshal(raw, &all) != nil {
		return ""
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if path := lacking(all[key], t); path != "" {
			return below(key, path)
		}
	}
	return ""
}

func lackingField(raw json.RawMessage, t reflect.Type) string {
	var all map[string]json.RawMessage
	if json.Unmarshal(raw, &all) != nil {
		return ""
	}
	for i := range t.NumField() {
		field := t.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		one, there := all[name]
		switch {
		case name == "" || name == "-" || !there && slices.Contains(strings.Split(options, ","), "omitempty"):
		case !there:
			return name
		default:
			if path := lacking(one, field.Type); path != "" {
				return below(name, path)
			}
		}
	}
	return ""
}

// below is a path within something; what is null itself is named by its own name.
func below(name, path string) string {
	if path == "null" {
		return name
	}
	return name + "." + path
}
