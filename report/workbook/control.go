package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// CheckColumn is the machine key of the column that says what a row lacks.
const CheckColumn = "_sjekk"

// The keys of the columns that Excel calculates. Only functions that Excel 2010
// and LibreOffice both know are used. Nothing here is ever read as a figure: the
// ledger computes from the input cells.
var computedColumns = map[string][]string{
	"tiltak":    {"_ny_netto", "_medfin", CheckColumn},
	"gevinster": {"_status", "_effekt", "_timer", "_indeks", "_brutto", "_uttatt", "_netto", "_ny_netto", "_teller", CheckColumn},
}

// computedKeys lists a sheet's computed columns in their order.
func computedKeys(sheet string) []string {
	if keys, ok := computedColumns[sheet]; ok {
		return keys
	}
	return []string{CheckColumn}
}

// computed writes the locked columns that Excel calculates beside a table, and
// the fill of cells that are missing.
func (b *book) computed(s *report.SheetSpec, first, last int) error {
	c := b.on(s.Name)
	keys := computedKeys(s.Key)
	for i, key := range keys {
		col := len(s.Columns) + 1 + i
		width := 16
		if key == CheckColumn {
			width = 44
		}
		c.column(col, key, b.say("workbook.computed."+strings.TrimPrefix(key, "_")), width)
		style := b.styles.money
		switch key {
		case CheckColumn, "_status", "_teller":
			style = b.styles.computed
		case "_effekt":
			style = b.styles.day
		case "_indeks":
			style = b.styles.ratio
		}
		c.shared(col, first, last, b.rowFormula(s, key, first), style)
	}
	c.markMissing(s, first, last)
	c.markCheck(len(s.Columns)+len(keys), first, last)
	return c.err
}

// markMissing fills the cells of which a rule of the row says something.
func (c *canvas) markMissing(s *report.SheetSpec, first, last int) {
	for i := range s.Columns {
		if broken := c.broken(s, s.Columns[i].Key, first); broken != "" {
			rule := fmt.Sprintf(`IFERROR(AND(%s,%s),TRUE)`, c.anything(s, first), broken)
			c.do(c.file.SetConditionalFormat(s.Name, area(i+1, first, i+1, last),
				[]excelize.ConditionalFormatOptions{{Type: "formula", Criteria: rule, Format: &c.styles.missing}}))
		}
	}
}

// markCheck fills the check column where a row lacks something.
func (c *canvas) markCheck(col, first, last int) {
	cell := fmt.Sprintf("%s%d", report.ColumnName(col), first)
	c.do(c.file.SetConditionalFormat(c.name, area(col, first, col, last), []excelize.ConditionalFormatOptions{
		{Type: "formula", Criteria: fmt.Sprintf(`AND(%s<>"",%s<>"OK")`, cell, cell), Format: &c.styles.missing}}))
}

// anything is true where the record has a filled cell.
func (b *book) anything(s *report.SheetSpec, row int) string {
	return fmt.Sprintf("COUNTA($A%d:$%s%d)>0", row, report.ColumnName(len(s.Columns)), row)
}

// condition is the formula for when a column is required; empty where it always is.
func (b *book) condition(s *report.SheetSpec, col *report.ColumnSpec, row int) string {
	var all []string
	for _, cond := range col.When {
		key := cond.Column
		if strings.HasSuffix(key, ".status") {
			key = "_status"
		}
		cell := b.cell(s, key, row)
		var any []string
		for _, v := range cond.In {
			any = append(any, fmt.Sprintf(`%s="%s"`, cell, v))
		}
		if len(any) > 0 {
			all = append(all, "OR("+strings.Join(any, ",")+")")
			continue
		}
		all = append(all, cell+`<>""`)
		for _, v := range cond.NotIn {
			all = append(all, fmt.Sprintf(`%s<>"%s"`, cell, v))
		}
	}
	switch len(all) {
	case 0:
		return ""
	case 1:
		return all[0]
	}
	return "AND(" + strings.Join(all, ",") + ")"
}

// column is the letter of an input or computed column.
func (b *book) column(s *report.SheetSpec, key string) string {
	for i := range s.Columns {
		if s.Columns[i].Key == key {
			return report.ColumnName(i + 1)
		}
	}
	for i, k := range computedKeys(s.Key) {
		if k == key {
			return report.ColumnName(len(s.Columns) + 1 + i)
		}
	}
	panic("the form has no column " + s.Key + "." + key)
}

// span is the whole of a column with its sheet.
func (b *book) span(sheet, key string) string {
	s := b.spec.Sheet(sheet)
	letter := b.column(s, key)
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", s.Name, letter, report.DataRow, letter, report.DataRow+b.rows[sheet]-1)
}

// fieldCell is the value cell of a field of the form sheet.
func (b *book) fieldCell(key string) string {
	s := b.spec.Sheet("virksomhet")
	for i := range s.Columns {
		if s.Columns[i].Key == key {
			return fmt.Sprintf("%s!$B$%d", s.Name, report.DataRow+i)
		}
	}
	panic("the form has no field " + key)
}
