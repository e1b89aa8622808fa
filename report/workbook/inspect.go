package workbook

import (
	"context"
	"io"
	"slices"

	"gevinst/report"
	"gevinst/report/workbook/cells"
)

// Inspection is what an auditor wants to know of a workbook beside its data: where
// its form is another than the one that was issued, and what it may hide.
type Inspection struct {
	Oddities []Oddity
	Totals   map[string]report.Cell // Kontroll's value cells by machine key, as some program last calculated them
	Sheet    string                 // Kontroll as the file names it
	Modified string                 // when a program last saved it, ISO 8601; "" where it does not say
}

// Oddity is one thing that is otherwise than issued, or hidden.
type Oddity struct {
	Kind   OddityKind
	Place  report.Place
	Issued string // what the issued form has there
	Found  string
	More   int // how many more of the kind the sheet has
}

// OddityKind is said under "audit.is.form.<kind>".
type OddityKind string

// The kinds of oddity.
const (
	OtherFormula OddityKind = "formula"   // a locked formula was changed
	TypedOver    OddityKind = "typed"     // a value stands where the form calculates
	FormulaGone  OddityKind = "gone"      // the form's formula is missing
	OtherWord    OddityKind = "word"      // a heading, key or code is another
	Unprotected  OddityKind = "protected" // a sheet's protection was taken off
	HiddenSheet  OddityKind = "sheet"
	HiddenRows   OddityKind = "rows"
	HiddenColumn OddityKind = "columns"
	Outside      OddityKind = "outside" // something is fetched from another file or address
	Macros       OddityKind = "macros"
	Queries      OddityKind = "queries"
	BrokenName   OddityKind = "name"      // a defined name that points nowhere
	From1904     OddityKind = "1904"      // days are counted from 1904
	OtherFormat  OddityKind = "format"    // a number is shown in another way
	Concealed    OddityKind = "concealed" // nothing is shown of a cell, or another number
	Scaled       OddityKind = "scaled"    // a number is shown divided by a thousand or more
	Faint        OddityKind = "faint"     // the letters have the colour of what is behind them, or no size
	Noted        OddityKind = "note"      // a comment on a cell
	Drawn        OddityKind = "drawing"   // a picture or a shape over the cells
	OtherRule    OddityKind = "rule"      // a drop-down or a bound that takes more
	NoRule       OddityKind = "norule"    // a cell that takes anything where the form has a drop-down or a bound
	OtherName    OddityKind = "list"      // a name of the form's that points elsewhere
	NoZeros      OddityKind = "zeros"     // a cell that holds zero looks empty
	AsShown      OddityKind = "precision" // numbers are cut down to what is shown of them
)

// Inspect compares a workbook with the form as it is issued for the same content,
// which Write makes, and looks at what a spreadsheet program does not show.
func Inspect(ctx context.Context, r io.ReaderAt, size int64, issued io.ReaderAt, issuedSize int64, spec *report.Spec) (*Inspection, error) {
	book, err := cells.Open(ctx, r, size, cells.Limits{})
	if err != nil {
		return nil, refuse(err)
	}
	form, err := cells.Open(ctx, issued, issuedSize, cells.Limits{})
	if err != nil {
		return nil, err
	}
	in := &inspector{spec: spec, book: book, form: form, first: map[*string]int{}, spellings: map[*string]string{}, Inspection: &Inspection{Totals: map[string]report.Cell{}}}
	for _, look := range []func() error{in.sheets, in.surveys} {
		if err := look(); err != nil {
			return nil, refuse(err)
		}
	}
	return in.Inspection, nil
}

// Prepared is how many rows each table of a workbook has, by its key: what it needs
// to be compared with is no longer than that.
func Prepared(ctx context.Context, r io.ReaderAt, size int64, spec *report.Spec) (map[string]int, error) {
	book, err := cells.Open(ctx, r, size, cells.Limits{})
	if err != nil {
		return nil, refuse(err)
	}
	rows := map[string]int{}
	for i, sheet := range book.Sheets {
		at := slices.IndexFunc(spec.Sheets, func(s report.SheetSpec) bool { return s.Name == sheet.Name })
		if at < 0 {
			continue
		}
		last := report.DataRow
		err := book.Cells(i, func(c report.Cell) error {
			last = max(last, int(c.Row))
			return nil
		})
		if err != nil {
			return nil, refuse(err)
		}
		rows[spec.Sheets[at].Key] = last - report.DataRow + 1
	}
	return rows, nil
}

