package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// table writes a sheet of records: key row, headings, prepared rows.
func (b *book) table(s *report.SheetSpec) error {
	c := b.on(s.Name)
	first, last := report.DataRow, report.DataRow+b.rows[s.Key]-1
	for i := range s.Columns {
		col := &s.Columns[i]
		c.column(i+1, col.Key, col.Label.In(b.order.Lang), width(col))
		c.do(c.file.SetCellStyle(s.Name, cellRef(i+1, first), cellRef(i+1, last), b.styles.input(col)))
		if col.Type != report.AnswerType || len(b.order.Filling[s.Key]) == 0 {
			c.do(b.validate(s.Name, col, area(i+1, first, i+1, last)))
		}
	}
	for r, record := range b.order.Filling[s.Key] {
		for i := range s.Columns {
			if s.Columns[i].Type != report.AnswerType {
				c.literal(i+1, first+r, &s.Columns[i], record[s.Columns[i].Key])
			}
		}
		c.height(first+r, recordHeight(s, record))
	}
	c.answers(s, first)
	c.do(b.computed(s, first, last))
	columns := len(s.Columns) + len(computedKeys(s.Key))
	c.do(c.file.AutoFilter(s.Name, area(1, report.HeadRow, columns, last), nil))
	c.frame(columns, last)
	c.portions(columns)
	c.area(s, columns, last)
	return c.err
}

// column writes one column's key and heading.
func (c *canvas) column(col int, key, label string, width int) {
	c.text(col, report.KeyRow, key, c.styles.key)
	c.text(col, report.HeadRow, label, c.styles.head)
	name := report.ColumnName(col)
	c.do(c.file.SetColWidth(c.name, name, name, float64(width)))
}

// frame hides the key row, keeps the headings in sight, and protects the sheet
// against slips: input cells are open, and there is no password.
func (c *canvas) frame(columns, last int) {
	c.do(c.file.SetRowVisible(c.name, report.KeyRow, false))
	c.do(c.file.SetRowHeight(c.name, report.HeadRow, 46))
	c.do(c.file.SetPanes(c.name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: report.HeadRow,
		TopLeftCell: cellRef(2, report.DataRow), ActivePane: "bottomRight"}))
	c.do(c.file.SetSheetDimension(c.name, area(1, 1, columns, last)))
	c.print()
	c.protect()
}

// tab colours the tab of a sheet that is only read.
func (c *canvas) tab() {
	colour := "FF" + accent // a tab takes its opacity too
	c.do(c.file.SetSheetProps(c.name, &excelize.SheetPropsOptions{TabColorRGB: &colour}))
}

func (c *canvas) protect() {
	c.do(c.file.ProtectSheet(c.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true,
		FormatCells: true, AutoFilter: true, Sort: true,
	}))
}

// The columns of the form sheet.
const (
	formLabel = 1 + iota
	formValue
	formCheck
	formHelp
	formKey // hidden
)

// The widths of the form sheet's columns, in digits.
const (
	labelWidth = 36
	valueWidth = 62
	checkWidth = 30
	helpWidth  = 62
)

// form writes a sheet of fields: label, value, check, help, machine key.
func (b *book) form(s *report.SheetSpec) error {
	c := b.on(s.Name)
	c.column(formLabel, report.FormLabel, b.say("workbook.form.label"), labelWidth)
	c.column(formValue, report.FormValue, b.say("workbook.form.value"), valueWidth)
	c.column(formCheck, CheckColumn, b.say("workbook.form.check"), checkWidth)
	c.column(formHelp, report.FormHelp, b.say("workbook.form.help"), helpWidth)
	c.column(formKey, report.FormKey, report.FormKey, 24)
	values := b.formValues(s)
	for i := range s.Columns {
		col, row := &s.Columns[i], report.DataRow+i
		c.text(formLabel, row, col.Label.In(b.order.Lang), b.styles.label)
		style := b.styles.input(col)
		if col.Issued { // locked whether or not the order says something there
			style = b.styles.issued
		}
		c.do(c.file.SetCellStyle(s.Name, cellRef(formValue, row), cellRef(formValue, row), style))
		c.literal(formValue, row, col, values[col.Key])
		c.formula(formCheck, row, b.fieldFormula(s, col.Key), b.styles.computed)
		c.text(formHelp, row, col.Help.In(b.order.Lang), b.styles.note)
		c.text(formKey, row, col.Key, b.styles.key)
		c.do(b.validate(s.Name, col, cellRef(formValue, row)))
		c.height(row, b.fieldHeight(col, values[col.Key]))
	}
	last := report.DataRow + len(s.Columns) - 1
	c.markFields(last)
	c.do(c.file.SetColVisible(s.Name, report.ColumnName(formKey), false))
	c.frame(formKey, last)
	c.onePage()
	return c.err
}

// markFields fills the fields of which the check beside them says something.
func (c *canvas) markFields(last int) {
	cell := fmt.Sprintf("$%s%d", report.ColumnName(formCheck), report.DataRow)
	c.do(c.file.SetConditionalFormat(c.name, area(formValue, report.DataRow, formCheck, last), []excelize.ConditionalFormatOptions{
		{Type: "formula", Criteria: fmt.Sprintf(`AND(%s<>"",%s<>"OK")`, cell, cell), Format: &c.styles.missing}}))
}

// formValues is what the order says of the agency.
func (b *book) formValues(s *report.SheetSpec) report.Record {
	form := report.NB
	if b.order.Lang == report.NN {
		form = report.NN
	}
	values := report.Record{"maalform": string(form), "orgnr": b.order.OrgNr}
	for _, record := range b.order.Filling[s.Key] {
		for key, value := range record {
			values[key] = value
		}
	}
	values["skjemaversjon"] = b.spec.Version
	if b.order.Year > 0 {
		values["rapportaar"] = fourDigits(b.order.Year)
	}
	return values
}

func fourDigits(year int) string { return report.Date{Year: year}.String()[:4] }

func width(col *report.ColumnSpec) int {
	if col.Width > 0 {
		return col.Width
	}
	return 18
}
