//go:build unix

package main

import (
	"context"
	"errors"
	"os/exec"
	"testing"
	"time"

	"gevinst/report/batch/intake"
)

// TestLostWorkers has processes in a worker's place that hang and die in every
// way that a real one could, and asks what is told of each.
func TestLostWorkers(t *testing.T) {
	for script, want := range map[string]intake.Cause{
		"exec sleep 600":                   intake.Time,
		"trap '' INT TERM; exec sleep 600": intake.Time,
		"exit 3":                           intake.Crash,
		"echo 'panic: runtime error' >&2; exit 2": intake.Crash,
		"exec yes":   intake.Crash,
		"kill -9 $$": intake.Memory,
		"echo 'fatal error: runtime: out of memory' >&2; exit 2": intake.Memory,
	} {
		c, err := begin(exec.Command("sh", "-c", script), limits{time: 500 * time.Millisecond})
		if err != nil {
			t.Fatal(err)
		}
		_, err = c.Do(context.Background(), intake.Task{Ask: intake.Hash, File: "x"})
		var lost *intake.Lost
		if !errors.As(err, &lost) || lost.Cause != want {
			t.Errorf("%s: %v, want a worker lost by %s", script, err, want)
		}
		c.Close()
		if c.cmd.ProcessState == nil {
			t.Errorf("%s: the process is still there", script)
		}
	}
}

// TestInterruptedWorker: whoever interrupts does not wait for what hangs.
func TestInterruptedWorker(t *testing.T) {
	c, err := begin(exec.Command("sleep", "600"), limits{time: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := c.Do(ctx, intake.Task{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	c.Close()
}
