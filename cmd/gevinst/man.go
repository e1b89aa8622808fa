package main

import "strings"

func manCommand() command {
	return command{name: "man", flags: []option{langOption()}, run: func(c *call) int {
		if len(c.args) > 0 {
			return c.misuse("man", slip("slip.none", word("value", c.args[0])))
		}
		c.lines(c.manual(commands()))
		return done
	}}
}

// manual is the manual page gevinst(1) in roff, made of the same words as help.
func (p *console) manual(known []command) string {
	var b strings.Builder
	b.WriteString(".TH GEVINST 1 \"\" \"gevinst " + version() + "\"\n")
	heading := func(key string) { b.WriteString(".SH " + roff(p.manHeading(key)) + "\n") }
	heading("help.name")
	b.WriteString("gevinst \\- " + roff(strings.TrimPrefix(p.Say("cmd"), "gevinst – ")) + "\n")
	heading("help.usage")
	b.WriteString(roff(p.Say("help.usage.program")) + "\n")
	heading("help.commands")
	for _, c := range known {
		b.WriteString(".SS " + roff(p.usage(c)) + "\n" + roffLines(p.Say("cmd."+c.name+".text")))
		for _, row := range p.optionRows(c.name, c.flags) {
			b.WriteString(".TP\n.B " + roff(row[0]) + "\n" + roff(row[1]) + "\n")
		}
		b.WriteString(".PP\n.EX\n" + roff(p.Say("cmd."+c.name+".examples")) + "\n.EE\n")
	}
	heading("help.exit")
	b.WriteString(".EX\n" + roff(p.Say("help.exit.codes")) + "\n.EE\n")
	heading("help.environment")
	b.WriteString(".EX\n" + roff(p.Say("help.environment.names")) + "\n.EE\n")
	return b.String()
}

func (p *console) manHeading(key string) string {
	return strings.ToUpper(strings.TrimSuffix(p.Say(key), ":"))
}

// roff escapes what a roff program would take for an instruction.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

func roffLines(s string) string { return roff(strings.TrimRight(s, "\n")) + "\n" }
