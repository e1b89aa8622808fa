package workbook

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// Say speaks the workbook's language: package text's Voice.Say.
type Say func(key string, args ...report.Arg) string

// Order is what a workbook is written for.
type Order struct {
	Year    int
	OrgNr   string // may be empty
	Lang    report.Lang
	Filling report.Filling  // what stands in it already, the ministry's questions among it
	Profile *report.Profile // the ministry's, for its guidance and areas; nil where there is none
	Rows    int             // rows prepared in each table beyond the filled ones, 0 for the set's own number
	Most    map[string]int  // rows that a table has at most, by its key; nil for no bound
	Say     Say
}

// spare is how many empty rows follow what is filled in.
const spare = 50

// Write writes the form of a set as a workbook, blank but for what the order
// fills in. The same order gives the same bytes.
func Write(w io.Writer, spec *report.Spec, o Order) error {
	spec = demanding(spec)
	b, err := newBook(spec, o)
	if err != nil {
		return err
	}
	defer b.file.Close()
	for i := range spec.Sheets {
		if err := b.sheet(&spec.Sheets[i], i); err != nil {
			return fmt.Errorf("sheet %s: %w", spec.Sheets[i].Name, err)
		}
	}
	if err := b.stamp(); err != nil {
		return err
	}
	calculate := true
	if err := b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &calculate}); err != nil {
		return err
	}
	b.grow()
	_, err = b.file.WriteTo(w)
	return err
}

// book is a workbook in the making.
type book struct {
	file   *excelize.File
	spec   *report.Spec
	order  Order
	styles styles
	rows   map[string]int    // prepared rows by sheet key
	lists  map[string]string // defined name by code list
}

func newBook(spec *report.Spec, o Order) (*book, error) {
	if o.Filling == nil {
		o.Filling = report.Filling{}
	}
	b := &book{file: excelize.NewFile(), spec: spec, order: o, rows: map[string]int{}, lists: map[string]string{}}
	for _, s := range spec.Sheets {
		b.rows[s.Key] = max(s.Rows, len(o.Filling[s.Key])+spare)
		if o.Rows > 0 {
			b.rows[s.Key] = len(o.Filling[s.Key]) + o.Rows
		}
		if asked := len(o.Filling[s.Key]); asked > 0 && asks(&s) {
			b.rows[s.Key] = asked // nobody adds a question
		}
		if most, bound := o.Most[s.Key]; bound {
			b.rows[s.Key] = min(b.rows[s.Key], most)
		}
		if s.Kind == report.FormSheet {
			b.rows[s.Key] = len(s.Columns)
		}
	}
	for list := range spec.Codes {
		b.lists[list] = "kode_" + list
	}
	return b, b.makeStyles()
}

func (b *book) say(key string, args ...report.Arg) string { return b.order.Say(key, args...) }

// sheet writes one sheet of the form by its kind.
func (b *book) sheet(s *report.SheetSpec, position int) error {
	if position == 0 {
		if err := b.file.SetSheetName("Sheet1", s.Name); err != nil {
			return err
		}
	} else if _, err := b.file.NewSheet(s.Name); err != nil {
		return err
	}
	if err := b.heading(s); err != nil {
		return err
	}
	switch s.Kind {
	case report.TableSheet:
		return b.table(s)
	case report.FormSheet:
		return b.form(s)
	case report.CodesSheet:
		return b.codes(s)
	case report.ControlSheet:
		return b.control(s)
	default:
		return b.guide(s)
	}
}

// heading writes the title in A1 and one sentence of help in A2.
func (b *book) heading(s *report.SheetSpec) error {
	c := b.on(s.Name)
	c.text(1, report.TitleRow, s.Title.In(b.order.Lang), b.styles.title)
	if s.Kind != report.GuideSheet {
		c.text(1, report.HelpRow, s.Help.In(b.order.Lang), b.styles.help)
	}
	return c.err
}

// canvas writes cells of one sheet and keeps the first error.
type canvas struct {
	*book
	name string
	err  error
}

func (b *book) on(sheet string) *canvas { return &canvas{book: b, name: sheet} }

func (c *canvas) do(err error) {
	if c.err == nil {
		c.err = err
	}
}

// text writes words that are never a formula, whatever they begin with.
func (c *canvas) text(col, row int, s string, style int) {
	ref := cellRef(col, row)
	c.do(c.file.SetCellStr(c.name, ref, s))
	c.do(c.file.SetCellStyle(c.name, ref, ref, style))
}

func (c *canvas) formula(col, row int, formula string, style int) {
	ref := cellRef(col, row)
	c.do(c.file.SetCellFormula(c.name, ref, formula))
	c.do(c.file.SetCellStyle(c.name, ref, ref, style))
}

// shared writes one formula for a whole column of cells: the file says it once.
func (c *canvas) shared(col, first, last int, formula string, style int) {
	kind, where := excelize.STCellFormulaTypeShared, area(col, first, col, last)
	c.do(c.file.SetCellFormula(c.name, cellRef(col, first), formula, excelize.FormulaOpts{Type: &kind, Ref: &where}))
	c.do(c.file.SetCellStyle(c.name, cellRef(col, first), cellRef(col, last), style))
}

func cellRef(col, row int) string { return report.Place{Row: row, Col: col}.Ref() }

// area is a range of one sheet in A1 notation.
func area(col1, row1, col2, row2 int) string { return cellRef(col1, row1) + ":" + cellRef(col2, row2) }

// absolute is a range with its sheet, as defined names and list sources need it.
func absolute(sheet string, col1, row1, col2, row2 int) string {
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", sheet, report.ColumnName(col1), row1, report.ColumnName(col2), row2)
}
