package main

import (
	"io"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/jsonout"
	"gevinst/templates"
)

func rulesCommand() command {
	return command{name: "rules", run: toFile(runRules), flags: []option{
		{name: "format", takes: "format", values: []string{"text", "json"}},
		profileOption(),
		listOption(),
		langOption(),
	}}
}

func runRules(c *call) int {
	if len(c.args) > 0 {
		return c.misuse("rules", slip("slip.none", word("value", c.args[0])))
	}
	sets, err := templates.Sets()
	if err != nil {
		return c.broken(err)
	}
	ordered, code := c.profile()
	if code != done {
		return code
	}
	rules := batch.Rules(sets[0], ordered, c.Voice)
	if c.value("format") == "json" {
		err := c.write(func(w io.Writer) error {
			return jsonout.Write(w, map[string]any{"format": "gevinst-rules/1", "set": sets[0].Set, "language": c.Lang(), "rules": rules})
		})
		if err != nil {
			return c.broken(err)
		}
		return done
	}
	for _, r := range rules {
		c.line(r.ID + " " + r.Severity + " " + r.Checks)
		c.line("  " + c.ruleSource(r))
	}
	return done
}

// ruleSource tells what a rule rests on. Titles are as they were published.
func (c *call) ruleSource(r batch.RuleLine) string {
	if r.Source.ID == report.OwnSource {
		return c.Say("cli.rules.source.own")
	}
	key := "cli.rules.source"
	if !r.Source.Verified {
		key = "cli.rules.source.unverified"
	}
	return c.Say(key, word("title", r.Source.Title), word("where", r.Source.Where))
}
