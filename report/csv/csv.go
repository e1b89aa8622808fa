// Package csv writes tables for a spreadsheet in Norwegian settings, in which
// nothing runs as a formula.
//
// The separator is the semicolon, since the comma is the decimal sign there; a
// byte order mark comes first, since Excel otherwise takes UTF-8 for another
// code; lines end in CRLF, as RFC 4180 says.
package csv

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"gevinst/report"
)

// Writer writes the rows of one table. It keeps the first error and says it in Close.
type Writer struct {
	out *csv.Writer
	err error
	row []string // room for one row
}

// NewWriter begins a table on w.
func NewWriter(w io.Writer) *Writer {
	_, err := io.WriteString(w, "\ufeff")
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	return &Writer{out: out, err: err}
}

// Write writes one row; the cells are left as they are.
func (w *Writer) Write(cells []string) {
	if w.err != nil {
		return
	}
	w.row = w.row[:0]
	for _, cell := range cells {
		w.row = append(w.row, Harmless(cell))
	}
	w.err = w.out.Write(w.row)
}

// Close writes what is left. It does not close what it writes to.
func (w *Writer) Close() error {
	w.out.Flush()
	if w.err != nil {
		return w.err
	}
	return w.out.Error()
}

// lineEnds makes every line end a line feed: encoding/csv would drop a carriage
// return that stands alone.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// Harmless is a cell that no spreadsheet runs: what begins as a formula does gets
// an apostrophe in front. A plain number, "-12,50", is a number and stays one.
func Harmless(cell string) string {
	if cell == "" || plainNumber(cell) {
		return cell
	}
	first, _ := utf8.DecodeRuneInString(cell)
	cell = strings.Map(printable, lineEnds.Replace(cell))
	if strings.ContainsRune(formula, first) {
		return "'" + cell
	}
	return cell
}

// printable is r, or the replacement character where r would steer the terminal or
// the direction of what is written after it.
func printable(r rune) rune {
	if report.Turns(r) || r != '\n' && r != '\t' && unicode.IsControl(r) {
		return unicode.ReplacementChar
	}
	return r
}

// formula is the signs that a cell begins with where some spreadsheet would run
// it; the wide ones stand for the same in East Asian settings.
const formula = "=+-@\t\r\n＝＋－＠"

// plainNumber tells whether s is digits with a sign and one decimal mark at most.
func plainNumber(s string) bool {
	whole, part, marked := strings.Cut(strings.Replace(strings.TrimPrefix(s, "-"), ",", ".", 1), ".")
	return digits(whole) && (!marked || digits(part))
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
