package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"

	"gevinst/report"
	"gevinst/report/audit/trace"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/near"
)

func traceCommand() command {
	return command{name: "trace", run: runTrace, flags: []option{
		{name: "cell", takes: "cell"},
		{name: "workbook", takes: "xlsx"},
		{name: "format", takes: "format", values: []string{"text", "json"}},
		langOption(),
	}}
}

func runTrace(c *call) int {
	cell := c.value("cell")
	switch {
	case len(c.args) == 0:
		return c.misuse("trace", slip("trace.nofile"))
	case len(c.args) > 2:
		return c.misuse("trace", slip("slip.onekey", word("value", c.args[2])))
	case len(c.args) == 2 && cell != "":
		return c.misuse("trace", slip("trace.both"))
	}
	d, code := c.document(c.args[0])
	if code != done {
		return code
	}
	raw, code := c.rawCells(d)
	if code != done {
		return code
	}
	switch {
	case cell != "":
		return c.traceCell(d, cell, raw)
	case len(c.args) == 2:
		return c.traceFigure(d, c.args[1], raw)
	default:
		var rows [][2]string
		for _, e := range d.Entries {
			rows = append(rows, [2]string{e.Key, c.amount(e.Amount, e.Unit)})
		}
		c.lines(inertLines(columns(rows)))
		return done
	}
}

// document reads the JSON of a report. Where that cannot be done it says why, and
// the code is not done.
func (c *call) document(path string) (*batch.Document, int) {
	if path == "-" {
		return nil, c.misuse(c.name, slip("slip.stdin"))
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, c.refuse(path, err)
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, c.refuse(path, batch.ErrFolder)
	}
	d, err := batch.ReadDocument(file)
	var broken *fs.PathError
	if errors.As(err, &broken) {
		return nil, c.refuse(path, err)
	}
	if err != nil {
		c.note("trace.notreport", word("file", path), word("detail", err.Error()))
		return nil, unreadable
	}
	return d, done
}

// excerpt is what stands in a cell of the workbook, "" where that is not known.
type excerpt func(sheet, cell string) string

// rawCells reads the workbook that the report was made from, where one is named.
func (c *call) rawCells(d *batch.Document) (excerpt, int) {
	path := c.value("workbook")
	if path == "" {
		return func(string, string) string { return "" }, done
	}
	seen, code := c.examine(path, check.Options{})
	if code != done {
		return nil, code
	}
	if seen.Draft.Origin.Data != d.Source.Data {
		c.note("trace.other", word("file", path))
		return nil, unreadable
	}
	return func(sheet, cell string) string {
		s, _ := seen.Excerpt(placeOf(sheet, cell))
		return s
	}, done
}

func (c *call) traceFigure(d *batch.Document, key string, raw excerpt) int {
	lines, ok := trace.Down(d, key)
	if !ok {
		var keys []string
		for _, e := range d.Entries {
			keys = append(keys, e.Key)
		}
		if meant := near.Of(key, keys); meant != "" {
			return c.misuse("trace", slip("slip.key.near", word("value", key), word("near", meant)))
		}
		return c.misuse("trace", slip("slip.key", word("value", key)))
	}
	if c.value("format") == "json" {
		return c.tracedJSON(lines, raw)
	}
	for _, l := range lines {
		c.line(c.traced(l, raw))
	}
	return done
}

// traced is one line of a derivation.
func (c *call) traced(l trace.Line, raw excerpt) string {
	what, from := "", []string{}
	var amount *report.Kroner
	unit := ""
	if e := l.Entry; e != nil {
		what, amount, unit = e.Name, &e.Amount, e.Unit
		from = append(from, e.Words, e.Key)
		if e.Source != nil {
			from = append(from, c.Say("explain.source", word("source", *e.Source)))
		}
	} else {
		in := l.Input
		what, amount = in.Name, in.Amount
		if in.Unit != nil {
			unit = *in.Unit
		}
		from = append(from, c.origin(in, raw)...)
	}
	if amount != nil {
		what += " = " + c.amount(*amount, unit)
	}
	if l.Input != nil && l.Input.Minus {
		what = c.Say("explain.minus") + " " + what
	}
	return strings.Repeat("  ", l.Depth) + what + "  [" + strings.Join(from, "; ") + "]"
}

// origin is where an operand that is no figure comes from.
func (c *call) origin(in *batch.Input, raw excerpt) []string {
	var from []string
	if p := in.Place; p != nil && p.Cell != nil {
		from = append(from, p.Sheet+"!"+*p.Cell)
		if s := raw(p.Sheet, *p.Cell); s != "" {
			from = append(from, c.Say("trace.raw", word("value", s)))
		}
	}
	if in.Source != nil {
		from = append(from, c.Say("explain.source", word("source", *in.Source)))
	}
	return from
}

// cellName is a cell of a sheet, "Gevinster!N12".
var cellName = regexp.MustCompile(`^(.+)!\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$`)

func (c *call) traceCell(d *batch.Document, name string, raw excerpt) int {
	m := cellName.FindStringSubmatch(name)
	if m == nil {
		return c.misuse("trace", slip("trace.cell", word("value", name)))
	}
	sheet, cell := strings.Trim(m[1], "'"), strings.ToUpper(m[2])+m[3]
	if d.Records[strings.ToLower(sheet)] == nil {
		return c.misuse("trace", slip("trace.sheet", word("value", sheet)))
	}
	uses, said := trace.Up(d, sheet, cell), trace.Said(d, sheet, cell)
	if c.value("format") == "json" {
		return c.usesJSON(sheet+"!"+cell, uses, said, raw(sheet, cell))
	}
	if s := raw(sheet, cell); s != "" {
		c.line(sheet + "!" + cell + ": " + c.Say("trace.raw", word("value", s)))
	}
	for _, u := range uses {
		c.line(u.Entry.Key + "  " + u.Entry.Name + " = " + c.amount(u.Entry.Amount, u.Entry.Unit) + "  [" + via(u) + "]")
	}
	for _, f := range said {
		c.line(f.Rule + ": " + f.Sentence)
	}
	c.note("trace.uses", count("n", len(uses)), word("cell", sheet+"!"+cell))
	return done
}

// via is the operand through which a figure leans on the cell.
func via(u trace.Use) string {
	if u.Input.Key != nil {
		return *u.Input.Key
	}
	return u.Input.Name
}

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
		figures = append(figures, map[string]any{"figure": u.Entry.Key, "name": u.Entry.Name, "amount": u.Entry.Amount, "unit": u.Entry.Unit, "through": via(u)})
	}
	out := map[string]any{"format": "gevinst-trace/1", "cell": cell, "figures": figures, "findings": append([]batch.FindingLine{}, said...)}
	if raw != "" {
		out["raw"] = raw
	}
	return c.json(out)
}

// json prints a value, indented.
func (c *call) json(value any) int {
	raw, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return c.broken(err)
	}
	c.lines(string(raw) + "\n")
	return done
}

// placeOf is the place of a cell named as Excel does.
func placeOf(sheet, cell string) report.Place {
	p := report.Place{Sheet: sheet}
	for _, r := range cell {
		if r >= 'A' && r <= 'Z' {
			p.Col = p.Col*26 + int(r-'A') + 1
		} else {
			p.Row = p.Row*10 + int(r-'0')
		}
	}
	return p
}
