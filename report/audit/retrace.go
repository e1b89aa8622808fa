package audit

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"gevinst/report"
	"gevinst/report/audit/evidence"
	"gevinst/report/audit/second"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/workbook"
)

// retrace walks the way from the workbook again, by both paths, as far as it goes.
// What stops it is an exception of the check "source".
func (x *examination) retrace() {
	x.begin("source")
	if x.sector {
		x.stop(Exception{Kind: "sector", File: x.base + pdfFile})
		return
	}
	if x.statement == nil && x.figures == nil && x.pdf == nil {
		x.stop(Exception{Kind: "nothing", File: x.base + pdfFile})
		return
	}
	options := check.Options{Final: x.parameters.Status == string(batch.Final)}
	if !x.findWorkbook() || !x.knowsSet() || !x.hasProfile(&options) || !x.readPrevious(&options) || !x.read(&x.workbook, options) {
		return
	}
	if x.sameAgency() {
		x.remake(options)
	}
}

func (x *examination) stop(e Exception) {
	e.Stops = true
	x.except(e)
}

// findWorkbook takes the workbook that is named, else the one inside the PDF, else
// the one in the inbox or beside it that the report says it was made of.
func (x *examination) findWorkbook() bool {
	w := &x.workbook
	if w.path = x.request.Workbook; w.path != "" {
		return x.load(w)
	}
	if x.pdf != nil && x.pdf.Attached[insideWorkbook] != nil {
		w.path, w.content = x.base+pdfFile+"#"+insideWorkbook, x.pdf.Attached[insideWorkbook]
		return true
	}
	if x.stated == nil {
		x.stop(Exception{Kind: "workbook.unnamed"})
		return false
	}
	w.path = x.lies(x.request.Inbox, *x.stated)
	return x.load(w)
}

// lies is where a workbook that the report names should lie.
func (x *examination) lies(in *Folder, w evidence.Workbook) string {
	if in != nil {
		if path := in.find(w); path != "" {
			return path
		}
	}
	return filepath.Join(x.dir, filepath.Base(w.File))
}

func (x *examination) load(w *workbookFile) bool {
	content, err := readFile(w.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		x.stop(Exception{Kind: "workbook.missing", File: filepath.Base(w.path)})
	case err != nil:
		x.stop(Exception{Kind: "workbook.unreadable", File: filepath.Base(w.path), Args: words("detail", err.Error())})
	}
	if err != nil {
		w.path = ""
		return false
	}
	w.content = content
	return true
}

// knowsSet tells whether this program has the requirement set of the report.
func (x *examination) knowsSet() bool {
	var stated evidence.Set
	switch {
	case x.figures != nil: // the manifest's may be the only thing that was changed; checkPackage compares
		stated = evidence.Set{Set: x.figures.Set.Set, Version: x.figures.Set.Version, SHA256: x.figures.Set.SHA256}
	case x.statement != nil:
		stated = x.statement.Predicate.Set
	default:
		return true
	}
	for _, s := range x.request.Sets {
		if s.Hash == stated.SHA256 || x.statement != nil && s.Hash == x.statement.Predicate.Set.SHA256 {
			return true
		}
	}
	x.stop(Exception{Kind: "set.unknown", Reported: stated.Version + " " + stated.SHA256, Args: words("version", stated.Version)})
	return false
}

// hasProfile finds out under which of a ministry's requirements the report was made,
// and tells whether they are at hand. A PDF that lies alone does not say; whoever
// gives a profile then knows.
func (x *examination) hasProfile(o *check.Options) bool {
	given, stated := x.request.Profile, x.statedProfile()
	switch {
	case stated == nil && given != nil && (x.statement != nil || x.figures != nil):
		x.except(Exception{Kind: "profile.unused", Severity: report.Warning, Found: given.Hash, Args: words("ministry", given.Ministry)})
	case stated == nil:
		o.Profile = given
	case given == nil:
		x.stop(Exception{Kind: "profile.missing", Reported: stated.SHA256, Args: words("ministry", stated.Ministry)})
		return false
	case given.Hash != stated.SHA256:
		x.stop(Exception{Kind: "profile.other", Reported: stated.SHA256, Found: given.Hash, Args: words("ministry", stated.Ministry)})
		return false
	default:
		o.Profile = given
	}
	return true
}

// statedProfile is the profile that the manifest or the figures name, nil where
// neither does. Where only one of them does, checkPackage tells.
func (x *examination) statedProfile() *evidence.Profile {
	if x.statement != nil && x.statement.Predicate.Profile != nil {
		return x.statement.Predicate.Profile
	}
	if x.figures != nil {
		return x.figures.Profile
	}
	return nil
}

