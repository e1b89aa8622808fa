// Package cells reads every filled cell of an Office Open XML workbook, or
// refuses the file and says why. It never returns a part of one.
//
// It is our own because the libraries return partial data without an error for
// truncated sheets, bad entities and unresolved strings, and because a hostile
// file must cost bounded time and memory. It understands no content: a number is
// the file's own literal.
package cells

import (
	"context"
	"fmt"
	"io"

	"gevinst/report"
)

// Limits bound what a file may cost. Zero means the default.
type Limits struct {
	Parts     int   // entries in the archive, 4,000
	PartBytes int64 // inflated bytes of one part, 400 MiB
	AllBytes  int64 // inflated bytes in all, 600 MiB
	Ratio     int64 // inflated to packed bytes of a part above one MiB, 300
	Cells     int   // filled or styled cells in all, 20 million
	Strings   int64 // bytes of shared strings, 200 MiB
}

// The edges of a sheet, fixed by the format (ECMA-376).
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
)

func (l Limits) withDefaults() Limits {
	def := Limits{Parts: 4000, PartBytes: 400 << 20, AllBytes: 600 << 20, Ratio: 300, Cells: 20_000_000, Strings: 200 << 20}
	if l.Parts == 0 {
		l.Parts = def.Parts
	}
	if l.PartBytes == 0 {
		l.PartBytes = def.PartBytes
	}
	if l.AllBytes == 0 {
		l.AllBytes = def.AllBytes
	}
	if l.Ratio == 0 {
		l.Ratio = def.Ratio
	}
	if l.Cells == 0 {
		l.Cells = def.Cells
	}
	if l.Strings == 0 {
		l.Strings = def.Strings
	}
	return l
}

// Cause says what kind of trouble a file is.
type Cause uint8

// The causes of a refusal.
const (
	NotZip      Cause = iota + 1 // no archive at all
	NotWorkbook                  // an archive, but of something else
	Encrypted                    // a part is encrypted
	Duplicate                    // two entries under one name: readers disagree on which counts
	TooLarge                     // above a limit
	Damaged                      // truncated, not well-formed, unresolved
)

// Refusal is the error of a file that is not read.
type Refusal struct {
	Cause  Cause
	Part   string // of the archive
	Sheet  string // "" where no sheet is concerned
	Detail string // for a programmer
	Flaw   Flaw   // what is wrong with a damaged file
}

// Flaw is a kind of damage. Package text says it under "flaw.<kind>".
type Flaw string

// The kinds of damage.
const (
	CutOff   Flaw = "cut"     // a part ends too early
	BadXML   Flaw = "xml"     // a part is no well-formed XML
	BadOrder Flaw = "order"   // cells, rows or what they refer to contradict each other
	Gone     Flaw = "gone"    // a part is missing
	Garbled  Flaw = "garbled" // a part cannot be unpacked
)

// Flaws lists every kind of damage.
func Flaws() []Flaw { return []Flaw{CutOff, BadXML, BadOrder, Gone, Garbled} }

// Error is the detail in English; package text has the user's sentence.
func (r *Refusal) Error() string {
	if r.Part == "" {
		return r.Detail
	}
	return fmt.Sprintf("%s: %s", r.Part, r.Detail)
}

// Book is an opened workbook.
type Book struct {
	Sheets     []Sheet // in the order of the tabs
	Date1904   bool
	Properties map[string]string // custom document properties

	archive *archive
	main    string          // the part of the workbook itself
	core    map[string]bool // the folded names of the parts that are the workbook's own
	strings []string
	formats []report.NumberFormat // by style
	seen    int                   // cells so far
	keep    arena
	window  []byte // of the part read last, for the next one
}

// Sheet is one worksheet.
type Sheet struct {
	Name   string
	Hidden bool   // hidden or very hidden
	Merged []Area // known when Cells has read the sheet to its end
	shade  shade  // known then, too
	part   string
}

// Part is the sheet's part in the archive, as the workbook's links name it.
func (s Sheet) Part() string { return s.part }

// scan reads a part whole, through the window that parts share.
func (b *Book) scan(part string, read func(*scanner) error) error {
	r, err := b.archive.open(part)
	if err != nil {
		return err
	}
	defer r.Close()
	through := b.window
	b.window = nil // a part that is read meanwhile gets its own
	s, err := newScanner(r, through)
	if err != nil {
		return err
	}
	err = read(s)
	b.window = s.buf
	return err
}

// Open reads everything but the sheets' cells. The reader is used until the
// last call of Cells.
func Open(ctx context.Context, r io.ReaderAt, size int64, limits Limits) (*Book, error) {
	a, err := openArchive(ctx, r, size, limits.withDefaults())
	if err != nil {
		return nil, err
	}
	b := &Book{archive: a, Properties: map[string]string{}}
	links, err := b.readWorkbook()
	if err != nil {
		return nil, err
	}
	if err := b.readStyles(links); err != nil {
		return nil, err
	}
	if err := b.readStrings(links); err != nil {
		return nil, err
	}
	if err := b.readCore(links); err != nil {
		return nil, err
	}
	return b, b.readProperties()
}
