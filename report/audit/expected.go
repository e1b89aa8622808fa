package audit

import (
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/audit/printed"
	"gevinst/report/audit/second"
)

// expectedCell is what the second path says must stand in a cell of a table: the
// row among all rows, the column, the figure as it is printed, and the figure.
type expectedCell struct {
	row, column int
	text        string
	is          second.Cell
}

// expectedFigures finds the place of every figure of the second path in the tables
// of a document: the table by its caption, the column by its heading, the row by
// its number among those that are no heading of a group.
func (x *examination) expectedFigures(d *printed.Document) map[*printed.Table][]expectedCell {
	all := map[*printed.Table][]expectedCell{}
	for _, t := range second.Tables(x.workbook.result, x.previous.result) {
		caption := printed.Plain(x.say(t.Caption, x.workbook.result.Year, words("id", t.ID)...))
		at := tableOf(d, caption)
		if at == nil {
			x.except(Exception{Kind: "table.lacking", Place: Place{Table: caption}})
			continue
		}
		all[at] = x.cellsOf(at, t)
	}
	return all
}

// cellsOf is the figures of one table at their places.
func (x *examination) cellsOf(at *printed.Table, t second.Table) []expectedCell {
	var cells []expectedCell
	next := 0
	for i, row := range at.Rows {
		if row.Group {
			continue
		}
		if next == len(t.Rows) {
			x.except(Exception{Kind: "table.lacking", Place: Place{Table: at.Caption, Row: row.Cells[0]}})
			break
		}
		for j, cell := range t.Rows[next] {
			if column := x.column(at, t.Columns[j]); column >= 0 && cell.Shown {
				cells = append(cells, expectedCell{i, column, printed.Plain(second.Printed(cell.Amount, cell.Show, string(x.voice.Lang()))), cell})
			}
		}
		next++
	}
	if next < len(t.Rows) {
		x.except(Exception{Kind: "table.lacking", Place: Place{Table: at.Caption}})
	}
	return cells
}

func (x *examination) column(at *printed.Table, c second.Column) int {
	title := c.Heading
	switch {
	case c.Key != "":
		title = x.say(c.Key, c.Year, words("heading", c.Heading)...)
	case title == "":
		title = strconv.Itoa(c.Year)
	}
	for j, head := range at.Head {
		if head == printed.Plain(title) {
			return j
		}
	}
	x.except(Exception{Kind: "table.lacking", Place: Place{Table: at.Caption, Column: title}})
	return -1
}

func (x *examination) say(key string, year int, more ...report.Arg) string {
	return x.voice.Say(key, append(more, report.Arg{Name: "year", Value: strconv.Itoa(year)})...)
}

// tableOf is the table with a caption; its label stands before it.
func tableOf(d *printed.Document, caption string) *printed.Table {
	for _, b := range d.Blocks {
		if b.Table != nil && strings.HasSuffix(b.Table.Caption, " "+caption) {
			return b.Table
		}
	}
	return nil
}