// readPrevious reads last year's workbook where the report was made with it.
func (x *examination) readPrevious(o *check.Options) bool {
	var stated *evidence.Workbook
	if x.statement != nil {
		stated = x.statement.Predicate.Previous
	}
	w := &x.previous
	w.path = x.request.Previous
	switch {
	case stated == nil && w.path == "":
		return true
	case w.path == "":
		w.path = x.lies(x.request.Archive, *stated)
	}
	if _, err := os.Stat(w.path); errors.Is(err, fs.ErrNotExist) {
		x.stop(Exception{Kind: "previous.missing", File: filepath.Base(w.path)})
		return false
	}
	if !x.load(w) || !x.read(w, check.Options{}) {
		return false
	}
	if stated != nil && stated.Data != w.origin.Data {
		x.except(Exception{Kind: "previous.changed", File: filepath.Base(w.path), Reported: stated.Data, Found: w.origin.Data})
	}
	o.Previous = w.seen.Outcome
	return true
}

// read reads a workbook by both paths and computes its figures by both.
func (x *examination) read(w *workbookFile, o check.Options) bool {
	name := filepath.Base(w.path)
	draft, found, err := workbook.Read(x.ctx, name, bytes.NewReader(w.content), int64(len(w.content)), x.request.Sets)
	var refusal *workbook.Refusal
	switch {
	case errors.As(err, &refusal):
		x.stop(Exception{Kind: "workbook.refused", File: name, Finding: &refusal.Finding})
		return false
	case err != nil:
		x.stop(Exception{Kind: "workbook.unreadable", File: name, Args: words("detail", err.Error())})
		return false
	}
	w.origin = draft.Origin
	for _, s := range draft.Sheets { // before the check, which lets go of the cells of a large workbook
		for _, row := range s.Rows {
			for _, c := range row.Cells {
				w.places, w.sheets = append(w.places, c), append(w.sheets, s.Name)
			}
		}
	}
	if w == &x.workbook {
		x.asItWas(draft)
	}
	w.seen = &batch.Examined{Path: w.path, Draft: draft, Outcome: check.Run(draft, found, o)}
	w.counts = w.seen.Outcome.Submission.Counts
	if w == &x.workbook {
		x.countedAsItWas(w.seen.Outcome.Submission)
	}
	if w.book, err = second.Read(w.content, draft.Spec, draft.Unused); err == nil {
		w.result, err = second.Compute(w.book, draft.Spec)
	}
	switch {
	case errors.Is(err, second.ErrLarge):
		x.stop(Exception{Kind: "workbook.large", File: name, Args: []report.Arg{{Name: "n", Value: second.MostCells}}})
	case err != nil:
		x.stop(Exception{Kind: "second.unreadable", File: name, Args: words("detail", err.Error())})
	}
	return err == nil
}

// asItWas gives a workbook the name and the hashes of the one that the report was
// made of, which the report prints, so that what differs is what the workbook says
// and not what it is called; checkSource compares the hashes.
func (x *examination) asItWas(draft *report.Draft) {
	if x.stated == nil {
		return
	}
	x.dataSame = x.stated.Data == draft.Origin.Data
	draft.Origin = report.Origin{File: x.stated.File, SHA256: x.stated.SHA256, Data: x.stated.Data}
}

// countedAsItWas gives a workbook with the same data the number of cells that it had
// when the report was made: a program that saves it anew may write the form's own
// cells otherwise.
func (x *examination) countedAsItWas(s *report.Submission) {
	if x.stated == nil || !x.dataSame || x.figures == nil {
		return
	}
	was := x.figures.Counts.Cells
	if was.Used == s.Counts.Used && was.Unused == s.Counts.Unused && was.Read == was.Used+was.Form+was.Unused {
		s.Counts = was
	}
}

// sameAgency tells whether the workbook belongs to the report at all.
func (x *examination) sameAgency() bool {
	f := x.figures
	if f == nil {
		return true
	}
	a := &x.workbook.seen.Outcome.Submission.Agency
	was, is := orNothing(f.Agency.OrgNr), a.OrgNr.Or("")
	if f.Year != nil {
		was += " " + strconv.Itoa(*f.Year)
	}
	if is += " " + strconv.Itoa(a.Year.Value); was == is {
		return true
	}
	x.stop(Exception{Kind: "workbook.other", File: filepath.Base(x.workbook.path), Reported: was, Found: is})
	return false
}

func orNothing(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
