package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"gevinst/report"
)

// answers writes the answer cells of a sheet, each of the kind that the
// ministry's question asks for: its style, what it takes, and what stands there.
// A cell that no question asks for stays locked.
func (c *canvas) answers(s *report.SheetSpec, first int) {
	if !asks(s) {
		return
	}
	if s.Key == "kravtabeller" && len(c.order.Filling[s.Key]) == 0 {
		c.do(c.file.SetSheetVisible(s.Name, false)) // nothing is asked there
	}
	asked := map[report.AnswerKind][]string{}
	kinds := tableKinds(c.order.Filling[s.Key])
	for r, record := range c.order.Filling[s.Key] {
		for i := range s.Columns {
			col := &s.Columns[i]
			if col.Type != report.AnswerType {
				continue
			}
			if kind := c.answer(i+1, first+r, col, record, kinds); kind != "" {
				asked[kind] = append(asked[kind], cellRef(i+1, first+r))
			}
		}
		c.answerHeight(s, first+r, record)
	}
	for _, kind := range report.CellKinds() {
		if len(asked[kind]) > 0 {
			c.do(c.validateAnswers(s, kind, asked[kind]))
		}
	}
}

// answer writes one answer cell and tells of what kind it is, "" where nothing
// may be answered.
func (c *canvas) answer(col, row int, spec *report.ColumnSpec, record report.Record, kinds map[string]report.Record) report.AnswerKind {
	value := record[spec.Key]
	kind := report.AnswerKind(record["svartype"])
	switch record["radtype"] {
	case report.HeadingRow:
		c.given(col, row, strings.TrimPrefix(value, "'"), c.styles.label)
		return ""
	case report.KindRow:
		c.given(col, row, value, c.styles.issued)
		return ""
	case "":
	default:
		kind = report.AnswerKind(kinds[record["krav_id"]][spec.Key])
	}
	if kind == report.TableAnswer {
		c.text(col, row, c.say("workbook.answer.table", report.Arg{Name: "rad", Value: c.tableStart(record["krav_id"])}), c.styles.issued)
		return ""
	}
	typed := *spec
	typed.Type = kind.ColumnType()
	if typed.Type == "" {
		return ""
	}
	c.literal(col, row, &typed, value)
	c.do(c.file.SetCellStyle(c.name, cellRef(col, row), cellRef(col, row), c.styles.input(&typed)))
	return kind
}

// given writes what the ministry says in a cell, if it does: an empty text is a
// filled cell to some programs and none to others.
func (c *canvas) given(col, row int, words string, style int) {
	if words != "" {
		c.text(col, row, words, style)
	}
}

// tableKinds is the row of kinds of each question that is answered by a table.
func tableKinds(records []report.Record) map[string]report.Record {
	kinds := map[string]report.Record{}
	for _, r := range records {
		if r["radtype"] == report.KindRow {
			kinds[r["krav_id"]] = r
		}
	}
	return kinds
}

// tableStart is the row of Kravtabeller where the table of a question begins.
func (b *book) tableStart(id string) string {
	at := slices.IndexFunc(b.order.Filling["kravtabeller"], func(r report.Record) bool { return r["krav_id"] == id })
	return fmt.Sprint(report.DataRow + at)
}

// validateAnswers says of all cells of one kind what they take.
func (b *book) validateAnswers(s *report.SheetSpec, kind report.AnswerKind, cells []string) error {
	v := excelize.NewDataValidation(true)
	v.Sqref = strings.Join(runs(cells), " ")
	typed := report.ColumnSpec{Type: kind.ColumnType(), Codes: "ja_nei", Label: s.Columns[len(s.Columns)-1].Label}
	for _, choice := range b.spec.Codes["svartype"] {
		if choice.Value == string(kind) {
			typed.Label = choice.Label
		}
	}
	v.SetInput(cut(typed.Label.In(b.order.Lang), mostTitle), cut(b.say("workbook.answer."+strings.ToLower(string(kind))), mostMessage))
	if err := b.accept(v, &typed); err != nil {
		return err
	}
	return b.file.AddDataValidation(s.Name, v)
}

// runs joins cells that stand under each other: "C7", "C8" and "C9" are "C7:C9".
func runs(cells []string) []string {
	type run struct{ col, first, last int }
	open := map[int]*run{}
	var all []*run
	for _, cell := range cells {
		col, row, _ := excelize.CellNameToCoordinates(cell)
		if r := open[col]; r != nil && r.last == row-1 {
			r.last = row
			continue
		}
		open[col] = &run{col, row, row}
		all = append(all, open[col])
	}
	areas := make([]string, 0, len(all))
	for _, r := range all {
		areas = append(areas, area(r.col, r.first, r.col, r.last))
	}
	return areas
}

// answerHeight makes room for a question and for more than one line of answer.
func (c *canvas) answerHeight(s *report.SheetSpec, row int, record report.Record) {
	column := s.Column("krav_tekst")
	if column == nil {
		return
	}
	c.height(row, float64(max(3, lines(record["krav_tekst"], width(column))+1)*lineHeight))
}

// asks tells whether a sheet is for the ministry's questions.
func asks(s *report.SheetSpec) bool {
	return slices.ContainsFunc(s.Columns, func(c report.ColumnSpec) bool { return c.Type == report.AnswerType })
}
