package main

import (
	"errors"
	"strings"

	"gevinst/report"
	"gevinst/report/near"
)

func unknownCommand(known []command, name string) error {
	if meant := near.Of(name, names(known)); meant != "" {
		return slip("slip.command.near", word("value", name), word("near", meant))
	}
	return slip("slip.command", word("value", name))
}

// names lists the names of commands.
func names(known []command) []string {
	all := make([]string, 0, len(known))
	for _, c := range known {
		all = append(all, c.name)
	}
	return all
}

// misused is a mistake in how the command was called, as a sentence to be said.
type misused struct {
	key  string
	args []report.Arg
}

func (m *misused) Error() string { return m.key }

func slip(key string, args ...report.Arg) error { return &misused{key, args} }

// misuse says what is wrong with the call and where help is.
func (p *console) misuse(name string, err error) int {
	var m *misused
	if errors.As(err, &m) {
		p.note(m.key, m.args...)
	}
	p.note("slip.help", word("command", strings.TrimSpace("gevinst "+name)))
	return misuse
}
