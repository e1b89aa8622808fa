package tables

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// looks are the styles of the workbook's cells.
type looks struct {
	title, head, wrapped, link    int
	text, sign, money, count, day int
}

// binder makes what stands around the rows, and keeps the first error.
type binder struct {
	*Tables
	file  *excelize.File
	looks looks
	err   error
}

func (b *binder) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *binder) style(s excelize.Style, format string) int {
	if format != "" {
		s.CustomNumFmt = &format
	}
	id, err := b.file.NewStyle(&s)
	b.do(err)
	return id
}

func (b *binder) makeLooks() {
	const accent = "14406B"
	font := &excelize.Font{Family: "Calibri", Size: 11}
	top := &excelize.Alignment{Vertical: "top"}
	cell := func(format string) int { return b.style(excelize.Style{Font: font, Alignment: top}, format) }
	words := func(format string) int { // a little away from the figures to their left
		return b.style(excelize.Style{Font: font, Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top", Indent: 1}}, format)
	}
	day := "dd.mm.yyyy"
	if b.order.Voice.Lang() == report.EN {
		day = "yyyy-mm-dd"
	}
	b.looks = looks{
		title: b.style(excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 16, Bold: true, Color: accent}}, ""),
		head: b.style(excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 11, Bold: true, Color: "FFFFFF"},
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{accent}},
			Alignment: &excelize.Alignment{WrapText: true, Horizontal: "left", Vertical: "center", Indent: 1}}, ""),
		wrapped: b.style(excelize.Style{Font: font, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}, ""),
		link:    b.style(excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 11, Underline: "single", Color: accent}, Alignment: top}, ""),
		text:    words("General"), sign: words("@"), money: cell("#,##0.00"), count: cell("0"), day: cell(day),
	}
}

// put writes words that are never a formula.
func (b *binder) put(sheet string, col, row int, words string, style int) {
	ref := report.Place{Row: row, Col: col}.Ref()
	b.do(b.file.SetCellStr(sheet, ref, words))
	b.do(b.file.SetCellStyle(sheet, ref, ref, style))
}

func (b *binder) sheet(name string, widths ...float64) {
	_, err := b.file.NewSheet(name)
	b.do(err)
	b.widths(name, widths)
}

func (b *binder) widths(sheet string, widths []float64) {
	for i, width := range widths {
		column := report.ColumnName(i + 1)
		b.do(b.file.SetColWidth(sheet, column, column, width))
	}
}

// headRow is the height of a head, which may take three lines.
const headRow = 48

// heads makes the sheet of a table: one row of heads that stays in sight, and a filter.
func (b *binder) heads(t *tab) {
	widths := make([]float64, len(t.columns))
	for i, c := range t.columns {
		widths[i] = widthOf(&c)
	}
	b.sheet(t.name, widths...)
	for i, c := range t.columns {
		b.put(t.name, i+1, 1, c.Label, b.looks.head)
	}
	b.do(b.file.SetRowHeight(t.name, 1, headRow))
	area := "A1:" + report.Place{Row: t.rows + 1, Col: len(t.columns)}.Ref()
	b.do(b.file.SetSheetDimension(t.name, area))
	b.do(b.file.AutoFilter(t.name, area, nil))
	b.freeze(t.name, 2)
	b.pages(t.name, widths)
}

// freeze keeps the head and so many columns in sight.
func (b *binder) freeze(sheet string, columns int) {
	corner, pane := report.Place{Row: 2, Col: columns + 1}.Ref(), "bottomRight"
	if columns == 0 {
		pane = "bottomLeft"
	}
	b.do(b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: columns, YSplit: 1, TopLeftCell: corner, ActivePane: pane}))
	titles := fmt.Sprintf("'%s'!$1:$1", sheet)
	if columns > 0 { // whose a row is, on every page
		titles = fmt.Sprintf("'%s'!$A:$%s,%s", sheet, report.ColumnName(columns), titles)
	}
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: sheet}))
}

// landscape prints a sheet on its side, on A4.
func (b *binder) landscape(sheet string, o *excelize.PageLayoutOptions) {
	const a4 = 9
	across, paper := "landscape", a4
	o.Orientation, o.Size = &across, &paper
	b.do(b.file.SetPageLayout(sheet, o))
}

// fit prints a sheet so many pages wide.
func (b *binder) fit(sheet string, wide int) {
	long, fit := 0, true
	b.landscape(sheet, &excelize.PageLayoutOptions{FitToWidth: &wide, FitToHeight: &long})
	b.do(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

// pages prints a table on as few pages side by side as can be read.
func (b *binder) pages(sheet string, widths []float64) {
	const readable = 210 // characters across a page on its side, in letters of some seven points
	all := 0.0
	for _, width := range widths {
		all += width
	}
	b.fit(sheet, int(math.Ceil(all/readable)))
}

// widthOf is a column's width in characters. A head is broken between words only.
func widthOf(c *Column) float64 {
	const margins = 4 // indent, and the arrow of the filter
	longest := 0
	for _, word := range strings.Fields(c.Label) {
		longest = max(longest, len([]rune(word)))
	}
	return max(contentWidth(c), float64(longest)*boldWidth+margins)
}

// boldWidth is what a bold letter takes of a digit, which columns are measured by.
const boldWidth = 1.1

func contentWidth(c *Column) float64 {
	switch {
	case c.Width > 0:
		return float64(c.Width)
	case c.amount():
		return 18
	case c.whole():
		return 12
	case c.Type == report.TextType:
		return 28
	case c.Type == report.LongType:
		return 50
	default:
		return 16
	}
}

// properties names the workbook; it is dated by the end of its last report year.
func (b *binder) properties(ctx context.Context) {
	var last int
	b.do(b.db.QueryRowContext(ctx, "SELECT COALESCE(MAX(rapportaar), 1900) FROM innlevering").Scan(&last))
	day := strconv.Itoa(last) + "-12-31T00:00:00Z"
	b.do(b.file.SetDocProps(&excelize.DocProperties{Created: day, Modified: day, Creator: "gevinst", LastModifiedBy: "gevinst",
		Title: b.order.Voice.Say("tables.workbook"), Language: b.order.Voice.Lang().Tag()}))
	b.do(b.file.SetAppProps(&excelize.AppProperties{Application: "gevinst", AppVersion: "1.0000"}))
	b.file.SetActiveSheet(0)
}
