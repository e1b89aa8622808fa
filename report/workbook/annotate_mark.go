package workbook

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// mostLinks is how many cells of a sheet are linked back; Excel itself takes 65,530.
const mostLinks = 5000

// marks is what one sheet gets: cells to fill by severity, and links back.
type marks struct {
	filled map[report.Severity][]report.Place
	links  []backLink
}

// backLink leads from a cell to a row of the sheet of notices.
type backLink struct {
	from report.Place
	row  int
	tip  string
}

// marksOf gathers the marks of every sheet: a cell is filled and linked by the
// first of its notices, which is the most severe. Rows are counted as notices
// writes them.
func marksOf(all []Notice) map[string]*marks {
	sheets := map[string]*marks{}
	seen := map[report.Place]bool{}
	row := report.DataRow
	for _, n := range all {
		for i, at := range append([]report.Place{n.Place}, n.More...) {
			if at.Ref() != "" && !seen[at] {
				seen[at] = true
				m := sheets[at.Sheet]
				if m == nil {
					m = &marks{filled: map[report.Severity][]report.Place{}}
					sheets[at.Sheet] = m
				}
				m.add(n, at, row+min(i, mostRows+1))
			}
		}
		row += 1 + min(len(n.More), mostRows+1)
	}
	return sheets
}

func (m *marks) add(n Notice, at report.Place, row int) {
	m.filled[n.Level] = append(m.filled[n.Level], at)
	if len(m.links) < mostLinks {
		const longestTip = 255
		m.links = append(m.links, backLink{at, row, cut(n.Severity+" "+n.Rule+": "+n.Sentence, longestTip)})
	}
}

// areas joins cells that stand under one another.
func areas(at []report.Place) []string {
	at = slices.Clone(at)
	slices.SortFunc(at, func(a, b report.Place) int { return cmp.Or(cmp.Compare(a.Col, b.Col), cmp.Compare(a.Row, b.Row)) })
	var all []string
	for start, i := 0, 1; i <= len(at); i++ {
		if i < len(at) && at[i].Col == at[start].Col && at[i].Row == at[i-1].Row+1 {
			continue
		}
		ref := at[start].Ref()
		if i-start > 1 {
			ref += ":" + at[i-1].Ref()
		}
		all = append(all, ref)
		start = i
	}
	return all
}

// mark changes the XML of the user's sheets: the marks of an earlier annotation
// go, the new ones come, and no sheet but the first is selected.
func (c *annotator) mark(sheets map[string]*marks) {
	looks := map[report.Severity]int{}
	for _, l := range levelColours() {
		looks[l.level] = c.look(l)
	}
	for i, s := range c.before.Sheets {
		if s.Name == c.name || c.err != nil {
			continue
		}
		part := c.part(s.Part())
		content, _ := c.file.Pkg.Load(part)
		data, _ := content.([]byte)
		patched, ok := patch(data, c.name, sheets[s.Name], looks)
		if !ok {
			c.do(&Unfaithful{report.Place{Sheet: c.before.Sheets[i].Name}})
			return
		}
		c.file.Pkg.Store(part, patched)
	}
}

// look is the conditional style of a severity: its fill, and a border where
// another format of the cell has the fill already.
func (c *annotator) look(l levelColour) int {
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: l.ink, Style: 1})
	}
	look, err := c.file.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}, Border: border})
	c.do(err)
	return look
}

// link links the row being written with its cell.
func (c *annotator) link(at report.Place) {
	if !slices.ContainsFunc(c.file.GetSheetList(), func(name string) bool { return strings.EqualFold(name, at.Sheet) }) {
		return
	}
	target := at
	if target.Ref() == "" {
		target.Row, target.Col = 1, 1
	}
	here := cellAt(noticeCell, c.row)
	c.do(c.file.SetCellHyperLink(c.name, here, location(target.Sheet, target.Ref()), "Location"))
	c.do(c.file.SetCellStyle(c.name, here, here, c.styles.link))
}
