package batch_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gevinst/templates"
	"gevinst/templates/schematest"
)

const schemaName = "report.schema.json"

func validate(t *testing.T, raw []byte) error {
	t.Helper()
	return schematest.Compile(t, schemaName).Validate(t, raw)
}

func TestDocumentFollowsItsSchema(t *testing.T) {
	if err := validate(t, written(t, document(t))); err != nil {
		t.Error(err)
	}
}

// TestSchemaRefuses changes one thing at a time in a good document.
func TestSchemaRefuses(t *testing.T) {
	at := func(path string, change func(parent map[string]any, key string)) func(map[string]any) {
		return func(d map[string]any) {
			steps := strings.Split(path, "/")
			node := any(d)
			for _, s := range steps[:len(steps)-1] {
				if list, ok := node.([]any); ok {
					node = list[s[0]-'0']
					continue
				}
				node = node.(map[string]any)[s]
			}
			change(node.(map[string]any), steps[len(steps)-1])
		}
	}
	set := func(path string, v any) func(map[string]any) {
		return at(path, func(p map[string]any, k string) { p[k] = v })
	}
	drop := func(path string) func(map[string]any) {
		return at(path, func(p map[string]any, k string) { delete(p, k) })
	}
	for name, change := range map[string]func(map[string]any){
		"an unknown key":              set("ekstra", 1),
		"an unknown key deep down":    set("entries/0/inputs/0/ekstra", 1),
		"another format":              set("format", "gevinst-report/2"),
		"no agency":                   drop("agency"),
		"no R":                        drop("bridge/R"),
		"an amount as a number":       set("bridge/A", 884020.00),
		"an amount as a printed text": set("bridge/A", "884 020,00"),
		"an amount without decimals":  set("bridge/A", "884020"),
		"a missing amount as zero":    set("gains/1/net", 0),
		"an unknown severity":         set("findings/0/severity", "E"),
		"a rule without a number":     set("findings/0/rule", "G9"),
		"an unknown status":           set("status", "endelig"),
		"a hash that is none":         set("source/sha256", "abc"),
		"a class that is none":        set("gains/0/class", "ANNET"),
		"an argument of another type": set("findings/0/args/1/value", "to"),
		"a code without its list":     drop("findings/0/args/4/list"),
		"an unknown unit":             set("entries/0/unit", "mill"),
		"an operand without its name": drop("entries/0/inputs/0/name"),
		"a finding without a remedy":  set("findings/0/remedy", ""),
		"half a cell":                 set("findings/0/place/cell", "12"),
		"a record without its row":    drop("records/gevinster/0/row"),
		"a blank cell as a value":     set("records/gevinster/0/values/tiltak_id", ""),
		"an amount as a float":        set("records/gevinster/0/values/belop_kr", 884020),
	} {
		var d map[string]any
		if err := json.Unmarshal(written(t, document(t)), &d); err != nil {
			t.Fatal(err)
		}
		change(d)
		raw, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if validate(t, raw) == nil {
			t.Errorf("the schema lets %s pass", name)
		}
	}
}

// TestSchemaIsStrictAndDescribed walks the schema itself: every object is
// closed and demands what it names, every property says what it is.
func TestSchemaIsStrictAndDescribed(t *testing.T) {
	raw, err := templates.Schema(schemaName)
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(raw, &root); err != nil {
		t.Fatal(err)
	}
	if root["$schema"] != "https://json-schema.org/draft/2020-12/schema" || root["$id"] == nil {
		t.Error("the schema does not say its draft and its name")
	}
	objects := 0
	walk("", root, func(where string, node map[string]any) {
		if node["type"] != "object" {
			return
		}
		objects++
		if _, table := node["propertyNames"]; table && node["additionalProperties"] != nil && node["properties"] == nil {
			return // keyed by sheet or column, which are the set's to name
		}
		properties, _ := node["properties"].(map[string]any)
		required, _ := node["required"].([]any)
		if node["additionalProperties"] != false || len(required) != len(properties) || len(properties) == 0 {
			t.Errorf("%s is not strict", where)
		}
		for name, p := range properties {
			if d, _ := p.(map[string]any)["description"].(string); d == "" {
				t.Errorf("%s/%s has no description", where, name)
			}
		}
	})
	if objects < 10 {
		t.Errorf("only %d objects were seen", objects)
	}
}

func walk(where string, node any, visit func(string, map[string]any)) {
	switch x := node.(type) {
	case map[string]any:
		visit(where, x)
		for k, v := range x {
			walk(where+"/"+k, v, visit)
		}
	case []any:
		for i, v := range x {
			walk(fmt.Sprintf("%s/%d", where, i), v, visit)
		}
	}
}

// TestSchemaKnowsTheCodesOfTheSets keeps the codes in the schema those of the form.
func TestSchemaKnowsTheCodesOfTheSets(t *testing.T) {
	raw, err := templates.Schema(schemaName)
	if err != nil {
		t.Fatal(err)
	}
	var root struct {
		Defs map[string]struct {
			Properties map[string]struct{ Enum []any }
		} `json:"$defs"`
	}
	if err := json.Unmarshal(raw, &root); err != nil {
		t.Fatal(err)
	}
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	for property, list := range map[string]string{"gain/class": "gevinstklasse", "gain/type": "gevinsttype", "gain/method": "metode", "measure/status": "tiltak_status"} {
		def, key, _ := strings.Cut(property, "/")
		known := root.Defs[def].Properties[key].Enum
		for _, s := range sets {
			for _, choice := range s.Codes[list] {
				if !slices.Contains(known, any(choice.Value)) {
					t.Errorf("the schema's %s lacks %s of set %s", property, choice.Value, s.Set)
				}
			}
			if len(known) != len(s.Codes[list])+1 {
				t.Errorf("the schema's %s has %d values, the set %s %d and null", property, len(known), s.Set, len(s.Codes[list]))
			}
		}
	}
}
