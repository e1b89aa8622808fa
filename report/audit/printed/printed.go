// Package printed takes the text out of a report as it was published, PDF or HTML,
// with the place of every word: which heading, which row and column of which table.
//
// It reads what gevinst writes and refuses other files; what a reader could see and
// this package cannot place is told as loose, never passed over.
package printed

import "strings"

// Document is a report's text in reading order.
type Document struct {
	Lang   string // BCP 47
	Draft  bool   // it carries the mark of a draft
	Blocks []Block

	// Margins is what stands around the text: running heads and feet, headings of
	// tables that are repeated on a new page.
	Margins []string

	// Loose is what a reader can see, or a program would do, that has no place in
	// the text.
	Loose []string
	// Signs is the codes of a PDF that are not their letter's own number, with what
	// they stand for: "<0001> = ☂".
	Signs []string

	// Rewritten tells that another program has written a PDF anew, or added to it. It is
	// read as a viewer shows it.
	Rewritten bool

	// Attached is the files inside a PDF, by name.
	Attached map[string][]byte
}

// Block is one of the text's pieces.
type Block struct {
	Kind  Kind
	Words string
	Table *Table // where Kind is Rows
}

// Kind says what a block is.
type Kind string

// The kinds of block. Contents, with its page numbers, is the medium's own.
const (
	Heading1  Kind = "H1"
	Heading2  Kind = "H2"
	Heading3  Kind = "H3"
	Paragraph Kind = "P"
	Item      Kind = "LI"
	Caption   Kind = "Caption" // of a figure
	Figure    Kind = "Figure"  // what is told to those who cannot see it
	Drawn     Kind = "Drawn"   // the words within a figure
	Rows      Kind = "Table"
)

// Table is a table by rows. Its caption begins with its label.
type Table struct {
	Caption string
	Head    []string
	Rows    []Row
}

// Row is one row; a group's is a heading over the rows that follow, alone in its row.
type Row struct {
	Group bool
	Cells []string
}

// Plain is a text with every run of spaces as one, and without the hyphens that
// only show where a word is divided.
func Plain(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00ad", "")), " ")
}

func (d *Document) say(kind Kind, s string) {
	if s = Plain(s); s != "" {
		d.Blocks = append(d.Blocks, Block{Kind: kind, Words: s})
	}
}

// add adds a row to a table: the first of a table is its head.
func (t *Table) add(head bool, cells []string) {
	if head {
		t.Head = cells
		return
	}
	t.Rows = append(t.Rows, Row{Group: len(cells) == 1 && len(t.Head) > 1, Cells: cells})
}
