package check_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"gevinst/report"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/report/workbook/cells"
)

var named = regexp.MustCompile(`(?:find|refusal)\("([A-Z]-\d{3})", "([a-z0-9_]*)"`)

// TestEveryFindingHasItsWords looks in the code for every rule and variant that
// can be found, and asks for a sentence and a remedy in each language.
func TestEveryFindingHasItsWords(t *testing.T) {
	keys := map[string]bool{"V-001.missing": true, "V-002.missing": true, "V-002.digits": true, "V-002.mod11": true,
		"V-003.missing": true, "V-003.value": true, "V-004.missing": true, "V-005.missing": true, "V-005.value": true, "V-007.missing": true,
		"V-011.value": true, "T-003.choice": true, "T-003.placeholder": true, "G-002.placeholder": true, "G-003.placeholder": true, "G-016.placeholder": true, "O-003.placeholder": true, "T-003.missing": true, "T-006.missing": true, "T-007.missing": true, "T-007.choice": true, "T-008.missing": true,
		"T-005.case": true, "T-005.twice": true, "T-008.grant": true, "T-008.nocost": true, "T-008.nocost_own": true, "T-008.small": true, "T-008.large": true, "T-008.share": true, "G-002.missing": true, "G-003.missing": true,
		"G-008.missing": true, "G-016.missing": true, "G-017.missing": true, "O-003.missing": true, "R-002.missing": true, "R-006.missing": true, "M": true,
		"G-009.above": true, "G-011.row": true, "G-011.alike": true, "G-009.below": true, "G-009.apart": true, "G-009.nothing": true, "G-014.rises": true, "G-014.falls": true,
		"G-018.whole": true, "G-018.explained": true, "G-018.less": true, "G-018.part": true, "G-018.baseline": true, "G-018.beyond": true, "G-018.unbound": true, "F-008.sheet": true}
	for _, dir := range []string{".", "../workbook"} {
		files, _ := filepath.Glob(dir + "/*.go")
		for _, name := range files {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range named.FindAllStringSubmatch(string(src), -1) {
				key := m[1]
				if m[2] != "" {
					key += "." + m[2]
				}
				keys[key] = true
			}
		}
	}
	if len(keys) < 80 {
		t.Fatalf("only %d rules and variants found: the test looks in the wrong place", len(keys))
	}
	for _, lang := range report.Langs() {
		voice, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		for key := range keys {
			if !voice.Has("rule."+key) || !voice.Has("rule."+key+".remedy") {
				t.Errorf("%s: rule %s lacks its sentence or its remedy", lang, key)
			}
		}
		for _, flaw := range cells.Flaws() {
			if !voice.Has("flaw." + string(flaw)) {
				t.Errorf("%s: no words for a file that is damaged so: %s", lang, flaw)
			}
		}
		for _, r := range check.Rules() {
			if !voice.Has("rule." + r.ID + ".title") {
				t.Errorf("%s: rule %s has no short name", lang, r.ID)
			}
		}
	}
}
