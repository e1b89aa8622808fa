package workbook

import (
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// literal writes one value of a Filling by its column's type; see report.Record
// for what a literal means.
func (c *canvas) literal(col, row int, spec *report.ColumnSpec, value string) {
	ref := cellRef(col, row)
	switch {
	case value == "":
		return
	case strings.HasPrefix(value, "'"):
		c.do(c.file.SetCellStr(c.name, ref, value[1:]))
	case strings.HasPrefix(value, "="):
		c.do(c.file.SetCellFormula(c.name, ref, value[1:]))
	case strings.HasPrefix(value, "#"):
		// excelize writes no error values; a formula whose result is one is what people have
		c.do(c.file.SetCellFormula(c.name, ref, strings.TrimPrefix(value, "=")))
	case numeric(spec.Type) && plainNumber(value):
		c.do(c.file.SetCellDefault(c.name, ref, value))
	case spec.Type == report.DateType && isoDay(value) > 0:
		c.do(c.file.SetCellInt(c.name, ref, int64(isoDay(value))))
	default:
		c.do(c.file.SetCellStr(c.name, ref, value))
	}
	if spec.Issued {
		c.do(c.file.SetCellStyle(c.name, ref, ref, c.styles.issued))
	}
}

func numeric(t report.ColumnType) bool {
	switch t {
	case report.MoneyType, report.NumberType, report.PercentType, report.YearType, report.ChapterType:
		return true
	}
	return false
}

// plainNumber tells whether s is a decimal literal as a workbook stores it.
func plainNumber(s string) bool {
	whole, part, dot := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return digits(whole) && (!dot || digits(part))
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// isoDay is the serial of a day in the 1900 system; 0 where s is no day.
func isoDay(s string) int {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0
	}
	return int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)) / (24 * time.Hour))
}

// The most that Excel takes in an input message and in its title.
const (
	mostTitle   = 32
	mostMessage = 255
)

// validate gives an area its drop-down or type, and an input message.
func (b *book) validate(sheet string, col *report.ColumnSpec, where string) error {
	v := excelize.NewDataValidation(true)
	v.Sqref = where
	v.SetInput(cut(col.Label.In(b.order.Lang), mostTitle), cut(b.message(col), mostMessage))
	if err := b.accept(v, col); err != nil {
		return err
	}
	b.offerAreas(v, col)
	return b.file.AddDataValidation(sheet, v)
}

// accept says what the cell takes. Paste goes past it: the check looks again.
func (b *book) accept(v *excelize.DataValidation, col *report.ColumnSpec) error {
	var err error
	switch col.Type {
	case report.CodeType:
		v.SetSqrefDropList(b.lists[col.Codes])
	case report.MoneyType, report.NumberType:
		err = v.SetRange(-1e14, 1e14, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	case report.PercentType:
		err = v.SetRange(0, 100, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	case report.YearType:
		err = v.SetRange(1900, 2200, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	case report.ChapterType:
		err = v.SetRange(1, 9999, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	case report.DateType:
		err = v.SetRange(1, 2958465, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
	default:
		return nil
	}
	if err != nil {
		return err
	}
	v.SetError(excelize.DataValidationErrorStyleStop, cut(col.Label.In(b.order.Lang), mostTitle), cut(b.say("workbook.refused."+string(col.Type)), mostMessage))
	return nil
}

// message is the input message of a column: its help, and for a code what the
// values mean. Where there is no room for both, the meanings are told.
func (b *book) message(col *report.ColumnSpec) string {
	text := col.Help.In(b.order.Lang)
	if col.Type != report.CodeType {
		return text
	}
	var meanings []string
	for _, choice := range b.spec.Codes[col.Codes] {
		meanings = append(meanings, choice.Value+" = "+choice.Label.In(b.order.Lang))
	}
	list := strings.Join(meanings, "; ")
	switch both := text + " " + list; {
	case utf16Len(both) <= mostMessage:
		return both
	case utf16Len(list) <= mostMessage:
		return list
	}
	return text
}

// cut shortens to so many characters as Excel counts them, in UTF-16 units.
func cut(s string, most int) string {
	if utf16Len(s) <= most {
		return s
	}
	out, n := "", 1
	for _, r := range s {
		if n += utf16Len(string(r)); n > most {
			break
		}
		out += string(r)
	}
	return out + "…"
}

func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}
