package main

import (
	"strconv"
	"strings"

	"gevinst/report"
)

// summary says what a profile asks of whom.
func (c *call) summary(p *report.Profile) {
	c.say("profile.ministry", word("name", p.Ministry), word("mark", p.Stamp))
	c.say("profile.hash", word("sum", p.Hash))
	if p.Deadline != (report.Date{}) {
		c.say("profile.deadline", report.Arg{Name: "date", Value: p.Deadline})
	}
	for _, group := range groups(p) {
		c.asked(p, group)
	}
	for _, t := range p.Thresholds {
		c.say("profile.threshold", word("parameter", t.Parameter), word("words", c.Say("parameter."+t.Parameter)), word("value", c.Short(t.Value)))
	}
	for _, r := range p.Required {
		c.say("profile.required", word("field", r.Field.String()), word("groups", c.whom(r.Groups)))
	}
	for _, r := range p.Raised {
		c.say("profile.raised", word("rule", r.Rule), word("checks", c.Rule(r.Rule)), word("severity", r.Severity.Letter()))
	}
	for _, r := range p.Rules {
		c.say("profile.rule", word("rule", r.ID), word("severity", r.Severity.Letter()), word("message", r.Message.In(c.Lang())), word("groups", c.whom(r.Groups)))
	}
	if len(p.Areas) > 0 {
		names := make([]string, 0, len(p.Areas))
		for _, a := range p.Areas {
			names = append(names, a.In(c.Lang()))
		}
		c.say("profile.areas", report.Arg{Name: "areas", Value: names})
	}
}

// groups are the groups of a profile's agencies in the order of the profile; ""
// is those without one, and alone where there are no agencies.
func groups(p *report.Profile) []string {
	seen := map[string]bool{}
	var all []string
	for _, a := range p.Agencies {
		if !seen[a.Group] {
			seen[a.Group] = true
			all = append(all, a.Group)
		}
	}
	if len(all) == 0 {
		return []string{""}
	}
	return all
}

// asked says what is asked of one group.
func (c *call) asked(p *report.Profile, group string) {
	n := 0
	for _, a := range p.Agencies {
		if a.Group == group {
			n++
		}
	}
	switch {
	case len(p.Agencies) == 0:
		c.say("profile.everybody")
	case group == "":
		c.say("profile.ungrouped", count("n", n))
	default:
		c.say("profile.group", word("group", group), count("n", n))
	}
	for _, q := range p.Asked(group) {
		key := "profile.question.voluntary"
		if q.Required {
			key = "profile.question"
		}
		c.say(key, word("id", q.ID), word("kind", c.Say("profile.kind."+strings.ToLower(string(q.Kind)))), word("text", shortened(q.Text.In(c.Lang()))))
	}
}

// whom is the groups that something is asked of, in brackets; empty for all.
func (c *call) whom(groups []string) string {
	if len(groups) == 0 {
		return ""
	}
	return " (" + strings.Join(groups, ", ") + ")"
}

// number is a line number, which is never grouped in threes.
func (p *console) number(n int) string { return strconv.Itoa(n) }
