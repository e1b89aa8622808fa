package main

import (
	"slices"
	"strings"
	"unicode/utf8"
)

func helpCommand() command {
	return command{name: "help", flags: []option{langOption()}, run: runHelp}
}

// runHelp shows help for a command. What may follow the command, as in "help profile
// check", is told with it.
func runHelp(c *call) int {
	if len(c.args) == 0 {
		return c.help("")
	}
	at := slices.IndexFunc(commands(), func(k command) bool { return k.name == c.args[0] })
	if len(c.args) > 2 || len(c.args) == 2 && at >= 0 && !slices.Contains(commands()[at].verbs, c.args[1]) {
		return c.misuse("help", slip("slip.one.command"))
	}
	return c.help(c.args[0])
}

// help prints the help of one command, or of the whole program.
func (p *console) help(name string) int {
	known := commands()
	if name == "" {
		p.lines(p.programHelp(known))
		return done
	}
	at := slices.IndexFunc(known, func(c command) bool { return c.name == name })
	if at < 0 {
		return p.misuse("", unknownCommand(known, name))
	}
	p.lines(p.commandHelp(known[at]))
	return done
}

func (p *console) programHelp(known []command) string {
	rows := make([][2]string, 0, len(known))
	for _, c := range known {
		rows = append(rows, [2]string{c.name, p.Say("cmd." + c.name)})
	}
	return p.page(p.Say("cmd"), []string{
		p.section("help.usage", p.Say("help.usage.program")),
		p.section("help.commands", columns(rows)),
		p.section("help.flags", columns(p.optionRows("", []option{langOption()}))),
		p.section("help.examples", p.Say("cmd.examples")),
		p.section("help.exit", p.Say("help.exit.codes")),
		p.section("help.environment", p.Say("help.environment.names")),
	})
}

func (p *console) commandHelp(c command) string {
	parts := []string{p.section("help.usage", p.usage(c)), p.Say("cmd."+c.name+".text") + "\n"}
	parts = append(parts, p.section("help.flags", columns(p.optionRows(c.name, c.flags))))
	parts = append(parts, p.section("help.examples", p.Say("cmd."+c.name+".examples")))
	return p.page("gevinst "+c.name+" – "+p.Say("cmd."+c.name), parts)
}

// usage is the one line that shows how a command is called.
func (p *console) usage(c command) string {
	words := []string{"gevinst", c.name}
	if key := "cmd." + c.name + ".args"; p.Has(key) {
		words = append(words, p.Say(key))
	}
	return strings.Join(append(words, p.Say("help.usage.flags")), " ")
}

func (p *console) optionRows(command string, options []option) [][2]string {
	var rows [][2]string
	for _, o := range append(slices.Clone(options), option{name: "help", short: "h"}) {
		rows = append(rows, [2]string{p.optionForm(o), p.Say(p.optionKey(command, o))})
	}
	return rows
}

// optionForm is a flag as it is typed: "-o, --output MAPPE".
func (p *console) optionForm(o option) string {
	form := "--" + o.name
	if o.short != "" {
		form = "-" + o.short + ", " + form
	}
	if o.takes != "" {
		form += " " + p.Say("takes."+o.takes)
	}
	return form
}

func (p *console) optionKey(command string, o option) string {
	for _, own := range []string{"flag." + command + "." + o.name, "flag." + o.name + "." + o.takes} {
		if p.Has(own) {
			return own
		}
	}
	return "flag." + o.name
}

// page puts a title over its parts with an empty line between them.
func (p *console) page(title string, parts []string) string {
	return title + "\n\n" + strings.Join(parts, "\n")
}

// section is a heading over indented lines.
func (p *console) section(heading, body string) string {
	lines := strings.Split(strings.TrimRight(body, "\n"), "\n")
	return p.Say(heading) + "\n  " + strings.Join(lines, "\n  ") + "\n"
}

// columns sets two columns, the first as wide as its widest cell.
func columns(rows [][2]string) string {
	widest := 0
	for _, r := range rows {
		widest = max(widest, utf8.RuneCountInString(r[0]))
	}
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(r[0] + strings.Repeat(" ", widest-utf8.RuneCountInString(r[0])+2) + r[1] + "\n")
	}
	return b.String()
}
