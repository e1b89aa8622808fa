package lock_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"gevinst/report/batch/lock"
)

// heldIn names the variable by which a test begins itself again, as a process that
// holds a file until it is killed.
const heldIn = "GEVINST_LOCK_HELD_IN"

func namesIn(dir string) func(int) string {
	return func(n int) string { return filepath.Join(dir, fmt.Sprintf(".a.pdf.%d.tmp", n)) }
}

// TestKilledAndLiving: what a killed process left is removed, what a living one holds
// is not, and neither is a file or folder that nobody could have left.
func TestKilledAndLiving(t *testing.T) {
	if dir := os.Getenv(heldIn); dir != "" {
		file, err := lock.Create(namesIn(dir))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		fmt.Println("held")
		time.Sleep(time.Minute) // until it is killed
		return
	}
	dir := t.TempDir()
	names := namesIn(dir)
	first, second := holder(t, dir), holder(t, dir)
	third := create(t, names)
	if third.Name() != names(2) {
		t.Fatalf("with two processes at work the file is %s", third.Name())
	}
	first.Process.Kill()
	first.Wait()
	fourth := create(t, names)
	if fourth.Name() != names(0) {
		t.Errorf("what a killed process left was not taken: %s", fourth.Name())
	}
	for n := range 3 {
		if _, err := os.Stat(names(n)); err != nil {
			t.Errorf("a file that is held was removed: %v", err)
		}
	}
	if err := lock.Rename(fourth, filepath.Join(dir, "a.pdf")); err != nil {
		t.Fatal(err)
	}
	lock.Discard(third)
	second.Process.Kill()
	second.Wait()
	lock.Discard(create(t, names))
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("%v were left", left)
	}
}

// TestNoneOfOurs: what stands under a name and is no regular file stays.
func TestNoneOfOurs(t *testing.T) {
	dir := t.TempDir()
	names, victim := namesIn(dir), filepath.Join(dir, "victim")
	if err := os.WriteFile(victim, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Mkdir(names(0), 0o700), os.Symlink(victim, names(1))); err != nil {
		t.Skip("the file system has no links:", err)
	}
	file := create(t, names)
	if file.Name() != names(2) {
		t.Errorf("the file is %s", file.Name())
	}
	lock.Discard(file)
	if got, err := os.ReadFile(names(1)); string(got) != "mine" {
		t.Errorf("the file behind a link holds %q, %v", got, err)
	}
}

func create(t *testing.T, names func(int) string) *os.File {
	t.Helper()
	file, err := lock.Create(names)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}

// holder is a process that holds a file in the folder.
func holder(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilledAndLiving$")
	cmd.Env = append(os.Environ(), heldIn+"="+dir)
	said, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	if _, err := said.Read(make([]byte, 1)); err != nil {
		t.Fatal("no process holds a file:", err)
	}
	return cmd
}
