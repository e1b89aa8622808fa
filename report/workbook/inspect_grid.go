package workbook

import (
	"cmp"
	"errors"
	"slices"

	"gevinst/report"
	"gevinst/report/workbook/cells"
)

// grid is the filled cells of one of the form's sheets, row by row; of the form as it is
// issued, the styled ones too.
type grid []styled

// styled is a cell with the number of its style.
type styled struct {
	report.Cell
	style int
}

func (c styled) place(sheet string) report.Place {
	return report.Place{Sheet: sheet, Row: int(c.Row), Col: int(c.Col)}
}

func byPlace(a, b styled) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) }

// find is the cell at a place, false where none stands.
func (g grid) find(row, col int) (styled, bool) {
	at, there := slices.BinarySearchFunc(g, styled{Cell: report.Cell{Row: uint32(row), Col: uint16(col)}}, byPlace)
	if !there {
		return styled{}, false
	}
	return g[at], true
}

// at is the cell where another stands in its own grid.
func (g grid) at(other styled) report.Cell {
	c, _ := g.find(int(other.Row), int(other.Col))
	return c.Cell
}

// MostInspected bounds the cells of the form's sheets that are compared. A row of the
// form has some forty.
const MostInspected = 2_000_000

// ErrInspected says that the sheets of the form have more cells than can be compared.
var ErrInspected = errors.New("too many cells on the sheets of the form")

// filled is the grids of those of a book's sheets that the form has, by their names, and
// the last row in which each sheet holds more than formulas.
func (in *inspector) filled(book *cells.Book) (map[string]grid, map[string]int, error) {
	grids, last, left := map[string]grid{}, map[string]int{}, MostInspected
	for i, s := range book.Sheets {
		form := in.specOf(s.Name) != nil
		var g grid
		err := book.Styled(i, func(c report.Cell, style int) error {
			if c.Formula == nil && !c.Empty() {
				last[s.Name] = max(last[s.Name], int(c.Row))
			}
			if !form || c.Empty() && c.Formula == nil && book != in.form {
				return nil
			}
			if left--; left < 0 {
				return ErrInspected
			}
			if _, known := in.first[c.Formula]; c.Formula != nil && !known {
				in.first[c.Formula] = int(c.Row)
			}
			g = append(g, styled{c, style})
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
		if !slices.IsSortedFunc(g, byPlace) {
			slices.SortFunc(g, byPlace)
		}
		grids[s.Name] = g
	}
	return grids, last, nil
}
