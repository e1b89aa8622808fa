package templates

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"gevinst/report"
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

// rejected is the words for which the house has another: the reader meets one term for
// one thing, in the form, on the screen and in the section. The term stands behind.
func rejected(lang report.Lang) map[string]string {
	if lang == report.EN {
		return map[string]string{`(?i)\brule sets?\b`: "requirement set", `(?i)\bnet benefits?\b`: "net gain", `(?i)\bman-years?\b`: "full-time equivalents"}
	}
	return map[string]string{
		`(?i)kapittelet`:                   "kapitlet",
		`(?i)regelsett`:                    "kravsett",
		`(?i)\bnetto[ -]gevinst`:           "nettogevinst",
		`(?i)\bvirkning(en)?\b`:            "effekt",
		`(?i)\bverknad(en)?\b`:             "effekt",
		`(?i)\bnetto ?(virkning|verknad)`:  "nettoeffekt",
		`(?i)\brapporteringsår`:            "rapportår",
		`(?i)\b(basislinj|referanseverdi)`: "nullpunkt",
	}
}

func TestOneTermForOneThing(t *testing.T) {
	for _, lang := range report.Langs() {
		names := []string{path.Join("2017", "form", string(lang)+".json"), path.Join("profile", string(lang)+".json")}
		own, err := fs.Glob(files, path.Join("text", string(lang), "*.json"))
		if err != nil || len(own) < 10 {
			t.Fatalf("%d files of words in %s (%v)", len(own), lang, err)
		}
		for _, name := range append(names, own...) {
			words, err := files.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for pattern, term := range rejected(lang) {
				for _, found := range regexp.MustCompile(pattern).FindAll(words, -1) {
					t.Errorf("%s says %q; the term is %q", name, found, term)
				}
			}
		}
	}
}
