package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"gevinst/fixtures"
	"gevinst/report/batch/intake"
	"gevinst/templates"
)

// inbox is what the agencies of a sector sent in, the program that takes it in, and
// what came out of a run that nobody disturbed.
type inbox struct {
	program, dir, calm string
}

// TestBatchWithstands does to a batch what may happen to it, and holds what stands
// then, and what a further run makes of it, to an undisturbed run, byte for byte.
//
// GEVINST_AGENCIES=1000 takes in so many agencies instead of a few (make strike).
func TestBatchWithstands(t *testing.T) {
	plan := fixtures.SectorPlan{Seed: 1, Agencies: 7, Flaws: []string{"findings", "cut"}}
	if n, err := strconv.Atoi(os.Getenv("GEVINST_AGENCIES")); err == nil {
		plan.Agencies, plan.Flaws = n, nil
	}
	in := newInbox(t, plan)
	for name, test := range map[string]func(*testing.T, inbox){
		"kills": kills, "interrupt": interrupt, "twoAtOnce": twoAtOnce,
		"fullDisk": fullDisk, "readOnlyDisk": readOnlyDisk, "readOnlyFolder": readOnlyFolder, "fileLimit": fileLimit,
	} {
		t.Run(name, func(t *testing.T) { test(t, in) })
	}
}

func newInbox(t *testing.T, plan fixtures.SectorPlan) inbox {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	in := inbox{built(t, "."), dir, filepath.Join(dir, "calm")}
	if err := fixtures.NewSector(plan).Write(sets[0], dir); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	finish(t, in.batch(in.calm))
	t.Logf("%d agencies, %d files, undisturbed in %v", plan.Agencies, in.onlyWhole(t, in.calm), time.Since(began).Round(time.Second))
	return in
}

// batch is the whole sector as a batch, in a process group of its own as a
// terminal would start it.
func (in inbox) batch(out string) *exec.Cmd {
	cmd := exec.Command(in.program, "batch", filepath.Join(in.dir, fixtures.SectorIn), "--previous", filepath.Join(in.dir, fixtures.SectorLast),
		"--expect", filepath.Join(in.dir, fixtures.SectorExpected), "-o", out, "--jobs", "2", "--lang", "en")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return cmd
}

// kills strikes the program with SIGKILL ten times at random points, and begins it
// again in the same folder. The points are spread over the whole run by how far its
// journal has come, and every blow must hit a run that is at work. A run begins
// again at once, while workers of the one that was struck may still be there; they
// must be gone soon.
func kills(t *testing.T, in inbox) {
	const blows = 10
	struck, whole := t.TempDir(), journalSize(in.calm)
	random := rand.New(rand.NewPCG(1, 1))
	began := time.Now()
	for n := range int64(blows) {
		cmd := in.batch(struck)
		launch(t, cmd)
		const parts = blows + 1
		awaitJournal(t, cmd, struck, whole*n/parts+random.Int64N(whole/parts))
		time.Sleep(time.Duration(random.IntN(20)) * time.Millisecond)
		workers := childrenOf(cmd.Process.Pid)
		cmd.Process.Kill()
		if cmd.Wait(); !bySignal(cmd, syscall.SIGKILL) {
			t.Fatalf("blow %d came too late: the run had ended with %v", n+1, cmd.ProcessState)
		}
		t.Logf("blow %d at %d %% of the journal, %d workers: %d files stand, all whole", n+1, journalSize(struck)*100/whole, len(workers), in.onlyWhole(t, struck))
		defer gone(t, workers)
	}
	finish(t, in.batch(struck))
	t.Logf("struck %d times, done in %v", blows, time.Since(began).Round(time.Second))
	in.alike(t, struck)
}

// interrupt presses Ctrl-C, which reaches the workers too.
func interrupt(t *testing.T, in inbox) {
	struck := t.TempDir()
	cmd := in.batch(struck)
	var said bytes.Buffer
	cmd.Stderr = &said
	launch(t, cmd)
	awaitJournal(t, cmd, struck, journalSize(in.calm)/2)
	workers := childrenOf(cmd.Process.Pid)
	syscall.Kill(-cmd.Process.Pid, syscall.SIGINT)
	cmd.Wait()
	const sentence = "Interrupted. What is written in %s is whole. Run the same command again to go on.\n"
	if code := cmd.ProcessState.ExitCode(); code != interrupted || said.String() != fmt.Sprintf(sentence, struck) {
		t.Errorf("interrupted: exit code %d, %q", code, said.String())
	}
	gone(t, workers)
	in.onlyWhole(t, struck)
	nothingLeft(t, struck)
	finish(t, in.batch(struck))
	in.alike(t, struck)
}

