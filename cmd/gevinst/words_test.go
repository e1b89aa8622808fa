package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/text"
)

// TestEveryWordIsThere looks up every key that the program's source names, and
// every key that it makes of a command or a flag, in every language.
func TestEveryWordIsThere(t *testing.T) {
	keys := sourceKeys(t)
	for _, lang := range report.Langs() {
		voice, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		p := &console{Voice: voice}
		for _, key := range keys {
			if !voice.Has(key) {
				t.Errorf("%s has no sentence %q", lang, key)
			}
		}
		for _, c := range commands() {
			if help := p.commandHelp(c); strings.Contains(help, "«") {
				t.Errorf("%s: help of %s lacks words:\n%s", lang, c.name, help)
			}
		}
	}
}

// TestHelpTeaches holds the help of every command to what a newcomer needs: what may
// stand after it, two examples that begin with the program, and lines that fit a screen.
func TestHelpTeaches(t *testing.T) {
	const widest = 100
	for _, lang := range report.Langs() {
		voice, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range commands() {
			if (c.verbs != nil || c.takes != nothing) && !voice.Has("cmd."+c.name+".args") {
				t.Errorf("%s: the help of %s does not say what it takes", lang, c.name)
			}
			for _, verb := range c.verbs {
				if args := voice.Say("cmd." + c.name + ".args"); !strings.Contains(args, verb) {
					t.Errorf("%s: the help of %s does not name %s", lang, c.name, verb)
				}
			}
			if n := strings.Count(voice.Say("cmd."+c.name+".examples"), "gevinst "); n < 2 {
				t.Errorf("%s: the help of %s has %d examples", lang, c.name, n)
			}
			for _, line := range strings.Split(voice.Say("cmd."+c.name+".text"), "\n") {
				if n := len([]rune(line)); n > widest {
					t.Errorf("%s: the help of %s has a line of %d letters: %s", lang, c.name, n, line)
				}
			}
		}
	}
}

// TestTheLanguagesSayTheSame compares keys and arguments of every sentence.
func TestTheLanguagesSayTheSame(t *testing.T) {
	argument := regexp.MustCompile(`\{[a-z_]+\}`)
	arguments := func(s string) []string {
		found := argument.FindAllString(s, -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	bokmaal, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []report.Lang{report.NN, report.EN} {
		other, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := bokmaal.Keys(), other.Keys(); !slices.Equal(a, b) {
			t.Errorf("nb and %s do not have the same keys", lang)
		}
		for _, key := range bokmaal.Keys() {
			if a, b := arguments(bokmaal.Say(key)), arguments(other.Say(key)); !slices.Equal(a, b) {
				t.Errorf("%s: nb names %v and %s names %v", key, a, lang, b)
			}
		}
	}
}

// sourceKeys finds the literal keys of our own words in the source.
func sourceKeys(t *testing.T) []string {
	t.Helper()
	key := regexp.MustCompile(`"((?:slip|file|out|tool|cli|batch|explain|from|profile|demo|help|key|audit|trace|sample|diff)\.[a-z.]+[a-z])"`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range key.FindAllStringSubmatch(string(source), -1) {
			keys = append(keys, m[1])
		}
	}
	if len(keys) < 50 {
		t.Fatalf("only %d keys found: the test looks in the wrong place", len(keys))
	}
	return keys
}
