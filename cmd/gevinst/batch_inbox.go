package main

import (
	"bytes"
	"io"
	"os"
	"slices"
	"strings"

	"gevinst/report/batch/intake"
	"gevinst/report/workbook"
)

// inbox finds what to read: workbooks, last years', and who is expected.
func (c *call) inbox(job *intake.Job) int {
	if list := c.value("files-from"); list != "" {
		more, err := c.listed(list)
		if err != nil {
			return c.refuse(list, err)
		}
		job.Paths = append(job.Paths[:len(job.Paths):len(job.Paths)], more...)
	}
	if len(job.Paths) == 0 {
		return c.misuse("batch", slip("slip.batch.none"))
	}
	if last := c.value("previous"); last != "" {
		if _, err := os.Stat(last); err != nil {
			return c.refuse(last, err)
		}
		job.Previous = []string{last}
	}
	return c.expected(job)
}

// listed is a list of paths, a line each, or with NUL after each as find -print0
// writes it.
func (c *call) listed(name string) ([]string, error) {
	data, err := os.ReadFile(name)
	if name == "-" {
		data, err = io.ReadAll(c.in)
	}
	end := "\n"
	if bytes.IndexByte(data, 0) >= 0 {
		end = "\x00"
	}
	var paths []string
	for _, path := range strings.Split(string(data), end) {
		if path = strings.TrimSuffix(path, "\r"); path != "" {
			paths = append(paths, path)
		}
	}
	return paths, err
}

// expected is who should report: those of the list, else those of the profile.
func (c *call) expected(job *intake.Job) int {
	if code := c.ordered(job); code != done {
		return code
	}
	path := c.value("expect")
	if path == "" {
		return done
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return c.refuse(path, err)
	}
	if workbook.Document(data) {
		c.note("batch.expect.foreign", word("file", path))
		return unreadable
	}
	if job.Expected, err = intake.ParseExpected(data); err != nil {
		c.note("batch.expect.bad", word("file", path), word("detail", strings.TrimSuffix(err.Error(), ": "+intake.ErrOrgNr.Error())))
		return unreadable
	}
	return done
}

// ordered reads the ministry's profile, where there is one.
func (c *call) ordered(job *intake.Job) int {
	path := c.value("profile")
	if path == "" {
		return done
	}
	data, code := c.profileFile(path)
	if code != done {
		return code
	}
	p, code := c.soundProfile(path, data)
	if code != done {
		return code
	}
	job.Settings.Profile = data
	for _, a := range p.Agencies {
		job.Expected = append(job.Expected, intake.Agency{OrgNr: a.OrgNr, Name: a.Name})
	}
	slices.SortFunc(job.Expected, func(a, b intake.Agency) int { return strings.Compare(a.OrgNr, b.OrgNr) })
	return done
}
