package batch_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"gevinst/report/batch"
)

func put(path, content string) batch.Output {
	return batch.Output{Path: path, Write: func(w io.Writer) error {
		_, err := io.WriteString(w, content)
		return err
	}}
}

// TestAllOrNothing breaks the writing of the second of three files in the midst.
func TestAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "a")
	if err := os.WriteFile(old, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	half := batch.Output{Path: filepath.Join(dir, "b"), Write: func(w io.Writer) error {
		io.WriteString(w, "half")
		return broken
	}}
	if err := batch.WriteFiles(nil, put(old, "new"), half, put(filepath.Join(dir, "c"), "new")); !errors.Is(err, broken) {
		t.Errorf("got %v, want the writer's own error", err)
	}
	if got, _ := os.ReadFile(old); string(got) != "old" {
		t.Errorf("a failure changed a file that was there to %q", got)
	}
	onlyFiles(t, dir, "a")
}

func TestWriteReplacesWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "æ ø.pdf")
	for _, content := range []string{"first", "second"} {
		if err := batch.WriteFiles(nil, put(path, content)); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != content {
			t.Errorf("got %q, want %q", got, content)
		}
	}
	onlyFiles(t, dir, "æ ø.pdf")
}

// TestInputIsNeverOverwritten reaches the input by another name.
func TestInputIsNeverOverwritten(t *testing.T) {
	dir := t.TempDir()
	input, link := filepath.Join(dir, "in.xlsx"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(input, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(input, link); err != nil {
		t.Skip("the file system has no hard links:", err)
	}
	if err := batch.WriteFiles([]string{input}, put(link, "yours")); !errors.Is(err, batch.ErrTaken) {
		t.Errorf("got %v, want ErrTaken", err)
	}
	if got, _ := os.ReadFile(input); string(got) != "mine" {
		t.Errorf("the input now holds %q", got)
	}
}

func onlyFiles(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range entries {
		if i >= len(want) || e.Name() != want[i] {
			t.Errorf("%s was left behind", e.Name())
		}
	}
	if len(entries) < len(want) {
		t.Errorf("%d files, want %v", len(entries), want)
	}
}
