package workbook

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// codes writes the hidden code lists, each with its words, under a defined name
// that the drop-downs use.
func (b *book) codes(s *report.SheetSpec) error {
	c := b.on(s.Name)
	lists := make([]string, 0, len(b.spec.Codes))
	for list := range b.spec.Codes {
		lists = append(lists, list)
	}
	slices.Sort(lists)
	for i, list := range lists {
		value, label := 2*i+1, 2*i+2
		c.column(value, list, list, 24)
		c.column(label, list+"_"+report.FormLabel, b.say("workbook.codes.meaning"), 36)
		for n, choice := range b.spec.Codes[list] {
			c.text(value, report.DataRow+n, choice.Value, b.styles.plain)
			c.text(label, report.DataRow+n, choice.Label.In(b.order.Lang), b.styles.plain)
		}
		last := report.DataRow + len(b.spec.Codes[list]) - 1
		c.do(b.file.SetDefinedName(&excelize.DefinedName{Name: b.lists[list], RefersTo: absolute(s.Name, value, report.DataRow, value, last)}))
		c.do(b.file.SetDefinedName(&excelize.DefinedName{Name: wordsOfCodes(b.lists[list]), RefersTo: absolute(s.Name, label, report.DataRow, label, last)}))
	}
	c.areaCodes(2*len(lists) + 1)
	c.do(b.file.SetSheetVisible(s.Name, false))
	c.protect()
	return c.err
}

// wordsOfCodes is the defined name of what the codes of a list mean.
func wordsOfCodes(list string) string { return list + "_ord" }
