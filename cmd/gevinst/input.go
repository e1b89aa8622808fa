package main

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/workbook"
)

// examine reads and checks one workbook. Where that cannot be done it says why
// on standard error, and the code is not done.
func (c *call) examine(path string, o check.Options) (*batch.Examined, int) {
	if path == "-" {
		return nil, c.misuse(c.name, slip("slip.stdin"))
	}
	c.openElsewhere(path)
	e, err := batch.Examine(c.ctx, path, o)
	if err != nil {
		return nil, c.refuse(path, err)
	}
	return e, done
}

// openElsewhere says that Excel or LibreOffice has the workbook open, by the file that each
// leaves beside it: what is not saved there yet is not read here.
func (c *call) openElsewhere(path string) {
	dir, name := filepath.Split(path)
	for _, lock := range []string{"~$" + name, ".~lock." + name + "#"} {
		if _, err := os.Lstat(dir + lock); err == nil {
			c.note("cli.open", word("file", path))
			return
		}
	}
}

// previous reads last year's workbook where one is named.
func (c *call) previous(o check.Options) (check.Options, int) {
	path := c.value("previous")
	if path == "" {
		return o, done
	}
	last, code := c.examine(path, check.Options{})
	if code == done {
		o.Previous = last.Outcome
	}
	return o, code
}

// follows tells whether the workbook checked against is last year's of the same
// agency; another would make gains look counted, or uncounted, that are not.
func follows(e *batch.Examined, last *check.Outcome) error {
	if last == nil {
		return nil
	}
	now, was := &e.Outcome.Submission.Agency, &last.Submission.Agency
	switch {
	case now.OrgNr.OK() && was.OrgNr.OK() && now.OrgNr.Value != was.OrgNr.Value:
		return slip("slip.previous.orgnr", word("last", was.OrgNr.Value), word("value", now.OrgNr.Value))
	case now.Year.OK() && was.Year.OK() && was.Year.Value >= now.Year.Value:
		return slip("slip.previous.year", word("last", strconv.Itoa(was.Year.Value)), word("value", strconv.Itoa(now.Year.Value)))
	default:
		return nil
	}
}

// refuse says why a file cannot be read.
func (p *console) refuse(path string, err error) int {
	if f, ok := refusalOf(err); ok {
		p.findingNote(path, f)
		return unreadable
	}
	key, args := batch.Unreadable(err)
	p.note(key, append(args, word("file", path))...)
	if key == "file.broken" {
		return failed
	}
	return unreadable
}

// refusalOf is the finding of a file that is no workbook of ours.
func refusalOf(err error) (report.Finding, bool) {
	var refusal *workbook.Refusal
	if errors.As(err, &refusal) {
		return refusal.Finding, true
	}
	return report.Finding{}, false
}

// onlyOne is the single file that a command takes; what it takes is said under the
// keys for none and for more.
func (c *call) onlyOne(none, more string) (string, error) {
	switch len(c.args) {
	case 0:
		return "", slip(none)
	case 1:
		return c.args[0], nil
	default:
		return "", slip(more, word("value", c.args[1]))
	}
}

// broken says that the tool itself failed.
func (p *console) broken(err error) int {
	p.note("tool.failed", word("detail", err.Error()))
	return failed
}
