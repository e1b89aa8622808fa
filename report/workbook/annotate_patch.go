package workbook

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// markFormula is always true. It is the condition of every fill that Annotate
// gives, so that the next annotation finds them, and a cell's own style is left alone.
const markFormula = `N("gevinst-funn")=0`

// attrs matches the attributes of an element; a quoted value may hold anything.
const attrs = `(?:[^>"]|"[^"]*")*?`

// The places in the XML of a worksheet that matter here. ECMA-376 part 1, 18.3.1.99
// orders the elements that follow the cells.
var (
	endOfCells   = regexp.MustCompile(`</sheetData>|<sheetData\s*/>`)
	selected     = regexp.MustCompile(`(<sheetView\b` + attrs + `)\s+tabSelected="(?:1|true)"`)
	afterMarks   = regexp.MustCompile(`<(?:dataValidations|hyperlinks|` + afterLinksNames + `)\b|</worksheet>`)
	afterLinks   = regexp.MustCompile(`<(?:` + afterLinksNames + `)\b|</worksheet>`)
	endOfLinks   = regexp.MustCompile(`</hyperlinks>`)
	priority     = regexp.MustCompile(`\bpriority="(\d+)"`)
	covered      = regexp.MustCompile(`<(?:hyperlink|mergeCell)\b` + attrs + `\bref="([^"]*)"`)
	earlierMark  = regexp.MustCompile(`<cfRule\b` + attrs + `>\s*<formula>N\((?:"|&quot;|&#34;)gevinst-funn(?:"|&quot;|&#34;)\)=0</formula>\s*</cfRule>`)
	emptyMarks   = regexp.MustCompile(`<conditionalFormatting\b` + attrs + `>\s*</conditionalFormatting>`)
	internalLink = regexp.MustCompile(`<hyperlink\b` + attrs + `\blocation="([^"]*)"` + attrs + `(?:/>|>\s*</hyperlink>)`)
	emptyLinks   = regexp.MustCompile(`<hyperlinks\b` + attrs + `>\s*</hyperlinks>|<hyperlinks\s*/>`)
)

const afterLinksNames = `printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|` +
	`drawing|legacyDrawing|legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst|mc:AlternateContent`

// patch marks the XML of a sheet and leaves every byte of its cells alone. It is
// false where the XML is laid out in a way that this does not know, with prefixes
// for instance.
func patch(sheet []byte, notices string, m *marks, looks map[report.Severity]int) ([]byte, bool) {
	end := endOfCells.FindIndex(sheet)
	if end == nil {
		return nil, false
	}
	top := selected.ReplaceAll(sheet[:end[1]], []byte("$1"))
	tail := withoutEarlier(sheet[end[1]:], notices)
	if m != nil {
		links := m.freeLinks(tail)
		tail = insert(tail, afterMarks, marksXML(tail, m, looks))
		tail = insertLinks(tail, linksXML(links, notices))
	}
	return slices.Concat(top, tail), tail != nil
}

// withoutEarlier drops the fills and the links of an earlier annotation.
func withoutEarlier(tail []byte, notices string) []byte {
	tail = emptyMarks.ReplaceAll(earlierMark.ReplaceAll(tail, nil), nil)
	tail = internalLink.ReplaceAllFunc(tail, func(link []byte) []byte {
		target := strings.TrimPrefix(html.UnescapeString(string(internalLink.FindSubmatch(link)[1])), "#")
		if strings.HasPrefix(target, notices+"!") || strings.HasPrefix(target, location(notices, "")) {
			return nil
		}
		return link
	})
	return emptyLinks.ReplaceAll(tail, nil)
}

// insert puts an element before the first that must follow it; nil where there is none.
func insert(tail []byte, before *regexp.Regexp, element []byte) []byte {
	at := before.FindIndex(tail)
	if at == nil {
		return nil
	}
	return slices.Insert(bytes.Clone(tail), at[0], element...)
}

func insertLinks(tail, links []byte) []byte {
	switch {
	case len(links) == 0:
		return tail
	case endOfLinks.Match(tail):
		return insert(tail, endOfLinks, links)
	default:
		return insert(tail, afterLinks, slices.Concat([]byte("<hyperlinks>"), links, []byte("</hyperlinks>")))
	}
}

// marksXML are the fills, after every format that the sheet has already.
func marksXML(tail []byte, m *marks, looks map[report.Severity]int) []byte {
	last := 0
	for _, p := range priority.FindAllSubmatch(tail, -1) {
		n, _ := strconv.Atoi(string(p[1]))
		last = max(last, n)
	}
	var b bytes.Buffer
	const together = 200 // areas of one format
	for _, l := range levelColours() {
		for some := range slices.Chunk(areas(m.filled[l.level]), together) {
			last++
			fmt.Fprintf(&b, `<conditionalFormatting sqref="%s"><cfRule type="expression" dxfId="%d" priority="%d"><formula>%s</formula></cfRule></conditionalFormatting>`,
				strings.Join(some, " "), looks[l.level], last, markFormula)
		}
	}
	return b.Bytes()
}

func linksXML(links []backLink, notices string) []byte {
	var b bytes.Buffer
	for _, l := range links {
		fmt.Fprintf(&b, `<hyperlink ref="%s" location="%s" tooltip="%s"/>`, l.from.Ref(), escaped(location(notices, cellAt(1, l.row))), escaped(l.tip))
	}
	return b.Bytes()
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}

// freeLinks are the links that may be laid: a cell that has one of the user's
// keeps it, and so does a merged cell, whose first cell may have one.
func (m *marks) freeLinks(tail []byte) []backLink {
	cells := map[string]bool{}
	var areas [][4]int // first column and row, last column and row
	for _, found := range covered.FindAllSubmatch(tail, -1) {
		first, last, wide := strings.Cut(string(found[1]), ":")
		cells[first] = true
		col1, row1, err1 := excelize.CellNameToCoordinates(first)
		col2, row2, err2 := excelize.CellNameToCoordinates(last)
		if wide && err1 == nil && err2 == nil {
			areas = append(areas, [4]int{col1, row1, col2, row2})
		}
	}
	return slices.DeleteFunc(slices.Clone(m.links), func(l backLink) bool {
		return cells[l.from.Ref()] || slices.ContainsFunc(areas, func(a [4]int) bool {
			return l.from.Col >= a[0] && l.from.Row >= a[1] && l.from.Col <= a[2] && l.from.Row <= a[3]
		})
	})
}
