package main

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"gevinst/report"
	"gevinst/report/batch/intake"
)

func batchCommand() command {
	return command{name: "batch", run: runBatch, takes: workbooks, flags: []option{
		targetOption(),
		{name: "profile", takes: "json"},
		{name: "expect", takes: "csv"},
		{name: "previous", takes: "folder"},
		{name: "files-from", takes: "list"},
		{name: "jobs", takes: "number"},
		{name: "shard", takes: "shard"},
		{name: "timeout", takes: "seconds"},
		{name: "memory", takes: "mib"},
		{name: "final"},
		{name: "embed"},
		langOption(),
	}}
}

// The bounds of one file where none are asked for.
const (
	patience = 60  // seconds
	room     = 768 // MiB
	mostJobs = 4   // more have to be asked for: each takes its own memory
)

func runBatch(c *call) int {
	job, code := c.job()
	if code != done {
		return code
	}
	progress := c.meter()
	job.Told = progress.told
	otherwise := 0 // issued with no profile, or another
	job.Show = func(r intake.Row) {
		c.showRow(r, job.Settings.Words)
		if slices.Contains(r.Rules, "R-005") {
			otherwise++
		}
	}
	sum, err := intake.Run(c.ctx, job)
	progress.end()
	if err != nil {
		return c.unfinished(job, err)
	}
	if otherwise > 0 {
		c.note("batch.profile", count("n", otherwise))
	}
	return c.batchVerdict(job, sum)
}

// job is what the arguments ask for.
func (c *call) job() (intake.Job, int) {
	out, err := c.target()
	job := intake.Job{Out: out, Paths: c.args}
	if err != nil {
		return job, c.misuse("batch", err)
	}
	bounds, err := c.bounds(&job)
	if err == nil {
		err = c.shard(&job)
	}
	if err == nil {
		job.Settings, err = c.settings()
	}
	if err != nil {
		return job, c.misuse("batch", err)
	}
	if code := c.inbox(&job); code != done {
		return job, code
	}
	job.Hire = func() (intake.Worker, error) { return hire(job.Settings, bounds) }
	return job, done
}

// bounds reads the flags that hold a worker and count them.
func (c *call) bounds(job *intake.Job) (limits, error) {
	seconds, err := c.number("timeout", patience)
	mib, err2 := c.number("memory", room)
	jobs, err3 := c.number("jobs", min(runtime.NumCPU(), mostJobs))
	job.Workers = jobs
	return limits{time.Duration(seconds) * time.Second, mib}, errors.Join(err, err2, err3)
}

// number is the whole number above zero that a flag has.
func (c *call) number(flag string, otherwise int) (int, error) {
	value := c.value(flag)
	if value == "" {
		return otherwise, nil
	}
	const most = 1_000_000
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > most {
		return 0, slip("slip.number", word("flag", "--"+flag), word("value", value))
	}
	return n, nil
}

func (c *call) shard(job *intake.Job) (err error) {
	if value := c.value("shard"); value != "" {
		if job.Shard, err = intake.ParseShard(value); err != nil {
			return slip("slip.shard", word("value", value))
		}
	}
	return nil
}

// settings are those of every file. The files about the batch are in the language
// asked for, else in bokmål: the locale of whoever runs it must not show.
func (c *call) settings() (intake.Settings, error) {
	asked := report.Lang(c.value("lang"))
	if asked != "" {
		asked = c.Lang()
	}
	s := intake.Settings{Version: version(), Lang: asked, Words: report.NB, Final: c.on("final"), Embed: c.on("embed"), Build: build()}
	if asked != "" {
		s.Words = asked
	}
	var err error
	if s.Dated, err = epoch(); err != nil {
		return s, err
	}
	s.Program, err = programHash()
	return s, err
}

