package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
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
	name := strings.TrimLeft(arg, "-")
	return slices.ContainsFunc(options, func(o option) bool {
		return o.takes != "" && (o.name == name || o.short == name && name != "")
	})
}

// flagSlip says in our words what the flag parser found.
func flagSlip(err error) error {
	const undefined = "flag provided but not defined: "
	if name, ok := strings.CutPrefix(err.Error(), undefined); ok {
		return slip("slip.flag", word("flag", dashes(name)))
	}
	return slip("slip.parse", word("detail", err.Error()))
}

// dashes writes a flag as help does: -o but --format.
func dashes(s string) string {
	name := strings.TrimLeft(s, "-")
	if len(name) > 1 {
		return "--" + name
	}
	return "-" + name
}
