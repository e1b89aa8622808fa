// Package trace follows a figure of a published report down to its cells, and a
// cell up to every figure that leans on it.
//
// It reads nothing but the report's JSON, so that an auditor needs neither the
// workbook nor the program that made the report.
package trace

import (
	"strings"

	"gevinst/report/batch"
)

// Line is one line of a derivation: a figure, or an operand that is a cell or a
// parameter of the requirement set.
type Line struct {
	Depth int
	Entry *batch.Entry // nil where the operand is no figure
	Input *batch.Input // how the figure above uses it; nil for the figure that was asked for
}

// Down derives the figure with the key down to its cells; false where the report
// has no such figure. A figure that is used again is spelled out the first time
// only, so that the work is linear in the report, whoever wrote it.
func Down(d *batch.Document, key string) ([]Line, bool) {
	t := tracer{byKey: entries(d), spelled: map[string]bool{}}
	top, ok := t.byKey[key]
	if !ok {
		return nil, false
	}
	t.derive(Line{Entry: top})
	return t.lines, true
}

type tracer struct {
	byKey   map[string]*batch.Entry
	spelled map[string]bool
	lines   []Line
}

func (t *tracer) derive(at Line) {
	t.lines = append(t.lines, at)
	if at.Entry == nil || t.spelled[at.Entry.Key] {
		return
	}
	t.spelled[at.Entry.Key] = true
	for i := range at.Entry.Inputs {
		below := Line{Depth: at.Depth + 1, Input: &at.Entry.Inputs[i]}
		if key := below.Input.Key; key != nil {
			below.Entry = t.byKey[*key]
		}
		t.derive(below)
	}
}

func entries(d *batch.Document) map[string]*batch.Entry {
	byKey := make(map[string]*batch.Entry, len(d.Entries))
	for i := range d.Entries {
		byKey[d.Entries[i].Key] = &d.Entries[i]
	}
	return byKey
}

// Use is a figure that leans on a cell, directly or through another figure.
type Use struct {
	Entry *batch.Entry
	Input *batch.Input // the operand through which it does
}

// Up lists every figure that leans on a cell, the nearest first, each once. Sheet
// and cell are as the report writes them, "Gevinster" and "N12"; case is not regarded.
func Up(d *batch.Document, sheet, cell string) []Use {
	var uses []Use
	seen := map[string]bool{}
	for reached := []string{""}; len(reached) > 0; reached = reached[1:] {
		for i := range d.Entries {
			e := &d.Entries[i]
			in := leans(e, reached[0], sheet, cell)
			if in == nil || seen[e.Key] {
				continue
			}
			seen[e.Key] = true
			uses = append(uses, Use{e, in})
			reached = append(reached, e.Key)
		}
	}
	return uses
}

// leans is the operand by which an entry uses the figure with the key or, where
// there is no key, the cell itself.
func leans(e *batch.Entry, key, sheet, cell string) *batch.Input {
	for i := range e.Inputs {
		in := &e.Inputs[i]
		if key != "" {
			if in.Key != nil && *in.Key == key {
				return in
			}
			continue
		}
		if at(in.Place, sheet, cell) {
			return in
		}
	}
	return nil
}

func at(p *batch.Place, sheet, cell string) bool {
	return p != nil && p.Cell != nil && strings.EqualFold(p.Sheet, sheet) && strings.EqualFold(*p.Cell, cell)
}

// Said lists the findings that name a cell, as their own place, among the related or
// among those of which the same is true.
func Said(d *batch.Document, sheet, cell string) []batch.FindingLine {
	var said []batch.FindingLine
	for _, f := range d.Findings {
		found := at(f.Place, sheet, cell)
		for _, places := range [][]batch.Place{f.Related, f.More} {
			for i := range places {
				found = found || at(&places[i], sheet, cell)
			}
		}
		if found {
			said = append(said, f)
		}
	}
	return said
}
