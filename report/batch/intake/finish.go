package intake

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gevinst/report/batch"
)

// finish writes the three files about the batch, takes away what an earlier run
// made that is no longer part of it, and leaves the journal short.
func (r *run) finish() error {
	order := r.order()
	out := func(name string, write func(io.Writer) error) batch.Output {
		return batch.Output{Path: filepath.Join(r.Out, name), Write: write}
	}
	err := batch.WriteFiles(nil,
		out(StatusCSVName, func(w io.Writer) error { return r.writeCSV(w, order) }),
		out(StatusName, func(w io.Writer) error { return r.writeStatus(w, order) }),
		out(ManifestName, func(w io.Writer) error { return r.writeManifest(w, order) }))
	if err != nil {
		return err
	}
	if err := r.takeAway(order); err != nil {
		return err
	}
	if err := r.report(order); err != nil {
		return err
	}
	if err := r.journal.shorten(); err != nil {
		return err
	}
	return os.Remove(filepath.Join(r.state, unfinished))
}

// place is where a row comes: a workbook's, or that of an agency that is missing.
type place struct {
	it      *item
	missing Agency
}

// order is every row of the status, in order. Rows are read when they are needed.
func (r *run) order() []place {
	seen := map[string]bool{}
	var all []place
	for i := range r.items {
		it := &r.items[i]
		seen[it.orgnr] = true // one that is refused has none
		all = append(all, place{it: it})
	}
	for _, a := range r.Expected {
		if !seen[a.OrgNr] && r.Shard.Holds(a.OrgNr) {
			all = append(all, place{missing: a})
		}
	}
	slices.SortFunc(all, func(a, b place) int { return a.sketch().Compare(b.sketch()) })
	return all
}

// report counts the rows and shows them.
func (r *run) report(order []place) error {
	for _, p := range order {
		row, err := r.read(p)
		if err != nil {
			return err
		}
		r.sum.States[row.State]++
		if r.Show != nil {
			r.Show(row)
		}
	}
	for i := range r.last.items {
		if it := &r.last.items[i]; it.state == Refused {
			r.sum.Unread = append(r.sum.Unread, Row{State: Refused, File: it.path, SHA256: it.sha, Reason: it.reason})
		}
	}
	return nil
}

// sketch is as much of a row as its place depends on.
func (p place) sketch() *Row {
	if p.it == nil {
		return &Row{OrgNr: p.missing.OrgNr}
	}
	return &Row{OrgNr: p.it.orgnr, Year: p.it.year, File: p.it.path}
}

func (r *run) read(p place) (Row, error) {
	if p.it == nil {
		return r.missing(p.missing), nil
	}
	return r.row(p.it)
}

// missing is the row of an agency of whom nothing came that can be read. A file
// that cannot be read and has the agency's number in its name may be theirs.
func (r *run) missing(a Agency) Row {
	expected := true
	row := Row{State: Missing, OrgNr: a.OrgNr, Name: a.Name, Expected: &expected, Reason: r.overMany("missing", word("orgnr", a.OrgNr), word("navn", a.Name))}
	for i := range r.items {
		if it := &r.items[i]; it.state == Refused && strings.Contains(filepath.Base(it.path), a.OrgNr) {
			row.Notes = append(row.Notes, said(r.voice, "batch.perhaps", word("file", it.path)))
		}
	}
	return row
}

// takeAway removes outputs of earlier runs that are no longer part of the batch,
// unless somebody has changed them.
func (r *run) takeAway(order []place) error {
	current := map[string]bool{}
	for _, p := range order {
		row, err := r.read(p)
		if err != nil {
			return err
		}
		for _, m := range row.Outputs {
			current[m.File] = true
		}
	}
	return r.journal.all(func(_ string, s span) error {
		var old Answer
		if r.journal.read(s, &old) != nil {
			return nil
		}
		for _, m := range old.Outputs {
			if current[m.File] {
				continue
			}
			current[m.File] = true // once
			if err := r.remove(m); err != nil {
				return err
			}
		}
		return nil
	})
}

func (r *run) remove(m Made) error {
	got, err := measured(r.Out, m.File)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil || got != m:
		r.sum.Left = append(r.sum.Left, m.File)
		slices.Sort(r.sum.Left)
		return nil
	default:
		return os.Remove(filepath.Join(r.Out, m.File))
	}
}

const stagePrefix = "stage-"

// sweep removes the folders of workers of a run that was killed.
func sweep(out string) error {
	state := filepath.Join(out, StateDir)
	entries, err := os.ReadDir(state)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), stagePrefix) {
			if err := os.RemoveAll(filepath.Join(state, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
