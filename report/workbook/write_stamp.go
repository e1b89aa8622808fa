package workbook

import (
	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// issued is the time that every workbook states; a workbook has no clock.
const issued = "2017-01-01T00:00:00Z"

// stamp states the schema version in three places: a custom property, a very
// hidden sheet, and the text of the guide (which guide writes). The sheet also lists
// what the ministry says in the form.
func (b *book) stamp() error {
	if _, err := b.file.NewSheet(report.StampSheet); err != nil {
		return err
	}
	c := b.on(report.StampSheet)
	c.text(1, 1, report.StampProperty, b.styles.plain)
	c.text(2, 1, b.spec.Version, b.styles.plain)
	for n, words := range b.ministryWords() {
		c.text(1, 2+n, words, b.styles.plain)
	}
	c.do(b.file.SetSheetVisible(report.StampSheet, false, true))
	c.do(b.file.SetCustomProps(excelize.CustomProperty{Name: report.StampProperty, Value: b.spec.Version}))
	c.do(b.file.SetDocProps(&excelize.DocProperties{Created: issued, Modified: issued, Creator: "gevinst", LastModifiedBy: "gevinst",
		Title: b.say("workbook.title", report.Arg{Name: "aar", Value: fourDigits(b.order.Year)}), Language: b.order.Lang.Tag(), Version: b.spec.Version}))
	c.do(b.file.SetAppProps(&excelize.AppProperties{Application: "gevinst", AppVersion: "1.0000"}))
	first := 0
	if s := b.spec.Sheets[0]; s.Kind == report.GuideSheet {
		first, _ = b.file.GetSheetIndex(s.Name)
	}
	b.file.SetActiveSheet(first)
	return c.err
}
