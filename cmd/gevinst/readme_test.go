package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/text"
	"gevinst/templates"
)

var update = flag.Bool("update", false, "rewrite the generated parts of README.md")

// TestReadme holds the README to the program: its tables are the program's own,
// and its terminal session is what the program prints.
func TestReadme(t *testing.T) {
	path, err := filepath.Abs("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	voice, err := text.For(report.EN)
	if err != nil {
		t.Fatal(err)
	}
	after := between(t, string(before), "session", session(t))
	after = between(t, after, "commands", commandTable(voice))
	after = between(t, after, "rules", ruleTable(t, voice))
	if after == string(before) {
		return
	}
	if !*update {
		t.Fatal("README.md is not what the program says; run make golden and look at the diff")
	}
	if err := os.WriteFile(path, []byte(after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// between puts body between the comments that open and close a generated part.
func between(t *testing.T, readme, part, body string) string {
	t.Helper()
	head, rest, opened := strings.Cut(readme, "<!-- "+part+":")
	comment, rest, _ := strings.Cut(rest, "-->\n")
	_, tail, closed := strings.Cut(rest, "<!-- /"+part+" -->")
	if !opened || !closed {
		t.Fatalf("README.md has no part %q", part)
	}
	return head + "<!-- " + part + ":" + comment + "-->\n" + body + "<!-- /" + part + " -->" + tail
}

func session(t *testing.T) string {
	t.Chdir(t.TempDir())
	t.Setenv("GEVINST_LANG", "en")
	t.Setenv("SOURCE_DATE_EPOCH", "")
	var b bytes.Buffer
	b.WriteString("```console\n$ export GEVINST_LANG=en\n")
	for _, line := range []string{
		"demo -o out",
		"explain out/123456785-2017.xlsx gevinst/G1/netto",
	} {
		b.WriteString("$ go run ./cmd/gevinst " + line + "\n")
		if code := run(append([]string{"gevinst"}, strings.Fields(line)...), nil, &b, &b); code != done {
			t.Errorf("gevinst %s: exit code %d\n%s", line, code, b.String())
		}
	}
	b.WriteString("```\n")
	return b.String()
}

func commandTable(v *text.Voice) string {
	table := "| Command | does |\n|---|---|\n"
	for _, c := range commands() {
		table += "| `gevinst " + c.name + "` | " + v.Say("cmd."+c.name) + " |\n"
	}
	return table
}

func ruleTable(t *testing.T, v *text.Voice) string {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	table := "| Rule | | checks | source |\n|---|---|---|---|\n"
	for _, r := range batch.Rules(sets[0], nil, v) {
		source := r.Source.Title
		if r.Source.ID == report.OwnSource {
			source = "own"
		}
		table += "| " + r.ID + " | " + r.Severity + " | " + r.Checks + " | " + source + " |\n"
	}
	return table
}
