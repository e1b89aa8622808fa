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
	return command{name: "completion", verbs: shells(), flags: []option{langOption()}, run: func(c *call) int {
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
	Words      []string // the only words that its first argument may be
	Files      kind     // what its other arguments name
}

type offeredFlag struct {
	Name, Short, Says string
	Takes             bool
	Values            []string
	Files             kind
}

// kind is the files that may stand at a place of the command line: the ends of their
// names with | between, without the full stop, or one of the kinds below.
type kind string

// The kinds. A folder is offered wherever a file is, to go into.
const (
	nothing   kind = ""
	folders   kind = "/"
	anyFile   kind = "*"
	workbooks kind = "xlsx"
	reports   kind = "json"
	profiles  kind = "json"
	printed   kind = "pdf"
)

// Ends is the ends of names, none where the kind is another.
func (k kind) Ends() []string {
	if k == nothing || k == folders || k == anyFile {
		return nil
	}
	return strings.Split(string(k), "|")
}

// Folders tells whether only folders are meant.
func (k kind) Folders() bool { return k == folders }

// Any tells whether any file is meant.
func (k kind) Any() bool { return k == anyFile }

// files is what the value of a flag names.
func (o option) files() kind {
	switch o.takes {
	case "xlsx", "inbox":
		return workbooks
	case "json":
		return profiles
	case "csv":
		return "csv"
	case "folder":
		return folders
	case "file", "key", "list":
		return anyFile
	default:
		return nothing
	}
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
		o := offered{Name: c.name, Says: plain(p.Say("cmd." + c.name)), Words: c.verbs, Files: c.takes}
		for _, f := range c.flags {
			o.Flags = append(o.Flags, offeredFlag{
				Name: f.name, Short: f.short, Says: plain(p.Say(p.optionKey(c.name, f))),
				Takes: f.takes != "", Values: f.values, Files: f.files(),
			})
		}
		if c.name == "help" {
			o.Words = names(commands())
		}
		all = append(all, o)
	}
	return all
}

// plain leaves out what zsh reads as part of its own notation.
func plain(s string) string { return strings.NewReplacer("[", "(", "]", ")", ":", " –").Replace(s) }
