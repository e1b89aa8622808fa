package audit

import (
	"maps"
	"math/big"
	"slices"

	"gevinst/report"
	"gevinst/report/audit/second"
	"gevinst/report/batch"
)

// Trail is what an audit saw, for whoever wants to go from a figure to its cells and
// back. What could not be had is empty.
type Trail struct {
	Base     string          // of the names of the report's files
	Files    []Hash          // what was hashed, in the order in which an auditor would go
	Signer   string          // fingerprint of the key that signed, "" where none did
	Spec     *report.Spec    // of the workbook that was read, nil where none was
	Document *batch.Document // the report's figures; what this program makes of the workbook where it has none of its own
	Own      bool            // Document is the report's own
	Figures  []Figure        // in the order of the computation, then those that the report lacks
	Printed  []Printed       // in the order of the report
	Cells    []Cell          // used, in the order of the form
	Unused   []Cell          // those that are named
	Counts   report.Counts   // of the workbook
}

// Hash is a SHA-256 as it was stated and as it is, in hex; "" where there is none.
type Hash struct {
	Kind          HashKind
	Name          string // of the file, set or ministry
	Stated, Found string
}

// HashKind says what is hashed.
type HashKind string

// The kinds of hash.
const (
	FileHash     HashKind = "file"
	WorkbookHash HashKind = "workbook" // of the file's bytes
	DataHash     HashKind = "data"     // of what the workbook says
	PreviousHash HashKind = "previous" // of what last year's says
	SetHash      HashKind = "set"
	ProfileHash  HashKind = "profile"
)

// Figure is an amount of the report beside the one that the second path has.
type Figure struct {
	Key   string
	Entry *batch.Entry   // nil where the report lacks it
	Exact *report.Kroner // nil where the second path has none; to 24 decimals where it does not end
	Same  bool
}

// Printed is a figure in a table of the published documents.
type Printed struct {
	Table, Row, Column string
	PDF, HTML          string // what they say, "" where the figure was not found there
	Must               string // what they must say
	Exact              *report.Kroner
	Key                string // of the figure, "" where it is no entry of the ledger
}

// Cell is a filled cell of the workbook.
type Cell struct {
	Place         report.Place
	Sheet, Column string // keys of the form; "" where the cell is unused
	Raw           string // as stored
	Formula       string // without its "=", "" where there is none
	Means         string // as understood, "" where it has no meaning
	Why           *report.Finding
}

// trail gathers what was seen.
func (x *examination) trail() *Trail {
	t := &Trail{Base: x.base, Files: x.hashes(), Signer: x.signer, Document: x.figures, Own: x.figures != nil, Printed: x.printed.all}
	if t.Document == nil {
		t.Document = x.madeFigures()
	}
	if w := &x.workbook; w.seen != nil {
		t.Spec, t.Counts = w.seen.Draft.Spec, w.counts
		t.Cells, t.Unused = w.used(), w.unused()
	}
	t.Figures = x.besides(t.Document)
	return t
}

// besides puts the figures of both paths beside each other.
func (x *examination) besides(d *batch.Document) []Figure {
	var all []Figure
	exact := map[string]*big.Rat{}
	if x.workbook.result != nil {
		exact = x.workbook.result.Entries()
	}
	seen := map[string]bool{}
	if d != nil {
		for i := range d.Entries {
			e := &d.Entries[i]
			is := exact[e.Key]
			seen[e.Key] = true
			all = append(all, Figure{e.Key, e, kroner(is), is != nil && second.Same(rat(e.Amount), is)})
		}
	}
	for _, key := range slices.Sorted(maps.Keys(exact)) {
		if !seen[key] {
			all = append(all, Figure{Key: key, Exact: kroner(exact[key])})
		}
	}
	return all
}

// kroner is an exact amount to as many decimals as the report has.
func kroner(x *big.Rat) *report.Kroner {
	if x == nil {
		return nil
	}
	k, err := report.ParseKroner(x.FloatString(24))
	if err != nil {
		return nil
	}
	return &k
}
