package templates_test

import (
	"maps"
	"slices"
	"testing"

	"gevinst/report"
	"gevinst/templates"
)

// TestDemoHasOneSetOfFigures holds the example agency together: what differs
// between the languages is prose alone.
func TestDemoHasOneSetOfFigures(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	spec := sets[0]
	demos := map[report.Lang]report.Filling{}
	for _, lang := range report.Langs() {
		if demos[lang], err = templates.Demo(spec.Set, lang); err != nil {
			t.Fatal(err)
		}
	}
	for _, sheet := range slices.Sorted(maps.Keys(demos[report.NB])) {
		for i, bokmaal := range demos[report.NB][sheet] {
			for key, want := range bokmaal {
				column := spec.Sheet(sheet).Column(key)
				if column == nil {
					t.Fatalf("%s row %d: the form has no column %s", sheet, i, key)
				}
				for _, lang := range []report.Lang{report.NN, report.EN} {
					got := demos[lang][sheet][i][key]
					if got == "" || got != want && !prose(*column) {
						t.Errorf("%s: %s row %d %s is %q in nb and %q in %s", sheet, sheet, i, key, want, got, lang)
					}
				}
			}
		}
	}
}

func prose(c report.ColumnSpec) bool {
	return c.Type == report.TextType || c.Type == report.LongType || c.Type == report.AnswerType || c.Key == "maalform"
}
