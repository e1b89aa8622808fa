package audit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
)

// checkJSON compares every value of the figures with what comes out today, path by
// path. The amounts of the ledger have a check of their own.
func checkJSON(x *examination) {
	was, err := values(x.figuresRaw)
	is, err2 := values(x.remade[jsonFile])
	if err != nil || err2 != nil {
		x.except(Exception{Kind: "json.unreadable", File: x.figuresName, Args: words("detail", fmt.Sprint(err, err2))})
		return
	}
	list := &listing{x: x, file: x.figuresName}
	for _, path := range keysTwice(x.figuresRaw) {
		list.except(Exception{Kind: "json.twice", File: x.figuresName, Place: Place{Key: path}})
	}
	for _, path := range slices.Sorted(maps.Keys(union(was, is))) {
		x.compared(1)
		if whole := wholeFinding(was, is, path); whole != "" {
			if strings.TrimPrefix(path, whole) == ".sentence" {
				list.except(Exception{Kind: "json.differs", File: x.figuresName, Place: Place{Key: whole}, Reported: was[path], Found: is[path]})
			}
			continue
		}
		if was[path] == is[path] || x.otherwise(path) && !sameAmount(was[path], is[path]) {
			continue
		}
		list.except(Exception{Kind: "json.differs", File: x.figuresName, Place: Place{Key: path}, Reported: was[path], Found: is[path]})
	}
	list.end()
}

// wholeFinding is the path of the finding that a value belongs to, where only one of the
// two documents has the finding: it is then told by its sentence, and not value by value.
func wholeFinding(was, is map[string]string, path string) string {
	if !strings.HasPrefix(path, findingsPrefix) {
		return ""
	}
	key, _, _ := strings.Cut(path[len(findingsPrefix):], ".")
	finding := findingsPrefix + key
	_, before := was[finding+".sentence"]
	_, now := is[finding+".sentence"]
	if before == now {
		return ""
	}
	return finding
}

const findingsPrefix = "findings."

// otherwise tells whether a value has a check of its own, or may differ: the
// version of the program that asks need not be that of the one that answered.
func (x *examination) otherwise(path string) bool {
	switch {
	case path == "tool.version":
		return true
	case strings.HasPrefix(path, bridgePrefix):
		return slices.ContainsFunc(bridgeOf(&batch.Bridge{}), func(a amount) bool { return bridgePrefix+a.key == path })
	case strings.HasPrefix(path, "source.") || strings.HasPrefix(path, "counts.cells."):
		return !x.dataSame
	default:
		return strings.HasPrefix(path, "entries.") && strings.HasSuffix(path, ".amount") && !strings.Contains(path, ".inputs.")
	}
}

// sameAmount tells whether two values are one amount that is only spelt otherwise, which
// the check of the figures does not see.
func sameAmount(a, b string) bool {
	x, err := report.ParseKroner(a)
	y, err2 := report.ParseKroner(b)
	return err == nil && err2 == nil && x.Cmp(y) == 0
}

func union(a, b map[string]string) map[string]string {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

// values is every value of a JSON document by its path, "entries.12.amount".
func values(content []byte) (map[string]string, error) {
	d := json.NewDecoder(bytes.NewReader(content))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	all := map[string]string{}
	flatten(all, "", v)
	return all, nil
}

func flatten(all map[string]string, path string, v any) {
	switch x := v.(type) {
	case map[string]any:
		for key, value := range x {
			flatten(all, join(path, key), value)
		}
	case []any:
		taken := map[string]bool{}
		for i, value := range x {
			at := join(path, step(i, value))
			if taken[at] {
				at += "#" + strconv.Itoa(i) // two of one key: both are compared
			}
			taken[at] = true
			flatten(all, at, value)
		}
	case nil:
		all[path] = "null"
	default:
		all[path] = fmt.Sprint(x)
	}
}

// step names an item of a list by its own key, so that one more or less does not
// move all that follow; by its number where it has none.
func step(i int, value any) string {
	item, _ := value.(map[string]any)
	if rule, ok := item["rule"].(string); ok {
		return strings.TrimSpace(rule + " " + placeIn(item["place"]))
	}
	for _, name := range []string{"key", "gain_id", "id"} {
		if key, ok := item[name].(string); ok && item["operand"] == nil {
			return key
		}
	}
	return strconv.Itoa(i)
}

// placeIn is a place of the JSON as it is written: a cell, a sheet, "" for the file.
func placeIn(value any) string {
	at, _ := value.(map[string]any)
	sheet, _ := at["sheet"].(string)
	cell, _ := at["cell"].(string)
	return strings.Trim(sheet+"!"+cell, "!")
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// keysTwice is the paths of keys that stand twice in one object: programs differ in
// which of them they read.
func keysTwice(content []byte) []string {
	d := json.NewDecoder(bytes.NewReader(content))
	d.UseNumber()
	var twice []string
	twiceIn(d, "", &twice)
	return twice
}

// twiceIn reads one value. What is no JSON has been told before.
func twiceIn(d *json.Decoder, path string, twice *[]string) {
	token, err := d.Token()
	delimiter, _ := token.(json.Delim)
	if err != nil || delimiter != '{' && delimiter != '[' {
		return
	}
	seen := map[string]bool{}
	for i := 0; d.More(); i++ {
		key := strconv.Itoa(i)
		if delimiter == '{' {
			token, err = d.Token()
			if err != nil {
				return
			}
			key = fmt.Sprint(token)
		}
		if at := join(path, key); seen[key] {
			*twice = append(*twice, at)
		}
		seen[key] = true
		twiceIn(d, join(path, key), twice)
	}
	_, _ = d.Token() // the end that More saw
}
