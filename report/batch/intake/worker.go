package intake

import (
	"bufio"
	"context"
	"encoding/json"
	"io"

	"gevinst/report/batch"
)

// Task is what a worker is asked to do with one file.
type Task struct {
	Ask      Ask    `json:"ask"`
	File     string `json:"file"`
	SHA256   string `json:"sha256,omitempty"`  // Make: the content that it is about
	Previous Source `json:"previous,omitzero"` // Make: last year's workbook, zero where there is none
	Stage    string `json:"stage,omitempty"`   // Make: an empty folder to write to
}

// Ask is what to do.
type Ask string

// The tasks, in the order in which a workbook goes through them.
const (
	Hash      Ask = "hash"      // what are its bytes
	Recognise Ask = "recognise" // whose is it
	Make      Ask = "make"      // its section, and a copy with the findings
)

// Answer is what came of a task.
type Answer struct {
	State    State              `json:"state"` // Submitted, Blocked or Refused; what is not Refused may go on
	SHA256   string             `json:"sha256,omitempty"`
	OrgNr    string             `json:"orgnr,omitempty"`
	Name     string             `json:"name,omitempty"`
	Year     int                `json:"year,omitempty"`
	Reason   *Reason            `json:"reason,omitempty"` // why it is refused
	Findings batch.FindingTally `json:"findings,omitzero"`
	Rules    []string           `json:"rules,omitempty"`
	Notes    []Reason           `json:"notes,omitempty"`
	Outputs  []Made             `json:"outputs,omitempty"` // in the stage, in order of name
	Failure  *Failure           `json:"failure,omitempty"`
}

// Worker does tasks, one at a time. A worker in a process of its own keeps the
// run safe from the file.
type Worker interface {
	// Do returns a *Lost where the worker did not survive the task, and any other
	// error where the run cannot go on.
	Do(context.Context, Task) (Answer, error)
	Close() error
}

// Lost says that a worker is gone, and what it died of.
type Lost struct{ Cause Cause }

// Cause is what a worker died of.
type Cause string

// The causes.
const (
	Time   Cause = "time"   // it took too long
	Memory Cause = "memory" // it wanted too much
	Crash  Cause = "crash"  // anything else
)

func (l *Lost) Error() string { return "the worker was lost: " + string(l.Cause) }

// Serve answers tasks that are read as JSON, after the settings, until their end.
func Serve(ctx context.Context, in io.Reader, out io.Writer) error {
	// Whoever hands tasks over must not have to wait for the end of one before the
	// last byte of it is taken, or the end of the input would be seen too late.
	const longest = 64 << 10
	tasks, answers := json.NewDecoder(bufio.NewReaderSize(in, longest)), json.NewEncoder(out)
	var s Settings
	if err := tasks.Decode(&s); err != nil {
		return err
	}
	desk, err := NewDesk(s)
	if err != nil {
		return err
	}
	for {
		var t Task
		if err := tasks.Decode(&t); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		answer, err := desk.Do(ctx, t)
		if err != nil {
			return err
		}
		if err := answers.Encode(answer); err != nil {
			return err
		}
	}
}
