package main

import (
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// fullDisk: a run that fills the disk says so, leaves whole files only, and goes on
// when there is room.
func fullDisk(t *testing.T, in inbox) {
	disk := smallDisk(t, "600k")
	out := filepath.Join(disk, "out")
	stops(t, in.batch(out), "the disk is full")
	in.onlyWhole(t, out)
	remount(t, disk, "size=50%")
	finish(t, in.batch(out))
	in.alike(t, out)
}

// readOnlyDisk: a run that may not write says so, and touches nothing.
func readOnlyDisk(t *testing.T, in inbox) {
	disk := smallDisk(t, "50%")
	out := filepath.Join(disk, "out")
	finish(t, in.batch(out))
	before := snapshot(t, disk)
	remount(t, disk, "ro")
	stops(t, in.batch(out), "you may not write here")
	stops(t, in.batch(filepath.Join(disk, "new")), "you may not write here")
	remount(t, disk, "rw")
	if after := snapshot(t, disk); after != before {
		t.Errorf("the folder changed:\n%s\n%s", before, after)
	}
	in.alike(t, out)
}

// fileLimit is a full disk that needs no root: no file may grow as large as a PDF.
func fileLimit(t *testing.T, in inbox) {
	out := t.TempDir()
	narrow := in.batch(out)
	narrow.Args = append([]string{"sh", "-c", `ulimit -f 40; exec "$0" "$@"`}, narrow.Args...) // blocks of 512 bytes
	narrow.Path = "/bin/sh"
	stops(t, narrow, "the disk is full")
	in.onlyWhole(t, out)
	nothingLeft(t, out)
	finish(t, in.batch(out))
	in.alike(t, out)
}

// smallDisk is a file system of its own; only root can make one.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	disk := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("no small disk can be made here: %v %s", err, out)
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
