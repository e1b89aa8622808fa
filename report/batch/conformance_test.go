package batch_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestConformance takes workbooks the whole way and has the reference validator
// judge what comes out, in one run: PDF/A-2a and PDF/UA-1, with attachments
// PDF/A-3a and PDF/UA-1.
func TestConformance(t *testing.T) {
	if testing.Short() {
		t.Skip("the validator takes some minutes")
	}
	if _, err := os.Stat("../../.ci/verapdf/lib"); err != nil && os.Getenv("CI") != "true" {
		t.Skip("veraPDF is not here; .ci/verapdf/validate fetches it when it is first run")
	}
	dir := t.TempDir()
	var plain, embedded []string
	for _, c := range sectionCases(t) {
		files, ok := c.section(t, dir)
		if !ok {
			continue
		}
		named := filepath.Join(dir, c.name+".pdf")
		if err := os.Rename(files[0], named); err != nil {
			t.Fatal(err)
		}
		if c.issue.Embed {
			embedded = append(embedded, named)
		} else {
			plain = append(plain, named)
		}
	}
	judge(t, slices.Concat([]string{"2a"}, plain, []string{"3a"}, embedded, []string{"ua1"}, plain, embedded), 2*len(plain)+2*len(embedded))
}

// judge runs the validator and holds that it judged so many files, and found
// nothing in any.
func judge(t *testing.T, args []string, want int) {
	t.Helper()
	out, _ := exec.Command("../../.ci/verapdf/validate", args...).Output() // exit 1 where a check fails
	judged, checks := map[string]int{}, 0
	for line := range strings.SplitSeq(strings.TrimSpace(string(out)), "\n") {
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
		judged[parts[1]]++
		checks += n
	}
	if n := judged["2a"] + judged["3a"] + judged["ua1"]; n != want {
		t.Errorf("%d judgements are due, but %d came", want, n)
	}
	if !t.Failed() {
		t.Logf("files %d, flavours 2a: %d, 3a: %d, ua1: %d, checks %d, failures 0", want/2, judged["2a"], judged["3a"], judged["ua1"], checks)
	}
}
