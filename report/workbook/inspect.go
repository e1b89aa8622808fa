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

// grid is a sheet's filled cells by row and column; of the form, the styled ones too.
type grid map[[2]int]styled

// styled is a cell with the number of its style.
type styled struct {
	report.Cell
	style int
}

func (in *inspector) grid(book *cells.Book, i int) (grid, error) {
	g := grid{}
	err := book.Styled(i, func(c report.Cell, style int) error {
		if !c.Empty() || c.Formula != nil || book == in.form {
			g[[2]int{int(c.Row), int(c.Col)}] = styled{c, style}
			if _, known := in.first[c.Formula]; c.Formula != nil && !known {
				in.first[c.Formula] = int(c.Row)
			}
		}
		return nil
	})
	return g, err
}

// filled is the grids of a book's sheets by their names, and the last row in which
// each holds more than formulas.
func (in *inspector) filled(book *cells.Book) (map[string]grid, map[string]int, error) {
	grids, last := map[string]grid{}, map[string]int{}
	for i, s := range book.Sheets {
		g, err := in.grid(book, i)
		if err != nil {
			return nil, nil, err
		}
		grids[s.Name] = g
		for at, c := range g {
			if c.Formula == nil && !c.Empty() {
				last[s.Name] = max(last[s.Name], at[0])
			}
		}
	}
	return grids, last, nil
}

// sheets compares every sheet that the form has with the workbook's of that name.
func (in *inspector) sheets() error {
	grids, last, err := in.filled(in.book)
	if err != nil {
		return err
	}
	issued, formLast, err := in.filled(in.form)
	if err != nil {
		return err
	}
	in.last, in.formLast, in.grids, in.forms = last, formLast, grids, issued
	for _, s := range in.form.Sheets {
		spec := in.specOf(s.Name)
		found, there := grids[s.Name]
		if spec == nil || spec.Kind == report.GuideSheet || !there {
			continue // a sheet that is missing is a finding of the check
		}
		in.compare(spec, issued[s.Name], found)
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
	for _, at := range ordered(issued) {
		was, is := issued[at].Cell, found[at].Cell
		if was.Empty() && was.Formula == nil {
			continue
		}
		place := report.Place{Sheet: spec.Name, Row: at[0], Col: at[1]}
		if was.Formula != nil {
			in.formula(spec, place, was, is)
			continue
		}
		words := at[0] == report.KeyRow || at[0] == report.HeadRow && spec.Kind == report.TableSheet || spec.Kind == report.CodesSheet
		if words && is.Raw != was.Raw {
			in.odd(OtherWord, place, was.Raw, is.Raw)
		}
	}
	if spec.Kind != report.CodesSheet {
		return
	}
	for _, at := range ordered(found) {
		if issued[at].Empty() {
			in.odd(OtherWord, report.Place{Sheet: spec.Name, Row: at[0], Col: at[1]}, "", found[at].Raw)
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
	for at, c := range found {
		if at[1] == controlKey && at[0] >= report.DataRow {
			in.Totals[c.Raw] = found[[2]int{at[0], controlValue}].Cell
		}
	}
}

// ordered is the places of a grid, row by row.
func ordered(g grid) [][2]int {
	all := make([][2]int, 0, len(g))
	for at := range g {
		all = append(all, at)
	}
	slices.SortFunc(all, func(a, b [2]int) int {
		if a[0] != b[0] {
			return a[0] - b[0]
		}
		return a[1] - b[1]
	})
	return all
}
