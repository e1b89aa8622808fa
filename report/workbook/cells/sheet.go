package cells

import (
	"context"
	"errors"
	"fmt"

	"gevinst/report"
)

func isContext(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// Stop is what yield returns to read no further. What follows is then not
// checked: use it only to look for a heading.
//
//lint:ignore ST1012 a signal, named as fs.SkipAll is
var Stop = errors.New("stop")

// Cells calls yield with every cell of sheet i that is there, filled or styled,
// in the order of the file. Nothing has been yielded for good until Cells
// returns nil: on an error the caller drops what it got.
func (b *Book) Cells(i int, yield func(report.Cell) error) error {
	return b.Styled(i, func(c report.Cell, _ int) error { return yield(c) })
}

// Styled does the same, with the number of each cell's style.
func (b *Book) Styled(i int, yield func(c report.Cell, style int) error) error {
	sheet := b.Sheets[i]
	err := b.scan(sheet.part, func(s *scanner) error {
		r := &sheetReader{book: b, scan: s, yield: yield, shared: map[string]*string{}}
		err := r.run()
		b.Sheets[i].Merged, b.Sheets[i].shade = r.areas, r.shade
		return err
	})
	if errors.Is(err, Stop) {
		return nil
	}
	return refuse(err, sheet.part, sheet.Name)
}

// sheetReader follows the elements worksheet, sheetData, row, c, and what is in c.
type sheetReader struct {
	book   *Book
	scan   *scanner
	yield  func(report.Cell, int) error
	shared map[string]*string // formula by shared index

	inData   bool
	row, col int
	rows     bitset // rows seen: a row that stands twice is a conflict
	cols     bitset // columns seen in this row
	cell     openCell
	areas    []Area // merged
	shade    shade
}

// openCell is the cell that is being read.
type openCell struct {
	active            bool
	row, col          int
	kind              []byte
	style             int
	value, text       []byte
	formula           []byte
	hasValue, hasText bool
	hasFormula        bool
	sharedIndex       []byte  // of a shared formula
	into              *[]byte // where characters go
	guide             bool    // inside a phonetic run
	foreign           bool    // it holds elements under another prefix
}

func (r *sheetReader) run() error {
	for {
		t, err := r.scan.next()
		if err != nil {
			return err
		}
		switch t.kind {
		case endOfPart:
			return nil
		case startTag:
			err = r.start(t)
		case endTag:
			err = r.end(t)
		case characters:
			if r.cell.into != nil {
				*r.cell.into, err = t.decode(*r.cell.into)
			}
		}
		if err != nil {
			return err
		}
	}
}

// The depths at which the elements of a sheet stand.
const (
	atData = 2
	atRow  = 3
	atCell = 4
)

func (r *sheetReader) start(t *token) error {
	depth, name := r.scan.depth(), string(t.name)
	switch {
	case depth == atData && t.own && name == "sheetData":
		r.inData = true
	case depth == atData && name == "sheetData":
		return outOfPlace(t)
	case !r.inData && name == "mergeCell":
		return r.merged(t)
	case !r.inData && name == "col":
		r.shade.run(t)
	case !r.inData:
		return nil
	case depth == atRow:
		if !t.own || name != "row" {
			return outOfPlace(t)
		}
		return r.startRow(t)
	case depth == atCell:
		if t.own && name == "c" {
			return r.startCell(t)
		}
		if name != "extLst" {
			return outOfPlace(t)
		}
	case r.cell.active:
		return r.inside(t)
	}
	return nil
}

// outOfPlace refuses an element among the cells that this reader would pass over
// and another program may read: under a second prefix of the same namespace, or
// with alternatives.
func outOfPlace(t *token) error {
	return fmt.Errorf("the element %q stands where rows and cells belong", t.name)
}

func (r *sheetReader) startRow(t *token) error {
	row := r.row + 1
	for _, a := range t.attrs {
		if string(a.name) == "r" {
			row = digits(a.value)
		}
	}
	if row < 1 || row > maxRows {
		return fmt.Errorf("row %d is outside the sheet", row)
	}
	if r.rows.add(row) {
		return fmt.Errorf("row %d stands twice", row)
	}
	if hides(t) {
		r.shade.rows.add(row)
	}
	r.row, r.col = row, 0
	r.cols.clear()
	return nil
}

func (r *sheetReader) startCell(t *token) error {
	c := &r.cell
	*c = openCell{active: true, row: r.row, col: r.col + 1, value: c.value[:0], text: c.text[:0], formula: c.formula[:0], kind: c.kind[:0], sharedIndex: c.sharedIndex[:0]}
	for _, a := range t.attrs {
		switch string(a.name) {
		case "r":
			if c.row, c.col = parseRef(a.value); c.row < 1 {
				return fmt.Errorf("bad cell reference %q", a.value)
			}
		case "t":
			c.kind = append(c.kind, a.value...)
		case "s":
			c.style = max(digits(a.value), 0)
		}
	}
	if c.row != r.row {
		return fmt.Errorf("a cell of row %d stands in row %d", c.row, r.row)
	}
	if c.col > maxColumns {
		return fmt.Errorf("column %d is outside the sheet", c.col)
	}
	if r.cols.add(c.col) {
		return fmt.Errorf("cell %s%d stands twice", report.ColumnName(c.col), c.row)
	}
	r.col = c.col
	if r.book.seen++; r.book.seen > r.book.archive.limits.Cells {
		return &Refusal{Cause: TooLarge, Detail: "more cells than the limit"}
	}
	return nil
}

// inside sees the elements of a cell: v, f, is with its runs.
func (r *sheetReader) inside(t *token) error {
	c, name := &r.cell, string(t.name)
	if c.into != nil { // a number with a tag in its middle
		return outOfPlace(t)
	}
	if !t.own {
		c.foreign = true
		return nil
	}
	if name == "v" && c.hasValue || name == "f" && c.hasFormula {
		return outOfPlace(t)
	}
	switch name {
	case "v":
		c.hasValue, c.into = true, &c.value
	case "f":
		c.hasFormula, c.into = true, &c.formula
		for _, a := range t.attrs {
			if string(a.name) == "si" {
				c.sharedIndex = append(c.sharedIndex, a.value...)
			}
		}
	case "rPh":
		c.guide = true
	case "t":
		if !c.guide {
			c.hasText, c.into = true, &c.text
		}
	}
	return nil
}

func (r *sheetReader) end(t *token) error {
	c := &r.cell
	if !t.own {
		return nil
	}
	switch string(t.name) {
	case "v", "f", "t":
		c.into = nil
	case "rPh":
		c.guide = false
	case "c":
		if c.active {
			c.active = false
			return r.finish()
		}
	case "sheetData":
		r.inData = false
	}
	return nil
}
