package intake

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/report/workbook"
)

// Desk is the worker who does the work, in the process where it stands. It is the
// walk of one file: what batch.Examine, batch.Section and batch.Annotate do.
type Desk struct {
	settings Settings
	profile  *report.Profile
	voices   map[report.Lang]*text.Voice
}

// NewDesk makes a worker. An error means that the program was built from broken files.
func NewDesk(s Settings) (*Desk, error) {
	p, err := s.profile()
	if err != nil {
		return nil, err
	}
	d := &Desk{s, p, map[report.Lang]*text.Voice{}}
	for _, lang := range report.Langs() {
		voice, err := text.For(lang)
		if err != nil {
			return nil, err
		}
		d.voices[lang] = voice
	}
	return d, nil
}

// Close does nothing.
func (d *Desk) Close() error { return nil }

// Do does a task.
func (d *Desk) Do(ctx context.Context, t Task) (Answer, error) {
	switch t.Ask {
	case Hash:
		return d.hash(t.File), nil
	case Recognise:
		return d.recognise(ctx, t.File), nil
	case Make:
		return d.make(ctx, t), nil
	}
	return Answer{}, fmt.Errorf("no task %q", t.Ask)
}

func (d *Desk) hash(path string) Answer {
	file, err := batch.Open(path)
	if err != nil {
		return d.refuse(path, err)
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return d.refuse(path, err)
	}
	return Answer{SHA256: hex.EncodeToString(sum.Sum(nil))}
}

func (d *Desk) recognise(ctx context.Context, path string) Answer {
	e, err := batch.Examine(ctx, path, check.Options{})
	if err != nil {
		return d.refuse(path, err)
	}
	a := &e.Outcome.Submission.Agency
	return Answer{SHA256: e.Draft.Origin.SHA256, OrgNr: a.OrgNr.Or(""), Name: a.Name.Or(""), Year: a.Year.Or(0)}
}

// make makes what is to be made of one workbook, in the stage.
func (d *Desk) make(ctx context.Context, t Task) Answer {
	e, options, err := d.both(ctx, t)
	if err != nil {
		return d.refuse(t.File, err)
	}
	answer := Answer{State: Submitted, Findings: tallied(e.Outcome), Rules: rules(e.Outcome)}
	voice := d.voice(e)
	if _, err = batch.Section(e, d.issue(e, options, voice), t.Stage); errors.Is(err, batch.ErrBlocked) {
		answer.State, err = Blocked, nil
	}
	if err == nil && answer.Findings.Errors+answer.Findings.Warnings > 0 {
		answer.Notes, err = d.annotate(e, voice, t.Stage)
	}
	if err == nil {
		answer.Outputs, err = made(t.Stage)
	}
	switch {
	case err == nil:
		return answer
	case exhausted(err):
		return Answer{Failure: failure(err)}
	default:
		why := said(d.voices[d.settings.Words], "batch.failed", word("file", t.File))
		return Answer{State: Refused, Reason: &why}
	}
}

// both examines a workbook beside last year's, where there is one.
func (d *Desk) both(ctx context.Context, t Task) (*batch.Examined, check.Options, error) {
	options := check.Options{Final: d.settings.Final, Profile: d.profile}
	if t.Previous.File != "" {
		last, err := unchanged(ctx, t.Previous, check.Options{})
		if err != nil {
			return nil, options, err
		}
		options.Previous = last.Outcome
	}
	e, err := unchanged(ctx, Source{t.File, t.SHA256}, options)
	return e, options, err
}

var errChanged = errors.New("the file was changed while the batch was at work")

// unchanged examines a file that must have the content that was read before.
func unchanged(ctx context.Context, s Source, o check.Options) (*batch.Examined, error) {
	e, err := batch.Examine(ctx, s.File, o)
	if err == nil && e.Draft.Origin.SHA256 != s.SHA256 {
		err = errChanged
	}
	return e, err
}

// voice is the section's language: the one asked for, else the workbook's own.
func (d *Desk) voice(e *batch.Examined) *text.Voice {
	form := e.Outcome.Submission.Agency.Form.Or(d.settings.Words)
	return d.voices[cmp.Or(d.settings.Lang, form)]
}

func (d *Desk) issue(e *batch.Examined, o check.Options, voice *text.Voice) batch.Issue {
	issue := batch.Issue{Voice: voice, Version: d.settings.Version, Status: d.settings.status(), Previous: o.Previous, Profile: o.Profile,
		Embed: d.settings.Embed, Dated: d.settings.Dated, Build: d.settings.Build}
	if issue.Dated == (report.Date{}) {
		issue.Dated = e.Outcome.Submission.Agency.ApprovedOn.Or(report.Date{})
	}
	return issue
}

// annotate writes the copy with the findings, or notes that it could not: another
// library writes it than the one that reads, and refuses other files.
func (d *Desk) annotate(e *batch.Examined, voice *text.Voice, stage string) ([]Reason, error) {
	err := batch.Annotate(e, filepath.Join(stage, annotatedName(e)), voice)
	if err == nil || exhausted(err) {
		return nil, err
	}
	return []Reason{said(d.voices[d.settings.Words], "batch.unannotated")}, nil
}

// annotatedName is the name of the copy: the agency's and year's, or where they
// are not known the workbook's own, told from others by its bytes.
func annotatedName(e *batch.Examined) string {
	a := &e.Outcome.Submission.Agency
	if a.OrgNr.OK() && a.Year.OK() {
		return fmt.Sprintf("%s-%d-funn.xlsx", a.OrgNr.Value, a.Year.Value)
	}
	base := filepath.Base(e.Path)
	return strings.TrimSuffix(base, filepath.Ext(base)) + "-" + e.Draft.Origin.SHA256[:8] + "-funn.xlsx"
}

// refuse says why a file is no workbook for us.
func (d *Desk) refuse(path string, err error) Answer {
	voice := d.voices[d.settings.Words]
	a := Answer{State: Refused}
	var refusal *workbook.Refusal
	if errors.As(err, &refusal) {
		sentence, remedy := voice.Finding(refusal.Finding)
		a.Reason = &Reason{Code: refusal.Finding.Rule, Sentence: sentence, Remedy: remedy}
		return a
	}
	key, args := batch.Unreadable(err)
	if errors.Is(err, errChanged) {
		key = "batch.changed"
	}
	a.Reason = &Reason{Code: key, Sentence: voice.Say(key, append(args, word("file", path))...)}
	return a
}

func tallied(o *check.Outcome) batch.FindingTally {
	var n batch.FindingTally
	for _, f := range o.Findings {
		switch f.Severity {
		case report.Error:
			n.Errors++
		case report.Warning:
			n.Warnings++
		default:
			n.Infos++
		}
	}
	return n
}

// rules names the rules of the findings, each once, in their order.
func rules(o *check.Outcome) []string {
	var all []string
	for _, f := range o.Findings {
		if !slices.Contains(all, f.Rule) {
			all = append(all, f.Rule)
		}
	}
	return all
}

// made lists the files of a folder with their hashes.
func made(dir string) ([]Made, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var all []Made
	for _, e := range entries {
		m, err := measured(dir, e.Name())
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, nil
}

// measured is a file as it stands.
func measured(dir, name string) (Made, error) {
	file, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return Made{}, err
	}
	defer file.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, file)
	return Made{File: name, SHA256: hex.EncodeToString(sum.Sum(nil)), Size: n}, err
}
