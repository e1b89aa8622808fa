package tables

import (
	"context"
	"io"
	"strings"

	"gevinst/report/csv"
)

// writeCSV writes one table. The heads are the keys of the columns, the same in
// every language; a number has every decimal it has, after a decimal comma.
func (t *Tables) writeCSV(ctx context.Context, w io.Writer, table *Table) error {
	columns := t.flat(table)
	out := csv.NewWriter(w)
	heads := make([]string, len(columns))
	for i := range columns {
		heads[i] = columns[i].Key
	}
	out.Write(heads)
	err := t.each(ctx, table, columns, func(cells []string) error {
		for i := range cells {
			if columns[i].decimal() {
				cells[i] = strings.Replace(cells[i], ".", ",", 1)
			}
		}
		out.Write(cells)
		return nil
	})
	if closed := out.Close(); err == nil {
		err = closed
	}
	return err
}
