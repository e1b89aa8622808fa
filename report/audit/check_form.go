package audit

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/text"
	"gevinst/report/workbook"
)

// checkForm holds the workbook's form to the one that was issued: its locked
// formulas, headings, lists and drop-downs, its protection, what it hides, how it shows
// what is filled in, and what Excel last calculated on Kontroll. None of it enters a
// figure, but it is what whoever filled the workbook in or approved it has seen.
func checkForm(x *examination) {
	w, name := &x.workbook, filepath.Base(x.workbook.path)
	issued := x.issuedFor()
	is, err := x.inspected(issued)
	if errors.Is(err, workbook.ErrInspected) {
		x.except(Exception{Kind: "form.large", Severity: report.Warning, File: name, Args: []report.Arg{{Name: "n", Value: workbook.MostInspected}}})
		return
	}
	if err != nil {
		x.except(Exception{Kind: "form.impossible", Severity: report.Warning, File: name, Args: words("detail", err.Error())})
		return
	}
	x.compared(len(w.places))
	unknown := x.issuedUnknown(issued, name)
	for _, o := range is.Oddities {
		e := Exception{Kind: "form." + string(o.Kind), Severity: severityOf(o.Kind), File: name, Place: Place{Cell: o.Place}, Reported: o.Issued, Found: o.Found}
		if unknown && slices.Contains([]workbook.OddityKind{workbook.OtherFormula, workbook.OtherWord, workbook.OtherName}, o.Kind) {
			e.Severity = report.Info // may be what the profile asked for
		}
		e.Args = []report.Arg{{Name: "n", Value: o.More}}
		x.except(e)
	}
	cached{x, is, name}.check()
	if on := w.seen.Outcome.Submission.Agency.ApprovedOn; on.OK() && len(is.Modified) >= 10 && is.Modified[:10] > on.Value.String() {
		x.except(Exception{Kind: "form.later", Severity: report.Info, File: name, Reported: on.Value.String(), Found: is.Modified[:10]})
	}
}

// severityOf is what an oddity of the form does to the verdict. What a careful
// person may have done in good faith is only told.
func severityOf(kind workbook.OddityKind) report.Severity {
	switch kind {
	case workbook.OtherFormula, workbook.TypedOver, workbook.FormulaGone, workbook.OtherWord,
		workbook.Outside, workbook.Macros, workbook.Queries, workbook.Concealed, workbook.Scaled, workbook.Faint, workbook.OtherName:
		return report.Warning
	default:
		return report.Info
	}
}

// issuedFor is the profile that the workbook was issued for, nil where it was for
// none or for another than the one that is given.
func (x *examination) issuedFor() *report.Profile {
	p, mark := x.request.Profile, x.workbook.seen.Outcome.Submission.Agency.Profile
	if p == nil || !mark.OK() || mark.Value != p.Stamp {
		return nil
	}
	return p
}

// issuedUnknown tells whether the workbook was issued for a profile that is not given,
// and says so: thresholds and lists of the form may be the profile's.
func (x *examination) issuedUnknown(issued *report.Profile, name string) bool {
	s := x.workbook.seen.Outcome.Submission
	mark := s.Agency.Profile
	if issued != nil || !mark.OK() {
		return false
	}
	at := report.Place{Sheet: s.SheetNames[mark.At.Sheet], Row: int(mark.At.Row), Col: int(mark.At.Col)}
	x.except(Exception{Kind: "form.profile", Severity: report.Info, File: name, Place: Place{Cell: at}, Found: mark.Value})
	return true
}

// inspected issues the form anew for the same content and compares.
func (x *examination) inspected(p *report.Profile) (*workbook.Inspection, error) {
	w := &x.workbook
	s, spec := w.seen.Outcome.Submission, w.seen.Draft.Spec
	voice, err := text.For(x.formLanguage())
	if err != nil {
		return nil, err
	}
	if p != nil {
		spec = spec.Under(p, p.Group(s.Agency.OrgNr.Value))
	}
	rows, err := workbook.Prepared(x.ctx, bytes.NewReader(w.content), int64(len(w.content)), spec)
	if err != nil {
		return nil, err
	}
	var issued bytes.Buffer
	order := workbook.Order{Year: s.Agency.Year.Value, OrgNr: s.Agency.OrgNr.Value, Lang: voice.Lang(), Filling: batch.Filling(s), Profile: p, Most: rows, Say: voice.Say}
	if err := workbook.Write(&issued, spec, order); err != nil {
		return nil, err
	}
	return workbook.Inspect(x.ctx, bytes.NewReader(w.content), int64(len(w.content)), bytes.NewReader(issued.Bytes()), int64(issued.Len()), spec)
}

// formLanguage is the language that most of the form's headings are in.
func (x *examination) formLanguage() report.Lang {
	best, most := report.NB, 0
	for _, lang := range report.Langs() {
		if n := x.headingsIn(lang); n > most {
			best, most = lang, n
		}
	}
	return best
}

func (x *examination) headingsIn(lang report.Lang) int {
	n := 0
	for _, s := range x.workbook.seen.Draft.Spec.Sheets {
		sheet := x.workbook.book.Sheet(s.Name)
		if sheet == nil || s.Kind != report.TableSheet {
			continue
		}
		for i, column := range s.Columns {
			if sheet.At(report.HeadRow, i+1) == column.Label.In(lang) {
				n++
			}
		}
	}
	return n
}
