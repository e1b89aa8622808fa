// Package intake takes in the workbooks of many agencies in one go.
//
// Run finds the workbooks, has each read by a worker, sorts out who reported
// twice and who did not, has a worker make what is to be made of each, and
// tells how it went in three files. It promises that
//
//   - one bad, hostile or hanging file is a row of the status and stops nothing:
//     it is read by a Worker, which may be lost, and is then hired again;
//   - every file in the folder is whole, whenever the run is stopped;
//   - a run that follows one that was stopped goes on where it stopped, and what
//     has not changed is not made again;
//   - neither the number of workers, nor the order of the arguments, nor a clock,
//     nor how often it was stopped shows in anything that is written.
package intake

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"gevinst/report"
	"gevinst/report/audit/evidence"
	"gevinst/report/batch/lock"
	"gevinst/report/text"
)

// Job is what a run is asked to do.
type Job struct {
	Paths    []string // workbooks, and folders to find workbooks in
	Out      string   // folder; made where it does not exist
	Previous []string // last years' workbooks, and folders with them
	Expected []Agency // those who should report, by rising number; nil where that is not known
	Shard    Shard
	Workers  int // at least 1
	Settings Settings
	Hire     func() (Worker, error)
	Told     func(Progress) // hears how it goes; may be nil
	Show     func(Row)      // is shown every row of the status, in order; may be nil
}

// Agency is one who should report.
type Agency struct {
	OrgNr string // nine digits
	Name  string
}

// Settings are the same for every file of a run. A worker gets them as JSON.
type Settings struct {
	Version string      // of the program
	Program string      // what tells one build of the program from another
	Lang    report.Lang // of the sections; empty: each in its workbook's own written form
	Words   report.Lang // of the status
	Dated   report.Date // of the documents' properties; the zero Date: the day of approval
	Final   bool
	Embed   bool
	Build   evidence.Build // of the program, for the manifest of each section
	Profile []byte         // the ministry's profile as JSON, nil where there is none
}

// Progress is how far a run has come.
type Progress struct {
	Phase Phase
	Done  int
	Total int
	Kept  int // of those done, how many had not changed
}

// Phase is a part of a run.
type Phase string

// The phases, in order.
const (
	Reading Phase = "reading" // whose workbook is it
	Making  Phase = "making"
)

// Summary is what a run came to.
type Summary struct {
	Files   int           // workbooks that were found
	States  map[State]int // rows by state
	Kept    int           // workbooks whose outputs had not changed
	Skipped []string      // in the folders, but no spreadsheets
	Left    []string      // outputs of an earlier run that somebody has changed since; no longer part of the batch
	Unread  []Row         // of last years' workbooks, those that cannot be used
}

// Why a run cannot begin.
var (
	ErrLocked  = lock.ErrHeld // another run is at work in the folder
	ErrInside  = errors.New("a workbook lies in the folder for the outputs")
	ErrFolder  = errors.New("the folder for the outputs is the folder of the workbooks")
	ErrNothing = errors.New("there are no workbooks")
	ErrAbsent  = errors.New("nothing has the name")
)

// StateDir is the folder in the folder of the outputs that holds what a later
// run needs to know. It may be deleted; then everything is made again.
const StateDir = ".gevinst"

// unfinished stands in StateDir from the beginning of a run to its end.
const unfinished = "unfinished"

// Unfinished tells whether a run in the folder of the outputs was stopped, or is at work:
// what lies there is whole, but it is not known to be all.
func Unfinished(out string) bool {
	_, err := os.Lstat(filepath.Join(out, StateDir, unfinished))
	return err == nil
}

// Run takes in the workbooks of a job. An error means that the run stopped
// before its end: the system failed, or the context ended. What had been made
// until then stands, whole, and the same job goes on from there.
func Run(ctx context.Context, job Job) (*Summary, error) {
	state := filepath.Join(job.Out, StateDir)
	r := &run{Job: job, state: state, sum: &Summary{States: map[State]int{}}}
	if err := r.gather(); err != nil {
		return nil, err // and nothing in the folder of the outputs is touched
	}
	if err := os.MkdirAll(state, 0o777); err != nil {
		return nil, err
	}
	held, err := lock.Take(filepath.Join(state, "lock"))
	if err != nil {
		return nil, err
	}
	defer held.Close()
	if err := sweep(job.Out); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(state, unfinished), nil, 0o666); err != nil {
		return nil, err
	}
	if r.journal, err = openJournal(filepath.Join(state, "journal")); err != nil {
		return nil, err
	}
	defer r.journal.close()
	if r.voice, err = text.For(job.Settings.Words); err != nil {
		return nil, err
	}
	r.crew = newCrew(job)
	defer r.crew.close()
	return r.sum, r.all(ctx)
}

// run is one run at work.
type run struct {
	Job
	voice   *text.Voice
	state   string // the folder of its own
	journal *journal
	crew    *crew
	sum     *Summary
	profile *report.Profile
	base    string // part of every key
	items   []item
	last    lastYears
}

func (r *run) all(ctx context.Context) error {
	var err error
	if r.profile, err = r.Settings.profile(); err != nil {
		return err
	}
	if r.base, err = r.Settings.key(r.profile); err != nil {
		return err
	}
	if err := r.recognise(ctx); err != nil {
		return err
	}
	r.sortOut()
	if err := r.make(ctx); err != nil {
		return err
	}
	return r.finish()
}

func (r *run) tell(p Progress) {
	if r.Told != nil {
		r.Told(p)
	}
}
