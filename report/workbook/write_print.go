package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// print sets the page: landscape, as wide as the paper, headings on every page.
func (c *canvas) print() {
	landscape, a4, wide, tall, fit := "landscape", 9, 1, 0, true
	c.do(c.file.SetPageLayout(c.name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &tall}))
	c.do(c.file.SetSheetProps(c.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	c.do(c.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: c.name, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", c.name, report.HeadRow, report.HeadRow)}))
	c.margins()
}

// onePage makes a sheet that is read at a glance no longer than the page, which print
// leaves open.
func (c *canvas) onePage() {
	one := 1
	c.do(c.file.SetPageLayout(c.name, &excelize.PageLayoutOptions{FitToHeight: &one}))
}

// leastPrinted is how many rows of an empty table are printed: enough to fill in by hand.
const leastPrinted = 12

// area prints a table as far down as somebody has filled it in, in the columns that
// it has. The title and the help stand above and would be cut on every page but the
// first, so the title is said in the page's header instead.
func (c *canvas) area(s *report.SheetSpec, columns, last int) {
	filled := absolute(c.name, 1, report.DataRow, len(s.Columns), last)
	rows := fmt.Sprintf(`MAX(%d,SUMPRODUCT(MAX((%s<>"")*ROW(%s)))-%d)`, leastPrinted+1, filled, filled, report.HeadRow-1)
	c.do(c.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: c.name,
		RefersTo: fmt.Sprintf("OFFSET('%s'!$A$%d,0,0,%s,%d)", c.name, report.HeadRow, rows, columns)}))
	c.do(c.file.SetHeaderFooter(c.name, &excelize.HeaderFooterOptions{OddHeader: "&L&B" + strings.ReplaceAll(s.Title.In(c.order.Lang), "&", "&&"), OddFooter: "&L&A&R&P / &N"}))
}

// margins leaves the edges of the page narrow, and says at the foot which sheet
// and page it is.
func (c *canvas) margins() {
	side, top, bottom := 0.4, 0.5, 0.6
	c.do(c.file.SetPageMargins(c.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &bottom}))
	c.do(c.file.SetHeaderFooter(c.name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}))
}

// What an A4 page in landscape takes, in digits at full size, and how wide a page
// may be made: at somewhat under two thirds print is still read without effort.
const (
	pageWidth   = 132
	widestPages = 215
)

// portions divides a table that is too wide for one page: pages beside one
// another, each with the first column and the headings, all at one scale.
func (c *canvas) portions(columns int) {
	starts, widest := c.breaks(columns)
	if len(starts) == 0 {
		return // print has made it as wide as the paper
	}
	for _, col := range starts {
		c.do(c.file.InsertPageBreak(c.name, cellRef(col, 1)))
	}
	fit, scale := false, uint(100*pageWidth/max(widest, pageWidth))
	c.do(c.file.SetSheetProps(c.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	c.do(c.file.SetPageLayout(c.name, &excelize.PageLayoutOptions{AdjustTo: &scale}))
	c.do(c.file.DeleteDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: c.name}))
	c.do(c.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: c.name,
		RefersTo: fmt.Sprintf("'%s'!$A:$A,'%s'!$%d:$%d", c.name, c.name, report.HeadRow, report.HeadRow)}))
}

// breaks are the columns that begin a new page, so that all pages are about
// equally wide, and the width of the widest page.
func (c *canvas) breaks(columns int) (starts []int, widest int) {
	widths, total := make([]int, columns+1), 0
	for col := 1; col <= columns; col++ {
		w, err := c.file.GetColWidth(c.name, report.ColumnName(col))
		c.do(err)
		widths[col] = int(w + 0.5)
		total += widths[col]
	}
	rest := total - widths[1] // what is not repeated
	pages := (rest + widestPages - widths[1] - 1) / (widestPages - widths[1])
	page, goal := widths[1], widths[1]+rest/pages
	for col := 2; col <= columns; col++ {
		if page > widths[1] && page+widths[col]/2 > goal {
			starts = append(starts, col)
			page = widths[1]
		}
		page += widths[col]
		widest = max(widest, page)
	}
	return starts, widest
}
