package main

import (
	"bytes"
	"errors"
	"testing"
)

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// TestUnprintedIsAFailure: a list that did not arrive whole must not look done.
func TestUnprintedIsAFailure(t *testing.T) {
	var errs bytes.Buffer
	if code := run([]string{"gevinst", "rules"}, nil, full{}, &errs); code != failed {
		t.Errorf("exit code %d, want %d", code, failed)
	}
}

// TestForeignWordsStayOnTheirLine: nothing from a file name or a workbook moves
// the cursor, starts a line that looks like ours, or turns the text round.
func TestForeignWordsStayOnTheirLine(t *testing.T) {
	var out, errs bytes.Buffer
	run([]string{"gevinst", "check", "--lang", "en", "a\x1b[2J\r\nok.xlsx: Ready\u202e"}, nil, &out, &errs)
	for _, forbidden := range []string{"\x1b", "\r", "\nok.xlsx", "\u202e"} {
		if bytes.Contains(out.Bytes(), []byte(forbidden)) || bytes.Contains(errs.Bytes(), []byte(forbidden)) {
			t.Errorf("%q reached the terminal: %q %q", forbidden, out.String(), errs.String())
		}
	}
}
