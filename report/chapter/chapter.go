// Package chapter composes the section «Effektivisering og gevinstrealisering»
// once, as a closed set of blocks whose text is final and whose numbers are
// formatted. The renderers add no word and compute nothing.
package chapter

import (
	"slices"

	"gevinst/report"
	"gevinst/report/chapter/address"
)

// Chapter is a finished section, ready to be set as PDF or HTML.
type Chapter struct {
	Lang      report.Lang
	Title     string   // the document's title
	Cover     Cover    // what stands at the top of the first page
	Contents  string   // heading of the table of contents
	Header    string   // running head: agency and year
	Footer    string   // running foot with {page} and {pages}
	Draft     string   // the mark on every page of a draft; empty for a final section
	Continued string   // mark beside the caption of a table that goes on, "(forts.)"
	Author    string   // agency, for the document's properties
	Subject   string   // one line for the document's properties
	Keywords  []string // for the document's properties
	Dated     report.Date
	ID        string  // short document id: first ten hex digits of the data hash
	Skip      string  // link past the head of a screen page: "Hopp til innholdet"
	Colophon  []Fact  // at the foot of a screen page: status and document id, with their labels
	Blocks    []Block // in reading order
}

// Cover is the head of the first page: the answer before the evidence.
type Cover struct {
	Facts   []Fact // agency, organisation number, year, status, rule set, document id
	Heading string // of the summary
	Summary []Text // at most five lines
}

// Fact is a label with its value.
type Fact struct{ Label, Value string }

// Text is a run of words. Lang is set only where it differs from the chapter's.
type Text []Span

// Span is a piece of text in one manner.
type Span struct {
	Text   string
	Strong bool
	Lang   string // BCP 47, "" for the chapter's own
	Means  string // what an abbreviation stands for, where it is first used
	Href   string // an address outside the document, as it was typed
	To     string // an anchor in the document: ID of a heading, a table, a figure or a row; only a screen page has such links
}

// Leads is the address that the span leads to, as programs send it; "" where it
// leads nowhere, or where it must not be a link.
func (s Span) Leads() string { return address.Of(s.Href) }

// Plain is the text without its manner.
func (t Text) Plain() string {
	s := ""
	for _, span := range t {
		s += span.Text
	}
	return s
}

// Words makes a Text of plain words.
func Words(s string) Text { return Text{{Text: s}} }

// Block is one of *Heading, *Paragraph, *List, *Table, *Figure, *Note.
type Block interface{ block() }

// Heading is a numbered heading of level 1 to 3. ID is an anchor, unique in the chapter.
type Heading struct {
	Level  int
	Number string // "4.2", empty where unnumbered
	Text   string
	ID     string
}

// Paragraph is running text.
type Paragraph struct{ Text Text }

// List is a bulleted or numbered list.
type List struct {
	Ordered bool
	Items   []Text
}

// Table is rows under a caption. Every row has as many cells as there are columns.
type Table struct {
	ID      string
	Label   string // "Tabell 3"
	Caption string // what the table shows, with the unit: "Tall i 1000 kroner"
	Columns []Column
	Rows    []Row
	Notes   []Text // under the table
}

// Opens tells whether row i begins a part of the table's body: what a heading over rows
// is the heading of ends there. A sum below such parts is of them all.
func (t *Table) Opens(i int) bool {
	switch t.Rows[i].Kind {
	case Group:
		return i > 0
	case Sum:
		return t.Grouped()
	default:
		return false
	}
}

// Grouped tells whether the table has headings over rows.
func (t *Table) Grouped() bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Kind == Group })
}

// Column is a column's head. Weight is the share of free width that a text
// column would like, 0 for one that takes what its content needs. Breaks is of one whose
// words a screen may break anywhere: hashes and paths have no space.
type Column struct {
	Title  string
	Kind   Kind
	Weight int
	Breaks bool
}

// Kind says how a column is set.
type Kind uint8

// The kinds of column.
const (
	Prose    Kind = iota // left, may break over lines
	Figures              // right, aligned on the decimal, never broken
	Label                // left, never broken: identifiers and dates
	Question             // centred or left short answers: yes, no, partly
)

// RowKind says what a row is.
type RowKind uint8

// The kinds of row.
const (
	Body  RowKind = iota
	Sum           // a total: rule above, bold
	Group         // a heading over the rows that follow: first cell only
	Sub           // a subtotal: bold without rule
)

// Row is one row; the first cell is its heading.
type Row struct {
	Kind  RowKind
	Cells []Text
	ID    string // an anchor, unique in the chapter; "" for most rows
}

// Figure is a chart beside the table that holds the same numbers.
type Figure struct {
	ID      string
	Label   string // "Figur 1"
	Caption string // the finding in words
	Alt     string // the finding with its numbers, for those who cannot see it
	Unit    string // "1000 kroner"
	Chart   Chart
}

// Chart is one of *Waterfall, *Bars.
type Chart interface{ chart() }

// Waterfall is a bridge of steps, each from one level to another.
type Waterfall struct{ Steps []Step }

// Step is one bar of a waterfall. From and To are exact; a renderer turns them
// into millimetres.
type Step struct {
	Label    string
	Value    string // formatted
	From, To report.Kroner
	Role     Role
}

// Role is what a bar means; a renderer shows it by colour and by pattern or label.
type Role uint8

// The roles of a bar.
const (
	Level  Role = iota // a total
	Plus               // an addition
	Minus              // a deduction
	Wanted             // planned, not realised
	Done               // realised
)

// Bars is grouped bars, planned beside realised.
type Bars struct{ Groups []BarGroup }

// BarGroup is the bars of one category, a class of gain or a year.
type BarGroup struct {
	Label string
	Bars  []Bar
}

// Bar is one value.
type Bar struct {
	Label  string // "Planlagt"
	Value  string // formatted
	Amount report.Kroner
	Role   Role
}

// Note is a remark set apart from the running text: a warning that was accepted,
// an assumption, the rounding note.
type Note struct {
	Title string
	Text  Text
}

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*List) block()      {}
func (*Table) block()     {}
func (*Figure) block()    {}
func (*Note) block()      {}

func (*Waterfall) chart() {}
func (*Bars) chart()      {}
