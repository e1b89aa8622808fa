package main

import (
	"os"
	"sync"
	"time"

	"gevinst/report/batch/intake"
)

// meter shows how far a batch has come, on one line that is written over and
// over, where somebody sits and looks at it. It is the only place in gevinst that
// moves the cursor.
type meter struct {
	say   func(key string, n intake.Progress, perMinute int, left time.Duration)
	erase func()
	now   func() time.Time

	mu    sync.Mutex
	phase intake.Phase
	began time.Time
	drawn time.Time
}

// meter is silent where standard error is no terminal.
func (c *call) meter() *meter {
	m := &meter{now: time.Now}
	if isTerminal(c.errs) {
		m.say, m.erase = c.drawProgress, c.eraseProgress
	}
	return m
}

// told hears how far the batch has come.
func (m *meter) told(p intake.Progress) {
	if m.say == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	now := m.now()
	if m.phase != p.Phase {
		m.phase, m.began, m.drawn = p.Phase, now, time.Time{}
	}
	const pause = 200 * time.Millisecond
	if now.Sub(m.drawn) < pause && p.Done < p.Total {
		return
	}
	m.drawn = now
	m.say("batch.progress."+string(p.Phase), p, perMinute(p, now.Sub(m.began)), timeLeft(p, now.Sub(m.began)))
}

// perMinute is the rate of what had to be done.
func perMinute(p intake.Progress, spent time.Duration) int {
	return int(float64(p.Done-p.Kept) / max(spent.Minutes(), 1e-6))
}

// timeLeft is how long the rest takes at the rate until now.
func timeLeft(p intake.Progress, spent time.Duration) time.Duration {
	return (spent / time.Duration(max(p.Done, 1)) * time.Duration(p.Total-p.Done)).Round(time.Second)
}

func (m *meter) end() {
	if m.erase != nil {
		m.erase()
	}
}

// isTerminal tells whether somebody reads what is written, rather than a file or
// a program.
func isTerminal(w any) bool {
	file, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
