// Package batch walks the pipeline: a workbook is read, checked and computed by
// Examine, and what came of it is written by Section.
//
// It decides nothing that a room decides and says no word of its own. Outputs
// are written whole or not at all, and no input is ever written to.
package batch

import (
	"context"
	"crypto/ed25519"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"gevinst/report"
	"gevinst/report/audit/evidence"
	"gevinst/report/chapter"
	"gevinst/report/check"
	"gevinst/report/html"
	"gevinst/report/pdf"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/templates"
)

// Examined is one workbook, read, checked and computed.
type Examined struct {
	Path    string // as the user named it
	Draft   *report.Draft
	Outcome *check.Outcome
}

// Examine reads a workbook and checks it. A *workbook.Refusal says that the file
// is no workbook of ours, ErrFolder or ErrDevice that it is no file; any other error is the
// system's.
func Examine(ctx context.Context, path string, o check.Options) (*Examined, error) {
	file, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	sets, err := templates.Sets()
	if err != nil {
		return nil, err
	}
	draft, found, err := workbook.Read(ctx, path, file, info.Size(), sets)
	if err != nil {
		return nil, err
	}
	return &Examined{Path: path, Draft: draft, Outcome: check.Run(draft, found, o)}, nil
}

// Open opens a file to be read, or says by ErrFolder or ErrDevice that it is none.
func Open(path string) (*os.File, error) {
	info, err := os.Stat(path) // before it is opened: a pipe would wait for its writer
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, ErrFolder
	case !info.Mode().IsRegular():
		return nil, ErrDevice
	}
	return os.Open(path)
}

// Excerpt is what stands in a cell, as a person sees it; false where the cell is empty or
// the place is no cell.
func (e *Examined) Excerpt(p report.Place) (report.Words, bool) {
	for _, sheet := range e.Draft.Sheets {
		if sheet.Name != p.Sheet {
			continue
		}
		for _, row := range sheet.Rows {
			for _, cell := range row.Cells {
				if int(cell.Row) == p.Row && int(cell.Col) == p.Col && cell.Raw != "" {
					return check.Seen(cell, e.Draft.Date1904), true
				}
			}
		}
	}
	return report.Words{}, false
}

// Issue is how a section is issued.
type Issue struct {
	Voice    *text.Voice // the section's language
	Version  string      // of the program
	Status   Status
	Previous *check.Outcome // last year's workbook, nil where it is not known
	Dated    report.Date    // of the documents' properties; the zero Date is the day of approval
	Words    report.Lang    // of the agency's own words; its written form where empty
	Embed    bool           // put the workbook and the figures inside the PDF

	Profile *report.Profile // that the workbook was checked under, nil where there is none
	Inputs  []string        // paths of what else was read, which is never written over

	Build evidence.Build     // of the program, for the manifest
	Key   ed25519.PrivateKey // signs the manifest, nil where it is not signed
}

// ErrBlocked says that a finding blocks the section.
var ErrBlocked = errors.New("findings block the section")

// Section writes <orgnr>-<year>.pdf, .html, .json and .manifest.json into a folder
// that exists, and with a key the manifest's signature, and names the written files
// in that order. All are written or none is, and none where a finding blocks.
// Files of the same names are replaced, unless one of them is an input.
func Section(e *Examined, o Issue, dir string) ([]string, error) {
	if e.Outcome.Blocks() {
		return nil, ErrBlocked
	}
	base := sectionBase(e, dir)
	outputs, err := outputsOf(e, o, base)
	if err != nil {
		return nil, err
	}
	outputs = withEvidence(e, o, base, outputs)
	inputs := append([]string{e.Path}, o.Inputs...)
	if o.Previous != nil {
		inputs = append(inputs, o.Previous.Submission.Origin.File)
	}
	if err := WriteFiles(inputs, outputs...); err != nil {
		return nil, err
	}
	if err := dropStaleSignature(base); err != nil {
		return nil, err
	}
	names := make([]string, 0, len(outputs))
	for _, out := range outputs {
		names = append(names, out.Path)
	}
	return names, nil
}

// sectionBase is where the files of a section lie, without what their names end in.
func sectionBase(e *Examined, dir string) string {
	agency := &e.Outcome.Submission.Agency
	return filepath.Join(dir, agency.OrgNr.Value+"-"+strconv.Itoa(agency.Year.Value))
}

// FinalIn is the PDF of a final section of the same agency and year that stands in the
// folder, "" where none does: a draft must not take its place unseen.
func FinalIn(e *Examined, dir string) string {
	base := sectionBase(e, dir)
	raw, err := os.ReadFile(base + evidence.ManifestSuffix)
	if err != nil {
		return ""
	}
	s, err := evidence.Read(raw)
	if _, gone := os.Stat(base + ".pdf"); err != nil || gone != nil || s.Predicate.Parameters.Status != string(Final) {
		return ""
	}
	return base + ".pdf"
}

// outputsOf is what a section is written as.
func outputsOf(e *Examined, o Issue, base string) ([]Output, error) {
	section := chapter.Compose(chapterInput(e.Outcome, o))
	options, err := attachments(e, o)
	if err != nil {
		return nil, err
	}
	return []Output{
		{base + ".pdf", func(w io.Writer) error { return pdf.Write(w, section, options) }},
		{base + ".html", func(w io.Writer) error { return html.Write(w, section) }},
		{base + ".json", func(w io.Writer) error {
			return WriteJSON(w, DocumentOf(e.Outcome, o.telling()))
		}},
	}, nil
}

func (o Issue) telling() Telling {
	return Telling{Version: o.Version, Status: o.Status, Voice: o.Voice, Profile: o.Profile}
}

func chapterInput(outcome *check.Outcome, o Issue) chapter.Input {
	in := chapter.Input{Ledger: outcome.Ledger, Voice: o.Voice, Final: o.Status == Final, Dated: o.Dated, Embedded: o.Embed, Words: o.Words}
	if o.Previous != nil {
		in.Previous = o.Previous.Ledger
	}
	for _, f := range outcome.Findings {
		if f.Severity == report.Warning {
			sentence, _ := o.Voice.Finding(f)
			in.Remarks = append(in.Remarks, chapter.Remark{Finding: f, Sentence: sentence})
		}
	}
	return in
}

// Annotate writes a copy of a workbook whose first sheet lists the findings.
func Annotate(e *Examined, path string, v *text.Voice) error {
	original, err := Open(e.Path)
	if err != nil {
		return err
	}
	defer original.Close()
	info, err := original.Stat()
	if err != nil {
		return err
	}
	a := workbook.Annotation{Say: v.Say}
	for _, f := range e.Outcome.Findings {
		n := workbook.Notice{Level: f.Severity, Severity: v.Severity(f.Severity), Rule: f.Rule, Place: f.Place, More: f.More}
		n.Sentence, n.Remedy = v.Finding(f)
		a.Notices = append(a.Notices, n)
	}
	return WriteFiles([]string{e.Path}, Output{path, func(w io.Writer) error {
		return workbook.Annotate(w, original, info.Size(), a)
	}})
}
