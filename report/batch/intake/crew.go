package intake

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
)

// crew is the workers of a run.
type crew struct{ hands []*hand }

// hand asks one worker at a time, which it hires when it first needs one, and
// again when it was lost.
type hand struct {
	hire   func() (Worker, error)
	worker Worker
	state  string // the folder of the run's own
	stage  string // a folder of the hand's own in it, "" until it is needed
}

func newCrew(job Job) *crew {
	c := &crew{}
	for range max(job.Workers, 1) {
		c.hands = append(c.hands, &hand{hire: job.Hire, state: filepath.Join(job.Out, StateDir)})
	}
	return c
}

// close lets all workers go.
func (c *crew) close() {
	for _, h := range c.hands {
		h.letGo()
		h.clear()
	}
}

// each has the hands do n things, side by side, until the first error, which it
// returns.
func (c *crew) each(ctx context.Context, n int, do func(ctx context.Context, h *hand, i int) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next atomic.Int64
	var hands sync.WaitGroup
	for _, h := range c.hands {
		hands.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				if err := do(ctx, h, i); err != nil {
					stop(err)
				}
			}
		})
	}
	hands.Wait()
	return context.Cause(ctx)
}

// ask has a task done. A worker that is lost answers that the file is refused. One
// that was lost by anything but time gets a second try by a new worker, since what
// it died of may have been left by the files before.
func (h *hand) ask(ctx context.Context, t Task) (Answer, *Lost, error) {
	for try := 1; ; try++ {
		answer, err := h.once(ctx, t)
		var lost *Lost
		if !errors.As(err, &lost) {
			return answer, nil, err
		}
		h.letGo()
		if lost.Cause == Time || try == 2 {
			return Answer{State: Refused}, lost, ctx.Err()
		}
	}
}

func (h *hand) once(ctx context.Context, t Task) (Answer, error) {
	if h.worker == nil {
		worker, err := h.hire()
		if err != nil {
			return Answer{}, err
		}
		h.worker = worker
	}
	if t.Ask == Make {
		if err := h.freshStage(); err != nil {
			return Answer{}, err
		}
		t.Stage = h.stage
	}
	answer, err := h.worker.Do(ctx, t)
	if err == nil && answer.Failure != nil {
		err = answer.Failure
	}
	return answer, err
}

// freshStage makes an empty folder under a name that no run before had: a worker of a
// run that was killed may still be writing to one of its own.
func (h *hand) freshStage() error {
	if err := h.clear(); err != nil {
		return err
	}
	stage, err := os.MkdirTemp(h.state, stagePrefix+"*")
	h.stage = stage
	return err
}

func (h *hand) clear() error {
	if h.stage == "" {
		return nil
	}
	return os.RemoveAll(h.stage)
}

func (h *hand) letGo() {
	if h.worker != nil {
		h.worker.Close()
		h.worker = nil
	}
}
