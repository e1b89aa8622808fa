package audit

import (
	"bytes"

	"gevinst/report"
	"gevinst/report/audit/evidence"
	"gevinst/report/batch"
)

// used is the cells that the form uses, with what each means.
func (w *workbookFile) used() []Cell {
	columns, means := w.columns(), w.meanings()
	all := make([]Cell, 0, len(w.places))
	for i, c := range w.places {
		cell := Cell{Place: report.Place{Sheet: w.sheets[i], Row: int(c.Row), Col: int(c.Col)}, Raw: c.Raw}
		if c.Formula != nil {
			cell.Formula = *c.Formula
		}
		at := columns[w.sheets[i]]
		row := cell.Place.Row
		if cell.Column = at.byCol[cell.Place.Col]; at.form {
			cell.Column, row = at.byRow[cell.Place.Row], 0
		}
		cell.Sheet = at.key
		cell.Means = means[meaning{at.key, row, cell.Column}]
		all = append(all, cell)
	}
	return all
}

// columnsOf is the keys of a sheet's columns by where they stand.
type columnsOf struct {
	key   string
	form  bool // its fields stand under each other
	byCol map[int]string
	byRow map[int]string
}

func (w *workbookFile) columns() map[string]columnsOf {
	all := map[string]columnsOf{}
	for _, s := range w.seen.Draft.Sheets {
		at := columnsOf{key: s.Key, byCol: map[int]string{}, byRow: map[int]string{}}
		for _, c := range s.Columns {
			at.byCol[c.Col], at.byRow[c.Row] = c.Key, c.Key
			at.form = at.form || c.Row > 0
		}
		all[s.Name] = at
	}
	return all
}

// meaning is where in the records the meaning of a cell stands.
type meaning struct {
	sheet  string
	row    int
	column string
}

func (w *workbookFile) meanings() map[meaning]string {
	all := map[meaning]string{}
	for sheet, rows := range batch.Records(w.seen.Outcome.Submission) {
		for _, r := range rows {
			for column, value := range r.Values {
				all[meaning{sheet, r.Row, column}] = value
			}
		}
	}
	return all
}

// unused is the filled cells that no column claims, with the finding that tells them.
func (w *workbookFile) unused() []Cell {
	why := map[report.Place]*report.Finding{}
	findings := w.seen.Outcome.Findings
	for i := range findings {
		for _, at := range append([]report.Place{findings[i].Place}, findings[i].More...) {
			if why[at] == nil {
				why[at] = &findings[i]
			}
		}
	}
	var all []Cell
	for _, at := range w.seen.Draft.Unused {
		c := Cell{Place: at, Why: why[at]}
		if c.Why == nil {
			c.Why = why[report.Place{Sheet: at.Sheet}]
		}
		if s := w.book.Sheet(at.Sheet); s != nil {
			c.Raw = s.At(at.Row, at.Col)
		}
		all = append(all, c)
	}
	return all
}

// hashes is every hash that was stated or taken.
func (x *examination) hashes() []Hash {
	var all []Hash
	for _, end := range []string{pdfFile, htmlFile, jsonFile, manifestFile, signatureFile} {
		stated := ""
		if x.statement != nil {
			stated = x.statedHash(end)
		}
		if content, there := x.files[end]; there || stated != "" {
			h := Hash{Kind: FileHash, Name: x.base + end, Stated: stated}
			if there {
				h.Found = sum(content)
			}
			all = append(all, h)
		}
	}
	stated := evidence.Workbook{}
	if x.stated != nil {
		stated = *x.stated
	}
	if w := &x.workbook; w.seen != nil || x.stated != nil {
		all = append(all, Hash{WorkbookHash, stated.File, stated.SHA256, w.origin.SHA256}, Hash{DataHash, stated.File, stated.Data, w.origin.Data})
	}
	return append(all, x.otherHashes()...)
}

// otherHashes is those of last year's workbook, the requirement set and the profile.
func (x *examination) otherHashes() []Hash {
	var all []Hash
	last := Hash{Kind: PreviousHash, Found: x.previous.origin.Data}
	if x.statement != nil && x.statement.Predicate.Previous != nil {
		last.Name, last.Stated = x.statement.Predicate.Previous.File, x.statement.Predicate.Previous.Data
	}
	if last.Stated+last.Found != "" {
		all = append(all, last)
	}
	set := Hash{Kind: SetHash}
	switch {
	case x.statement != nil:
		set.Name, set.Stated = x.statement.Predicate.Set.Version, x.statement.Predicate.Set.SHA256
	case x.figures != nil:
		set.Name, set.Stated = x.figures.Set.Version, x.figures.Set.SHA256
	}
	if x.workbook.seen != nil {
		set.Name, set.Found = x.workbook.seen.Draft.Spec.Version, x.workbook.seen.Draft.Spec.Hash
	}
	if set.Name != "" {
		all = append(all, set)
	}
	stated, given := x.statedProfile(), x.request.Profile
	profile := Hash{Kind: ProfileHash}
	if given != nil {
		profile.Name, profile.Found = given.Ministry, given.Hash
	}
	if stated != nil {
		profile.Name, profile.Stated = stated.Ministry, stated.SHA256
	}
	if profile.Name == "" {
		return all
	}
	return append(all, profile)
}

// madeFigures is the figures of the report made again, nil where it was not.
func (x *examination) madeFigures() *batch.Document {
	d, err := batch.ReadDocument(bytes.NewReader(x.remade[jsonFile]))
	if err != nil {
		return nil
	}
	return d
}
