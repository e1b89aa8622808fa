package intake_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/batch/intake"
	"gevinst/templates"
)

// inbox writes a sector and is the folder of it.
func inbox(t *testing.T, agencies int, flaws ...string) string {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if flaws == nil {
		flaws = []string{}
	}
	if err := fixtures.NewSector(fixtures.SectorPlan{Seed: 1, Agencies: agencies, Flaws: flaws}).Write(sets[0], dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// jobOf takes in a sector with workers in this process.
func jobOf(t *testing.T, dir, out string) intake.Job {
	t.Helper()
	list, err := os.ReadFile(filepath.Join(dir, fixtures.SectorExpected))
	if err != nil {
		t.Fatal(err)
	}
	expected, err := intake.ParseExpected(list)
	if err != nil {
		t.Fatal(err)
	}
	s := intake.Settings{Version: "test", Words: report.EN}
	return intake.Job{Paths: []string{filepath.Join(dir, fixtures.SectorIn)}, Previous: []string{filepath.Join(dir, fixtures.SectorLast)},
		Out: out, Expected: expected, Workers: 2, Settings: s, Hire: func() (intake.Worker, error) { return intake.NewDesk(s) }}
}

func run(t *testing.T, job intake.Job) *intake.Summary {
	t.Helper()
	sum, err := intake.Run(context.Background(), job)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// tree is every file of a batch by name, but for what is the run's own.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Name() == intake.StateDir:
			return fs.SkipDir
		case d.IsDir():
			return nil
		}
		data, err := os.ReadFile(path)
		all[d.Name()] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func equal(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s: %s differs", what, name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: %s is too many", what, name)
		}
	}
}

func manifest(t *testing.T, out string) intake.Manifest {
	t.Helper()
	var m intake.Manifest
	decode(t, filepath.Join(out, intake.ManifestName), &m)
	return m
}

func decode(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		t.Fatal(err)
	}
}

