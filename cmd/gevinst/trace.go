package main

import (
	"regexp"
	"strings"

	"gevinst/report"
	"gevinst/report/audit/trace"
	"gevinst/report/batch"
	"gevinst/report/near"
)

func traceCommand() command {
	return command{name: "trace", run: toFile(runTrace), takes: reports, flags: []option{
		{name: "cell", takes: "cell"},
		{name: "workbook", takes: "xlsx"},
		{name: "format", takes: "format", values: []string{"text", "json"}},
		exactOption(),
		listOption(),
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
	if err := otherFile(c.args[0]); err != nil {
		return c.misuse("trace", err)
	}
	d, code := c.document(c.args[0])
	if code != done {
		return code
	}
	c.exact = c.on("exact")
	defer c.tellRounded()
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

func (c *call) traceFigure(d *batch.Document, key string, raw excerpt) int {
	lines, ok := trace.Down(d, key)
	if !ok {
		var keys []string
		for _, e := range d.Entries {
			keys = append(keys, e.Key)
		}
		if meant := near.Of(key, keys); meant != "" {
			return c.misuse("trace", slip("trace.key.near", word("value", key), word("near", meant)))
		}
		return c.misuse("trace", slip("trace.key", word("value", key)))
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
		what += c.equals(*amount, unit)
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
		c.line(u.Entry.Key + "  " + u.Entry.Name + c.equals(u.Entry.Amount, u.Entry.Unit) + "  [" + c.via(u) + "]")
	}
	for _, f := range said {
		c.line(f.Rule + ": " + f.Sentence)
	}
	c.note("trace.uses", count("n", len(uses)), word("cell", sheet+"!"+cell))
	return done
}

// via is the operand through which a figure leans on the cell.
func (c *call) via(u trace.Use) string {
	if u.Input.Key != nil {
		return *u.Input.Key
	}
	return u.Input.Name
}
