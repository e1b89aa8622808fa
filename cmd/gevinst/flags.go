package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"gevinst/report/near"
)

func cliFlags(options []option) []cli.Flag {
	flags := make([]cli.Flag, 0, len(options))
	for _, o := range options {
		var aliases []string
		if o.short != "" {
			aliases = []string{o.short}
		}
		if o.takes == "" {
			flags = append(flags, &cli.BoolFlag{Name: o.name, Aliases: aliases})
		} else {
			flags = append(flags, &cli.StringFlag{Name: o.name, Aliases: aliases})
		}
	}
	return flags
}

// flagsFirst moves the flags with their values ahead of the files, so that a
// flag may stand anywhere. After "--" nothing is a flag.
func flagsFirst(options []option, args []string) ([]string, error) {
	var flags, files []string
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			files = append(files, args[i+1:]...)
			break
		}
		if arg == "-" || !strings.HasPrefix(arg, "-") {
			files = append(files, arg)
			continue
		}
		flags = append(flags, arg)
		if name, _, joined := strings.Cut(arg, "="); joined && isSwitch(options, name) {
			return nil, slip("slip.switch", word("flag", dashes(name)))
		}
		if !takesNext(options, arg) {
			continue
		}
		if i++; i == len(args) {
			return nil, slip("slip.lacking", word("flag", dashes(arg)))
		}
		flags = append(flags, args[i])
	}
	return slices.Concat(flags, []string{"--"}, files), nil
}

func takesNext(options []option, arg string) bool {
	o, ok := named(options, arg)
	return ok && o.takes != ""
}

func isSwitch(options []option, arg string) bool {
	o, ok := named(options, arg)
	return ok && o.takes == ""
}

// named is the flag that an argument is, "-o" or "--output".
func named(options []option, arg string) (option, bool) {
	name := strings.TrimLeft(arg, "-")
	at := slices.IndexFunc(options, func(o option) bool { return name != "" && (o.name == name || o.short == name) })
	if at < 0 {
		return option{}, false
	}
	return options[at], true
}

// flagSlip says in our words what the flag parser found.
func flagSlip(options []option, err error) error {
	const undefined = "flag provided but not defined: "
	const malformed = "bad flag syntax: "
	name, unknown := strings.CutPrefix(err.Error(), undefined)
	if wrong, ok := strings.CutPrefix(err.Error(), malformed); ok {
		return slip("slip.flag", word("flag", wrong))
	}
	if !unknown {
		return slip("slip.parse", word("detail", err.Error()))
	}
	var names []string
	for _, o := range options {
		names = append(names, o.name)
	}
	if meant := near.Of(strings.TrimLeft(name, "-"), names); meant != "" {
		return slip("slip.flag.near", word("flag", dashes(name)), word("near", dashes(meant)))
	}
	return slip("slip.flag", word("flag", dashes(name)))
}

// dashes writes a flag as help does: -o but --format.
func dashes(s string) string {
	name := strings.TrimLeft(s, "-")
	if len(name) > 1 {
		return "--" + name
	}
	return "-" + name
}
