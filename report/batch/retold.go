package batch

import (
	"path"
	"slices"

	"gevinst/report/text"
)

// Retold is a report with its words in the voice's language: the names of figures, of
// what they are worked out from and of formulas, and each finding that can be said again
// from its arguments. What this version has no words for keeps those of the report, and
// what the agency wrote is left as it is. The report itself is not changed.
func Retold(d *Document, v *text.Voice) *Document {
	if d.Language == v.Lang() {
		return d
	}
	again := *d
	again.Entries, again.Gains, again.Findings = slices.Clone(d.Entries), slices.Clone(d.Gains), slices.Clone(d.Findings)
	for i := range again.Entries {
		again.Entries[i] = retoldEntry(again.Entries[i], v)
	}
	for i := range again.Gains {
		if g := &again.Gains[i]; g.Why != nil && g.WhyWords != nil {
			g.WhyWords = some(wordsOr(v, "exclude."+*g.Why, *g.WhyWords))
		}
	}
	if r := retellerOf(d, v); r != nil {
		for i := range again.Findings {
			again.Findings[i] = r.retold(again.Findings[i])
		}
	}
	return &again
}

func retoldEntry(e Entry, v *text.Voice) Entry {
	e.Name, e.Words = wordsOr(v, nameOf(e.Key), e.Name), wordsOr(v, "formula."+e.Formula, e.Words)
	e.Inputs = slices.Clone(e.Inputs)
	for i := range e.Inputs {
		in := &e.Inputs[i]
		key := "operand." + in.Operand
		if in.Key != nil {
			key = nameOf(*in.Key)
		}
		in.Name = wordsOr(v, key, in.Name)
	}
	return e
}

// nameOf is where the name of a figure stands: the last part of its key says which it is.
func nameOf(key string) string { return "entry." + path.Base(key) }

// wordsOr is the sentence under a key, else the report's own words.
func wordsOr(v *text.Voice, key, own string) string {
	if v.Has(key) {
		return v.Say(key)
	}
	return own
}
