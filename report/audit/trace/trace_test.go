package trace_test

import (
	"testing"

	"gevinst/report"
	"gevinst/report/audit/trace"
	"gevinst/report/batch"
)

func some(s string) *string { return &s }

func figure(key string, inputs ...batch.Input) batch.Entry {
	return batch.Entry{Key: key, Amount: report.MustKroner("1"), Inputs: inputs}
}

func below(key string) batch.Input { return batch.Input{Operand: key, Key: some(key)} }

func cell(name string) batch.Input {
	return batch.Input{Operand: name, Place: &batch.Place{Sheet: "Gevinster", Cell: some(name)}}
}

// TestACellIsTracedToEveryFigure has a figure that leans on a cell by two ways
// and one that does not lean on it.
func TestACellIsTracedToEveryFigure(t *testing.T) {
	d := &batch.Document{Entries: []batch.Entry{
		figure("netto", cell("N5"), cell("M5")), figure("other", cell("N6")), figure("sum", below("netto")), figure("rest", below("netto"), below("sum")),
	}}
	var keys string
	for _, u := range trace.Up(d, "gevinster", "n5") {
		keys += u.Entry.Key + " "
	}
	if keys != "netto sum rest " {
		t.Errorf("the figures that lean on the cell: %s", keys)
	}
	if uses := trace.Up(d, "Tiltak", "N5"); len(uses) != 0 {
		t.Errorf("a cell of another sheet is used by %v", uses)
	}
}

// TestARingIsNoTrap follows a report that somebody has bent into a ring, and one
// whose figures would double at every step.
func TestARingIsNoTrap(t *testing.T) {
	ring := &batch.Document{Entries: []batch.Entry{figure("a", below("b")), figure("b", below("a"), cell("N5"))}}
	if lines, ok := trace.Down(ring, "a"); !ok || len(lines) != 4 {
		t.Errorf("%d lines of a ring", len(lines))
	}
	if uses := trace.Up(ring, "Gevinster", "N5"); len(uses) != 2 {
		t.Errorf("%d figures of a ring", len(uses))
	}
	double := &batch.Document{}
	for _, key := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y"} {
		double.Entries = append(double.Entries, figure(key, below(string(key[0]+1)), below(string(key[0]+1))))
	}
	if lines, _ := trace.Down(double, "a"); len(lines) != 51 {
		t.Errorf("%d lines, want two below each of 25 figures and the top", len(lines))
	}
}
