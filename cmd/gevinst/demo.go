package main

import (
	"io"
	"path/filepath"
	"strconv"

	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/ledger"
	"gevinst/report/workbook"
	"gevinst/templates"
)

func demoCommand() command {
	return command{name: "demo", run: runDemo, flags: []option{
		targetOption(),
		langOption(),
	}}
}

// runDemo writes the example agency's workbook and takes it the whole way: read,
// checked, computed, written as a final section.
func runDemo(c *call) int {
	if len(c.args) > 0 {
		return c.misuse("demo", slip("slip.none", word("value", c.args[0])))
	}
	dir, err := c.target()
	if err != nil {
		return c.misuse("demo", err)
	}
	path, code := c.example(dir)
	if code != done {
		return code
	}
	c.line(path)
	final := check.Options{Final: true}
	seen, code := c.examine(path, final)
	if code != done {
		return code
	}
	if code := c.section(seen, final, dir, c.Voice, c.Lang()); code != done {
		return code
	}
	if e, ok := seen.Outcome.Ledger.Find(ledger.KeyReallocable); ok {
		c.note("demo.amount", word("amount", c.amount(e.Amount, e.Unit)), word("file", path))
	}
	return done
}

// example writes the example agency's workbook under its own fixed name.
func (c *call) example(dir string) (string, int) {
	sets, err := templates.Sets()
	if err != nil {
		return "", c.broken(err)
	}
	spec := sets[0]
	filling, err := templates.Demo(spec.Set, c.Lang())
	if err != nil {
		return "", c.broken(err)
	}
	if code := c.folder(dir); code != done {
		return "", code
	}
	agency := filling["virksomhet"][0]
	path := filepath.Join(dir, agency["orgnr"]+"-"+agency["rapportaar"]+".xlsx")
	year, err := strconv.Atoi(agency["rapportaar"])
	if err != nil {
		return "", c.broken(err)
	}
	order := workbook.Order{Year: year, OrgNr: agency["orgnr"], Lang: c.Lang(), Filling: filling, Say: c.Say}
	write := func(w io.Writer) error { return workbook.Write(w, spec, order) }
	if err := batch.WriteFiles(nil, batch.Output{Path: path, Write: write}); err != nil {
		return "", c.unwritten(err)
	}
	return path, done
}
