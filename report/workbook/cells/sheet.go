package cells

import (
	"context"
	"errors"
	"fmt"
	"strconv"

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
	sheet := b.Sheets[i]
	r, err := b.archive.open(sheet.part)
	if err != nil {
		return refuse(err, sheet.part, sheet.Name)
	}
	defer r.Close()
	s, err := newScanner(r)
	if err == nil {
		reader := &sheetReader{book: b, scan: s, yield: yield, shared: map[string]*string{}}
		err = reader.run()
	}
	if errors.Is(err, Stop) {
		return nil
	}
	return refuse(err, sheet.part, sheet.Name)
}

// sheetReader follows the elements worksheet, sheetData, row, c, and what is in c.
type sheetReader struct {
	book   *Book
	scan   *scanner
	yield  func(report.Cell) error
	keep   arena
	shared map[string]*string // formula by shared index

	inData   bool
	row, col int
	rows     bitset // rows seen: a row that stands twice is a conflict
	cols     bitset // columns seen in this row
	cell     open
}

// open is the cell that is being read.
type open struct {
	active            bool
	row, col          int
	kind              []byte
	style             int
	value, text       []byte
	formula           []byte
	hasValue, hasText bool
	hasFormula        bool
	sharedIndex       string
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
			err = r.start(&t)
		case endTag:
			err = r.end(&t)
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
	var bad error
	err := t.attributes(func(name, value []byte) {
		if string(name) == "r" {
			row, bad = strconv.Atoi(string(value))
		}
	})
	if err = errors.Join(err, bad); err != nil {
		return err
	}
	if row < 1 || row > maxRows {
		return fmt.Errorf("row %d is outside the sheet", row)
	}
	if r.rows.add(row) {
		return fmt.Errorf("row %d stands twice", row)
	}
	r.row, r.col = row, 0
	r.cols.clear()
	return nil
}

func (r *sheetReader) startCell(t *token) error {
	c := &r.cell
	*c = open{active: true, row: r.row, col: r.col + 1, value: c.value[:0], text: c.text[:0], formula: c.formula[:0], kind: c.kind[:0]}
	var bad error
	err := t.attributes(func(name, value []byte) {
		switch string(name) {
		case "r":
			c.row, c.col, bad = parseRef(value)
		case "t":
			c.kind = append(c.kind, value...)
		case "s":
			c.style, _ = strconv.Atoi(string(value))
		}
	})
	if err = errors.Join(err, bad); err != nil {
		return err
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

// parseRef reads "N12".
func parseRef(ref []byte) (row, col int, err error) {
	i := 0
	for ; i < len(ref) && i < 4 && (ref[i]|0x20) >= 'a' && (ref[i]|0x20) <= 'z'; i++ {
		col = col*26 + int(ref[i]|0x20-'a') + 1
	}
	row, err = strconv.Atoi(string(ref[i:]))
	if err != nil || i == 0 || row < 1 || ref[i] == '+' {
		return 0, 0, fmt.Errorf("bad cell reference %q", ref)
	}
	return row, col, nil
}

// inside sees the elements of a cell: v, f, is with its runs.
func (r *sheetReader) inside(t *token) error {
	c, name := &r.cell, string(t.name)
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
		return t.attributes(func(name, value []byte) {
			if string(name) == "si" {
				c.sharedIndex = string(value)
			}
		})
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

// finish yields the cell that has just ended.
func (r *sheetReader) finish() error {
	c := &r.cell
	if c.foreign && !c.hasValue && !c.hasText {
		return fmt.Errorf("cell %s%d holds only elements of another kind", report.ColumnName(c.col), c.row)
	}
	cell := report.Cell{Row: uint32(c.row), Col: uint16(c.col)}
	if c.style > 0 && c.style < len(r.book.formats) || c.style == 0 && len(r.book.formats) > 0 {
		cell.Shown = r.book.formats[c.style]
	}
	cell.Formula = r.formula()
	var err error
	cell.Kind, cell.Raw, err = r.value(c)
	if err != nil {
		return fmt.Errorf("cell %s%d: %w", report.ColumnName(c.col), c.row, err)
	}
	if cell.Formula != nil && cell.Kind == report.Blank && !(c.hasValue && string(c.kind) == "str") {
		cell.Kind = report.NoCache // an empty v is a result only where it is the empty text
	}
	return r.yield(cell)
}

// formula is the cell's formula. A cell that shares another's has that one's text.
func (r *sheetReader) formula() *string {
	c := &r.cell
	if !c.hasFormula {
		return nil
	}
	if len(c.formula) == 0 {
		if master := r.shared[c.sharedIndex]; master != nil && c.sharedIndex != "" {
			return master
		}
		unknown := "…"
		return &unknown
	}
	text := r.keep.keep(c.formula)
	if c.sharedIndex != "" {
		r.shared[c.sharedIndex] = &text
	}
	return &text
}

func (r *sheetReader) value(c *open) (report.CellKind, string, error) {
	switch string(c.kind) {
	case "inlineStr":
		if !c.hasText && c.hasValue { // a few programs put the text in v
			return report.Text, unescape(r.keep.keep(c.value)), nil
		}
		if !c.hasText {
			return report.Blank, "", nil
		}
		return report.Text, unescape(r.keep.keep(c.text)), nil
	}
	if len(c.value) == 0 {
		return report.Blank, "", nil
	}
	switch string(c.kind) {
	case "", "n":
		return report.Number, r.keep.keep(trimSpace(c.value)), nil
	case "s":
		n, err := strconv.Atoi(string(trimSpace(c.value)))
		if err != nil || n < 0 || n >= len(r.book.strings) {
			return 0, "", fmt.Errorf("shared string %q does not exist", c.value)
		}
		return report.Text, r.book.strings[n], nil
	case "str":
		return report.Text, unescape(r.keep.keep(c.value)), nil
	case "b":
		return report.Bool, boolean(string(c.value)), nil
	case "e":
		return report.ErrorValue, r.keep.keep(c.value), nil
	case "d":
		return report.ISODate, r.keep.keep(trimSpace(c.value)), nil
	}
	return 0, "", fmt.Errorf("unknown cell type %q", c.kind)
}

func trimSpace(b []byte) []byte {
	for len(b) > 0 && b[0] <= ' ' {
		b = b[1:]
	}
	for len(b) > 0 && b[len(b)-1] <= ' ' {
		b = b[:len(b)-1]
	}
	return b
}

func boolean(s string) string {
	if truth(s) {
		return "1"
	}
	return "0"
}

// bitset remembers small numbers.
type bitset []uint64

// add puts n in and tells whether it was there.
func (b *bitset) add(n int) bool {
	word := n / 64
	for len(*b) <= word {
		*b = append(*b, 0)
	}
	bit := uint64(1) << (n % 64)
	was := (*b)[word]&bit != 0
	(*b)[word] |= bit
	return was
}

func (b *bitset) clear() { *b = (*b)[:0] }
