package workbook

import (
	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// The colours of the form: one accent, greys, and a light yellow for what an
// agency fills in.
const (
	accent = "14406B"
	grey   = "595959"
	line   = "BFBFBF"
	field  = "FFFBE6"
	quiet  = "F2F2F2"
)

// styles are the workbook's cell styles by what they are for.
type styles struct {
	title, help, key, head, label, note, issued, plain, section, money, day, ratio, computed int
	missing                                                                                  int // conditional
	inputs                                                                                   map[report.ColumnType]int
}

func (s *styles) input(col *report.ColumnSpec) int { return s.inputs[col.Type] }

func (b *book) makeStyles() error {
	font := func(size float64, colour string, bold bool) *excelize.Font {
		return &excelize.Font{Family: "Calibri", Size: size, Color: colour, Bold: bold}
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	figure := &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}               // off the words beside it
	aside := &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: "left", Indent: 1} // off the figures beside it
	middle := &excelize.Alignment{WrapText: true, Vertical: "center"}
	box := []excelize.Border{{Type: "left", Color: line, Style: 1}, {Type: "right", Color: line, Style: 1},
		{Type: "top", Color: line, Style: 1}, {Type: "bottom", Color: line, Style: 1}}
	locked, open := &excelize.Protection{Locked: true}, &excelize.Protection{Locked: false}
	kroner := "#,##0.00"

	var err error
	make := func(s *excelize.Style) int {
		id, e := b.file.NewStyle(s)
		if err == nil {
			err = e
		}
		return id
	}
	s := &b.styles
	s.title = make(&excelize.Style{Font: font(16, accent, true)})
	s.help = make(&excelize.Style{Font: font(11, grey, false)})
	s.key = make(&excelize.Style{Font: font(9, grey, false), Protection: locked})
	s.head = make(&excelize.Style{Font: font(11, "FFFFFF", true), Fill: fill(accent), Alignment: middle, Border: box, Protection: locked})
	s.label = make(&excelize.Style{Font: font(11, "000000", true), Alignment: wrap, Border: box, Protection: locked})
	s.note = make(&excelize.Style{Font: font(10, grey, false), Alignment: aside, Border: box, Protection: locked})
	s.plain = make(&excelize.Style{Font: font(11, "000000", false), Alignment: wrap, Protection: locked})
	s.section = make(&excelize.Style{Font: font(12, accent, true), Alignment: wrap, Protection: locked})
	s.issued = make(&excelize.Style{Font: font(11, "000000", false), Fill: fill(quiet), Alignment: wrap, Border: box, Protection: locked})
	s.computed = make(&excelize.Style{Font: font(10, grey, false), Fill: fill(quiet), Alignment: wrap, Border: box, Protection: locked})
	s.money = make(&excelize.Style{Font: font(11, "000000", false), Fill: fill(quiet), Alignment: figure, Border: box, CustomNumFmt: &kroner, Protection: locked})

	day, ratio := "dd.mm.yyyy", "0.0000"
	s.day = make(&excelize.Style{Font: font(11, "000000", false), Fill: fill(quiet), Alignment: figure, Border: box, CustomNumFmt: &day, Protection: locked})
	s.ratio = make(&excelize.Style{Font: font(11, "000000", false), Fill: fill(quiet), Alignment: figure, Border: box, CustomNumFmt: &ratio, Protection: locked})

	s.inputs = map[report.ColumnType]int{}
	formats := map[report.ColumnType]string{report.MoneyType: "#,##0.00", report.NumberType: "#,##0.###", report.PercentType: "0.##",
		report.DateType: "dd.mm.yyyy", report.YearType: "0", report.ChapterType: "0", report.OrgNrType: "@", report.PostType: "@", report.IDType: "@"}
	for _, t := range []report.ColumnType{report.IDType, report.TextType, report.LongType, report.MoneyType, report.NumberType, report.PercentType,
		report.YearType, report.DateType, report.CodeType, report.OrgNrType, report.ChapterType, report.PostType} {
		style := &excelize.Style{Font: font(11, "000000", false), Fill: fill(field), Alignment: wrap, Border: box, Protection: open}
		if f, ok := formats[t]; ok {
			style.CustomNumFmt = &f
		}
		if numeric(t) || t == report.DateType {
			style.Alignment = figure
		}
		s.inputs[t] = make(style)
	}
	s.inputs[report.AnswerType] = s.issued // until a question says of what kind
	missing, e := b.file.NewConditionalStyle(&excelize.Style{Fill: fill("FCE4D6"), Font: &excelize.Font{Color: "8A3B00"}})
	s.missing = missing
	if err == nil {
		err = e
	}
	return err
}
