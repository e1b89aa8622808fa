package chapter_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/text"
	"gevinst/templates"
)

// TestEverySentenceIsSaid holds code and text files together: a key that the
// code names stands in every language, and no sentence lies about unused.
func TestEverySentenceIsSaid(t *testing.T) {
	said := keysInCode(t)
	for _, lang := range report.Langs() {
		written, err := templates.Sentences(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range said {
			if written[key] == "" {
				t.Errorf("%s: %q is said but not written", lang, key)
			}
		}
		for key := range written {
			if (strings.HasPrefix(key, "chapter.") || isSectors(key)) && !slices.Contains(said, base(key)) && !slices.Contains(said, key) {
				t.Errorf("%s: %q is written but never said", lang, key)
			}
		}
	}
}

// isSectors tells whether a sentence stands in the sector report; what is said of
// reports that cannot be folded does not.
func isSectors(key string) bool {
	return strings.HasPrefix(key, "sector.") && !strings.HasPrefix(key, "sector.refuse.")
}

// base is the key without the twin's ending for one or none.
func base(key string) string {
	return strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".zero")
}

func keysInCode(t *testing.T) []string {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && (strings.HasPrefix(lit.Value, `"chapter.`) || strings.HasPrefix(lit.Value, `"sector.`)) {
				key, _ := strconv.Unquote(lit.Value)
				keys = append(keys, key)
			}
			return true
		})
	}
	if len(keys) < 100 {
		t.Fatalf("only %d keys found: the test looks in the wrong place", len(keys))
	}
	return keys
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// TestLanguagesSayTheSame holds the three languages to one set of keys and to
// the same placeholders in each sentence.
func TestLanguagesSayTheSame(t *testing.T) {
	bokmaal, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []report.Lang{report.NN, report.EN} {
		other, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(mine(bokmaal), mine(other)) {
			t.Errorf("%s and %s do not have the same keys", report.NB, lang)
		}
		for _, key := range mine(bokmaal) {
			if a, b := names(bokmaal, key), names(other, key); !slices.Equal(a, b) {
				t.Errorf("%s: %s says %v, %s says %v", key, report.NB, a, lang, b)
			}
		}
	}
}

func mine(v *text.Voice) []string {
	return slices.DeleteFunc(v.Keys(), func(key string) bool { return !strings.HasPrefix(key, "chapter.") && !isSectors(key) })
}

func names(v *text.Voice, key string) []string {
	all := placeholder.FindAllString(v.Say(key), -1)
	slices.Sort(all)
	return slices.Compact(all)
}
