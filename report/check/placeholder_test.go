package check

import "testing"

// TestPlaceholders: what says nothing is told from what says little.
func TestPlaceholders(t *testing.T) {
	for _, s := range []string{"-", "–", "...", "…", "?", "x", "XXX", "n/a", "N.A.", "Ikke aktuelt", "ikkje aktuelt.", "Not applicable", "Ingen", "i.a.", "Nei", "\u200b-"} {
		if !placeholder(s) {
			t.Errorf("%q is taken for an explanation", s)
		}
	}
	for _, s := range []string{"HR", "Regnskapet", "Ikke aktuelt for oss.", "Ingen tjenester er egnet", "Egner seg ikke", "IT", "2017", "Xerox"} {
		if placeholder(s) {
			t.Errorf("%q is taken for a placeholder", s)
		}
	}
}
