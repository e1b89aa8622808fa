package audit

import (
	"cmp"
	"context"
	"os"
	"slices"

	"gevinst/report"
	"gevinst/report/audit/evidence"
	"gevinst/report/audit/printed"
	"gevinst/report/audit/second"
	"gevinst/report/batch"
	"gevinst/report/text"
)

// examination is a report with its evidence while the checks look at it. What
// could not be had is nil.
type examination struct {
	ctx     context.Context
	request Request
	dir     string // of the report
	base    string // of the names of its files

	files       map[string][]byte // by the end of their names
	statement   *evidence.Statement
	figures     *batch.Document
	figuresRaw  []byte
	figuresName string
	sector      bool // it is a sector's report, which no workbook is behind
	pdf         *printed.Document
	pdfErr      error
	parameters  evidence.Parameters
	stated      *evidence.Workbook // that the report says it was made of

	workbook workbookFile
	previous workbookFile
	voice    *text.Voice       // the report's language
	remade   map[string][]byte // the report made again, by the end of the names
	dataSame bool              // the workbook holds the data that the report was made of

	checked    Checked // the check that runs
	exceptions []Exception
	printed    printing
	signer     string // fingerprint of the key that signed, "" where none did
	temp       string // folder for what lay inside the PDF
}

// workbookFile is a workbook, read by both paths.
type workbookFile struct {
	path    string
	content []byte
	seen    *batch.Examined
	origin  report.Origin // of this very file
	counts  report.Counts // of this very file
	places  []report.Cell // used cells, in the order of the form
	sheets  []string      // of places
	book    *second.Book
	result  *second.Result
}

func (x *examination) begin(id string) { x.checked = Checked{ID: id} }

func (x *examination) compared(n int) { x.checked.Compared += n }

// except notes an exception of the check that runs: an error, unless it says otherwise.
func (x *examination) except(e Exception) {
	e.Check = x.checked.ID
	if e.Severity == 0 {
		e.Severity = report.Error
	}
	x.exceptions = append(x.exceptions, e)
}

// listing tells the first differences of one file one by one, and how many more
// there are. Where the workbook is another than the one that the report was made
// of, most of what follows does so from that, and few are told.
type listing struct {
	x    *examination
	file string
	told int
}

func (l *listing) most() int {
	if l.x.stated != nil && !l.x.dataSame {
		return 4
	}
	return 20
}

func (l *listing) except(e Exception) {
	if l.told++; l.told <= l.most() {
		l.x.except(e)
	}
}

func (l *listing) end() {
	if n := l.told - l.most(); n > 0 {
		l.x.except(Exception{Kind: more, File: l.file, Args: []report.Arg{{Name: "n", Value: n}}})
	}
}

// ordered is the exceptions as an auditor should meet them: what stops the audit,
// what differs, what is only told, each in the order of the checks.
func (x *examination) ordered() []Exception {
	order := map[string]int{}
	for i, c := range checks() {
		order[c.id] = i
	}
	rank := func(e Exception) int {
		if e.Stops {
			return -int(report.Error) - 1
		}
		return -int(e.Severity)
	}
	slices.SortStableFunc(x.exceptions, func(a, b Exception) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(order[a.Check], order[b.Check]))
	})
	return x.exceptions
}

// told says whether a file already has an exception of more than information.
func (x *examination) told(file string) bool {
	return slices.ContainsFunc(x.exceptions, func(e Exception) bool { return e.File == file && e.Severity > report.Info })
}

func (x *examination) close() {
	if x.temp != "" {
		os.RemoveAll(x.temp)
	}
}

func (x *examination) hasWorkbook() bool { return x.workbook.seen != nil }
func (x *examination) hasFigures() bool  { return x.workbook.result != nil && x.remade != nil }
func (x *examination) hasRemade() bool   { return x.remade != nil }
func (x *examination) hasJSON() bool     { return x.remade != nil && x.figuresRaw != nil }
func (x *examination) hasPDF() bool      { return x.remade != nil && x.files[pdfFile] != nil }
func (x *examination) hasHTML() bool     { return x.remade != nil && x.files[htmlFile] != nil }

func (x *examination) hasAttachments() bool {
	return x.pdf != nil && (x.parameters.Embedded || len(x.pdf.Attached) > 0)
}

func words(name, value string) []report.Arg { return []report.Arg{{Name: name, Value: value}} }
