package templates

import (
	"strings"
	"testing"
)

func TestSetsAreWhole(t *testing.T) {
	all, err := Sets()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		if s.Requirement == "" || s.Sources[s.Requirement].Title == "" {
			t.Errorf("set %s does not name its requirement", s.Set)
		}
		for id, r := range s.Rules {
			if _, ok := s.Sources[r.Source]; !ok {
				t.Errorf("set %s: rule %s names the unknown source %q", s.Set, id, r.Source)
			}
		}
	}
}

// TestPublishedSetsAreFrozen holds a set to the hash in its LOCK: workbooks in
// the field carry its version. While a set is not yet published, a change to it
// is a change of its LOCK, made on purpose.
func TestPublishedSetsAreFrozen(t *testing.T) {
	all, err := Sets()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		lock, err := files.ReadFile(s.Set + "/LOCK")
		if err != nil || strings.TrimSpace(string(lock)) != s.Hash {
			t.Errorf("set %s is %s, its LOCK says %q (%v): a published set never changes, make a new one", s.Set, s.Hash, lock, err)
		}
	}
}
