package workbook

import (
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
	"gevinst/report/workbook/cells"
)

// Notice is one finding as it stands on the sheet of an annotated copy, in words.
type Notice struct {
	Level                            report.Severity // decides the colour
	Severity, Rule, Sentence, Remedy string

	Place report.Place   // the cell it is linked with, both ways
	More  []report.Place // other cells of which the same is true; each has a row and a link of its own
}

// Annotation is what an annotated copy says beside the workbook itself, the most
// severe notices first.
type Annotation struct {
	Say     Say
	Notices []Notice
}

// Unfaithful is the error for a copy that does not say what its original says.
// No such copy is ever handed out.
type Unfaithful struct{ Place report.Place }

// Error is the programmer's sentence; package text has the user's.
func (u *Unfaithful) Error() string {
	return "the copy differs from its original at " + u.Place.String()
}

// Annotate writes a copy of a workbook with the notices on its first sheet, Funn:
// each links to its cell, and the cell, which gets a fill, back to its notice. A
// sheet of notices that gevinst wrote gives way to the new one; a sheet or a link
// of the user's own never does. The copy is read again and compared with the
// original, cell by cell, before a byte is written: *Unfaithful where they
// differ. Original is a workbook of size bytes that Read has accepted. Parts that
// annotating does not touch are copied packed as they are, whatever they unpack to.
func Annotate(w io.Writer, original io.ReaderAt, size int64, a Annotation) error {
	before, err := openCells(original, size)
	if err != nil {
		return err
	}
	core, rest := before.Entries()
	small, err := archiveOf(core)
	if err != nil {
		return err
	}
	file, err := excelize.OpenReader(small, excelize.Options{UnzipSizeLimit: 600 << 20, UnzipXMLSizeLimit: 400 << 20})
	if err != nil {
		return err
	}
	defer file.Close()
	c := &annotator{file: file, say: a.Say, before: before}
	c.place()
	c.head(a)
	c.notices(a.Notices)
	c.mark(marksOf(a.Notices))
	if c.err != nil {
		return c.err
	}
	changed, err := file.WriteToBuffer()
	if err != nil {
		return err
	}
	if err := faithful(before, changed.Bytes(), c.name); err != nil {
		return err
	}
	return join(w, changed.Bytes(), rest, c.links)
}

// Annotations is what the sheet of notices is called, where no sheet of the
// user's has that name.
const Annotations = "Funn"

// noticeStamp stands in the hidden key row of a sheet of notices: by it, not by
// its name, gevinst knows its own sheet.
const noticeStamp = "gevinst_funn"

// noticeSheet is the position of the sheet of notices in a workbook, −1 where it
// has none. A second one is a copy that the user made, and the user's own.
func noticeSheet(book *cells.Book) int {
	for i := range book.Sheets {
		if stampedNotices(book, i) {
			return i
		}
	}
	return -1
}

// stampedNotices tells whether a sheet is one that Annotate wrote. A sheet that
// cannot be read is not; whoever reads it whole will say why.
func stampedNotices(book *cells.Book, i int) bool {
	stamped := false
	err := book.Cells(i, func(c report.Cell) error {
		if c.Row > report.KeyRow {
			return cells.Stop
		}
		stamped = stamped || c.Row == report.KeyRow && c.Col == 1 && c.Raw == noticeStamp
		return nil
	})
	return err == nil && stamped
}

// annotator keeps the first error, so that what it does reads as a list. Only the
// sheet of notices is excelize's: the user's sheets are changed in their XML, since
// excelize loses results that are the empty text when it writes a sheet anew.
type annotator struct {
	file   *excelize.File
	before *cells.Book
	say    Say
	name   string // of the sheet of notices
	links  string // the part that would hold the links of that sheet, which has none of its own
	err    error
	styles noticeStyles
	row    int // the next free row
}

func (c *annotator) do(err error) {
	if c.err == nil {
		c.err = err
	}
}

func cellAt(col, row int) string { return report.Place{Row: row, Col: col}.Ref() }

// location is a reference to another sheet; quotes keep any name whole.
func location(sheet, ref string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + ref
}
