package tables

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// sheetRows is how many rows Excel has on a sheet, its head among them.
const sheetRows = 1_048_576

// tab is one sheet of the workbook: a table, or a part of one that is too long.
type tab struct {
	table   *Table
	columns []Column
	name    string
	rows    int // below the head
}

// writeWorkbook writes the workbook with at most so many rows on a sheet. Excelize
// makes a workbook of heads without rows, and the rows are put into its sheets on
// their way out: its own stream of rows takes numbers as floats, keeps up to 16 MiB
// of each sheet in memory, and writes sheets in no order.
func (t *Tables) writeWorkbook(ctx context.Context, w io.Writer, most int) error {
	tabs, err := t.tabs(ctx, most)
	if err != nil {
		return err
	}
	frame, looks, err := t.frame(ctx, tabs)
	if err != nil {
		return err
	}
	parts, err := zip.NewReader(bytes.NewReader(frame), int64(len(frame)))
	if err != nil {
		return err
	}
	out := zip.NewWriter(w)
	heads := map[string]*zip.File{}
	for i := range tabs {
		heads[partOf(i)] = nil
	}
	for _, part := range parts.File {
		if _, ours := heads[part.Name]; ours {
			heads[part.Name] = part
		} else if err := out.Copy(part); err != nil {
			return err
		}
	}
	for first := 0; first < len(tabs); {
		next := first + 1
		for next < len(tabs) && tabs[next].table == tabs[first].table {
			next++
		}
		p := &press{t: t, out: out, looks: looks, heads: heads, tabs: tabs[first:next], at: first}
		if err := p.print(ctx); err != nil {
			return err
		}
		first = next
	}
	return out.Close()
}

// partOf is the part of tab i: excelize numbers sheets as they are made, and the
// explaining sheet comes first.
func partOf(i int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+2) }

// tabs divides the tables into sheets.
func (t *Tables) tabs(ctx context.Context, most int) ([]tab, error) {
	var all []tab
	for i := range t.all {
		table := &t.all[i]
		left, err := t.count(ctx, table)
		if err != nil {
			return nil, err
		}
		columns := t.sheetColumns(table)
		for n := 1; n == 1 || left > 0; n++ {
			name := table.Sheet
			if n > 1 {
				name = fmt.Sprintf("%s (%d)", table.Sheet, n)
			}
			rows := min(left, most-1)
			all = append(all, tab{table, columns, name, rows})
			left -= rows
		}
	}
	return all, nil
}

// sheetColumns are a table's columns in the workbook: one more where a number may
// have more digits than Excel keeps.
func (t *Tables) sheetColumns(table *Table) []Column {
	var all []Column
	numbers := false
	for _, c := range t.flat(table) {
		if c.Key == fileKey && numbers {
			all = append(all, t.exactColumn())
		}
		numbers = numbers || c.decimal()
		all = append(all, c)
	}
	return all
}

func (t *Tables) exactColumn() Column {
	c := Column{Key: exactKey, Width: 30}
	writer{t.order.Spec, t.order.Voice}.speak(&c)
	return c
}

// frame is the workbook without the tables' rows.
func (t *Tables) frame(ctx context.Context, tabs []tab) ([]byte, looks, error) {
	b := &binder{Tables: t, file: excelize.NewFile()}
	defer b.file.Close()
	b.makeLooks()
	b.about(ctx, tabs)
	for i := range tabs {
		b.heads(&tabs[i])
	}
	b.columns(tabs)
	b.codes()
	b.properties(ctx)
	if b.err != nil {
		return nil, b.looks, b.err
	}
	data, err := b.file.WriteToBuffer()
	if err != nil {
		return nil, b.looks, err
	}
	return data.Bytes(), b.looks, nil
}
