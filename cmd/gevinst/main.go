// Command gevinst takes an agency from an empty workbook to the section
// «Effektivisering og gevinstrealisering» of its annual report.
//
// It reads files and arguments, and never a clock that shows in what it writes.
// It leaves with one of the codes below.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
)

// The exit codes.
const (
	done       = 0 // warnings allowed
	blocked    = 1 // findings that block
	misuse     = 2
	unreadable = 3 // a file cannot be read
	failed     = 4 // the tool failed
	partly     = 5 // of several files some could not be read

	interrupted = 130 // by Ctrl-C, as a shell says it
)

func main() {
	// One short job in a process of its own: half the memory is worth a little more collecting.
	debug.SetGCPercent(20)
	os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole program: it prints on out and errs and returns the exit code.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	if len(args) == 3 && args[1] == workerCommand {
		return serve(args[2:], in, out, errs)
	}
	lang, err := language(args[1:], os.Getenv)
	p, broken := newConsole(lang, out, errs)
	if broken != nil {
		io.WriteString(errs, broken.Error()+"\n")
		return failed
	}
	if err != nil {
		return p.misuse("", err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	code := dispatch(ctx, p, in, args[1:])
	if p.failure != nil {
		return p.unprinted()
	}
	return code
}
