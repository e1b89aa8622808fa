//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"gevinst/fixtures"
	"gevinst/report/batch/intake"
	"gevinst/templates"
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

// TestKilledBatchGoesOn kills the program with SIGKILL at random moments, has it
// go on in the same folder, and compares the end with an undisturbed run. The
// numbers are small here; GEVINST_KILL=1000 kills ten times over so many workbooks.
func TestKilledBatchGoesOn(t *testing.T) {
	agencies, kills := 8, 3
	if n, err := strconv.Atoi(os.Getenv("GEVINST_KILL")); err == nil {
		agencies, kills = n, 10
	}
	program, dir := built(t), t.TempDir()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	if err := fixtures.NewSector(fixtures.SectorPlan{Seed: 1, Agencies: agencies}).Write(sets[0], dir); err != nil {
		t.Fatal(err)
	}
	batch := func(out string) *exec.Cmd {
		return exec.Command(program, "batch", filepath.Join(dir, fixtures.SectorIn), "--previous", filepath.Join(dir, fixtures.SectorLast),
			"--expect", filepath.Join(dir, fixtures.SectorExpected), "-o", out, "--jobs", "2")
	}
	calm, struck := filepath.Join(dir, "calm"), filepath.Join(dir, "struck")
	began := time.Now()
	finish(t, batch(calm))
	whole := time.Since(began)
	for n := range kills {
		cmd := batch(struck)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole/4 + rand.N(whole/2))
		cmd.Process.Kill()
		cmd.Wait()
		t.Logf("kill %d: %d files stand, all whole", n+1, onlyWhole(t, struck, calm))
	}
	finish(t, batch(struck))
	if out, err := exec.Command("diff", "-r", "-x", intake.StateDir, calm, struck).CombinedOutput(); err != nil {
		t.Errorf("after %d kills the outputs differ:\n%s", kills, out)
	}
	left, _ := filepath.Glob(filepath.Join(struck, ".*.tmp"))
	stages, _ := filepath.Glob(filepath.Join(struck, intake.StateDir, "stage-*"))
	if len(left)+len(stages) > 0 {
		t.Errorf("left behind: %v %v", left, stages)
	}
}

// onlyWhole counts the files under their own names and holds each to the one of
// an undisturbed run.
func onlyWhole(t *testing.T, struck, calm string) int {
	t.Helper()
	n := 0
	names, _ := filepath.Glob(filepath.Join(struck, "[0-9ms]*"))
	for _, name := range names {
		got, err := os.ReadFile(name)
		want, err2 := os.ReadFile(filepath.Join(calm, filepath.Base(name)))
		if errors.Join(err, err2) != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not whole: %v", name, errors.Join(err, err2))
		}
		n++
	}
	return n
}

// finish runs to the end; workbooks that are refused or blocked are part of a sector.
func finish(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	out, err := cmd.CombinedOutput()
	var ended *exec.ExitError
	if err != nil && !(errors.As(err, &ended) && (ended.ExitCode() == partly || ended.ExitCode() == blocked)) {
		t.Fatalf("%v\n%s", err, out)
	}
}

func built(tb testing.TB) string {
	tb.Helper()
	program := filepath.Join(tb.TempDir(), "gevinst")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		tb.Fatalf("%v\n%s", err, out)
	}
	return program
}

// TestFullDisk: a batch that fills the disk stops with one sentence, leaves whole
// files only, and goes on when there is room.
func TestFullDisk(t *testing.T) {
	program, dir := built(t), t.TempDir()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	if err := fixtures.NewSector(fixtures.SectorPlan{Seed: 1, Agencies: 3, Flaws: []string{}}).Write(sets[0], dir); err != nil {
		t.Fatal(err)
	}
	disk := filepath.Join(dir, "disk")
	if err := os.Mkdir(disk, 0o777); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("no small disk can be made here: %s", out)
	}
	t.Cleanup(func() { exec.Command("umount", disk).Run() })
	out := filepath.Join(disk, "out")
	cmd := exec.Command(program, "batch", filepath.Join(dir, fixtures.SectorIn), "-o", out, "--lang", "en")
	said, err := cmd.CombinedOutput()
	var ended *exec.ExitError
	if !errors.As(err, &ended) || ended.ExitCode() != failed || !strings.Contains(string(said), "the disk is full") {
		t.Errorf("%v: %s", err, said)
	}
	wholePDFs(t, out)
	if said, err := exec.Command("mount", "-o", "remount,size=100m", disk).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	finish(t, exec.Command(program, "batch", filepath.Join(dir, fixtures.SectorIn), "-o", out, "--lang", "en"))
	calm := filepath.Join(dir, "calm")
	finish(t, exec.Command(program, "batch", filepath.Join(dir, fixtures.SectorIn), "-o", calm, "--lang", "en"))
	if diff, err := exec.Command("diff", "-r", "-x", intake.StateDir, calm, out).CombinedOutput(); err != nil {
		t.Errorf("the outputs differ:\n%s", diff)
	}
}

// wholePDFs holds every PDF of a folder to have its end.
func wholePDFs(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".pdf" {
			return err
		}
		data, err := os.ReadFile(path)
		if !bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF")) && !strings.Contains(path, "stage-") {
			t.Errorf("%s is cut short", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
