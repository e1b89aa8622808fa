package tables

import (
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
)

// Table is one kind of row that reports have none, one or many of.
type Table struct {
	Key     string // its name in SQLite, and of its CSV file
	Sheet   string // its tab in the workbook
	Title   string
	About   string
	Columns []Column // beside those that every table has; see places and origins
	Form    bool     // one row a report, which has no number
	Loose   bool     // its rows belong to no report, and rows takes none
	rows    func(d *batch.Document) int
	number  func(d *batch.Document, i int) int // of row i in the agency's workbook
	orgNr   func(i int) string                 // of row i, of a loose table only; nil where no row is an agency's
}

// Column is one thing that a row says.
type Column struct {
	Key    string
	Type   report.ColumnType
	Label  string
	About  string
	Unit   string // said under "tables.unit.<unit>", empty where there is none
	From   string // "Gevinster.belop_kr", empty where gevinst says it and no cell
	Ref    Target // the column of another table that this names, if it does
	Codes  []report.Choice
	Width  int
	Unique bool // another table refers to it
	value  func(d *batch.Document, i int) string
}

// Target is a column that others refer to.
type Target struct{ Table, Column string }

// amount tells whether a column is in kroner, and so has a twin in øre in SQLite.
func (c *Column) amount() bool { return c.Type == report.MoneyType }

// decimal tells whether a column holds exact decimal numbers.
func (c *Column) decimal() bool {
	return c.Type == report.MoneyType || c.Type == report.NumberType || c.Type == report.PercentType
}

// whole tells whether a column holds small whole numbers.
func (c *Column) whole() bool {
	return c.Type == report.YearType || c.Type == report.ChapterType || c.Type == countType
}

// identifier tells whether a column holds a sign, which is no number even where it
// consists of digits.
func (c *Column) identifier() bool {
	switch c.Type {
	case report.IDType, report.OrgNrType, report.PostType, report.CodeType, hashType:
		return true
	}
	return false
}

// The types of column that no form has.
const (
	countType report.ColumnType = "count" // a whole number of something
	hashType  report.ColumnType = "hash"  // SHA-256, hex
)

// oere is the name of an amount's twin in whole øre.
func oere(key string) string { return strings.TrimSuffix(key, "_kr") + "_ore" }

// The columns by which every row of every table is found.
const (
	orgNrKey  = "orgnr"
	yearKey   = "rapportaar"
	rowKey    = "rad"
	agencyKey = "virksomhet"
	fileKey   = "fil"
	hashKey   = "kilde_sha256"
	exactKey  = "eksakt"
)

// filesKey is the table that every other row belongs to: one row a report.
const filesKey = "innlevering"
