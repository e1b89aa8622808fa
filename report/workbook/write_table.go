package workbook

import (
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
		c.do(b.validate(s.Name, col, area(i+1, first, i+1, last)))
	}
	for r, record := range b.order.Filling[s.Key] {
		for i := range s.Columns {
			c.literal(i+1, first+r, &s.Columns[i], record[s.Columns[i].Key])
		}
	}
	c.do(b.computed(s, first, last))
	c.frame(len(s.Columns), last)
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

// print sets the page: landscape, as wide as the paper, headings on every page.
func (c *canvas) print() {
	landscape, a4, wide, tall, fit := "landscape", 9, 1, 0, true
	c.do(c.file.SetPageLayout(c.name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &tall}))
	c.do(c.file.SetSheetProps(c.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	c.do(c.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: c.name,
		RefersTo: "'" + c.name + "'!$" + "4:$" + "4"}))
}

func (c *canvas) protect() {
	c.do(c.file.ProtectSheet(c.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true,
		FormatCells: true, AutoFilter: true, Sort: true,
	}))
}

// form writes a sheet of fields: label, value, help, machine key.
func (b *book) form(s *report.SheetSpec) error {
	c := b.on(s.Name)
	c.column(1, report.FormLabel, b.say("workbook.form.label"), 38)
	c.column(2, report.FormValue, b.say("workbook.form.value"), 60)
	c.column(3, report.FormHelp, b.say("workbook.form.help"), 80)
	c.column(4, report.FormKey, report.FormKey, 24)
	values := b.formValues(s)
	for i := range s.Columns {
		col, row := &s.Columns[i], report.DataRow+i
		c.text(1, row, col.Label.In(b.order.Lang), b.styles.label)
		c.do(c.file.SetCellStyle(s.Name, cellRef(2, row), cellRef(2, row), b.styles.input(col)))
		c.literal(2, row, col, values[col.Key])
		c.text(3, row, col.Help.In(b.order.Lang), b.styles.note)
		c.text(4, row, col.Key, b.styles.key)
		c.do(b.validate(s.Name, col, cellRef(2, row)))
		if col.Type == report.LongType {
			c.do(c.file.SetRowHeight(s.Name, row, 62))
		}
	}
	c.do(c.file.SetColVisible(s.Name, "D", false))
	c.frame(4, report.DataRow+len(s.Columns)-1)
	return c.err
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
