package main

import (
	"io"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
)

func checkCommand() command {
	return command{name: "check", run: toFile(runCheck), takes: workbooks, flags: []option{
		{name: "format", takes: "format", values: []string{"text", "json", "csv"}},
		{name: "annotate", takes: "xlsx"},
		{name: "previous", takes: "xlsx"},
		profileOption(),
		{name: "final"},
		listOption(),
		langOption(),
	}}
}

// checked is what a check came to for one file.
type checked struct {
	file    string
	seen    *batch.Examined // nil where the file cannot be read
	found   []report.Finding
	refused string // why it cannot be read, where no rule says so
}

func runCheck(c *call) int {
	if len(c.args) == 0 {
		return c.misuse("check", slip("slip.nofile"))
	}
	annotate := c.value("annotate")
	if annotate != "" && len(c.args) > 1 {
		return c.misuse("check", slip("slip.annotate.one"))
	}
	if annotate != "" {
		if err := c.newName(annotate); err != nil {
			return c.misuse("check", err)
		}
	}
	options, code := c.judging()
	if code != done {
		return code
	}
	var all []checked
	for _, file := range c.args {
		if file == "-" {
			return c.misuse("check", slip("slip.stdin"))
		}
		one := c.check(file, options)
		if one.seen != nil {
			if err := follows(one.seen, options.Previous); err != nil {
				return c.misuse("check", err)
			}
		}
		all = append(all, one)
	}
	tellRivals(all)
	if err := c.printChecked(all); err != nil {
		return c.broken(err)
	}
	if annotate != "" && all[0].seen != nil {
		if code := c.annotate(all[0], annotate); code != done {
			return code
		}
	}
	return verdict(all)
}

func (c *call) check(file string, o check.Options) checked {
	c.openElsewhere(file)
	seen, err := batch.Examine(c.ctx, file, o)
	if err == nil {
		return checked{file: file, seen: seen, found: seen.Outcome.Findings}
	}
	if f, ok := refusalOf(err); ok {
		return checked{file: file, found: []report.Finding{f}}
	}
	key, args := batch.Unreadable(err)
	return checked{file: file, refused: c.Say(key, append(args, word("file", file))...)}
}

// tellRivals adds to each workbook that another one is of the same agency and year.
func tellRivals(all []checked) {
	seen := make([]*batch.Examined, len(all))
	for i := range all {
		seen[i] = all[i].seen
	}
	rivals := batch.Rivals(seen)
	for i := range all {
		if f, is := rivals[all[i].seen]; is {
			all[i].found = append(all[i].found, f)
		}
	}
}

// verdict is the exit code of a check.
func verdict(all []checked) int {
	refused, blocks := 0, false
	for _, one := range all {
		switch {
		case one.seen == nil:
			refused++
		case one.seen.Outcome.Blocks():
			blocks = true
		}
	}
	switch {
	case refused == len(all):
		return unreadable
	case refused > 0:
		return partly
	case blocks:
		return blocked
	default:
		return done
	}
}

func (c *call) printChecked(all []checked) error {
	switch c.value("format") {
	case "json":
		return c.write(func(w io.Writer) error { return c.checkedJSON(w, all) })
	case "csv":
		return c.write(func(w io.Writer) error { return c.checkedCSV(w, all) })
	default:
		c.checkedText(all)
		return nil
	}
}

// annotate writes the copy whose first sheet lists the findings.
func (c *call) annotate(one checked, path string) int {
	err := batch.Annotate(one.seen, path, c.Voice)
	if err != nil {
		return c.unwritten(err)
	}
	c.note("cli.check.annotated", word("file", path))
	return done
}
