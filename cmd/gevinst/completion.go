package main

import (
	"embed"
	"io"
	"slices"
	"strings"
	"text/template"
)

// completions are the scripts of the shells, filled in with our commands.
//
//go:embed completion
var completions embed.FS

func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

func completionCommand() command {
	return command{name: "completion", flags: []option{langOption()}, run: func(c *call) int {
		if len(c.args) != 1 || !slices.Contains(shells(), c.args[0]) {
			return c.misuse("completion", slip("slip.shell", word("values", strings.Join(shells(), ", "))))
		}
		if err := c.write(func(w io.Writer) error { return c.complete(w, c.args[0]) }); err != nil {
			return c.broken(err)
		}
		return done
	}}
}

// offered is a command as a completion script sees it.
type offered struct {
	Name, Says string
	Flags      []offeredFlag
	Words      []string // the only arguments it takes, nil where it takes files
}

type offeredFlag struct {
	Name, Short, Says, ZshValue string
	Takes, Folder               bool
	Values                      []string
}

func (p *console) complete(w io.Writer, shell string) error {
	quote := func(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
	if shell == "powershell" {
		quote = func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
	}
	script, err := template.New(shell+".txt").
		Funcs(template.FuncMap{"join": strings.Join, "quote": quote}).
		ParseFS(completions, "completion/"+shell+".txt")
	if err != nil {
		return err
	}
	return script.Execute(w, map[string]any{"Commands": p.offers()})
}

func (p *console) offers() []offered {
	var all []offered
	for _, c := range commands() {
		o := offered{Name: c.name, Says: plain(p.Say("cmd." + c.name))}
		for _, f := range c.flags {
			o.Flags = append(o.Flags, offeredFlag{
				Name: f.name, Short: f.short, Says: plain(p.Say(p.optionKey(c.name, f))), ZshValue: zshValue(f),
				Takes: f.takes != "", Folder: f.folder, Values: f.values,
			})
		}
		o.Words = argumentsOf(c.name)
		all = append(all, o)
	}
	return all
}

// argumentsOf lists the only arguments of a command that takes no file.
func argumentsOf(name string) []string {
	switch name {
	case "completion":
		return shells()
	case "help":
		var names []string
		for _, c := range commands() {
			names = append(names, c.name)
		}
		return names
	default:
		return nil
	}
}

func zshValue(f option) string {
	switch {
	case f.takes == "":
		return ""
	case f.values != nil:
		return ": :(" + strings.Join(f.values, " ") + ")"
	case f.folder:
		return ": :_files -/"
	default:
		return ": :_files"
	}
}

// plain leaves out what zsh reads as part of its own notation.
func plain(s string) string { return strings.NewReplacer("[", "(", "]", ")", ":", " –").Replace(s) }
