package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"gevinst/report"
)

// command is one subcommand. Its words stand in the text files under
// "cmd.<name>" (one line), "cmd.<name>.args", ".text" and ".examples".
type command struct {
	name  string
	flags []option
	verbs []string // the only words that its first argument may be, nil where that is a file
	takes kind     // the files that its arguments name
	run   func(*call) int
}

// option is a flag of a command. Its words stand under "flag.<command>.<name>",
// or "flag.<name>" where they are the same everywhere.
type option struct {
	name, short string
	takes       string   // what follows it, said under "takes.<takes>"; empty for a switch
	values      []string // the only values it takes, nil where any will do
}

// call is one run of a command.
type call struct {
	*console
	ctx   context.Context // ends when the user interrupts
	in    io.Reader
	name  string
	args  []string
	flags *cli.Context
}

func (c *call) value(flag string) string { return c.flags.String(flag) }
func (c *call) on(flag string) bool      { return c.flags.Bool(flag) }

// commands lists every command in the order in which help names them.
func commands() []command {
	return []command{
		demoCommand(), workbookCommand(), profileCommand(), orderCommand(), checkCommand(), reportCommand(), batchCommand(),
		consolidateCommand(), explainCommand(),
		auditCommand(), traceCommand(), sampleCommand(), diffCommand(),
		keyCommand(), rulesCommand(), schemaCommand(), completionCommand(), manCommand(), versionCommand(), helpCommand(),
	}
}

// langOption is understood by every command, before any flag is parsed.
func langOption() option {
	return option{name: "lang", takes: "lang", values: []string{"nb", "nn", "en"}}
}

// dispatch finds the command and runs it.
func dispatch(ctx context.Context, p *console, in io.Reader, args []string) int {
	name, rest := commandName(args)
	if wantsHelp(args) {
		return p.help(name)
	}
	known := commands()
	if name == "" {
		return p.nameless(known, rest)
	}
	at := slices.IndexFunc(known, func(c command) bool { return c.name == name })
	if at < 0 {
		return p.misuse("", unknownCommand(known, name))
	}
	return runCommand(ctx, p, in, known[at], rest)
}

// nameless answers whoever names no command: with help, with the version that was
// asked for in the way of other programs, or with the flag that does not exist.
func (p *console) nameless(known []command, args []string) int {
	ordered, err := flagsFirst([]option{langOption(), {name: "version"}}, args)
	if err != nil {
		return p.misuse("", err)
	}
	for _, arg := range ordered {
		switch name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "="); {
		case name == "version":
			return p.version()
		case strings.HasPrefix(arg, "-") && arg != "--" && name != "lang":
			return p.misuse("", slip("slip.flag", word("flag", dashes(name))))
		}
	}
	p.print(p.errs, p.programHelp(known))
	return misuse
}

// commandName is the first argument that is neither a flag nor the language,
// and what is left without it.
func commandName(args []string) (string, []string) {
	for i := 0; i < len(args); i++ {
		switch {
		case args[i] == "--lang" || args[i] == "-lang":
			i++
		case !strings.HasPrefix(args[i], "-") || args[i] == "-":
			return args[i], slices.Concat(args[:i], args[i+1:])
		}
	}
	return "", args
}

func wantsHelp(args []string) bool {
	for _, arg := range args {
		if arg == "--" {
			return false
		}
		if arg == "--help" || arg == "-h" || arg == "-help" {
			return true
		}
	}
	return false
}

// runCommand parses the flags of one command, wherever they stand among the
// files, and runs it.
func runCommand(ctx context.Context, p *console, in io.Reader, c command, args []string) int {
	code := failed
	app := &cli.App{
		Name: "gevinst", HideHelp: true, HideVersion: true, Writer: io.Discard, ErrWriter: io.Discard,
		Flags:          cliFlags(c.flags),
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError: func(_ *cli.Context, err error, _ bool) error {
			code = p.misuse(c.name, flagSlip(c.flags, err))
			return err
		},
		Action: func(flags *cli.Context) error {
			code = start(&call{console: p, ctx: ctx, in: in, name: c.name, args: spread(flags.Args().Slice()), flags: flags}, c)
			return nil
		},
	}
	ordered, err := flagsFirst(c.flags, args)
	if err != nil {
		return p.misuse(c.name, err)
	}
	app.Run(append([]string{"gevinst"}, ordered...))
	return code
}

// start runs a command once its flags have values that they may have.
func start(run *call, c command) int {
	for _, o := range c.flags {
		value := run.value(o.name)
		if o.values != nil && o.name != "lang" && value != "" && !slices.Contains(o.values, value) {
			return run.misuse(c.name, slip("slip.value", word("flag", "--"+o.name), word("value", value), report.Arg{Name: "values", Value: o.values}))
		}
	}
	return c.run(run)
}
