package workbook

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// guideParts is how many parts the guide has: "workbook.guide.1.title" and ".text" on.
const guideParts = 7

// guideWidth is the width of the guide's text in digits.
const guideWidth = 98

// guide writes a sheet of text: what is asked for, how to fill in, the version.
func (b *book) guide(s *report.SheetSpec) error {
	c := b.on(s.Name)
	c.do(c.file.SetColWidth(s.Name, "A", "A", guideWidth))
	c.text(1, report.HelpRow, s.Help.In(b.order.Lang), b.styles.help)
	c.text(1, 3, b.say("workbook.guide.version", report.Arg{Name: "versjon", Value: b.spec.Version}), b.styles.help)
	row := c.fromMinistry(5)
	for part := 1; part <= guideParts; part++ {
		key := "workbook.guide." + strconv.Itoa(part)
		c.text(1, row, b.say(key+".title"), b.styles.section)
		c.text(1, row+1, b.say(key+".text"), b.styles.plain)
		c.height(row+1, float64(lines(b.say(key+".text"), guideWidth)*lineHeight))
		row += 3
	}
	source := b.spec.Sources[b.spec.Requirement]
	c.text(1, row, b.say("workbook.guide.source", report.Arg{Name: "kilde", Value: source.Title + ", " + source.Where}), b.styles.help)
	c.do(c.file.SetSheetView(s.Name, 0, withoutGrid()))
	c.tab()
	c.print()
	portrait := "portrait"
	c.do(c.file.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Orientation: &portrait}))
	if row <= squeezed {
		c.onePage()
	}
	c.protect()
	return c.err
}

// squeezed is the last row down to which the guide is set a little smaller rather than
// let a line or two go over to a page of their own. A ministry may write more.
const squeezed = 36
