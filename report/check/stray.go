package check

import (
	"strings"

	"gevinst/report"
)

// stray finds a row of a table that looks like a sum or a note, which people write inside a
// table or below it, and tells whether it is one: it is no record, and one finding says so
// where each field that it lacks would have had its own. It blocks, since it may be a record
// of which nearly all is missing.
func (r *row) stray(record report.Row) bool {
	var lacks []report.Words
	for i := range r.spec.Columns {
		col := &r.spec.Columns[i]
		if _, _, at, filled := r.cell(col.Key); col.Required && at.Row > 0 && !filled {
			lacks = append(lacks, col.Label)
		}
	}
	words, others := r.kinds(record)
	if len(lacks) == 0 || !r.sum(words, len(lacks)) && !r.note(words, others, len(lacks)) {
		return false
	}
	var seen []report.Words
	for _, c := range record.Cells {
		if !blank(c) && trim(c.Raw) != "" { // a formula that was never computed shows nothing
			seen = append(seen, r.seen(c))
		}
	}
	first := record.Cells[0]
	at := report.At{Row: first.Row, Col: first.Col, Sheet: r.index}
	r.find("V-007", "row", report.Error, at, &r.spec.Columns[0], report.Arg{Name: "funnet", Value: seen}, report.Arg{Name: "mangler", Value: lacks})
	return true
}

// kinds parts the filled cells of a record in words and what is none.
func (r *row) kinds(record report.Row) (words []report.Cell, others int) {
	for _, c := range record.Cells {
		switch {
		case blank(c):
		case c.Kind == report.Text:
			words = append(words, c)
		default:
			others++
		}
	}
	return words, others
}

// sum tells whether a row is numbers alone, or has no words but those of a total.
func (r *row) sum(words []report.Cell, lacks int) bool {
	_, _, _, begun := r.cell(r.spec.Columns[0].Key)
	return len(words) == 0 && lacks > 1 && !begun || len(words) == 1 && namesTotal(words[0].Raw)
}

// note tells whether a row is words in one cell, and no id with which somebody has begun a
// record.
func (r *row) note(words []report.Cell, others, lacks int) bool {
	if len(words) != 1 || others > 0 || lacks < 2 {
		return false
	}
	_, _, at, begun := r.cell(r.spec.Columns[0].Key)
	return !begun || at.Col != words[0].Col || strings.ContainsAny(trim(words[0].Raw), " \n")
}
