package workbook

import (
	"strings"

	"gevinst/report"
	"gevinst/report/near"
)

// words are what the form itself writes on a sheet, in every language. What else
// stands where the form has its words was typed by somebody.
type words struct {
	keys   map[string]string // column key by what the key row holds
	labels map[string]string // column key by heading; "" where two columns share one
	own    map[string]bool   // the rest
	issued *sentences
}

// wordsOf gathers the words of a sheet. All but the sentences are folded.
func (rd *reading) wordsOf(spec *report.SheetSpec) words {
	w := words{keysOf(spec), labelsOf(spec), map[string]bool{}, rd.issued}
	w.add(spec.Title.All()...)
	w.add(spec.Help.All()...)
	switch spec.Kind {
	case report.TableSheet:
		w.add(computedKeys(spec.Key)...)
	case report.FormSheet:
		w.add(report.FormLabel, report.FormValue, CheckColumn, report.FormHelp, report.FormKey)
		for _, col := range spec.Columns {
			w.add(col.Help.All()...)
		}
	case report.ControlSheet:
		w.add(report.FormLabel, report.FormValue, report.FormHelp, report.FormKey)
		w.add(controlKeys(rd.spec)...)
	case report.CodesSheet:
		w.addCodes(rd.spec)
	}
	return w
}

func (w words) add(texts ...string) {
	for _, s := range texts {
		w.own[near.Fold(s)] = true
	}
}

func (w words) addCodes(spec *report.Spec) {
	for list, choices := range spec.Codes {
		w.add(list, list+"_"+report.FormLabel)
		for _, c := range choices {
			w.add(c.Value)
			w.add(c.Label.All()...)
		}
	}
}

// say tells whether a cell holds words of the form.
func (w words) say(c report.Cell) bool {
	if c.Kind != report.Text {
		return false
	}
	folded := near.Fold(c.Raw)
	_, key := w.keys[folded]
	_, label := w.labels[folded]
	return key || label || w.own[folded] || w.issued.say(c.Raw)
}

// column is the key of the column or field whose heading a cell holds, "" where it
// is none's or that of two.
func (w words) column(c report.Cell) string {
	if c.Kind != report.Text {
		return ""
	}
	return w.labels[near.Fold(c.Raw)]
}

// controlKeys are the machine keys of Kontroll's lines.
func controlKeys(spec *report.Spec) []string {
	keys := append([]string{"status", "felt_mangler"}, controlOrder...)
	for _, s := range spec.Sheets {
		if s.Kind == report.TableSheet {
			keys = append(keys, "rader/"+s.Key)
		}
	}
	return keys
}

// sentences are what whoever issued the workbook wrote beside titles, headings
// and codes: those of gevinst, and those listed on the stamp sheet.
type sentences struct {
	whole map[string]bool
	parts [][2]string // what stands before and behind a place that is filled in
}

func (s *sentences) add(text string) {
	before, rest, open := strings.Cut(text, "{")
	_, behind, closed := strings.Cut(rest, "}")
	if open && closed {
		s.parts = append(s.parts, [2]string{before, behind})
		return
	}
	s.whole[text] = true
}

func (s *sentences) say(text string) bool {
	if s.whole[text] {
		return true
	}
	for _, p := range s.parts {
		if len(text) > len(p[0])+len(p[1]) && strings.HasPrefix(text, p[0]) && strings.HasSuffix(text, p[1]) {
			return true
		}
	}
	return false
}
