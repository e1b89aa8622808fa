package workbook

import (
	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// The columns of the sheet of notices.
const (
	noticeSeverity = 1 + iota
	noticeRule
	noticeCell
	noticeSentence
	noticeRemedy
)

// sentenceWidth is the width of a finding and of its remedy in digits.
const sentenceWidth = 66

// mostRows is how many further cells of one notice get a row of their own.
const mostRows = 200

// noticeStyles are the styles of the sheet of notices.
type noticeStyles struct {
	title, help, key, head, words, link int
	level                               map[report.Severity]int
}

// levelColour is the fill of a severity, and the colour of letters and borders on
// it. The word always stands beside the colour.
type levelColour struct {
	level     report.Severity
	fill, ink string
}

func levelColours() []levelColour {
	return []levelColour{{report.Error, "FFC7CE", "9C0006"}, {report.Warning, "FFEB9C", "7F4F00"}, {report.Info, "DDEBF7", "1F4E79"}}
}

func (c *annotator) makeStyles() {
	font := func(size float64, colour string, bold bool) *excelize.Font {
		return &excelize.Font{Family: "Calibri", Size: size, Color: colour, Bold: bold}
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	top, middle := &excelize.Alignment{Vertical: "top", WrapText: true}, &excelize.Alignment{Vertical: "center", WrapText: true}
	box := []excelize.Border{{Type: "left", Color: line, Style: 1}, {Type: "right", Color: line, Style: 1}, {Type: "top", Color: line, Style: 1}, {Type: "bottom", Color: line, Style: 1}}
	s := &c.styles
	s.title = c.style(&excelize.Style{Font: font(16, accent, true)})
	s.help = c.style(&excelize.Style{Font: font(11, grey, false)})
	s.key = c.style(&excelize.Style{Font: font(9, grey, false)})
	s.head = c.style(&excelize.Style{Font: font(11, "FFFFFF", true), Fill: fill(accent), Alignment: middle, Border: box})
	s.words = c.style(&excelize.Style{Font: font(11, "000000", false), Alignment: top, Border: box})
	linked := font(11, accent, false)
	linked.Underline = "single"
	s.link = c.style(&excelize.Style{Font: linked, Alignment: top, Border: box})
	s.level = map[report.Severity]int{}
	for _, l := range levelColours() {
		s.level[l.level] = c.style(&excelize.Style{Font: font(11, l.ink, true), Fill: fill(l.fill), Alignment: top, Border: box})
	}
}

func (c *annotator) style(s *excelize.Style) int {
	id, err := c.file.NewStyle(s)
	c.do(err)
	return id
}

// head writes what stands above the notices, laid out as every sheet of the form.
func (c *annotator) head(a Annotation) {
	c.makeStyles()
	count := map[report.Severity]int{}
	for _, n := range a.Notices {
		count[n.Level]++
	}
	c.text(1, report.TitleRow, c.say("annotate.title"), c.styles.title)
	c.text(1, report.HelpRow, c.say("annotate.summary", report.Arg{Name: "errors", Value: count[report.Error]},
		report.Arg{Name: "warnings", Value: count[report.Warning]}, report.Arg{Name: "infos", Value: count[report.Info]}), c.styles.help)
	c.text(1, report.KeyRow, noticeStamp, c.styles.key)
	c.do(c.file.SetRowVisible(c.name, report.KeyRow, false))
	c.do(c.file.SetRowHeight(c.name, report.HeadRow, 30))
	for i, head := range []string{"severity", "rule", "cell", "finding", "remedy"} {
		c.text(i+1, report.HeadRow, c.say("annotate."+head), c.styles.head)
	}
	for i, width := range []float64{13, 9, 22, sentenceWidth, sentenceWidth} {
		column := report.ColumnName(i + 1)
		c.do(c.file.SetColWidth(c.name, column, column, width))
	}
	c.do(c.file.SetPanes(c.name, &excelize.Panes{Freeze: true, YSplit: report.HeadRow, TopLeftCell: cellAt(1, report.DataRow), ActivePane: "bottomLeft"}))
	if len(a.Notices) == 0 {
		c.text(1, report.DataRow, c.say("annotate.none"), c.styles.help)
	}
}

// notices writes the rows: a notice, and grouped below it the other cells of
// which the same is true.
func (c *annotator) notices(all []Notice) {
	c.row = report.DataRow
	for _, n := range all {
		c.notice(n, n.Place, n.Sentence, n.Remedy)
		for i, place := range n.More {
			if i == mostRows {
				c.rest(n, len(n.More)-mostRows)
				break
			}
			c.do(c.file.SetRowOutlineLevel(c.name, c.row, 1))
			c.notice(n, place, c.say("annotate.same", report.Arg{Name: "celle", Value: n.Place.String()}), "")
		}
	}
	c.page(c.row - 1)
}

func (c *annotator) notice(n Notice, at report.Place, sentence, remedy string) {
	c.text(noticeSeverity, c.row, n.Severity, c.styles.level[n.Level])
	c.text(noticeRule, c.row, n.Rule, c.styles.words)
	c.text(noticeCell, c.row, at.String(), c.styles.words)
	c.text(noticeSentence, c.row, sentence, c.styles.words)
	c.text(noticeRemedy, c.row, remedy, c.styles.words)
	c.link(at)
	tall := max(lines(sentence, sentenceWidth-2), lines(remedy, sentenceWidth-2), lines(at.String(), 20))
	c.do(c.file.SetRowHeight(c.name, c.row, float64(min(tall*lineHeight, mostHeight))))
	c.row++
}

// rest says how many cells have no row of their own; they are filled all the same.
func (c *annotator) rest(n Notice, left int) {
	c.do(c.file.SetRowOutlineLevel(c.name, c.row, 1))
	c.notice(n, report.Place{}, c.say("annotate.rest", report.Arg{Name: "n", Value: left}), "")
}

// page makes the list one that can be filtered and printed.
func (c *annotator) page(last int) {
	if last > report.HeadRow {
		c.do(c.file.AutoFilter(c.name, cellAt(1, report.HeadRow)+":"+cellAt(noticeRemedy, last), nil))
	}
	landscape, a4, wide, asLong, fit, above := "landscape", 9, 1, 0, true, false
	c.do(c.file.SetPageLayout(c.name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &asLong}))
	c.do(c.file.SetSheetProps(c.name, &excelize.SheetPropsOptions{FitToPage: &fit, OutlineSummaryBelow: &above}))
	c.do(c.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: c.name, RefersTo: location(c.name, "$4:$4")}))
	c.do(c.file.SetSheetDimension(c.name, cellAt(1, 1)+":"+cellAt(noticeRemedy, max(last, report.DataRow))))
}

// text writes words that are never a formula, whatever they begin with.
func (c *annotator) text(col, row int, words string, style int) {
	ref := cellAt(col, row)
	c.do(c.file.SetCellStr(c.name, ref, words))
	c.do(c.file.SetCellStyle(c.name, ref, ref, style))
}
