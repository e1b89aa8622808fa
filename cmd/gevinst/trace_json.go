package main

import (
	"io"

	"gevinst/report/audit/trace"
	"gevinst/report/batch"
	"gevinst/report/jsonout"
)

// tracedLine is a line of a derivation for a program.
type tracedLine struct {
	Depth int          `json:"depth"`
	Entry *batch.Entry `json:"figure"`
	Input *batch.Input `json:"operand"`
	Raw   *string      `json:"raw"` // what stands in the cell, where the workbook was given
}

func (c *call) tracedJSON(lines []trace.Line, raw excerpt) int {
	out := make([]tracedLine, 0, len(lines))
	for _, l := range lines {
		t := tracedLine{Depth: l.Depth, Entry: l.Entry, Input: l.Input}
		if l.Entry == nil && l.Input.Place != nil && l.Input.Place.Cell != nil {
			if s := raw(l.Input.Place.Sheet, *l.Input.Place.Cell); s != "" {
				t.Raw = &s
			}
		}
		out = append(out, t)
	}
	return c.json(map[string]any{"format": "gevinst-trace/1", "lines": out})
}

func (c *call) usesJSON(cell string, uses []trace.Use, said []batch.FindingLine, raw string) int {
	figures := make([]map[string]any, 0, len(uses))
	for _, u := range uses {
		figures = append(figures, map[string]any{"figure": u.Entry.Key, "name": u.Entry.Name, "amount": u.Entry.Amount, "unit": u.Entry.Unit, "through": c.via(u)})
	}
	out := map[string]any{"format": "gevinst-trace/1", "cell": cell, "figures": figures, "findings": append([]batch.FindingLine{}, said...)}
	if raw != "" {
		out["raw"] = raw
	}
	return c.json(out)
}

// json prints a value, indented.
func (c *call) json(value any) int {
	if err := c.write(func(w io.Writer) error { return jsonout.Write(w, value) }); err != nil {
		return c.broken(err)
	}
	return done
}
