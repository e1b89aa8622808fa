package batch_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/templates"
)

// TestConformance takes workbooks the whole way and has the reference validator
// judge what comes out: the demo in every language, as draft, as final and with
// attachments, and every case of the rules that yields a section.
func TestConformance(t *testing.T) {
	if testing.Short() {
		t.Skip("the validator takes a minute")
	}
	if _, err := os.Stat("../../.ci/verapdf/lib"); err != nil && os.Getenv("CI") != "true" {
		t.Skip("veraPDF is not here; .ci/verapdf/validate fetches it when it is first run")
	}
	plain, embedded := t.TempDir(), t.TempDir()
	for _, lang := range report.Langs() {
		demo := demoFile(t, lang)
		section(t, plain, "demo-draft-"+string(lang), demo, lang, batch.Issue{Status: batch.Draft})
		section(t, plain, "demo-final-"+string(lang), demo, lang, batch.Issue{Status: batch.Final})
		section(t, embedded, "demo-embedded-"+string(lang), demo, lang, batch.Issue{Status: batch.Final, Embed: true})
	}
	scenes, err := fixtures.Scenes()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scenes {
		file, err := fixtures.Workbook(newest(t), s.Patch)
		if err != nil {
			t.Fatal(err)
		}
		section(t, plain, "case-"+s.Rule+"-"+s.Name, file, report.NB, batch.Issue{Status: batch.Draft})
	}
	judge(t, plain, "2a", "ua1")
	judge(t, embedded, "3a", "ua1")
}

func newest(t *testing.T) *report.Spec {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	return sets[0]
}

func demoFile(t *testing.T, lang report.Lang) []byte {
	t.Helper()
	filling, err := templates.Demo(newest(t).Set, lang)
	if err != nil {
		t.Fatal(err)
	}
	voice, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	const few = 4
	if err := workbook.Write(&b, newest(t), workbook.Order{Lang: lang, Filling: filling, Rows: few, Say: voice.Say}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// section writes the PDF of a workbook under a name, unless a finding blocks it.
func section(t *testing.T, dir, name string, file []byte, lang report.Lang, o batch.Issue) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.xlsx")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	e, err := batch.Examine(context.Background(), path, check.Options{})
	if err != nil || e.Outcome.Blocks() {
		return
	}
	if o.Voice, err = text.For(lang); err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	files, err := batch.Section(e, o, out)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(files[0], filepath.Join(dir, name+".pdf")); err != nil {
		t.Fatal(err)
	}
}

// judge runs the validator over a folder in each flavour, in one go.
func judge(t *testing.T, dir string, flavours ...string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(files) < 3 {
		t.Fatalf("only %d files to validate", len(files))
	}
	var args []string
	for _, flavour := range flavours {
		args = append(append(args, flavour), files...)
	}
	out, _ := exec.Command("../../.ci/verapdf/validate", args...).Output() // exit 1 where a check fails
	lines := slices.Collect(strings.SplitSeq(strings.TrimSpace(string(out)), "\n"))
	judged, checks := 0, 0
	for _, line := range lines {
		parts := strings.Split(line, "\t")
		if len(parts) != 4 {
			t.Error(line)
			continue
		}
		var n, failed int
		_, _ = fmt.Sscanf(parts[2], "%d checks", &n)
		if _, err := fmt.Sscanf(parts[3], "%d failed", &failed); err != nil || failed > 0 || n == 0 {
			t.Error(line)
		}
		judged, checks = judged+1, checks+n
	}
	if judged != len(files)*len(flavours) {
		t.Errorf("%d files in %v, but %d were judged", len(files), flavours, judged)
	}
	if t.Failed() {
		return
	}
	t.Logf("%d files, flavours %v, %d checks, failures 0", len(files), flavours, checks)
}

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

// TestSameHash pins the bytes of the section for the demo, in every language, as
// draft and final: whoever changes them sees it.
func TestSameHash(t *testing.T) {
	const golden = "testdata/section.sha256"
	var got strings.Builder
	for _, lang := range report.Langs() {
		demo := demoFile(t, lang)
		for _, status := range []batch.Status{batch.Draft, batch.Final} {
			dir := t.TempDir()
			section(t, dir, "demo", demo, lang, batch.Issue{Status: status})
			pdf, err := os.ReadFile(filepath.Join(dir, "demo.pdf"))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&got, "%x  demo %s %s\n", sha256.Sum256(pdf), lang, status)
		}
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || string(want) != got.String() {
		t.Errorf("the section's bytes changed; look at the pages, then go test ./report/batch -update (%v)\ngot\n%swant\n%s", err, got.String(), want)
	}
}
