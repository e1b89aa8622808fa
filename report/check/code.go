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
	if meant := r.p.meant(spec.Codes, trim(c.Raw)); meant != "" {
		r.find("V-008", "near", report.Error, at, spec, r.found(c), report.Arg{Name: "forslag", Value: meant}, report.Arg{Name: "koder", Value: values})
	} else {
		r.find("V-008", "", report.Error, at, spec, r.found(c), report.Arg{Name: "koder", Value: values})
	}
	return bad[string](at)
}

// meant is the value that somebody who wrote another word may have meant: a slip of the
// finger, of a value or of its label, or what people call it. It is only suggested.
func (p *parser) meant(list, written string) string {
	by := map[string]string{}
	var values, labels []string
	for _, choice := range p.draft.Spec.Codes[list] {
		values = append(values, choice.Value)
		for _, label := range choice.Label.All() {
			labels, by[label] = append(labels, label), choice.Value
		}
	}
	if value := near.Of(written, values); value != "" {
		return value
	}
	if value := called[list][near.Fold(written)]; value != "" {
		return value
	}
	return by[near.Of(written, labels)]
}

// called is what people call the status of a measure.
var called = map[string]map[string]string{"tiltak_status": {
	"gjennomført": "IVERKSATT", "innført": "IVERKSATT", "implementert": "IVERKSATT", "i drift": "IVERKSATT", "pågår": "IVERKSATT", "satt i verk": "IVERKSATT",
	"gjennomførd": "IVERKSATT", "gjennomfört": "IVERKSATT", "innførd": "IVERKSATT", "sett i verk": "IVERKSATT", "pågår enno": "IVERKSATT",
	"carried out": "IVERKSATT", "in operation": "IVERKSATT", "in use": "IVERKSATT", "ongoing": "IVERKSATT", "in progress": "IVERKSATT",
	"ferdig": "AVSLUTTET", "fullført": "AVSLUTTET", "fullførd": "AVSLUTTET", "sluttført": "AVSLUTTET", "sluttførd": "AVSLUTTET",
	"done": "AVSLUTTET", "finished": "AVSLUTTET", "closed": "AVSLUTTET",
	"ikke påbegynt": "PLANLAGT", "ikkje starta": "PLANLAGT", "ikke startet": "PLANLAGT", "vedtatt": "PLANLAGT", "vedteke": "PLANLAGT", "not started": "PLANLAGT",
	"avlyst": "STANSET", "avbrutt": "STANSET", "avbroten": "STANSET", "stoppet": "STANSET", "stoppa": "STANSET", "cancelled": "STANSET", "aborted": "STANSET",
}}

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
