package workbook

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// fromMinistry writes what the ministry says to its agencies, on the guide's sheet
// from a row on, and tells which row is free after it.
func (c *canvas) fromMinistry(row int) int {
	lead := c.guidance()
	if len(lead) == 0 {
		return row
	}
	for n, words := range lead {
		if n == 0 {
			c.text(1, row, words, c.styles.section)
			continue
		}
		c.text(1, row+n, words, c.styles.plain)
		c.height(row+n, float64(lines(words, 118)*lineHeight))
	}
	return row + len(lead) + 1
}

// guidance is what the ministry says on the guide's sheet, a row each: a heading,
// the deadline, its own paragraphs. None where it says nothing.
func (b *book) guidance() []string {
	p := b.order.Profile
	if p == nil || len(p.Guidance) == 0 && p.Deadline == (report.Date{}) {
		return nil
	}
	rows := []string{b.say("workbook.guide.ministry", report.Arg{Name: "departement", Value: p.Ministry})}
	if p.Deadline != (report.Date{}) {
		rows = append(rows, b.say("workbook.guide.deadline", report.Arg{Name: "frist", Value: p.Deadline}))
	}
	for _, paragraph := range p.Guidance {
		rows = append(rows, paragraph.In(b.order.Lang))
	}
	return rows
}

// ministryWords are all the words of the ministry's that stand where the form has
// its own. A reader takes them for the form's because the stamp sheet lists them.
func (b *book) ministryWords() []string {
	words := b.guidance()
	if len(b.areas()) > 0 {
		words = append(words, areaList)
	}
	for _, area := range b.areas() {
		words = append(words, area.In(b.order.Lang))
	}
	return words
}

// areaColumn is the column whose drop-down offers the ministry's prioritised areas.
const areaColumn = "prioritert_omraade"

// areaList is the defined name of the list of areas.
const areaList = "departement_omraader"

// areas tells how many areas the ministry gives priority.
func (b *book) areas() []report.Words {
	if b.order.Profile == nil {
		return nil
	}
	return b.order.Profile.Areas
}

// areaCodes writes the list of areas beside the code lists.
func (c *canvas) areaCodes(col int) {
	areas := c.areas()
	if len(areas) == 0 {
		return
	}
	c.column(col, areaList, areaList, 36)
	for n, area := range areas {
		c.text(col, report.DataRow+n, area.In(c.order.Lang), c.styles.plain)
	}
	c.do(c.file.SetDefinedName(&excelize.DefinedName{Name: areaList, RefersTo: absolute(c.name, col, report.DataRow, col, report.DataRow+len(areas)-1)}))
}

// offerAreas gives the drop-down of areas to their column. Another area may be
// typed there: the form's own column is free text, and the check asks about it.
func (b *book) offerAreas(v *excelize.DataValidation, col *report.ColumnSpec) {
	if col.Key != areaColumn || len(b.areas()) == 0 {
		return
	}
	v.SetSqrefDropList(areaList)
	v.SetError(excelize.DataValidationErrorStyleWarning, cut(col.Label.In(b.order.Lang), mostTitle), cut(b.say("workbook.area.other"), mostMessage))
}

// demanding is the set with what the ministry demands as required as what the set
// itself requires: whoever fills in the workbook sees no difference.
func demanding(spec *report.Spec) *report.Spec {
	with := *spec
	with.Sheets = slices.Clone(spec.Sheets)
	for i := range with.Sheets {
		with.Sheets[i].Columns = slices.Clone(spec.Sheets[i].Columns)
		for j := range with.Sheets[i].Columns {
			if col := &with.Sheets[i].Columns[j]; col.Demanded {
				col.Required, col.When = true, nil
			}
		}
	}
	return &with
}
