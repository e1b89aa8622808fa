package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// growing writes the parts of a workbook so that rows that are filled in grow with what
// is typed: a height that excelize sets is otherwise kept, and cuts what needs more.
type growing struct{ *zip.Writer }

// grow lets the rows of the workbook grow.
func (b *book) grow() {
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return growing{zip.NewWriter(w)} })
}

// Create begins a part.
func (z growing) Create(name string) (io.Writer, error) {
	w, err := z.Writer.Create(name)
	if strings.HasPrefix(name, "xl/worksheets/sheet") {
		w = rowsGrow{w}
	}
	return w, err
}

// rowsGrow takes a sheet, whole, and leaves the heights of its rows below the heads to
// whoever opens it, with ours to begin with.
type rowsGrow struct{ io.Writer }

var firstRow = fmt.Appendf(nil, `<row r="%d"`, report.DataRow)

// Write writes a sheet.
func (w rowsGrow) Write(sheet []byte) (int, error) {
	heads := max(bytes.Index(sheet, firstRow), 0)
	if _, err := w.Writer.Write(sheet[:heads]); err != nil {
		return 0, err
	}
	if _, err := w.Writer.Write(bytes.ReplaceAll(sheet[heads:], []byte(` customHeight="true"`), nil)); err != nil {
		return 0, err
	}
	return len(sheet), nil
}
