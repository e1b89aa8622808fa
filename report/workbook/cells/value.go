package cells

import (
	"fmt"

	"gevinst/report"
)

// finish yields the cell that has just ended.
func (r *sheetReader) finish() error {
	c := &r.cell
	if c.foreign && !c.hasValue && !c.hasText {
		return fmt.Errorf("cell %s%d holds only elements of another kind", report.ColumnName(c.col), c.row)
	}
	cell := report.Cell{Row: uint32(c.row), Col: uint16(c.col)}
	if c.style < len(r.book.formats) {
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
	return r.yield(cell, c.style)
}

// formula is the cell's formula. A cell that shares another's has that one's text.
func (r *sheetReader) formula() *string {
	c := &r.cell
	if !c.hasFormula {
		return nil
	}
	if len(c.formula) == 0 {
		if master := r.shared[string(c.sharedIndex)]; master != nil {
			return master
		}
		unknown := "…"
		return &unknown
	}
	text := r.book.keep.string(c.formula)
	if len(c.sharedIndex) > 0 {
		r.shared[string(c.sharedIndex)] = &text
	}
	return &text
}

func (r *sheetReader) value(c *openCell) (report.CellKind, string, error) {
	switch string(c.kind) {
	case "inlineStr":
		if !c.hasText && c.hasValue { // a few programs put the text in v
			return report.Text, unescape(r.book.keep.string(c.value)), nil
		}
		if !c.hasText {
			return report.Blank, "", nil
		}
		return report.Text, unescape(r.book.keep.string(c.text)), nil
	}
	if len(c.value) == 0 {
		return report.Blank, "", nil
	}
	switch string(c.kind) {
	case "", "n":
		return report.Number, r.book.keep.string(trimSpace(c.value)), nil
	case "s":
		n := digits(trimSpace(c.value))
		if n < 0 || n >= len(r.book.strings) {
			return 0, "", fmt.Errorf("shared string %q does not exist", c.value)
		}
		return report.Text, r.book.strings[n], nil
	case "str":
		return report.Text, unescape(r.book.keep.string(c.value)), nil
	case "b":
		return report.Bool, boolean(string(c.value)), nil
	case "e":
		return report.ErrorValue, r.book.keep.string(c.value), nil
	case "d":
		return report.ISODate, r.book.keep.string(trimSpace(c.value)), nil
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
