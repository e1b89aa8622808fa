package templates

import "testing"

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
