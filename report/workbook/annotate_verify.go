package workbook

import (
	"bytes"
	"context"
	"io"

	"gevinst/report"
	"gevinst/report/workbook/cells"
)

func openCells(r io.ReaderAt, size int64) (*cells.Book, error) {
	return cells.Open(context.Background(), r, size, cells.Limits{})
}

// faithful reads the copy and compares every sheet of the original: its name, its
// place among the others, whether it is hidden, and each filled cell with its
// formula and its format. Only the sheet of notices is new.
func faithful(before *cells.Book, copied []byte, notices string) error {
	after, err := openCells(bytes.NewReader(copied), int64(len(copied)))
	if err != nil {
		return err
	}
	earlier, kept := noticeSheet(before), len(before.Sheets)
	if earlier >= 0 {
		kept--
	}
	if len(after.Sheets) != kept+1 || after.Sheets[0].Name != notices || after.Date1904 != before.Date1904 {
		return &Unfaithful{report.Place{Sheet: notices}}
	}
	next := 1
	for i, s := range before.Sheets {
		if i == earlier {
			continue
		}
		if after.Sheets[next].Name != s.Name || after.Sheets[next].Hidden != s.Hidden {
			return &Unfaithful{report.Place{Sheet: s.Name}}
		}
		if err := sameCells(before, i, after, next); err != nil {
			return err
		}
		next++
	}
	return nil
}

// sameCells compares the filled cells of one sheet.
func sameCells(before *cells.Book, i int, after *cells.Book, j int) error {
	was, err := filled(before, i)
	if err != nil {
		return err
	}
	is, err := filled(after, j)
	if err != nil {
		return err
	}
	for n := range max(len(was), len(is)) {
		switch {
		case n >= len(is), n < len(was) && !sameCell(was[n], is[n]):
			return &Unfaithful{report.Place{Sheet: before.Sheets[i].Name, Row: int(was[n].Row), Col: int(was[n].Col)}}
		case n >= len(was):
			return &Unfaithful{report.Place{Sheet: before.Sheets[i].Name, Row: int(is[n].Row), Col: int(is[n].Col)}}
		}
	}
	return nil
}

func filled(book *cells.Book, i int) ([]report.Cell, error) {
	var all []report.Cell
	err := book.Cells(i, func(c report.Cell) error {
		if !c.Empty() {
			all = append(all, c)
		}
		return nil
	})
	return all, err
}

func sameCell(a, b report.Cell) bool {
	if (a.Formula == nil) != (b.Formula == nil) || a.Formula != nil && *a.Formula != *b.Formula {
		return false
	}
	return a.Row == b.Row && a.Col == b.Col && a.Kind == b.Kind && a.Raw == b.Raw && a.Shown == b.Shown
}
