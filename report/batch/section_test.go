package batch_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestSameHash pins the bytes of every section: a line a case, with the SHA-256 of
// PDF, HTML and JSON. Whoever changes a sentence or a line of the layout sees which
// sections it touches, looks at them, and runs make golden. With -short only the
// example agency's are looked at.
func TestSameHash(t *testing.T) {
	const golden = "testdata/section.sha256"
	cases := sectionCases(t)
	if testing.Short() && !*update {
		cases = demoCases()
	}
	dir := t.TempDir()
	var got []string
	for _, c := range cases {
		files, ok := c.section(t, dir)
		if !ok {
			if c.yields {
				t.Errorf("%s yields no section", c.name)
			}
			continue
		}
		line := c.name
		for _, name := range files {
			file, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			line += fmt.Sprintf(" %x", sha256.Sum256(file))
		}
		got = append(got, line)
	}
	if *update {
		if err := os.WriteFile(golden, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.TrimSpace(string(file)), "\n")
	if testing.Short() {
		want = want[:min(len(got), len(want))] // the example agency's stand first
	}
	compareHashes(t, got, want)
}

// compareHashes names the cases whose bytes changed, and which of their files.
func compareHashes(t *testing.T, got, want []string) {
	t.Helper()
	pinned := map[string][]string{}
	for _, line := range want {
		fields := strings.Fields(line)
		pinned[fields[0]] = fields[1:]
	}
	for _, line := range got {
		fields := strings.Fields(line)
		was := pinned[fields[0]]
		delete(pinned, fields[0])
		for i, kind := range []string{"PDF", "HTML", "JSON"} {
			if i >= len(was) || was[i] != fields[i+1] {
				t.Errorf("the bytes of %s as %s changed; look at the section, then make golden", fields[0], kind)
			}
		}
	}
	for name := range pinned {
		t.Errorf("%s yields no section any more", name)
	}
}
