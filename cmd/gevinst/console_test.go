package main

import (
	"errors"
	"strings"
	"syscall"
	"testing"
)

// fullDevice takes nothing, as a full disk behind a redirection.
type fullDevice struct{ why error }

func (d fullDevice) Write([]byte) (int, error) { return 0, d.why }

// TestUnprintedIsSaid asks that nobody takes half an answer for a whole one: the exit code
// tells it to programs, and a sentence to people.
func TestUnprintedIsSaid(t *testing.T) {
	for why, want := range map[error]string{syscall.ENOSPC: "the disk is full", errors.New("no cable"): "could not be printed whole. Try"} {
		for _, args := range []string{"rules", "schema", "man", "version", "help", "explain --help"} {
			var errs strings.Builder
			code := run(append([]string{"gevinst"}, append(strings.Fields(args), "--lang", "en")...), nil, fullDevice{why}, &errs)
			if code != failed || strings.Count(errs.String(), "\n") != 1 || !strings.Contains(errs.String(), want) {
				t.Errorf("gevinst %s: exit %d and %q, want %d and one line with %q", args, code, errs.String(), failed, want)
			}
		}
	}
}
