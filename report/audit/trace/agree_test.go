package trace_test

import (
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/audit/trace"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/templates"
)

// document is the example agency's report.
func document(t *testing.T) *batch.Document {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	filling, err := templates.Demo(sets[0].Set, report.NB)
	if err != nil {
		t.Fatal(err)
	}
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	filling["gevinster"][6]["volum"] = "32001" // ÷ 60 comes to no end
	d := batch.DocumentOf(check.Run(fixtures.Draft(sets[0], filling), nil, check.Options{}), batch.Telling{Status: batch.Final, Voice: voice})
	return &d
}

// TestEveryChangedFigureIsABreak changes each figure, each operand and each line of the
// bridge of a report by an øre, each by itself.
func TestEveryChangedFigureIsABreak(t *testing.T) {
	d := document(t)
	if breaks := trace.Breaks(d); len(breaks) > 0 || len(d.Entries) < 50 {
		t.Fatalf("%d figures, and %v in a report that nobody changed", len(d.Entries), breaks)
	}
	changed := func(what string, k *report.Kroner) {
		was := *k
		*k = k.Add(report.MustKroner("0.01"))
		if len(trace.Breaks(d)) == 0 {
			t.Errorf("nobody sees that %s was changed", what)
		}
		*k = was
	}
	for i := range d.Entries {
		e := &d.Entries[i]
		changed(e.Key, &e.Amount)
		for j := range e.Inputs {
			changed(e.Key+" of "+e.Inputs[j].Operand, e.Inputs[j].Amount)
		}
	}
	changed("the bridge's remainder", &d.Bridge.Rest)
	changed("the bridge's full-year effect", &d.Bridge.FullYear)
}

// TestAChangedShapeIsABreak takes a figure away, puts one twice and names another formula.
func TestAChangedShapeIsABreak(t *testing.T) {
	for kind, change := range map[string]func(*batch.Document){
		"missing": func(d *batch.Document) { d.Entries = d.Entries[1:] },
		"twice":   func(d *batch.Document) { d.Entries = append(d.Entries, d.Entries[0]) },
		"formula": func(d *batch.Document) { d.Entries[0].Formula = "magi" },
		"bridge":  func(d *batch.Document) { d.Bridge.New = report.MustKroner("1") },
	} {
		d := document(t)
		change(d)
		if breaks := trace.Breaks(d); len(breaks) == 0 || breaks[0].Kind != kind {
			t.Errorf("%s: %v", kind, breaks)
		}
	}
}
