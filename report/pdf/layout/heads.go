package layout

import (
	"slices"
	"strconv"
)

// nameHeads gives the heads of a table IDs that begin with its name, and every cell those
// of its heads. A table needs it that has headings over rows: such a heading spans all
// columns, and Scope, which says Column or Row, cannot say that it is the head of the
// rows below it (ISO 32000-1, 14.8.5.7; Matterhorn protocol 15-003).
func nameHeads(table *Elem, name string) {
	var columns []string
	n := 0
	for _, part := range table.Kids {
		switch part.Elem.Type {
		case "THead":
			columns = nameColumns(part.Elem.Kids[0].Elem, name)
		case "TBody":
			group := ""
			for _, kid := range part.Elem.Kids {
				n++
				group = nameRow(kid.Elem, columns, group, name+"-row-"+strconv.Itoa(n))
			}
		}
	}
}

// nameColumns returns the ID of each column's head, "" where it has none.
func nameColumns(tr *Elem, name string) []string {
	ids := make([]string, len(tr.Kids))
	for i, kid := range tr.Kids {
		if kid.Elem.Type == "TH" {
			ids[i] = name + "-column-" + strconv.Itoa(i+1)
			kid.Elem.ID = ids[i]
		}
	}
	return ids
}

// nameRow names the head of a row and gives each cell its heads: of the column, of the
// group, of the row. It returns the group of the next row.
func nameRow(tr *Elem, columns []string, group, id string) string {
	first := tr.Kids[0].Elem
	if first.ColSpan > 1 {
		first.ID = id
		return id
	}
	var row string
	if first.Type == "TH" {
		first.ID, row = id, id
		first.Heads = known(columns[0], group)
	}
	for i, kid := range tr.Kids {
		if kid.Elem.Type == "TD" {
			kid.Elem.Heads = known(columns[i], group, row)
		}
	}
	return group
}

// known are the IDs that there are.
func known(ids ...string) []string {
	return slices.DeleteFunc(ids, func(id string) bool { return id == "" })
}