// twoAtOnce: the second of two runs in one folder is told to wait, and does not
// disturb the first.
func twoAtOnce(t *testing.T, in inbox) {
	shared := t.TempDir()
	first := in.batch(shared)
	launch(t, first)
	awaitJournal(t, first, shared, 1)
	first.Process.Signal(syscall.SIGSTOP) // so that it is not done too soon
	stops(t, in.batch(shared), "another run is at work in the folder")
	first.Process.Signal(syscall.SIGCONT)
	if first.Wait(); first.ProcessState.ExitCode() == failed {
		t.Error("the first run failed")
	}
	in.alike(t, shared)
}

// stops has a run that must fail and say why, in one line.
func stops(t *testing.T, cmd *exec.Cmd, why string) {
	t.Helper()
	said, _ := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != failed || strings.Count(string(said), "\n") != 1 || !strings.Contains(string(said), why) {
		t.Errorf("exit code %d, %q; want %d and %q", code, said, failed, why)
	}
}

func launch(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
}

// awaitJournal waits until a run has written down so many bytes of what it has done.
func awaitJournal(t *testing.T, cmd *exec.Cmd, out string, size int64) {
	t.Helper()
	for journalSize(out) < size {
		if !alive(cmd.Process.Pid) {
			t.Fatalf("the run ended before %d bytes of its journal were written", size)
		}
		time.Sleep(time.Millisecond)
	}
}

func journalSize(out string) int64 {
	info, err := os.Stat(filepath.Join(out, intake.StateDir, "journal"))
	if err != nil {
		return 0
	}
	return info.Size()
}

// alive tells whether a process is there and has not come to its end: one whose
// exit code nobody has taken yet has.
func alive(pid int) bool {
	status, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	return syscall.Kill(pid, 0) == nil && (err != nil || !bytes.Contains(status, []byte(") Z ")))
}

func bySignal(cmd *exec.Cmd, s syscall.Signal) bool {
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == s
}

// childrenOf are the processes that a process has started; none where the system
// does not tell.
func childrenOf(pid int) []int {
	var all []int
	lists, _ := filepath.Glob("/proc/" + strconv.Itoa(pid) + "/task/*/children")
	for _, list := range lists {
		data, _ := os.ReadFile(list)
		for _, word := range strings.Fields(string(data)) {
			if child, err := strconv.Atoi(word); err == nil {
				all = append(all, child)
			}
		}
	}
	return all
}

// gone waits until none of some processes is there any more.
func gone(t *testing.T, pids []int) {
	t.Helper()
	const patience = 10 * time.Second
	for _, pid := range pids {
		for waited := time.Duration(0); alive(pid); waited += 10 * time.Millisecond {
			if waited > patience {
				t.Errorf("worker %d outlives its run", pid)
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
	}
}

// onlyWhole counts the files under their own names and holds each to the one of
// an undisturbed run.
func (in inbox) onlyWhole(t *testing.T, struck string) int {
	t.Helper()
	n := 0
	names, _ := filepath.Glob(filepath.Join(struck, "[0-9ms]*"))
	for _, name := range names {
		got, err := os.ReadFile(name)
		want, err2 := os.ReadFile(filepath.Join(in.calm, filepath.Base(name)))
		if errors.Join(err, err2) != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not whole: %v", name, errors.Join(err, err2))
		}
		n++
	}
	return n
}

// alike holds a folder to that of an undisturbed run: the same files with the same
// bytes, and nothing left behind.
func (in inbox) alike(t *testing.T, struck string) {
	t.Helper()
	if out, err := exec.Command("diff", "-r", "-x", intake.StateDir, in.calm, struck).CombinedOutput(); err != nil {
		t.Errorf("the outputs differ from those of an undisturbed run:\n%s", out)
	}
	nothingLeft(t, struck)
}

// nothingLeft: of files that were not finished none is there.
func nothingLeft(t *testing.T, out string) {
	t.Helper()
	err := filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		name := d.Name()
		if strings.HasSuffix(name, ".tmp") || strings.HasPrefix(name, "stage-") || strings.HasSuffix(name, ".new") {
			t.Errorf("left behind: %s", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// finish runs to the end; workbooks that are refused or blocked are part of a sector.
func finish(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != done && code != partly && code != blocked {
		t.Fatalf("%v\n%s", err, out)
	}
}
