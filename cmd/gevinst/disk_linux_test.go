package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// fullDisk: a run that fills the disk says so, leaves whole files only, and goes on
// when there is room. Where no small disk can be made, no file may grow as large as
// the largest of each kind instead, one kind after another.
func fullDisk(t *testing.T, in inbox) {
	disk := smallDisk(t, "600k")
	if disk == "" {
		for _, kind := range []string{"*.html", "*-funn.xlsx", "status.csv"} {
			in.narrow(t, in.largest(t, kind)/block)
		}
		return
	}
	out := filepath.Join(disk, "out")
	stops(t, in.batch(out), "the disk is full")
	in.onlyWhole(t, out)
	remount(t, disk, "size=50%")
	finish(t, in.batch(out))
	in.alike(t, out)
}

// fileLimit is a full disk that needs no root: no file may grow as large as a PDF.
func fileLimit(t *testing.T, in inbox) { in.narrow(t, 40) }

// block is what a shell counts the size of files in.
const block = 512

// narrow takes the sector in where no file may be larger than so many blocks, and
// again where it may.
func (in inbox) narrow(t *testing.T, blocks int64) {
	t.Helper()
	out := t.TempDir()
	run := in.batch(out)
	run.Args = append([]string{"sh", "-c", fmt.Sprintf(`ulimit -f %d; exec "$0" "$@"`, blocks)}, run.Args...)
	run.Path = "/bin/sh"
	stops(t, run, "the disk is full")
	in.onlyWhole(t, out)
	nothingLeft(t, out)
	finish(t, in.batch(out))
	in.alike(t, out)
}

// largest is the size of the largest output of a kind.
func (in inbox) largest(t *testing.T, kind string) int64 {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(in.calm, kind))
	if err != nil || len(names) == 0 {
		t.Fatalf("nothing is called %s: %v", kind, err)
	}
	var most int64
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		most = max(most, info.Size())
	}
	return most
}

// readOnlyDisk: a run that may not write says so, and touches nothing. Where no disk
// can be made, readOnlyFolder alone shows it.
func readOnlyDisk(t *testing.T, in inbox) {
	disk := smallDisk(t, "50%")
	if disk == "" {
		return
	}
	in.untouched(t, disk, in.batch, func(leave string) { remount(t, disk, map[string]string{forbid: "ro", allow: "rw"}[leave]) })
}

// readOnlyFolder is the same for a folder in which one may not write: that of root,
// whom nothing forbids, to somebody else, and to others their own.
func readOnlyFolder(t *testing.T, in inbox) {
	folder := t.TempDir()
	for dir := folder; dir != os.TempDir(); dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(filepath.Dir(in.dir), 0o755); err != nil { // what was sent in, and the program
		t.Fatal(err)
	}
	strangers := func(out string) *exec.Cmd {
		cmd := in.batch(out)
		if os.Geteuid() == 0 {
			const nobody = 65534
			cmd.SysProcAttr.Credential = &syscall.Credential{Uid: nobody, Gid: nobody}
		}
		return cmd
	}
	in.untouched(t, folder, strangers, func(leave string) {
		if out, err := exec.Command("chmod", "-R", leave, folder).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	})
}

// What may be done to a folder, in the words of chmod.
const (
	forbid = "a-w"
	allow  = "u+w"
)

// untouched fills a folder, has runs that may not write try to, and sees that nothing
// in it is another.
func (in inbox) untouched(t *testing.T, folder string, tries func(out string) *exec.Cmd, leave func(string)) {
	t.Helper()
	out := filepath.Join(folder, "out")
	finish(t, in.batch(out))
	leave(forbid)
	before := snapshot(t, folder)
	stops(t, tries(out), "you may not write here")
	stops(t, tries(filepath.Join(folder, "new")), "you may not write here")
	if after := snapshot(t, folder); after != before {
		t.Errorf("the folder changed:\n%s\n%s", before, after)
	}
	leave(allow)
	in.alike(t, out)
}

// smallDisk is a file system of its own; "" where none can be made, which only root
// can, and not in every container.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	disk := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", disk).CombinedOutput(); err != nil {
		t.Logf("no small disk can be made here: %v %s", err, out)
		return ""
	}
	t.Cleanup(func() { syscall.Unmount(disk, 0) })
	return disk
}

func remount(t *testing.T, disk, options string) {
	t.Helper()
	if out, err := exec.Command("mount", "-o", "remount,"+options, disk).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// snapshot is everything under a folder, with the size and time of each file.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	out, err := exec.Command("ls", "-laR", "--time-style=full-iso", dir).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
