// Package second reads a workbook and works the report's figures out again, by a
// path that shares no code with the one that made the report: excelize reads the
// cells, encoding/xml counts them, and math/big.Rat computes from the raw text of
// the cells and the numbers of the requirement set.
//
// It knows the form and the formulas, and nothing of check, ledger or chapter;
// house_test.go holds it to that. A figure that it does not have does not exist,
// which is not the same as zero. It decides nothing: audit compares.
package second

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// Book is the cells of a workbook that the form can use, and those that are asked for
// beside them, as excelize gives them, raw.
type Book struct {
	Sheets   []Sheet
	Date1904 bool // day serials count from 1904
}

// Sheet is the filled rows of one sheet, in order.
type Sheet struct {
	Name string
	Rows []Row
}

// Row is a row's filled cells, in order.
type Row struct {
	Number int
	Cells  []Filled
}

// Filled is a filled cell.
type Filled struct {
	Col int // from 1
	Raw string
}

// inflated is how large a workbook may become, as the product's own reader has it.
const inflated = 600 << 20

// MostCells bounds what is kept. A row of the form has some forty cells.
const MostCells = 2_000_000

// ErrLarge says that a workbook has more cells in the form's columns than are kept.
var ErrLarge = errors.New("too many cells")

// Read reads a workbook with excelize. What excelize silently leaves out shows when
// the cells are counted and compared. Of what lies beside the form's columns only the
// cells that are asked for are kept, so that a sheet full of notes fills no memory.
func Read(file []byte, spec *report.Spec, asked []report.Place) (*Book, error) {
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{RawCellValue: true, UnzipSizeLimit: inflated})
	if err != nil {
		return nil, fmt.Errorf("excelize: %w", err)
	}
	defer f.Close()
	b := &Book{}
	if p, err := f.GetWorkbookProps(); err == nil && p.Date1904 != nil {
		b.Date1904 = *p.Date1904
	}
	k := keeper{spec: spec, asked: map[report.Place]bool{}, left: MostCells}
	for _, at := range asked {
		k.asked[at] = true
	}
	for _, name := range f.GetSheetList() {
		s, err := k.sheet(f, name)
		if err != nil {
			return nil, fmt.Errorf("excelize: %s: %w", name, err)
		}
		b.Sheets = append(b.Sheets, s)
	}
	return b, nil
}

// Sheet is the sheet of that name; nil where there is none.
func (b *Book) Sheet(name string) *Sheet {
	for i := range b.Sheets {
		if b.Sheets[i].Name == name {
			return &b.Sheets[i]
		}
	}
	return nil
}

// At is the raw text of a cell, "" where nothing stands.
func (s *Sheet) At(row, col int) string {
	at, there := slices.BinarySearchFunc(s.Rows, row, func(r Row, row int) int { return r.Number - row })
	if !there {
		return ""
	}
	return s.Rows[at].At(col)
}

// At is the raw text of the row's cell in a column, "" where nothing stands.
func (r Row) At(col int) string {
	at, there := slices.BinarySearchFunc(r.Cells, col, func(c Filled, col int) int { return c.Col - col })
	if !there {
		return ""
	}
	return r.Cells[at].Raw
}
