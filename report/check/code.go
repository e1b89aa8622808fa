package check

import (
	"gevinst/report"
	"gevinst/report/near"
)

// foldCodes maps what a person may write, the value or its label in any
// language, to the value, for every code list.
func foldCodes(spec *report.Spec) map[string]map[string]string {
	all := make(map[string]map[string]string, len(spec.Codes))
	for list, choices := range spec.Codes {
		folded := map[string]string{}
		for _, c := range choices {
			for _, label := range c.Label.All() {
				folded[near.Fold(label)] = c.Value
			}
		}
		for _, c := range choices {
			folded[near.Fold(c.Value)] = c.Value // the value wins over another's label
			folded[c.Value] = c.Value
		}
		all[list] = folded
	}
	return all
}

// code is the value that a cell names; false where it names none.
func (p *parser) code(list string, c report.Cell) (string, bool) {
	if c.Kind != report.Text {
		return "", false
	}
	if value, ok := p.codes[list][c.Raw]; ok {
		return value, true
	}
	value, ok := p.codes[list][near.Fold(c.Raw)]
	return value, ok
}

// code reads a field of a code list.
func (r *row) code(key string) report.Field[string] {
	c, spec, at, filled := r.cell(key)
	if !filled {
		return report.Field[string]{At: at}
	}
	if !r.readable(c, spec, at) {
		return bad[string](at)
	}
	if value, ok := r.p.code(spec.Codes, c); ok {
		return known(at, value)
	}
	var values []string
	for _, choice := range r.p.draft.Spec.Codes[spec.Codes] {
		values = append(values, choice.Value)
	}
	if meant := near.Of(trim(c.Raw), values); meant != "" {
		r.find("V-008", "near", report.Error, at, spec, found(c), report.Arg{Name: "forslag", Value: meant}, report.Arg{Name: "koder", Value: values})
	} else {
		r.find("V-008", "", report.Error, at, spec, found(c), report.Arg{Name: "koder", Value: values})
	}
	return bad[string](at)
}

// flag reads a yes-or-no field.
func (r *row) flag(key string) report.Field[bool] {
	f := r.code(key)
	return report.Field[bool]{Value: f.Value == "JA", At: f.At}
}

// lang reads the written form.
func (r *row) lang(key string) report.Field[report.Lang] {
	f := r.code(key)
	return report.Field[report.Lang]{Value: report.Lang(f.Value), At: f.At}
}
