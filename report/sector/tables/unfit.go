package tables

import (
	"fmt"

	"gevinst/report"
)

// Unfit says that a report cannot stand in the tables, as one that was changed by
// hand cannot. It is said in words under "tables.unfit".
type Unfit struct {
	File   string // the workbook that the report names
	Table  string
	Row    int    // in the workbook, 0 where there is none
	Detail string // for programmers
}

// Error is for programmers; users are told in their own language.
func (u *Unfit) Error() string {
	return fmt.Sprintf("%s: %s row %d: %s", u.File, u.Table, u.Row, u.Detail)
}

// Args are what the sentence names.
func (u *Unfit) Args() []report.Arg {
	return []report.Arg{{Name: "file", Value: u.File}, {Name: "table", Value: u.Table}, {Name: "row", Value: u.Row}, {Name: "detail", Value: u.Detail}}
}
