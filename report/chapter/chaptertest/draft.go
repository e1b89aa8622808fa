// Package chaptertest makes whole sections for the tests of what renders them.
//
// A filling becomes a draft without a file between, so that a test of a page
// needs no Excel; from there on everything is the real pipeline.
package chaptertest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/templates"
)

// Demo is the section of the example agency, as issued.
func Demo(t testing.TB, lang report.Lang) *chapter.Chapter {
	t.Helper()
	in := Input(t, lang, DemoFilling(t, lang))
	in.Final, in.Words = true, lang
	return chapter.Compose(in)
}

// DemoFilling is the example agency's workbook before it is a file.
func DemoFilling(t testing.TB, lang report.Lang) report.Filling {
	t.Helper()
	filling, err := templates.Demo(spec(t).Set, lang)
	if err != nil {
		t.Fatal(err)
	}
	return filling
}

// Input takes a filling through check and ledger to what Compose needs.
func Input(t testing.TB, lang report.Lang, filling report.Filling) chapter.Input {
	t.Helper()
	voice, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	out := check.Run(draft(spec(t), filling), nil, check.Options{})
	in := chapter.Input{Ledger: out.Ledger, Voice: voice}
	for _, f := range out.Findings {
		sentence, _ := voice.Finding(f)
		in.Remarks = append(in.Remarks, chapter.Remark{Finding: f, Sentence: sentence})
	}
	return in
}

func spec(t testing.TB) *report.Spec {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	return sets[0]
}

// draft is what a reader would make of the filling's workbook.
func draft(spec *report.Spec, filling report.Filling) *report.Draft {
	sum := sha256.Sum256(fmt.Append(nil, filling))
	hash := hex.EncodeToString(sum[:])
	d := &report.Draft{Spec: spec, Origin: report.Origin{File: "innrapportering.xlsx", SHA256: hash, Data: hash}}
	for i := range spec.Sheets {
		s := &spec.Sheets[i]
		if s.Kind == report.TableSheet || s.Kind == report.FormSheet {
			d.Sheets = append(d.Sheets, sheet(s, filling[s.Key], &d.Counts))
		}
	}
	d.Counts.Read = d.Counts.Used
	return d
}

func sheet(spec *report.SheetSpec, records []report.Record, counts *report.Counts) *report.Sheet {
	out := &report.Sheet{Key: spec.Key, Name: spec.Name}
	for i, c := range spec.Columns {
		column := report.Column{Key: c.Key, Col: i + 1}
		if spec.Kind == report.FormSheet {
			column = report.Column{Key: c.Key, Col: 2, Row: report.DataRow + i}
		}
		out.Columns = append(out.Columns, column)
	}
	for n, record := range records {
		row := report.Row{Number: report.DataRow + n}
		for i, c := range spec.Columns {
			if value := record[c.Key]; value != "" {
				row.Cells = append(row.Cells, cell(c.Type, value, row.Number, out.Columns[i]))
			}
		}
		counts.Used += len(row.Cells)
		out.Rows = append(out.Rows, row)
	}
	return out
}

func cell(kind report.ColumnType, value string, row int, column report.Column) report.Cell {
	c := report.Cell{Raw: value, Row: uint32(row), Col: uint16(column.Col), Kind: report.Text}
	if column.Row > 0 {
		c.Row = uint32(column.Row)
	}
	switch kind {
	case report.MoneyType, report.NumberType, report.PercentType, report.YearType, report.ChapterType:
		c.Kind = report.Number
	case report.DateType:
		c.Kind = report.ISODate
	}
	return c
}
