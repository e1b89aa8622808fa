package main

import (
	"os"
	"strconv"
	"time"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/text"
)

func reportCommand() command {
	return command{name: "report", run: runReport, takes: workbooks, flags: []option{
		targetOption(),
		{name: "final"},
		{name: "embed"},
		{name: "previous", takes: "xlsx"},
		profileOption(),
		{name: "sign", takes: "key"},
		langOption(),
	}}
}

func runReport(c *call) int {
	file, err := c.onlyOne("slip.nofile", "slip.onefile")
	if err != nil {
		return c.misuse("report", err)
	}
	dir, err := c.target()
	if err != nil {
		return c.misuse("report", err)
	}
	options, code := c.judging()
	if code != done {
		return code
	}
	seen, code := c.examine(file, options)
	if code != done {
		return code
	}
	if err := follows(seen, options.Previous); err != nil {
		return c.misuse("report", err)
	}
	voice, err := c.sectionVoice(seen)
	if err != nil {
		return c.broken(err)
	}
	return c.section(seen, options, dir, voice, "")
}

// sectionVoice is the section's language: the one asked for with --lang, else the
// workbook's own written form. The language of the messages does not change it.
func (c *call) sectionVoice(seen *batch.Examined) (*text.Voice, error) {
	form := seen.Outcome.Submission.Agency.Form
	if c.value("lang") != "" || !form.OK() || form.Value == c.Lang() {
		return c.Voice, nil
	}
	return text.For(form.Value)
}

// section writes the section of a checked workbook, or says what blocks it. words
// is the language of the agency's own words, empty for its written form.
func (c *call) section(seen *batch.Examined, o check.Options, dir string, voice *text.Voice, words report.Lang) int {
	for _, f := range seen.Outcome.Findings {
		if f.Severity > report.Info {
			c.findingNote(seen.Path, f)
		}
	}
	n := tally(seen.Outcome.Findings)
	if seen.Outcome.Blocks() {
		c.note("cli.report.blocked", word("file", seen.Path), count("n", n[report.Error]))
		return blocked
	}
	if !o.Final {
		if stands := batch.FinalIn(seen, dir); stands != "" {
			c.note("cli.report.stands", word("file", stands))
			return misuse
		}
	}
	issue, err := c.issue(seen, o, voice)
	issue.Words = words
	if err != nil {
		return c.misuse("report", err)
	}
	if path := c.value("sign"); path != "" {
		key, code := c.privateKey(path)
		if code != done {
			return code
		}
		issue.Key = key
	}
	if code := c.folder(dir); code != done {
		return code
	}
	written, err := batch.Section(seen, issue, dir)
	if err != nil {
		return c.unwritten(err)
	}
	for _, path := range written {
		c.line(path)
	}
	key := "cli.report.draft"
	if o.Final {
		key = "cli.report.final"
	}
	c.note(key, count("warnings", n[report.Warning]))
	return done
}

// issue is how the section is to be issued: dated by SOURCE_DATE_EPOCH, else by
// the approval.
func (c *call) issue(seen *batch.Examined, o check.Options, voice *text.Voice) (batch.Issue, error) {
	issue := batch.Issue{Voice: voice, Version: version(), Previous: o.Previous, Profile: o.Profile, Status: batch.Draft}
	issue.Embed = c.on("embed")
	issue.Inputs = []string{c.value("profile"), c.value("sign")}
	issue.Build = build()
	if o.Final {
		issue.Status = batch.Final
	}
	day, err := epoch()
	issue.Dated = day
	if day == (report.Date{}) {
		issue.Dated = seen.Outcome.Submission.Agency.ApprovedOn.Or(report.Date{})
	}
	return issue, err
}

// epoch is the day of SOURCE_DATE_EPOCH, the zero Date where it is not set.
func epoch() (report.Date, error) {
	value := os.Getenv("SOURCE_DATE_EPOCH")
	if value == "" {
		return report.Date{}, nil
	}
	const year9999 = 253402300799
	seconds, err := strconv.ParseInt(value, 10, 64)
	if err != nil || seconds < 0 || seconds > year9999 {
		return report.Date{}, slip("slip.epoch", word("value", value))
	}
	day := time.Unix(seconds, 0).UTC()
	return report.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day()}, nil
}
