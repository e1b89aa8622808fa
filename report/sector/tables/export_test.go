package tables

import (
	"context"
	"io"
)

// WriteShort writes the workbook as if a sheet had so many rows.
func (t *Tables) WriteShort(w io.Writer, most int) error {
	return t.writeWorkbook(context.Background(), w, most)
}

// All are the tables.
func (t *Tables) All() []Table { return t.all }

// SheetColumns are a table's columns in the workbook.
func (t *Tables) SheetColumns(table Table) []Column { return t.sheetColumns(&table) }

// Decimal tells whether a column holds exact decimal numbers.
func (c Column) Decimal() bool { return c.decimal() }
