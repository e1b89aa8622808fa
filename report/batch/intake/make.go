package intake

import (
	"context"
	"os"
	"path/filepath"
	"sync/atomic"

	"gevinst/report"
)

// make has everything made that is not settled.
func (r *run) make(ctx context.Context) error {
	var done, kept atomic.Int64
	err := r.crew.each(ctx, len(r.items), func(ctx context.Context, h *hand, i int) error {
		same, err := r.makeOne(ctx, h, &r.items[i])
		if same {
			kept.Add(1)
		}
		r.tell(Progress{Making, int(done.Add(1)), len(r.items), int(kept.Load())})
		return err
	})
	r.sum.Kept = int(kept.Load())
	return err
}

// makeOne tells whether everything stood already.
func (r *run) makeOne(ctx context.Context, h *hand, it *item) (bool, error) {
	if it.state != "" {
		return false, nil
	}
	task := Task{Ask: Make, File: it.path, SHA256: it.sha, Previous: it.previous()}
	key := keyOf(r.base, "made", filepath.Base(it.path), it.sha, filepath.Base(task.Previous.File), task.Previous.SHA256)
	var answer Answer
	if at, ok := r.journal.get(key, &answer); ok && r.stand(answer.Outputs) {
		it.made = at
		return true, nil
	}
	answer, err := r.ask(ctx, h, task)
	if err != nil {
		return false, err
	}
	if answer.State == Refused {
		it.settle(Refused, answer.Reason)
		return false, nil
	}
	// Written down before the files get their names, so that none is ever forgotten.
	if it.made, err = r.journal.put(key, answer); err != nil {
		return false, err
	}
	return false, r.publish(h, it, answer.Outputs)
}

// previous is last year's workbook, zero where there is none.
func (it *item) previous() Source {
	if it.last == nil {
		return Source{}
	}
	return Source{it.last.path, it.last.sha}
}

// stand tells whether all outputs are what they were.
func (r *run) stand(outputs []Made) bool {
	for _, want := range outputs {
		if got, err := measured(r.Out, want.File); err != nil || got != want {
			return false
		}
	}
	return true
}

// publish gives the outputs their names. Where one cannot be given, because a
// folder has it or somebody has the file open, the row says so and the next run
// tries again.
func (r *run) publish(h *hand, it *item, outputs []Made) error {
	for _, m := range outputs {
		name := filepath.Join(r.Out, m.File)
		err := os.Rename(filepath.Join(h.stage, m.File), name)
		switch {
		case err == nil:
		case exhausted(err):
			return failure(err)
		default:
			it.settle(Refused, r.because("batch.output", word("file", slashed(name))))
			return nil
		}
	}
	return nil
}

// row is everything that is known of an item.
func (r *run) row(it *item) (Row, error) {
	row := Row{State: it.state, OrgNr: it.orgnr, Name: it.name, Year: it.year, File: it.path, SHA256: it.sha, Reason: it.reason, Notes: it.notes}
	if r.Expected != nil && it.orgnr != "" {
		expected := r.expects(it.orgnr)
		row.Expected = &expected
		if !expected {
			row.Notes = append(row.Notes[:len(row.Notes):len(row.Notes)], *r.because("batch.unexpected"))
		}
	}
	if it.state != "" {
		return row, nil
	}
	var a Answer
	if err := r.journal.read(it.made, &a); err != nil {
		return row, err
	}
	row.State, row.Findings, row.Rules, row.Outputs = a.State, a.Findings, a.Rules, a.Outputs
	row.Notes = append(row.Notes[:len(row.Notes):len(row.Notes)], a.Notes...)
	if a.State == Blocked {
		row.Reason = r.because("batch.blocked", report.Arg{Name: "n", Value: a.Findings.Errors})
	}
	if last := it.previous(); last.File != "" {
		row.Previous = &last
	}
	return row, nil
}
