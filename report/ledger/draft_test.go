package ledger_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"gevinst/report"
	"gevinst/report/check"
	"gevinst/report/ledger"
	"gevinst/templates"
)

func spec(t testing.TB) *report.Spec {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	return sets[0]
}

// computed takes a filling to its ledger the way a workbook goes, without the file.
func computed(set *report.Spec, f report.Filling) *ledger.Ledger {
	return check.Run(draft(set, f), nil, check.Options{}).Ledger
}

// draft is the workbook that a filling describes, as the reader would find it.
func draft(set *report.Spec, f report.Filling) *report.Draft {
	d := &report.Draft{Spec: set}
	for i := range set.Sheets {
		s := &set.Sheets[i]
		sheet := &report.Sheet{Key: s.Key, Name: s.Name}
		for c := range s.Columns {
			at := report.Column{Key: s.Columns[c].Key, Col: c + 1}
			if s.Kind == report.FormSheet {
				at.Col, at.Row = 2, report.DataRow+c
			}
			sheet.Columns = append(sheet.Columns, at)
		}
		for n, record := range f[s.Key] {
			sheet.Rows = append(sheet.Rows, row(s, sheet, record, report.DataRow+n))
		}
		d.Sheets = append(d.Sheets, sheet)
	}
	return d
}

func row(s *report.SheetSpec, sheet *report.Sheet, record report.Record, number int) report.Row {
	out := report.Row{Number: number}
	if s.Kind == report.FormSheet {
		out.Number = 0
	}
	for c, at := range sheet.Columns {
		literal, ok := record[at.Key]
		if !ok || literal == "" {
			continue
		}
		cell := cellOf(s.Columns[c].Type, literal)
		cell.Row, cell.Col = uint32(number), uint16(at.Col)
		if s.Kind == report.FormSheet {
			cell.Row = uint32(at.Row)
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}

func cellOf(kind report.ColumnType, literal string) report.Cell {
	switch kind {
	case report.MoneyType, report.NumberType, report.PercentType, report.YearType, report.ChapterType:
		if _, err := strconv.ParseFloat(literal, 64); err == nil {
			return report.Cell{Kind: report.Number, Raw: literal}
		}
	case report.DateType:
		if _, err := time.Parse(time.DateOnly, literal); err == nil {
			return report.Cell{Kind: report.ISODate, Raw: literal}
		}
	}
	return report.Cell{Kind: report.Text, Raw: strings.TrimPrefix(literal, "'")}
}

// amount is the ledger's figure with the key, "–" where it has none.
func amount(l *ledger.Ledger, key string) string {
	e, ok := l.Find(key)
	if !ok {
		return "–"
	}
	return e.Amount.String()
}