type inspector struct {
	*Inspection
	spec      *report.Spec
	book      *cells.Book
	form      *cells.Book
	first     map[*string]int // first row of each formula's text
	spellings map[*string]string
	last      map[string]int  // last row in which a sheet holds more than formulas, by its name
	formLast  map[string]int  // the same of the form, which may have prepared fewer rows
	grids     map[string]grid // filled cells by the sheet's name
	forms     map[string]grid // the same of the form
}

func (in *inspector) odd(kind OddityKind, at report.Place, issued, found string) {
	for i := range in.Oddities {
		if o := &in.Oddities[i]; o.Kind == kind && o.Place.Sheet == at.Sheet && (o.Place.Col == at.Col || kind == OtherFormat) && at.Row > 0 {
			o.More++
			return
		}
	}
	in.Oddities = append(in.Oddities, Oddity{Kind: kind, Place: at, Issued: issued, Found: found})
}

// sheets compares every sheet that the form has with the workbook's of that name.
func (in *inspector) sheets() error {
	var err error
	if in.grids, in.last, err = in.filled(in.book); err != nil {
		return err
	}
	if in.forms, in.formLast, err = in.filled(in.form); err != nil {
		return err
	}
	for _, s := range in.form.Sheets {
		spec := in.specOf(s.Name)
		found, there := in.grids[s.Name]
		if spec == nil || spec.Kind == report.GuideSheet || !there {
			continue // a sheet that is missing is a finding of the check
		}
		in.compare(spec, in.forms[s.Name], found)
		if spec.Kind == report.ControlSheet {
			in.totals(s.Name, found)
		}
	}
	return nil
}

func (in *inspector) specOf(name string) *report.SheetSpec {
	for i := range in.spec.Sheets {
		if in.spec.Sheets[i].Name == name {
			return &in.spec.Sheets[i]
		}
	}
	return nil
}

// compare holds formulas, headings, keys and codes to those that were issued.
func (in *inspector) compare(spec *report.SheetSpec, issued, found grid) {
	for _, c := range issued {
		was := c.Cell
		if was.Empty() && was.Formula == nil {
			continue
		}
		is, place := found.at(c), c.place(spec.Name)
		if was.Formula != nil {
			in.formula(spec, place, was, is)
			continue
		}
		words := was.Row == report.KeyRow || was.Row == report.HeadRow && spec.Kind == report.TableSheet || spec.Kind == report.CodesSheet
		if words && is.Raw != was.Raw {
			in.odd(OtherWord, place, was.Raw, is.Raw)
		}
	}
	if spec.Kind != report.CodesSheet {
		return
	}
	for _, c := range found {
		if issued.at(c).Empty() {
			in.odd(OtherWord, c.place(spec.Name), "", c.Raw)
		}
	}
}

func (in *inspector) formula(spec *report.SheetSpec, at report.Place, was, is report.Cell) {
	switch {
	case is.Formula == nil && is.Raw == "":
		if spec.Kind != report.TableSheet || at.Row <= in.last[spec.Name] {
			in.odd(FormulaGone, at, excerpt(*was.Formula, ""), "")
		}
	case is.Formula == nil:
		in.odd(TypedOver, at, excerpt(*was.Formula, ""), is.Raw)
	default:
		if in.spelt(spec.Name, was, in.formLast) != in.spelt(spec.Name, is, in.last) {
			in.odd(OtherFormula, at, excerpt(*was.Formula, *is.Formula), excerpt(*is.Formula, *was.Formula))
		}
	}
}

// spelt is a cell's formula in the shared spelling. Cells that share a formula have
// the text of the first, which is spelt once.
func (in *inspector) spelt(sheet string, c report.Cell, last map[string]int) string {
	if s, known := in.spellings[c.Formula]; known {
		return s
	}
	s := in.plain(sheet, *c.Formula, in.first[c.Formula], last)
	in.spellings[c.Formula] = s
	return s
}

// totals keeps what Kontroll was last calculated to.
func (in *inspector) totals(sheet string, found grid) {
	in.Sheet = sheet
	for _, c := range found {
		if c.Col == controlKey && c.Row >= report.DataRow {
			value, _ := found.find(int(c.Row), controlValue)
			in.Totals[c.Raw] = value.Cell
		}
	}
}
