package workbook

import (
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// Notice is one finding as it stands on the sheet of an annotated copy, in words.
type Notice struct {
	Severity, Rule, Sentence, Remedy string

	Place report.Place   // the cell it is linked with, both ways
	More  []report.Place // other cells of which the same is true; each links to the notice
}

// Annotation is what an annotated copy says beside the workbook itself.
type Annotation struct {
	Title   string
	None    string    // said where there is no notice
	Heads   [5]string // severity, rule, cell, finding, remedy
	Notices []Notice
}

// The layout of the sheet of notices.
const (
	noticeHead  = 3
	firstNotice = 4
)

// Annotate writes a copy of a workbook with the notices on its first sheet. Each
// notice links to its cell, and the cell back to its first notice. A workbook
// that is itself an annotated copy gets a new sheet for its old one. Original is
// a workbook that Read has accepted.
func Annotate(w io.Writer, original io.Reader, a Annotation) error {
	file, err := excelize.OpenReader(original)
	if err != nil {
		return err
	}
	defer file.Close()
	c := &annotator{file: file, linked: map[report.Place]bool{}}
	c.sheet(a)
	for i, n := range a.Notices {
		c.notice(firstNotice+i, n)
	}
	if c.err != nil {
		return c.err
	}
	_, err = file.WriteTo(w)
	return err
}

// annotator keeps the first error, so that what it does reads as a list.
type annotator struct {
	file   *excelize.File
	err    error
	wrap   int
	link   int
	linked map[report.Place]bool
}

func (c *annotator) do(err error) {
	if c.err == nil {
		c.err = err
	}
}

// sheet makes the empty sheet of notices and puts it first.
func (c *annotator) sheet(a Annotation) {
	if at, err := c.file.GetSheetIndex(Annotations); err == nil && at >= 0 {
		c.do(c.file.DeleteSheet(Annotations))
	}
	first := c.file.GetSheetName(0)
	_, err := c.file.NewSheet(Annotations)
	c.do(err)
	c.do(c.file.MoveSheet(Annotations, first))
	c.file.SetActiveSheet(0)
	c.styles()
	bold := c.style(&excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 11, Bold: true}})
	c.text("A1", a.Title, c.style(&excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 14, Bold: true}}))
	if len(a.Notices) == 0 {
		c.text(cellAt(1, firstNotice), a.None, 0)
	}
	for i, head := range a.Heads {
		c.text(cellAt(i+1, noticeHead), head, bold)
	}
	for i, width := range []float64{12, 9, 18, 70, 70} {
		column := report.ColumnName(i + 1)
		c.do(c.file.SetColWidth(Annotations, column, column, width))
	}
	landscape, onePage, asLong := "landscape", 1, 0
	c.do(c.file.SetPageLayout(Annotations, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &onePage, FitToHeight: &asLong}))
	fit := true
	c.do(c.file.SetSheetProps(Annotations, &excelize.SheetPropsOptions{FitToPage: &fit}))
	c.do(c.file.SetPanes(Annotations, &excelize.Panes{Freeze: true, YSplit: noticeHead, TopLeftCell: cellAt(1, firstNotice), ActivePane: "bottomLeft"}))
}

func (c *annotator) styles() {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	c.wrap = c.style(&excelize.Style{Alignment: top, Font: &excelize.Font{Family: "Calibri", Size: 11}})
	c.link = c.style(&excelize.Style{Alignment: top, Font: &excelize.Font{Family: "Calibri", Size: 11, Underline: "single", Color: "14406B"}})
}

func (c *annotator) style(s *excelize.Style) int {
	id, err := c.file.NewStyle(s)
	c.do(err)
	return id
}

// notice writes one row and links it with its cell.
func (c *annotator) notice(row int, n Notice) {
	for i, words := range []string{n.Severity, n.Rule, n.Place.String(), n.Sentence, n.Remedy} {
		c.text(cellAt(i+1, row), words, c.wrap)
	}
	if n.Place.Sheet == "" {
		return
	}
	target := n.Place
	if target.Ref() == "" {
		target.Row, target.Col = 1, 1
	}
	here := cellAt(3, row)
	c.do(c.file.SetCellHyperLink(Annotations, here, location(target.Sheet, target.Ref()), "Location"))
	c.do(c.file.SetCellStyle(Annotations, here, here, c.link))
	for _, place := range append([]report.Place{n.Place}, n.More...) {
		c.back(place, row, n.Sentence)
	}
}

// back links a cell to its first notice.
func (c *annotator) back(place report.Place, row int, sentence string) {
	if place.Ref() == "" || c.linked[place] {
		return
	}
	c.linked[place] = true
	const longestTip = 255
	tip := []rune(sentence)
	words := string(tip[:min(len(tip), longestTip)])
	c.do(c.file.SetCellHyperLink(place.Sheet, place.Ref(), location(Annotations, cellAt(1, row)), "Location",
		excelize.HyperlinkOpts{Tooltip: &words}))
}

func (c *annotator) text(ref, words string, style int) {
	c.do(c.file.SetCellStr(Annotations, ref, words))
	c.do(c.file.SetCellStyle(Annotations, ref, ref, style))
}

func cellAt(col, row int) string { return report.Place{Row: row, Col: col}.Ref() }

// location is a reference to another sheet; quotes keep any name whole.
func location(sheet, ref string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + ref
}
