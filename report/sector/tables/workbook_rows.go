package tables

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"gevinst/report"
)

// press puts the rows of one table into its sheets.
type press struct {
	t     *Tables
	out   *zip.Writer
	looks looks
	heads map[string]*zip.File // the sheets as they are without rows
	tabs  []tab                // of the table
	at    int                  // number of the first of them

	w     *bufio.Writer
	tail  []byte // of the sheet that is being written
	open  int    // tabs begun
	row   int    // last row written on the sheet
	names []string
	exact []string
}

// end is where a sheet's rows end.
var end = []byte("</sheetData>")

func (p *press) print(ctx context.Context) error {
	columns := p.tabs[0].columns
	var asked []Column // all but the one that is made here
	for i, c := range columns {
		p.names = append(p.names, report.ColumnName(i+1))
		if c.Key != exactKey {
			asked = append(asked, c)
		}
	}
	if err := p.begin(); err != nil {
		return err
	}
	err := p.t.each(ctx, p.tabs[0].table, asked, func(cells []string) error {
		if p.row > p.tabs[p.open-1].rows {
			if err := p.turn(); err != nil {
				return err
			}
		}
		return p.line(columns, cells)
	})
	if err != nil {
		return err
	}
	return p.finish()
}

// turn goes on to the table's next sheet.
func (p *press) turn() error {
	if err := p.finish(); err != nil {
		return err
	}
	return p.begin()
}

// begin opens the next sheet and writes what stands before its rows.
func (p *press) begin() error {
	name := partOf(p.at + p.open)
	if p.open == len(p.tabs) || p.heads[name] == nil {
		return fmt.Errorf("no sheet for the rows of %s", p.tabs[0].table.Key)
	}
	in, err := p.heads[name].Open()
	if err != nil {
		return err
	}
	defer in.Close()
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	at := bytes.Index(data, end)
	if at < 0 {
		return fmt.Errorf("%s has no rows", name)
	}
	part, err := p.out.Create(name)
	if err != nil {
		return err
	}
	p.w, p.tail, p.row = bufio.NewWriterSize(part, 1<<16), data[at:], 1
	p.open++
	_, err = p.w.Write(data[:at])
	return err
}

func (p *press) finish() error {
	p.w.Write(p.tail)
	return p.w.Flush()
}

// line writes one row.
func (p *press) line(columns []Column, cells []string) error {
	p.row++
	p.exact = p.exact[:0]
	fmt.Fprintf(p.w, `<row r="%d">`, p.row)
	next := 0
	for i := range columns {
		value := ""
		if columns[i].Key == exactKey {
			value = strings.Join(p.exact, "; ")
		} else {
			value = cells[next]
			next++
		}
		if value != "" {
			p.cell(p.names[i], &columns[i], value)
		}
	}
	_, err := p.w.WriteString("</row>")
	return err
}

// cell writes one value by the type of its column.
func (p *press) cell(name string, c *Column, value string) {
	switch {
	case c.decimal():
		number, whole, fits := fifteen(value)
		if !fits {
			p.words(name, p.looks.text, value)
			return
		}
		if !whole {
			p.exact = append(p.exact, c.Key+" = "+strings.Replace(value, ".", ",", 1))
		}
		style := p.looks.text
		if c.amount() {
			style = p.looks.money
		}
		p.number(name, style, number)
	case c.whole():
		p.number(name, p.looks.count, value)
	case c.Type == report.DateType && serial(value) > 0:
		p.number(name, p.looks.day, strconv.Itoa(serial(value)))
	case c.identifier() || strings.ContainsRune("=+-@", rune(value[0])):
		p.words(name, p.looks.sign, value)
	default:
		p.words(name, p.looks.text, value)
	}
}

func (p *press) number(name string, style int, literal string) {
	fmt.Fprintf(p.w, `<c r="%s%d" s="%d"><v>%s</v></c>`, name, p.row, style, literal)
}

// words writes a text, which is never a formula. The style of signs keeps it a text
// even when somebody edits the cell.
func (p *press) words(name string, style int, s string) {
	fmt.Fprintf(p.w, `<c r="%s%d" s="%d" t="inlineStr"><is><t xml:space="preserve">`, name, p.row, style)
	p.w.WriteString(escaped(p.t.cut(s)))
	p.w.WriteString("</t></is></c>")
}
