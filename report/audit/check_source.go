package audit

import (
	"math/big"
	"path/filepath"
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/audit/second"
	"gevinst/report/batch"
)

// checkSource compares the workbook with the one that the report says it was made
// of: by its bytes, by its data, and cell by cell where the figures name cells.
func checkSource(x *examination) {
	w, name := &x.workbook, filepath.Base(x.workbook.path)
	if x.stated != nil {
		x.compared(2)
		switch {
		case w.origin.Data != x.stated.Data:
			x.except(Exception{Kind: "workbook.changed", File: name, Reported: x.stated.Data, Found: w.origin.Data})
		case w.origin.SHA256 != x.stated.SHA256:
			x.except(Exception{Kind: "workbook.resaved", Severity: report.Info, File: name, Reported: x.stated.SHA256, Found: w.origin.SHA256})
		}
	}
	if x.figures != nil {
		x.operands(name)
	}
	if mark := w.seen.Outcome.Submission.Agency.Profile; mark.OK() && x.statement == nil && x.figures == nil && x.request.Profile == nil {
		x.except(Exception{Kind: "profile.unstated", Severity: report.Info, File: name, Found: mark.Value})
	}
	x.findings(name)
}

// findings tells what the check finds in the workbook that blocks a report, or
// that the report does not know of: a formula typed over a number keeps the data
// and is found so.
func (x *examination) findings(name string) {
	known := map[string]bool{}
	if x.figures != nil {
		for _, f := range x.figures.Findings {
			known[f.Rule+f.Variant+PlaceOf(f.Place).String()] = true
		}
	}
	for _, f := range x.workbook.seen.Outcome.Findings {
		x.compared(1)
		switch {
		case f.Severity == report.Error:
			x.except(Exception{Kind: "workbook.finding", File: name, Place: Place{Cell: f.Place}, Finding: &f})
		case x.figures != nil && f.Severity == report.Warning && !known[f.Rule+f.Variant+f.Place.String()]:
			x.except(Exception{Kind: "workbook.new", File: name, Place: Place{Cell: f.Place}, Finding: &f})
		}
	}
}

// operands compares the cells that the figures lean on with what stands in them
// now, as the second reader sees it.
func (x *examination) operands(name string) {
	seen := map[report.Place]bool{}
	for _, e := range x.figures.Entries {
		for _, in := range e.Inputs {
			if in.Place == nil || in.Place.Cell == nil || in.Amount == nil {
				continue
			}
			at := PlaceOf(in.Place)
			if seen[at] {
				continue
			}
			seen[at] = true
			x.compared(1)
			raw := ""
			if s := x.workbook.book.Sheet(at.Sheet); s != nil {
				raw = s.At(at.Row, at.Col)
			}
			was, _ := new(big.Rat).SetString(in.Amount.Decimal().String())
			if is := second.Number(raw); is == nil || was.Cmp(is) != 0 {
				x.except(Exception{Kind: "cell.changed", File: name, Place: Place{Cell: at, Key: e.Key}, Reported: in.Amount.String(), Found: raw})
			}
		}
	}
}

// PlaceOf is a place of the JSON: a cell, a row, a sheet, or the whole file.
func PlaceOf(p *batch.Place) report.Place {
	if p == nil {
		return report.Place{}
	}
	at := report.Place{Sheet: p.Sheet}
	if p.Row != nil {
		at.Row = *p.Row
	}
	if p.Cell != nil {
		_, at.Col = report.ParseRef(*p.Cell)
	}
	return at
}

// checkReaders compares, cell by cell, what the product's own reader gave with what
// excelize gives. Both have known blind spots; a difference that one explains is told
// and no more.
func checkReaders(x *examination) {
	w, name := &x.workbook, filepath.Base(x.workbook.path)
	spelt, example := 0, report.Place{}
	for i, c := range w.places {
		at := report.Place{Sheet: w.sheets[i], Row: int(c.Row), Col: int(c.Col)}
		raw := ""
		if s := w.book.Sheet(at.Sheet); s != nil {
			raw = s.At(at.Row, at.Col)
		}
		x.compared(1)
		switch {
		case raw == c.Raw:
		case sameMeaning(c, raw):
			if spelt++; spelt == 1 {
				example = at
			}
		default:
			x.except(Exception{Kind: "readers.differ", File: name, Place: Place{Cell: at}, Reported: c.Raw, Found: raw})
		}
	}
	if spelt > 0 {
		x.except(Exception{Kind: "readers.spelling", Severity: report.Info, File: name, Place: Place{Cell: example}, Args: []report.Arg{{Name: "n", Value: spelt}}})
	}
	x.hiddenCells(name)
}

