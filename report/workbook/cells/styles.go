package cells

import (
	"strconv"

	"gevinst/report"
)

// readStyles learns for every cell style what it makes of a number.
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
