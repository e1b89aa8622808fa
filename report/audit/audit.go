// Package audit proves a published report: it walks the way from the workbook to
// the printed figures again, by a second path that shares no code with the one
// that made the report, and says where the two differ.
//
// Verify gathers what lies before it, lets every check of one plain list speak, and
// gives a verdict. A check yields exceptions and never stops the next; an exception
// is data and becomes a sentence at the edge. The same evidence gives the same
// verdict, byte for byte.
package audit

import (
	"context"
	"crypto/ed25519"

	"gevinst/report"
	"gevinst/report/audit/evidence"
)

// Request is what is to be audited. Only Report and Sets are required.
type Request struct {
	Report   string            // path of the PDF; the rest of the package is looked for beside it
	Workbook string            // path; "" for the one inside the PDF, or beside it
	Previous string            // path of last year's; "" for one beside the PDF
	Inbox    *Folder           // where the workbook is looked for before it is beside the PDF, nil for nowhere
	Archive  *Folder           // the same of last year's
	Profile  *report.Profile   // the ministry's, where the report was made under one
	Key      ed25519.PublicKey // of whoever is to have signed, nil where nobody is named
	Sets     []*report.Spec    // newest first

	Version string         // of this program
	Build   evidence.Build // of this program
}

// Level is the verdict in one word.
type Level string

// The levels. Only the first says that the report is what the workbook says.
const (
	Reperformed Level = "reperformed"     // without difference
	Differs     Level = "differences"     // reperformed, with differences that are listed
	Impossible  Level = "not_reperformed" // cannot be reperformed; an exception says why
)

// Verdict is what an audit came to.
type Verdict struct {
	Report     string // as the user named it
	Workbook   string // that was read, "" where none was found
	Level      Level
	Checks     []Checked   // every check, in the order of the list
	Exceptions []Exception // by severity, then in the order of the checks
}

// Checked is one check that was carried out, or that could not be.
type Checked struct {
	ID       string // said under "audit.check.<id>"
	Done     bool
	Compared int // how many things were compared
}

// Exception is one thing that is not as it should be, or that an auditor should
// know. Its sentence stands under "audit.is.<kind>".
type Exception struct {
	Check    string
	Kind     string
	Severity report.Severity // Info where it is explained and no difference
	Stops    bool            // the report cannot be reperformed because of it
	File     string          // without its folder, "" for the whole package
	Place    Place
	Reported string          // what the report says
	Found    string          // what was found instead
	Finding  *report.Finding // of the check of the workbook, where one is the reason
	Args     []report.Arg    // what else the sentence names
}

// more is the kind of an exception that stands for several that are not listed.
const more = "more"

// Differences is how many differences an exception stands for, none where it is
// only told.
func (e Exception) Differences() int {
	if e.Severity <= report.Info {
		return 0
	}
	if e.Kind == more {
		if n, ok := e.Args[0].Value.(int); ok {
			return n
		}
	}
	return 1
}

// Place is where in a file something stands: in a table of the report, under a
// heading, on a page, or in a cell of the workbook.
type Place struct {
	Table, Row, Column string
	Heading            string
	Page               int // of the PDF, from 1; 0 for none
	Cell               report.Place
	Key                string // of a figure, or the path of a value in JSON
}

// Verify audits one report. The error is the system's: the PDF cannot be read, or
// the caller gave up. Everything else is an exception.
func Verify(ctx context.Context, r Request) (*Verdict, error) {
	x, err := gather(ctx, r)
	if err != nil {
		return nil, err
	}
	defer x.close()
	return x.verdict(), nil
}

// Follow audits one report as Verify does, and keeps what it saw on its way.
func Follow(ctx context.Context, r Request) (*Verdict, *Trail, error) {
	x, err := gather(ctx, r)
	if err != nil {
		return nil, nil, err
	}
	defer x.close()
	v := x.verdict()
	return v, x.trail(), nil
}

func (x *examination) verdict() *Verdict {
	x.retrace()
	v := &Verdict{Report: x.request.Report, Workbook: x.workbook.path}
	for _, c := range checks() {
		x.begin(c.id)
		if c.needs == nil || c.needs(x) {
			c.run(x)
			x.checked.Done = true
		}
		v.Checks = append(v.Checks, x.checked)
	}
	v.Exceptions = x.ordered()
	v.Level = level(v.Exceptions)
	return v
}

// comparison is one check. It runs where the evidence has what it needs, and notes
// what it finds with x.except and how much it compared with x.compared.
type comparison struct {
	id    string
	needs func(*examination) bool
	run   func(*examination)
}

// checks is every check, in the order in which an auditor would go: what lies
// there, who vouches for it, what it was made of, and then every figure. To add
// one: a row here, its function, and its sentences in the text files.
func checks() []comparison {
	return []comparison{
		{"package", nil, checkPackage},
		{"signature", nil, checkSignature},
		{"source", (*examination).hasWorkbook, checkSource},
		{"readers", (*examination).hasWorkbook, checkReaders},
		{"completeness", (*examination).hasWorkbook, checkCompleteness},
		{"form", (*examination).hasWorkbook, checkForm},
		{"figures", (*examination).hasFigures, checkFigures},
		{"json", (*examination).hasJSON, checkJSON},
		{"pdf", (*examination).hasPDF, checkPDF},
		{"html", (*examination).hasHTML, checkHTML},
		{"attachments", (*examination).hasAttachments, checkAttachments},
		{"remake", (*examination).hasRemade, checkRemake},
	}
}

func level(all []Exception) Level {
	out := Reperformed
	for _, e := range all {
		switch {
		case e.Stops:
			return Impossible
		case e.Severity > report.Info:
			out = Differs
		}
	}
	return out
}