// TestNothingOfTheRunShows: neither workers nor the order of the arguments nor
// that a file is named twice shows in what is written.
func TestNothingOfTheRunShows(t *testing.T) {
	dir := inbox(t, 5, "findings", "twice")
	one, other := t.TempDir(), t.TempDir()
	job := jobOf(t, dir, one)
	job.Workers = 1
	run(t, job)
	files, err := filepath.Glob(filepath.Join(dir, fixtures.SectorIn, "*"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(files)
	job = jobOf(t, dir, other)
	job.Workers, job.Paths = 3, append(files, files[0])
	run(t, job)
	equal(t, "three workers", tree(t, other), tree(t, one))
}

// TestEveryState puts one agency of each kind in, and asks what became of it.
func TestEveryState(t *testing.T) {
	dir := inbox(t, 9, "missing", "unexpected", "findings", "twice", "encrypted", "cut", "textnumber")
	in := filepath.Join(dir, fixtures.SectorIn)
	files, err := filepath.Glob(filepath.Join(in, "*"))
	if err != nil {
		t.Fatal(err)
	}
	first, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"z/kopi.xlsx": string(first), "z/~$åpen.xlsx": "x", "z/notat.txt": "x", ".skjult.xlsx": "x"} {
		path := filepath.Join(in, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(content), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	out := t.TempDir()
	sum := run(t, jobOf(t, dir, out))
	want := map[intake.State]int{intake.Submitted: 3, intake.Missing: 3, intake.Blocked: 2, intake.Duplicate: 2, intake.Refused: 2, intake.Copy: 1}
	if !maps.Equal(sum.States, want) {
		t.Errorf("states %v, want %v", sum.States, want)
	}
	if len(sum.Skipped) != 2 {
		t.Errorf("passed over %v, want the open workbook and the note", sum.Skipped)
	}
	var status intake.Status
	decode(t, filepath.Join(out, intake.StatusName), &status)
	rowsAreReasoned(t, status)
	outputsStand(t, out, manifest(t, out))
}

// rowsAreReasoned: whoever gave no section is told why, and what to do.
func rowsAreReasoned(t *testing.T, s intake.Status) {
	t.Helper()
	codes := map[intake.State]string{intake.Missing: "X-001", intake.Duplicate: "X-001", intake.Blocked: "batch.blocked", intake.Copy: "batch.copy"}
	unexpected := 0
	for _, l := range s.Rows {
		if l.Expected != nil && !*l.Expected {
			unexpected++
		}
		switch {
		case l.State == intake.Submitted:
			if l.Reason != nil || len(l.Outputs) < 4 {
				t.Errorf("%s: a section with reason %v and outputs %v", *l.OrgNr, l.Reason, l.Outputs)
			}
		case l.Reason == nil || l.Reason.Sentence == "" || strings.Contains(l.Reason.Sentence, "«batch") || strings.ContainsAny(l.Reason.Sentence, "{}"):
			t.Errorf("%s: the reason is %v", l.State, l.Reason)
		case codes[l.State] != "" && l.Reason.Code != codes[l.State]:
			t.Errorf("%s: the reason is %s", l.State, l.Reason.Code)
		case l.State == intake.Blocked && (len(l.Outputs) != 1 || !strings.HasSuffix(l.Outputs[0], "-funn.xlsx") || l.Findings.Errors == 0):
			t.Errorf("a blocked workbook gave %v with %d errors", l.Outputs, l.Findings.Errors)
		}
	}
	if unexpected != 1 {
		t.Errorf("%d agencies are unexpected, want 1", unexpected)
	}
}

// outputsStand holds every output to its hash, and the folder to the manifest.
func outputsStand(t *testing.T, out string, m intake.Manifest) {
	t.Helper()
	files := tree(t, out)
	for _, name := range []string{intake.ManifestName, intake.StatusName, intake.StatusCSVName} {
		delete(files, name)
	}
	for _, e := range m.Rows {
		for _, made := range e.Outputs {
			if sum := fmt.Sprintf("%x", sha(files[made.File])); sum != made.SHA256 || len(files[made.File]) != int(made.Size) {
				t.Errorf("%s is not what the manifest says", made.File)
			}
			delete(files, made.File)
		}
	}
	if len(files) > 0 {
		t.Errorf("the manifest does not know %v", slices.Sorted(maps.Keys(files)))
	}
}

// TestShardsTogetherAreTheWhole runs a batch whole and in three parts.
func TestShardsTogetherAreTheWhole(t *testing.T) {
	dir := inbox(t, 12, "missing", "findings", "twice", "encrypted")
	whole := t.TempDir()
	run(t, jobOf(t, dir, whole))
	union := map[string]string{}
	var rows []intake.Entry
	for i := range 3 {
		out := t.TempDir()
		job := jobOf(t, dir, out)
		job.Shard = intake.Shard{Index: i + 1, Of: 3}
		run(t, job)
		m := manifest(t, out)
		if m.Shard != job.Shard || len(m.Rows) == 0 {
			t.Errorf("shard %v with %d rows", m.Shard, len(m.Rows))
		}
		rows = append(rows, m.Rows...)
		for name, content := range tree(t, out) {
			if _, twice := union[name]; twice && !strings.HasPrefix(name, "manifest") && !strings.HasPrefix(name, "status") {
				t.Errorf("%s came out of two shards", name)
			}
			union[name] = content
		}
	}
	want := tree(t, whole)
	for _, name := range []string{intake.ManifestName, intake.StatusName, intake.StatusCSVName} {
		delete(union, name)
		delete(want, name)
	}
	equal(t, "the shards", union, want)
	if got := len(rows); got != len(manifest(t, whole).Rows) {
		t.Errorf("%d rows in the shards, %d in the whole", got, len(manifest(t, whole).Rows))
	}
}

// TestUnchangedIsKept: a second run makes nothing, an output that was edited or
// is gone is made again, and another option makes all again.
func TestUnchangedIsKept(t *testing.T) {
	dir, out := inbox(t, 3), t.TempDir()
	run(t, jobOf(t, dir, out))
	want := tree(t, out)
	tasks := new(atomic.Int64)
	job := counting(jobOf(t, dir, out), tasks)
	if sum := run(t, job); sum.Kept != 3 || tasks.Load() != 0 {
		t.Errorf("a run over what stands kept %d of 3 and made %d", sum.Kept, tasks.Load())
	}
	pages, err := filepath.Glob(filepath.Join(out, "*.html"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.WriteFile(pages[0], []byte("edited"), 0o666), os.Remove(pages[1])); err != nil {
		t.Fatal(err)
	}
	if sum := run(t, job); sum.Kept != 1 || tasks.Load() != 2 {
		t.Errorf("after an edit and a loss %d were kept and %d made", sum.Kept, tasks.Load())
	}
	equal(t, "made again", tree(t, out), want)
	job.Settings.Final = true
	if sum := run(t, job); sum.Kept != 0 {
		t.Errorf("%d drafts were kept for a final run", sum.Kept)
	}
}

// counting counts the workbooks that are made.
func counting(job intake.Job, made *atomic.Int64) intake.Job {
	hire := job.Hire
	job.Hire = func() (intake.Worker, error) {
		w, err := hire()
		return worker{w, func(task intake.Task) error {
			if task.Ask == intake.Make {
				made.Add(1)
			}
			return nil
		}}, err
	}
	return job
}

// worker does before every task what a test wants.
type worker struct {
	intake.Worker
	before func(intake.Task) error
}

func (w worker) Do(ctx context.Context, t intake.Task) (intake.Answer, error) {
	if err := w.before(t); err != nil {
		return intake.Answer{}, err
	}
	return w.Worker.Do(ctx, t)
}

// TestStoppedRunGoesOn stops a run at every task in turn, in one and the same
// folder, and holds the end to an undisturbed run.
func TestStoppedRunGoesOn(t *testing.T) {
	dir, calm, out := inbox(t, 4, "findings"), t.TempDir(), t.TempDir()
	run(t, jobOf(t, dir, calm))
	cut := errors.New("the lights went out")
	stopped := 0
	for n := 1; ; n += 3 {
		var left atomic.Int64
		left.Store(int64(n))
		job := jobOf(t, dir, out)
		hire := job.Hire
		job.Hire = func() (intake.Worker, error) {
			w, err := hire()
			return worker{w, func(intake.Task) error {
				if left.Add(-1) < 0 {
					return cut
				}
				return nil
			}}, err
		}
		_, err := intake.Run(context.Background(), job)
		if err == nil {
			break
		}
		if !errors.Is(err, cut) {
			t.Fatal(err)
		}
		stopped++
		if !intake.Unfinished(out) {
			t.Error("a run that was stopped is not known to be unfinished")
		}
	}
	if intake.Unfinished(out) {
		t.Error("a run that came to its end is thought to be unfinished")
	}
	if stopped < 2 {
		t.Errorf("the run was stopped %d times only", stopped)
	}
	equal(t, "after all the stops", tree(t, out), tree(t, calm))
}

// TestLostWorkerIsARow: what kills its worker or hangs is a row, the others are made,
// and the next run tries it again.
func TestLostWorkerIsARow(t *testing.T) {
	dir := inbox(t, 2)
	files, _ := filepath.Glob(filepath.Join(dir, fixtures.SectorIn, "*"))
	for _, c := range []struct {
		cause intake.Cause
		at    intake.Ask
		tries int64
	}{
		{intake.Time, intake.Hash, 1}, {intake.Crash, intake.Recognise, 2}, {intake.Memory, intake.Make, 2}, {intake.Time, intake.Make, 1},
	} {
		out := t.TempDir()
		var seen atomic.Int64
		job := jobOf(t, dir, out)
		hire := job.Hire
		job.Hire = func() (intake.Worker, error) {
			w, err := hire()
			return worker{w, func(task intake.Task) error {
				if task.Ask == c.at && filepath.Base(task.File) == filepath.Base(files[1]) {
					seen.Add(1)
					return &intake.Lost{Cause: c.cause}
				}
				return nil
			}}, err
		}
		sum := run(t, job)
		if sum.States[intake.Submitted] != 1 || sum.States[intake.Refused] != 1 || seen.Load() != c.tries {
			t.Errorf("%v: %v after %d tries", c, sum.States, seen.Load())
		}
		if sum := run(t, jobOf(t, dir, out)); sum.States[intake.Submitted] != 2 || sum.Kept != 1 {
			t.Errorf("%v: next time %v, kept %d", c, sum.States, sum.Kept)
		}
	}
}

// TestWhatIsNoLongerPartGoes: a second workbook takes the first one's section
// away, but never a file that somebody has changed since.
func TestWhatIsNoLongerPartGoes(t *testing.T) {
	dir, out := inbox(t, 2), t.TempDir()
	run(t, jobOf(t, dir, out))
	files, _ := filepath.Glob(filepath.Join(dir, fixtures.SectorIn, "*"))
	pages, _ := filepath.Glob(filepath.Join(out, "*.html"))
	if err := errors.Join(os.Remove(files[0]), os.WriteFile(pages[0], []byte("mine"), 0o666)); err != nil {
		t.Fatal(err)
	}
	sum := run(t, jobOf(t, dir, out))
	left := tree(t, out)
	if len(sum.Left) != 1 || sum.Left[0] != filepath.Base(pages[0]) || left[sum.Left[0]] != "mine" {
		t.Errorf("left %v", sum.Left)
	}
	if _, there := left[strings.TrimSuffix(sum.Left[0], ".html")+".pdf"]; there {
		t.Error("the PDF of a workbook that is gone still stands")
	}
}

// TestOneRunAtATime: a second run in the folder is refused while the first works.
func TestOneRunAtATime(t *testing.T) {
	dir, out := inbox(t, 1), t.TempDir()
	job := jobOf(t, dir, out)
	var second error
	job.Told = func(intake.Progress) {
		if second == nil {
			_, second = intake.Run(context.Background(), jobOf(t, dir, out))
		}
	}
	job.Workers = 1
	run(t, job)
	if !errors.Is(second, intake.ErrLocked) {
		t.Errorf("the second run ended with %v", second)
	}
	run(t, jobOf(t, dir, out)) // free again
}

// TestLastYears: the newest earlier year counts, and of two that differ none.
func TestLastYears(t *testing.T) {
	dir, out := inbox(t, 6), t.TempDir()
	run(t, jobOf(t, dir, out))
	with := 0
	for _, e := range manifest(t, out).Rows {
		if e.Previous != nil {
			with++
			if !strings.Contains(e.Previous.File, *e.OrgNr) {
				t.Errorf("%s was checked against %s", *e.OrgNr, e.Previous.File)
			}
		}
	}
	last, _ := filepath.Glob(filepath.Join(dir, fixtures.SectorLast, "*"))
	if with == 0 || with != len(last) {
		t.Fatalf("%d of %d workbooks of last year were used", with, len(last))
	}
	two := filepath.Join(t.TempDir(), "twin.xlsx") // another of the same year from one of them
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	press, err := fixtures.NewPress(sets[0], 2017)
	if err != nil {
		t.Fatal(err)
	}
	twin, err := press.Print(report.Filling{"virksomhet": {{"orgnr": filepath.Base(last[0])[:9], "rapportaar": "2017"}}})
	if err := errors.Join(err, os.WriteFile(two, twin, 0o666)); err != nil {
		t.Fatal(err)
	}
	job := jobOf(t, dir, out)
	job.Previous = append(job.Previous, two)
	run(t, job)
	for _, e := range manifest(t, out).Rows {
		if strings.HasPrefix(filepath.Base(last[0]), *e.OrgNr) && e.Previous != nil {
			t.Errorf("of two workbooks of last year %s was chosen", e.Previous.File)
		}
	}
}

// TestFolders: what would be mistaken for an output, or the other way round, is refused.
func TestFolders(t *testing.T) {
	dir := inbox(t, 1)
	in := filepath.Join(dir, fixtures.SectorIn)
	if _, err := intake.Run(context.Background(), jobOf(t, dir, in)); !errors.Is(err, intake.ErrFolder) {
		t.Errorf("the inbox as folder for the outputs: %v", err)
	}
	files, _ := filepath.Glob(filepath.Join(in, "*.xlsx"))
	job := jobOf(t, dir, in)
	job.Paths = files
	if _, err := intake.Run(context.Background(), job); !errors.Is(err, intake.ErrInside) {
		t.Errorf("a workbook in the folder for the outputs: %v", err)
	}
	job.Paths, job.Out = []string{t.TempDir()}, t.TempDir()
	if _, err := intake.Run(context.Background(), job); !errors.Is(err, intake.ErrNothing) {
		t.Errorf("an empty folder: %v", err)
	}
}
