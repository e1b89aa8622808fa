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
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Book is every filled cell of a workbook as excelize gives it, raw.
type Book struct {
	Sheets   []Sheet
	Date1904 bool // day serials count from 1904
}

// Sheet is the filled rows of one sheet, in order.
type Sheet struct {
	Name string
	Rows []Row
	at   map[int]int // position in Rows by row number
}

// Row is a row's cells from column A, "" where nothing stands.
type Row struct {
	Number int
	Cells  []string
}

// inflated is how large a workbook may become, as the product's own reader has it.
const inflated = 600 << 20

// Read reads a workbook with excelize. What excelize silently leaves out shows when
// the cells are counted and compared.
func Read(file []byte) (*Book, error) {
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{RawCellValue: true, UnzipSizeLimit: inflated})
	if err != nil {
		return nil, fmt.Errorf("excelize: %w", err)
	}
	defer f.Close()
	b := &Book{}
	if p, err := f.GetWorkbookProps(); err == nil && p.Date1904 != nil {
		b.Date1904 = *p.Date1904
	}
	for _, name := range f.GetSheetList() {
		s, err := sheet(f, name)
		if err != nil {
			return nil, fmt.Errorf("excelize: %s: %w", name, err)
		}
		b.Sheets = append(b.Sheets, s)
	}
	return b, nil
}

func sheet(f *excelize.File, name string) (Sheet, error) {
	s := Sheet{Name: name, at: map[int]int{}}
	rows, err := f.Rows(name)
	if err != nil {
		return s, err
	}
	defer rows.Close()
	for number := 1; rows.Next(); number++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return s, err
		}
		if strings.Join(cells, "") != "" {
			s.at[number] = len(s.Rows)
			s.Rows = append(s.Rows, Row{number, cells})
		}
	}
	return s, rows.Error()
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
	at, ok := s.at[row]
	if !ok || col < 1 || col > len(s.Rows[at].Cells) {
		return ""
	}
	return s.Rows[at].Cells[col-1]
}