// sameMeaning tells whether two readers only spell a cell otherwise: a number with
// other digits than the fifteen that count, another line end, a truth value in words,
// a date as day and time.
func sameMeaning(c report.Cell, raw string) bool {
	switch c.Kind {
	case report.Number, report.ISODate:
		a, b := second.Number(c.Raw), second.Number(raw)
		return a != nil && b != nil && a.Cmp(b) == 0
	case report.Bool:
		return strings.EqualFold(raw, map[string]string{"1": "TRUE", "0": "FALSE"}[c.Raw])
	case report.Text:
		return lineEnds(c.Raw) == lineEnds(raw)
	}
	return false
}

func lineEnds(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// hiddenCells finds cells that excelize has in the sheets of the form, among the
// records, and that the product's reader did not take.
func (x *examination) hiddenCells(name string) {
	w := &x.workbook
	if len(w.seen.Draft.Unused) < w.seen.Draft.Counts.Unused {
		return // not every unused cell is named
	}
	taken := map[report.Place]bool{}
	for i, c := range w.places {
		taken[report.Place{Sheet: w.sheets[i], Row: int(c.Row), Col: int(c.Col)}] = true
	}
	for _, p := range w.seen.Draft.Unused {
		taken[p] = true
	}
	for _, s := range w.seen.Draft.Sheets {
		sheet := w.book.Sheet(s.Name)
		if sheet == nil || len(s.Rows) == 0 || s.Rows[0].Number == 0 {
			continue // a form's one record is compared cell by cell
		}
		for _, row := range sheet.Rows {
			for _, c := range s.Columns {
				at := report.Place{Sheet: s.Name, Row: row.Number, Col: c.Col}
				if raw := sheet.At(at.Row, at.Col); row.Number >= s.Rows[0].Number && strings.TrimSpace(raw) != "" && !taken[at] {
					x.except(Exception{Kind: "readers.hidden", File: name, Place: Place{Cell: at}, Found: raw})
				}
			}
		}
	}
}

// checkCompleteness counts the filled cells in the file's XML and sees that each
// was read, and that each that was read is used, the form's own or told as unused.
func checkCompleteness(x *examination) {
	w, name := &x.workbook, filepath.Base(x.workbook.path)
	all, err := second.Count(w.content)
	if err != nil {
		x.except(Exception{Kind: "count.impossible", File: name, Args: words("detail", err.Error())})
		return
	}
	n := 0
	for _, s := range all {
		n += s.Filled
	}
	x.compared(n)
	c := w.counts
	if n != c.Read {
		x.except(Exception{Kind: "count.read", File: name, Reported: strconv.Itoa(c.Read), Found: strconv.Itoa(n)})
	}
	if c.Read != c.Used+c.Form+c.Unused {
		x.except(Exception{Kind: "count.claimed", File: name, Reported: strconv.Itoa(c.Read), Found: strconv.Itoa(c.Used + c.Form + c.Unused)})
	}
	if x.figures != nil && x.stated != nil {
		x.sameCounts(name)
	}
}

// sameCounts compares the counts that the report states with those of the workbook.
// A program that saves a workbook anew may write the form's own cells otherwise.
func (x *examination) sameCounts(name string) {
	is, was := x.workbook.counts, x.figures.Counts.Cells
	switch {
	case is.Unused > was.Unused:
		at := Place{}
		if u := x.workbook.seen.Draft.Unused; len(u) > 0 {
			at.Cell = u[0]
		}
		x.except(Exception{Kind: "count.unused", File: name, Place: at, Reported: strconv.Itoa(was.Unused), Found: strconv.Itoa(is.Unused)})
	case is.Unused != was.Unused || is.Used != was.Used:
		x.except(Exception{Kind: "count.used", File: name, Reported: strconv.Itoa(was.Used), Found: strconv.Itoa(is.Used)})
	case is != was && x.dataSame && x.workbook.origin.SHA256 != x.stated.SHA256:
		x.except(Exception{Kind: "count.form", Severity: report.Info, File: name, Reported: strconv.Itoa(was.Form), Found: strconv.Itoa(is.Form)})
	case is != was:
		x.except(Exception{Kind: "count.stated", File: x.figuresName, Reported: strconv.Itoa(was.Read), Found: strconv.Itoa(is.Read)})
	}
}
