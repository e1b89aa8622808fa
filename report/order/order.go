// Package order writes what a ministry sends out: one prefilled workbook for each
// agency that its profile expects, and the list of them.
//
// A workbook that stands there already is never written over: it may have been
// filled in. What goes wrong with one agency is a line of the list and stops
// nothing for the others.
package order

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/profile"
	"gevinst/report/text"
	"gevinst/report/workbook"
)

// Order is what is ordered.
type Order struct {
	Profile *report.Profile
	Spec    *report.Spec // the set that serves Year
	Year    int
	Dir     string // where the workbooks are written; it exists
	From    string // folder of last year's workbooks, "" where there is none
}

// Outcome is what came of the order for one agency. It is said under "order."
// and its value.
type Outcome string

// The outcomes. Those from Blocked on wrote no workbook.
const (
	New       Outcome = "new"       // no last year to carry over from
	Alone     Outcome = "alone"     // none of last year's workbooks is the agency's
	Carried   Outcome = "carried"   // with last year's measures and gains
	Unchanged Outcome = "unchanged" // the same bytes stood there
	Blocked   Outcome = "blocked"   // last year's workbook has errors
	Twice     Outcome = "twice"     // more than one of last year's workbooks is the agency's
	Exists    Outcome = "exists"    // another workbook stands there
	Unread    Outcome = "unread"    // a file among last year's that cannot be read; it has no agency
)

// Line is one line of the list.
type Line struct {
	Agency   report.Expected // zero for an Unread file
	File     string          // name of the workbook that stands there, without its folder; "" where none does
	SHA256   string          // of that workbook, also where it is another than the one ordered
	Measures int             // carried over
	Gains    int
	Left     int // measures and gains that stayed behind
	Outcome  Outcome
	Since    int      // report year of the workbook that was carried over, 0 where none was
	Last     []string // last year's workbooks that decided it, names without folder
}

// Failed tells whether the line is something to look at: no workbook was written,
// or a file was not read.
func (l Line) Failed() bool {
	return l.Outcome == Blocked || l.Outcome == Twice || l.Outcome == Exists || l.Outcome == Unread
}

// Write writes the workbooks, an agency at a time in the order of the profile,
// and lists what became of each. An error is the system's; what was written
// before it is whole.
func Write(ctx context.Context, o Order) ([]Line, error) {
	last, lines, err := lastYear(ctx, o)
	if err != nil {
		return nil, err
	}
	var all []Line
	for _, agency := range o.Profile.Agencies {
		if err := ctx.Err(); err != nil {
			return all, err
		}
		line, err := o.agency(ctx, agency, last[agency.OrgNr])
		if err != nil {
			return all, err
		}
		all = append(all, line)
	}
	return append(all, lines...), nil
}

// agency writes the workbook of one agency.
func (o Order) agency(ctx context.Context, a report.Expected, last []string) (Line, error) {
	line := Line{Agency: a, Outcome: New, Last: names(last)}
	filling := report.Filling{"virksomhet": {{"rapportaar": strconv.Itoa(o.Year)}}}
	switch {
	case len(last) > 1:
		line.Outcome = Twice
		return line, nil
	case len(last) == 1:
		carried, since, err := o.carry(ctx, last[0])
		if err != nil || carried == nil {
			line.Outcome = Blocked
			return line, err
		}
		line.Outcome, filling, line.Left = Carried, carried.Filling, len(carried.Left)
		line.Measures, line.Gains, line.Since = len(filling["tiltak"]), len(filling["gevinster"]), since
	case o.From != "":
		line.Outcome = Alone
	}
	book, err := o.workbook(a, filling)
	if err != nil {
		return line, err
	}
	return o.put(line, book, last)
}

// workbook makes an agency's workbook in its written form.
func (o Order) workbook(a report.Expected, filling report.Filling) ([]byte, error) {
	agency := filling["virksomhet"][0]
	agency["orgnr"], agency["maalform"] = a.OrgNr, string(a.Form)
	if agency["navn"] == "" {
		agency["navn"] = report.Literal(a.Name)
	}
	profile.Put(filling, o.Profile, a.Form)
	voice, err := text.For(a.Form)
	if err != nil {
		return nil, err
	}
	var book bytes.Buffer
	err = workbook.Write(&book, o.Spec.Under(o.Profile, a.Group), workbook.Order{Year: o.Year, OrgNr: a.OrgNr, Lang: a.Form,
		Filling: filling, Profile: o.Profile, Say: voice.Say})
	return book.Bytes(), err
}

// put writes a workbook under its name, unless another stands there.
func (o Order) put(line Line, book []byte, last []string) (Line, error) {
	name := line.Agency.OrgNr + "-" + strconv.Itoa(o.Year) + ".xlsx"
	path := filepath.Join(o.Dir, name)
	there, err := os.ReadFile(path)
	switch {
	case err == nil && !bytes.Equal(there, book):
		line.Outcome, book = Exists, there
	case err == nil:
		line.Outcome = Unchanged
	case !errors.Is(err, fs.ErrNotExist):
		return line, err
	default:
		write := func(w io.Writer) error { _, err := w.Write(book); return err }
		if err := batch.WriteFiles(last, batch.Output{Path: path, Write: write}); err != nil {
			return line, err
		}
	}
	sum := sha256.Sum256(book)
	line.File, line.SHA256 = name, hex.EncodeToString(sum[:])
	return line, nil
}

func names(paths []string) []string {
	var all []string
	for _, p := range paths {
		all = append(all, filepath.Base(p))
	}
	return all
}
