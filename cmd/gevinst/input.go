package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

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
	e, err := batch.Examine(c.ctx, path, o)
	if err != nil {
		return nil, c.refuse(path, err)
	}
	return e, done
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

// onlyOne is the single file that a command takes.
func (c *call) onlyOne() (string, error) {
	switch len(c.args) {
	case 0:
		return "", slip("slip.nofile")
	case 1:
		return c.args[0], nil
	default:
		return "", slip("slip.onefile", word("value", c.args[1]))
	}
}

// folder makes the folder of an output, with its parents.
func (c *call) folder(dir string) int {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return c.unwritten(err)
	}
	return done
}

// unwritten says why a file could not be written.
func (p *console) unwritten(err error) int {
	path := ""
	var where *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &where):
		path = where.Path
	case errors.As(err, &link):
		path = link.New
	}
	at := word("file", path)
	var unlike *workbook.Unfaithful
	switch {
	case errors.As(err, &unlike):
		p.note("out.unfaithful", word("place", unlike.Place.String()))
	case errors.Is(err, batch.ErrTaken):
		p.note("out.taken", at)
		return misuse
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS):
		p.note("out.denied", word("file", filepath.Dir(path)))
	case errors.Is(err, syscall.ENOTDIR):
		p.note("out.notfolder", at)
	case errors.Is(err, syscall.EISDIR) || errors.Is(err, batch.ErrFolder):
		p.note("out.isfolder", at)
	case errors.Is(err, syscall.ENOSPC):
		p.note("out.full", at)
	default:
		return p.broken(err)
	}
	return failed
}

// broken says that the tool itself failed.
func (p *console) broken(err error) int {
	p.note("tool.failed", word("detail", err.Error()))
	return failed
}

// newName is freeName for a workbook.
func (c *call) newName(path string) error {
	if path == "-" {
		return slip("slip.stdout")
	}
	if !strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return slip("slip.xlsx", word("value", path))
	}
	return freeName(path)
}

// freeName tells whether a name of the user's own choice is free: somebody may have
// filled in what stands there.
func freeName(path string) error {
	if path == "" {
		return nil
	}
	if path == "-" {
		return slip("slip.output.stdout")
	}
	if _, err := os.Lstat(path); err == nil {
		return slip("slip.exists", word("value", path))
	}
	return nil
}
