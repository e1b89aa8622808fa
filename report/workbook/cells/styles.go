package cells

import (
	"strconv"
	"strings"

	"gevinst/report"
)

// readStyles learns for every cell style whether it shows a date or a percent.
func (b *Book) readStyles(own links) error {
	name := own.byType["styles"]
	if name == "" || !b.archive.has(name) {
		return nil
	}
	custom := map[int]report.NumberFormat{}
	inCells := false
	return b.walk(name, func(s *scanner, t *token, attr map[string]string) error {
		switch string(t.name) {
		case "numFmt":
			if id, err := strconv.Atoi(attr["numFmtId"]); err == nil && !inCells {
				custom[id] = formatOf(attr["formatCode"])
			}
		case "cellXfs":
			inCells = true
		case "cellStyles", "dxfs", "tableStyles", "extLst":
			inCells = false
		case "xf":
			if inCells {
				id, _ := strconv.Atoi(attr["numFmtId"])
				b.formats = append(b.formats, numberFormat(id, custom))
			}
		}
		return nil
	})
}

// numberFormat knows the formats that are built in (ECMA-376, 18.8.30).
func numberFormat(id int, custom map[int]report.NumberFormat) report.NumberFormat {
	if f, ok := custom[id]; ok {
		return f
	}
	switch {
	case id == 9 || id == 10:
		return report.Percent
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 45 && id <= 47, id >= 50 && id <= 58:
		return report.Dated
	}
	return report.Plain
}

// formatOf reads the first section of a format code: a letter of date or time
// outside quotes, escapes and colour brackets makes a date.
func formatOf(code string) report.NumberFormat {
	first := bare(code)
	switch {
	case strings.EqualFold(first, "general"):
		return report.Plain
	case strings.ContainsAny(first, "%"):
		return report.Percent
	case strings.ContainsAny(strings.ToLower(first), "dmyhs"):
		return report.Dated
	}
	return report.Plain
}

// bare is the first section of a format code without what is shown literally. A
// bracket counts only where it holds elapsed time, "[h]".
func bare(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case ';':
			return b.String()
		case '"':
			if end := strings.IndexByte(code[i+1:], '"'); end >= 0 {
				i += end + 1
			}
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return b.String()
			}
			if inner := strings.ToLower(code[i+1 : i+end]); strings.Trim(inner, "hms") == "" {
				b.WriteString(inner)
			}
			i += end
		default:
			b.WriteByte(code[i])
		}
	}
	return b.String()
}
