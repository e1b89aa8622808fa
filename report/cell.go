package report

import "strconv"

// Place is one cell of a workbook: the sheet as the file names it, row and
// column counted from 1. A zero Row names the whole sheet, a zero Place the file.
type Place struct {
	Sheet    string
	Row, Col int
}

// Ref is the cell reference without sheet, "N12"; empty where the place is no cell.
func (p Place) Ref() string {
	if p.Row == 0 || p.Col == 0 {
		return ""
	}
	return ColumnName(p.Col) + strconv.Itoa(p.Row)
}

// String is the stable form "Gevinster!N12", the sheet alone, or "" for the file.
func (p Place) String() string {
	if ref := p.Ref(); ref != "" {
		return p.Sheet + "!" + ref
	}
	return p.Sheet
}

// ColumnName is the letter name of column n counted from 1: 1 is A, 27 is AA.
func ColumnName(n int) string {
	name := ""
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// ParseRef is the row and the column of a cell reference as Ref writes it, "N12".
// A row or column that is not there is 0.
func ParseRef(ref string) (row, col int) {
	for _, r := range ref {
		switch {
		case r >= 'A' && r <= 'Z':
			col = col*26 + int(r-'A') + 1
		case r >= '0' && r <= '9':
			row = row*10 + int(r-'0')
		}
	}
	return row, col
}

// CellKind says what a cell holds. Absent, Blank and ErrorValue are three
// different things, and none of them is zero.
type CellKind uint8

// The kinds of cell.
const (
	Absent     CellKind = iota // the file has no such cell
	Blank                      // the cell is there, styled perhaps, without a value
	Number                     // Raw is the number literal of the file
	Text                       // Raw is the decoded text
	Bool                       // Raw is "0" or "1"
	ISODate                    // Raw is a date in ISO 8601, as a few programs write
	ErrorValue                 // Raw is Excel's error, "#REF!"
	NoCache                    // a formula that no program has calculated yet
)

// NumberFormat is the part of a cell's number format that changes what a reader sees.
type NumberFormat uint8

// The number formats that matter.
const (
	Plain     NumberFormat = iota
	Dated                  // the number is a date serial
	Percent                // the number is shown times one hundred
	Scaled                 // the number is shown divided by a thousand, or more
	Concealed              // nothing is shown, or another number
)

// Cell is what a workbook says at one place, before anybody has judged it. It is
// kept small, since a workbook may have millions: the sheet is its container's.
type Cell struct {
	Raw     string  // the stored text; numbers exactly as the file has them
	Formula *string // without the leading "="; nil where there is none
	Row     uint32
	Col     uint16
	Kind    CellKind
	Shown   NumberFormat // how the file shows a number
}

// Empty tells whether the cell holds nothing: absent or blank.
func (c Cell) Empty() bool { return c.Kind == Absent || c.Kind == Blank }
