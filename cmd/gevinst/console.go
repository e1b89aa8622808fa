package main

// The rules of every printed line:
//
//  1. Only this file prints. Everything goes through a console, in one language.
//  2. What was asked for goes to standard output, and nothing else does: findings
//     for check, the derivation for explain, the names of written files for report.
//     Everything said about it goes to standard error, so that a pipe stays clean.
//  3. A finding is one line, "file: place: severity rule: sentence", the same
//     every time; what belongs to it follows, indented by two spaces.
//  4. The last line is the only verdict.
//  5. Plain text: no colour, no cursor movement. What came from a workbook cannot
//     move the cursor or start a new line. Only a batch, and only on a terminal,
//     shows on one line how far it has come, and wipes it away.
//  6. A failure to print is remembered and makes the exit code 4.

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"syscall"
	"time"
	"unicode"

	"gevinst/report"
	"gevinst/report/batch/intake"
	"gevinst/report/text"
)

// console says things to the user.
type console struct {
	*text.Voice
	out, errs io.Writer
	failure   error
	exact     bool // every decimal of a quotient is printed
	rounded   bool // a quotient was printed without
}

func newConsole(lang report.Lang, out, errs io.Writer) (*console, error) {
	voice, err := text.For(lang)
	return &console{Voice: voice, out: out, errs: errs}, err
}

// say prints a sentence of the text files on standard output.
func (p *console) say(key string, args ...report.Arg) { p.line(p.Say(key, args...)) }

// note prints a sentence on standard error.
func (p *console) note(key string, args ...report.Arg) {
	p.warn(p.Say(key, args...))
}

// warn prints a finished line on standard error.
func (p *console) warn(s string) { p.print(p.errs, inert(s)+"\n") }

// line prints a finished line on standard output.
func (p *console) line(s string) { p.print(p.out, inert(s)+"\n") }

// lines prints a finished text of our own, whole, on standard output.
func (p *console) lines(s string) { p.print(p.out, s) }

// write prints what a writer of the house makes, or nothing of it.
func (p *console) write(make func(io.Writer) error) error {
	var whole bytes.Buffer
	if err := make(&whole); err != nil {
		return err
	}
	p.print(p.out, whole.String())
	return nil
}

func (p *console) print(w io.Writer, s string) {
	if _, err := io.WriteString(w, s); err != nil && p.failure == nil {
		p.failure = err
	}
}

// unprinted says that what was asked for did not come out whole, where that can still be said.
func (p *console) unprinted() int {
	key := "out.unprinted"
	if errors.Is(p.failure, syscall.ENOSPC) {
		key = "out.unprinted.full"
	}
	p.note(key)
	return failed
}

// drawProgress writes the line of a batch that is at work over the one before.
func (p *console) drawProgress(key string, n intake.Progress, perMinute int, left time.Duration) {
	p.print(p.errs, "\r"+p.Say(key, count("done", n.Done), count("all", n.Total), count("rate", perMinute), word("left", left.String()))+"\x1b[K")
}

func (p *console) eraseProgress() { p.print(p.errs, "\r\x1b[K") }

// inert keeps somebody else's words from moving the cursor, starting a line or
// turning the direction of what follows.
func inert(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r), report.Turns(r), r == 0x2028, r == 0x2029:
			return unicode.ReplacementChar
		default:
			return r
		}
	}, s)
}

// word is an argument that is somebody's own words.
func word(name, value string) report.Arg { return report.Arg{Name: name, Value: value} }

// count is an argument that is a number of things.
func count(name string, n int) report.Arg { return report.Arg{Name: name, Value: n} }

// mostAgencies is how many agencies a line names.
const mostAgencies = 5

// agencies is the names of agencies in a sentence, cut off where they are many.
func (p *console) agencies(names []string) report.Arg {
	if more := len(names) - mostAgencies; more > 1 {
		names = append(names[:mostAgencies:mostAgencies], p.Say("sector.n.others", count("n", more)))
	}
	return word("names", p.List(names))
}

// inertLines is inert for a text of several lines of our own making.
func inertLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = inert(lines[i])
	}
	return strings.Join(lines, "\n")
}