// unfinished says why a run stopped before its end.
func (c *call) unfinished(job intake.Job, err error) int {
	var failure *intake.Failure
	var path *fs.PathError
	errors.As(err, &path)
	switch {
	case errors.Is(err, context.Canceled):
		c.note("batch.interrupted", word("file", job.Out))
		return interrupted
	case errors.As(err, &failure):
		c.note(failure.Key, word("file", failure.File), word("detail", failure.Detail))
		return failed
	case errors.Is(err, intake.ErrLocked):
		c.note("batch.locked", word("file", job.Out))
		return failed
	case errors.Is(err, intake.ErrInside):
		return c.misuse("batch", slip("slip.batch.inside", word("file", path.Path)))
	case errors.Is(err, intake.ErrFolder):
		return c.misuse("batch", slip("slip.batch.folder", word("file", path.Path)))
	case errors.Is(err, intake.ErrAbsent):
		return c.misuse("batch", slip("slip.batch.absent", word("file", path.Path), word("out", job.Out)))
	case errors.Is(err, intake.ErrNothing):
		return c.misuse("batch", slip("slip.batch.empty", word("file", strings.Join(job.Paths, ", "))))
	case path != nil && path.Op == "open" && !strings.HasPrefix(path.Path, filepath.Clean(job.Out)):
		return c.refuse(path.Path, err)
	default:
		return c.unwritten(err)
	}
}

// batchVerdict says what a run came to.
func (c *call) batchVerdict(job intake.Job, sum *intake.Summary) int {
	for _, row := range sum.Unread {
		c.note("batch.previous.unread", word("file", row.File), word("detail", c.because(*row.Reason, row.File, job.Settings.Words)))
	}
	for _, file := range sum.Left {
		c.note("batch.left", word("file", filepath.Join(job.Out, file)))
	}
	if n := len(sum.Skipped); n > 0 {
		c.note("batch.skipped", count("n", n), word("files", strings.Join(sum.Skipped[:min(n, 5)], ", ")))
	}
	if sum.Kept > 0 {
		c.note("batch.kept", count("n", sum.Kept))
	}
	c.note("batch.table", word("file", filepath.Join(job.Out, intake.StatusCSVName)))
	var counts []report.Arg
	for _, state := range intake.States() {
		counts = append(counts, count(string(state), sum.States[state]))
	}
	c.note("batch.verdict", counts...)
	return batchCode(sum.States)
}

// batchCode is the exit code of a batch. An agency that is missing is a warning.
func batchCode(n map[intake.State]int) int {
	refused, blocking := n[intake.Refused], n[intake.Blocked]+n[intake.Duplicate]
	switch {
	case refused > 0 && n[intake.Submitted]+blocking == 0:
		return unreadable
	case refused > 0:
		return partly
	case blocking > 0:
		return blocked
	default:
		return done
	}
}

// showRow prints one row of the status, and what belongs to it; words is the language
// of the files about the batch.
func (c *call) showRow(r intake.Row, words report.Lang) {
	year, who := "", r.Name
	if r.Year != 0 {
		year = strconv.Itoa(r.Year)
	}
	if r.State != intake.Submitted && r.File != "" {
		who = strings.TrimSpace(who + "  " + r.File)
	}
	c.line(strings.Join([]string{c.padded("batch.state." + string(r.State)), pad(r.OrgNr, len("999999999")), pad(year, len("2017")), who}, "  "))
	notes := r.Notes
	if r.Reason != nil {
		notes = append([]intake.Reason{*r.Reason}, notes...)
	}
	for _, n := range notes {
		c.line("  " + c.because(n, r.File, words))
	}
}

// because is a reason in the language of the screen. Where the files about the batch
// are in another, its sentence is too: then it is told what the rule is about.
func (c *call) because(n intake.Reason, file string, words report.Lang) string {
	if again, ok := n.In(c.Voice); ok {
		n = again
	} else if words != c.Lang() {
		if key := "rule." + n.Code + ".title"; c.Has(key) {
			return c.Say("batch.reason", word("rule", n.Code), word("checks", c.Say(key)), word("file", file))
		}
		if s := c.Say(n.Code, word("file", file)); c.Has(n.Code) && !strings.Contains(s, "{") {
			return s
		}
	}
	return strings.TrimSpace(n.Sentence + " " + n.Remedy)
}

// padded is the word for a state, as wide as the widest of them.
func (c *call) padded(key string) string {
	widest := 0
	for _, s := range intake.States() {
		widest = max(widest, len([]rune(c.Say("batch.state."+string(s)))))
	}
	return pad(c.Say(key), widest)
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-len([]rune(s))))
}
