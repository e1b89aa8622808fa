package cells

import (
	"bytes"
	"fmt"
)

// Area is a rectangle of cells, counted from 1.
type Area struct{ Row, Col, LastRow, LastCol int }

// Holds tells whether a cell lies in an area.
func (a Area) Holds(row, col int) bool {
	return row >= a.Row && row <= a.LastRow && col >= a.Col && col <= a.LastCol
}

// mostMerged is how many merged areas a sheet may have.
const mostMerged = 10_000

// Covers tells whether a cell lies in a merged area and is not the one that is
// shown for all of it, at its top left.
func (a Area) Covers(row, col int) bool {
	return a.Holds(row, col) && (row != a.Row || col != a.Col)
}

// merged remembers the area of a mergeCell.
func (r *sheetReader) merged(t *token) error {
	for _, a := range t.attrs {
		if string(a.name) != "ref" {
			continue
		}
		from, to, _ := bytes.Cut(a.value, []byte(":"))
		var area Area
		area.Row, area.Col = parseRef(from)
		area.LastRow, area.LastCol = parseRef(to)
		if area.Row < 1 || area.LastRow < area.Row || area.LastCol < area.Col {
			return fmt.Errorf("bad merged area %q", a.value)
		}
		if r.areas = append(r.areas, area); len(r.areas) > mostMerged {
			return &Refusal{Cause: TooLarge, Detail: "more merged areas than the limit"}
		}
	}
	return nil
}
