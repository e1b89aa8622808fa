package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"gevinst/fixtures"
	"gevinst/templates"
)

// BenchmarkBatch takes in a sector with one worker and with two, by turns. On two
// cores that nothing else uses two are at least 1.7 times faster. What a busy machine
// can tell as well is how much two could gain at most: all CPU time, over that of the
// program itself and half of its workers'. The peaks are of the program and of the
// largest worker.
//
// GEVINST_AGENCIES=1000 takes in so many agencies instead of sixty.
func BenchmarkBatch(b *testing.B) {
	dir, agencies := measured(b)
	program := built(b, ".")
	var took [3]time.Duration // by number of workers
	var last, most usage
	for b.Loop() {
		for _, jobs := range []int{1, 2} {
			cmd := exec.Command(program, "batch", filepath.Join(dir, fixtures.SectorIn), "-o", b.TempDir(), "--jobs", strconv.Itoa(jobs))
			began := time.Now()
			last = watched(b, cmd)
			took[jobs] += time.Since(began)
			most.parent, most.worker = max(most.parent, last.parent), max(most.worker, last.worker)
		}
	}
	b.ReportMetric(float64(took[1])/float64(took[2]), "times-one-worker")
	b.ReportMetric(float64(last.all)/float64(last.own+(last.all-last.own)/2), "times-at-most")
	b.ReportMetric(float64(last.all.Milliseconds())/float64(agencies), "cpu-ms/agency")
	b.ReportMetric(float64(most.parent)/1024, "peak-MiB")
	b.ReportMetric(float64(most.worker)/1024, "worker-peak-MiB")
}

// BenchmarkConsolidate folds what a batch has written of the same sector. The peak
// stays under 256 MiB for 10,000 agencies.
func BenchmarkConsolidate(b *testing.B) {
	dir, agencies := measured(b)
	program, reports := built(b, "."), b.TempDir()
	watched(b, exec.Command(program, "batch", filepath.Join(dir, fixtures.SectorIn), "-o", reports))
	var last usage
	var peak int64
	for b.Loop() {
		last = watched(b, exec.Command(program, "consolidate", reports, "-o", b.TempDir()))
		peak = max(peak, last.parent)
	}
	b.ReportMetric(float64(last.all.Milliseconds())/float64(agencies), "cpu-ms/agency")
	b.ReportMetric(float64(peak)/1024, "peak-MiB")
}

// measured writes the sector that is measured, and says of how many agencies it is.
func measured(b *testing.B) (dir string, agencies int) {
	b.Helper()
	plan := fixtures.SectorPlan{Seed: 1, Agencies: 60}
	if n, err := strconv.Atoi(os.Getenv("GEVINST_AGENCIES")); err == nil {
		plan.Agencies = n
	}
	sets, err := templates.Sets()
	if err != nil {
		b.Fatal(err)
	}
	dir = b.TempDir()
	if err := fixtures.NewSector(plan).Write(sets[0], dir); err != nil {
		b.Fatal(err)
	}
	return dir, plan.Agencies
}

// usage is what a run of the program used: peaks in KiB, CPU time of the program
// alone and with its workers.
type usage struct {
	parent, worker int64
	own, all       time.Duration
}

// watched runs a batch and looks every few milliseconds at what it uses. Workbooks
// that are refused or blocked are part of a sector.
func watched(b *testing.B, cmd *exec.Cmd) usage {
	b.Helper()
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	var u usage
	for clock := time.NewTicker(5 * time.Millisecond); ; {
		select {
		case <-clock.C:
			u.parent, u.own = max(u.parent, peakOf(cmd.Process.Pid)), max(u.own, cpuOfProcess(cmd.Process.Pid))
			for _, pid := range childrenOf(cmd.Process.Pid) {
				u.worker = max(u.worker, peakOf(pid))
			}
		case err := <-ended:
			clock.Stop()
			if code := cmd.ProcessState.ExitCode(); code != done && code != partly && code != blocked {
				b.Fatalf("%v\n%s", err, &said)
			}
			u.all = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime() // Linux counts its children too
			return u
		}
	}
}

// peakOf is the most memory that a process has held, in KiB; 0 once it is gone.
func peakOf(pid int) int64 {
	status, _ := os.ReadFile(fmt.Sprint("/proc/", pid, "/status"))
	_, after, _ := bytes.Cut(status, []byte("VmHWM:"))
	var kib int64
	fmt.Fscan(bytes.NewReader(after), &kib)
	return kib
}

// cpuOfProcess is the CPU time of a process alone; the kernel counts it in hundredths
// of a second.
func cpuOfProcess(pid int) time.Duration {
	stat, _ := os.ReadFile(fmt.Sprint("/proc/", pid, "/stat"))
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	const user, system = 11, 12
	if len(fields) <= system {
		return 0
	}
	var ticks time.Duration
	for _, f := range [][]byte{fields[user], fields[system]} {
		n, _ := strconv.Atoi(string(f))
		ticks += time.Duration(n)
	}
	return ticks * time.Second / 100
}
