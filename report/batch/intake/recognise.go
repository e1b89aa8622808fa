package intake

import (
	"context"
	"path/filepath"
	"sync/atomic"
)

// item is a file on its way. What was made of it lies in the journal.
type item struct {
	path   string
	sha    string
	orgnr  string
	name   string
	year   int
	state  State   // Refused, Duplicate or Copy; "" for what is made
	reason *Reason // of the state
	notes  []Reason
	last   *item // last year's workbook
	made   span
}

func (it *item) settle(s State, why *Reason) { it.state, it.reason = s, why }

// identity is what is kept of whose a workbook is.
type identity struct {
	OrgNr  string  `json:"o,omitempty"`
	Name   string  `json:"n,omitempty"`
	Year   int     `json:"y,omitempty"`
	Reason *Reason `json:"r,omitempty"`
}

// recognise finds out whose every workbook is, this year's and last years'.
func (r *run) recognise(ctx context.Context) error {
	all := len(r.items) + len(r.last.items)
	var done, kept atomic.Int64
	return r.crew.each(ctx, all, func(ctx context.Context, h *hand, i int) error {
		known, err := r.recogniseOne(ctx, h, r.item(i))
		if known {
			kept.Add(1)
		}
		r.tell(Progress{Reading, int(done.Add(1)), all, int(kept.Load())})
		return err
	})
}

// item counts through this year's workbooks and on through last years'.
func (r *run) item(i int) *item {
	if i < len(r.items) {
		return &r.items[i]
	}
	return &r.last.items[i-len(r.items)]
}

// recogniseOne tells whether the same file was recognised before.
func (r *run) recogniseOne(ctx context.Context, h *hand, it *item) (bool, error) {
	hashed, err := r.ask(ctx, h, Task{Ask: Hash, File: it.path})
	if err != nil {
		return false, err
	}
	it.sha = hashed.SHA256
	if hashed.Reason != nil {
		it.settle(Refused, hashed.Reason)
		return false, nil
	}
	key := keyOf(r.base, "identity", filepath.Base(it.path), it.sha)
	var id identity
	if _, ok := r.journal.get(key, &id); ok {
		it.know(id)
		return true, nil
	}
	answer, err := r.ask(ctx, h, Task{Ask: Recognise, File: it.path})
	if err != nil {
		return false, err
	}
	id = identity{answer.OrgNr, answer.Name, answer.Year, answer.Reason}
	it.know(id)
	if answer.Reason == nil && answer.SHA256 != it.sha {
		it.settle(Refused, r.because("batch.changed", word("file", it.path)))
	}
	if answer.passing() {
		return false, nil
	}
	_, err = r.journal.put(key, id)
	return false, err
}

func (it *item) know(id identity) {
	it.orgnr, it.name, it.year = id.OrgNr, id.Name, id.Year
	if id.Reason != nil {
		it.settle(Refused, id.Reason)
	}
}

// ask has a task done, and says why where its worker was lost.
func (r *run) ask(ctx context.Context, h *hand, t Task) (Answer, error) {
	answer, lost, err := h.ask(ctx, t)
	if lost != nil {
		answer.Reason = r.because("batch.limit."+string(lost.Cause), word("file", t.File))
	}
	return answer, err
}

// passing tells whether a refusal is no property of the file's content, so that
// it is tried again on the next run.
func (a Answer) passing() bool { return a.Reason != nil && !ruleID(a.Reason.Code) }

// ruleID tells the id of a rule, "F-002", from another code.
func ruleID(code string) bool { return len(code) == len("F-002") && code[1] == '-' }
