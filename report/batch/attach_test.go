package batch_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/text"
)

// TestAttachments takes the attachments out of the PDF again: they are the very
// bytes of the workbook, and the JSON beside the PDF.
func TestAttachments(t *testing.T) {
	tool, err := exec.LookPath("pdfdetach")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("pdfdetach (poppler-utils) is not installed")
		}
		t.Skip("pdfdetach (poppler-utils) is not installed")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "x.xlsx")
	if err := os.WriteFile(path, demoFile(t, report.NB), 0o600); err != nil {
		t.Fatal(err)
	}
	e, err := batch.Examine(context.Background(), path, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	files, err := batch.Section(e, batch.Issue{Voice: voice, Status: batch.Final, Embed: true}, dir)
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(tool, "-saveall", "-o", dir, files[0]).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for inside, outside := range map[string]string{"arbeidsbok.xlsx": path, "regnestykke.json": files[2]} {
		got, err := os.ReadFile(filepath.Join(dir, inside))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(outside)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not the file that was put in", inside)
		}
	}
	if err := os.WriteFile(path, []byte("another"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := batch.Section(e, batch.Issue{Voice: voice, Embed: true}, dir); !errors.Is(err, batch.ErrChanged) {
		t.Errorf("a workbook that was changed meanwhile is attached: %v", err)
	}
}
