package workbook

import (
	"fmt"
	"slices"
	"strings"

	"gevinst/report"
)

// rowRule is one thing that the check column can say of a row. It sees what check
// would find there, as far as plain formulas can; what they cannot see is named in
// the note beside the status on Kontroll.
type rowRule struct {
	column string // the cell that it is about
	given  string // formula: the rule concerns this row; empty: every row
	broken string // formula: the rule is broken
	say    string // formula: what the check column says
}

// said are the words of a rule about a column, with the column's heading.
func (b *book) said(s *report.SheetSpec, words, column string) string {
	return quote(b.say("workbook."+words)) + "&" + b.headCell(s, column)
}

// headCell is the cell where a column's name stands.
func (b *book) headCell(s *report.SheetSpec, column string) string {
	if s.Kind == report.FormSheet {
		return strings.Replace(b.fieldCell(column), "!$B$", "!$A$", 1)
	}
	return fmt.Sprintf("%s$%d", b.column(s, column), report.HeadRow)
}

// cell is where a column's value stands in a row.
func (b *book) cell(s *report.SheetSpec, column string, row int) string {
	if s.Kind == report.FormSheet {
		return b.fieldCell(column)
	}
	return fmt.Sprintf("$%s%d", b.column(s, column), row)
}

// rules are the rules of a row in the order in which they speak: first what is
// missing, then what is no value, then what does not fit.
func (b *book) rules(s *report.SheetSpec, row int) []rowRule {
	at := func(column string) string { return b.cell(s, column, row) }
	var all []rowRule
	for _, group := range sameConditions(s) {
		for _, col := range group {
			all = append(all, rowRule{col.Key, b.condition(s, col, row), blankCell(at(col.Key)), b.said(s, "missing", col.Key)})
		}
	}
	for i := range s.Columns {
		col := &s.Columns[i]
		if broken, words := b.noValue(s, col, at(col.Key)); broken != "" {
			all = append(all, rowRule{col.Key, "", broken, b.said(s, words, col.Key)})
		}
	}
	all = append(all, b.identity(s, row)...)
	switch s.Key {
	case "tiltak":
		all = append(all, b.measureRules(s, at)...)
	case "gevinster":
		all = append(all, b.gainRules(s, at)...)
	case "virksomhet":
		all = append(all, b.agencyRules(s, at)...)
	}
	return all
}

// checkFormula says the first thing that is wrong with a row, "OK" where none is,
// and nothing for an empty row. An error value in a cell shows as such.
func (b *book) checkFormula(s *report.SheetSpec, row int) string {
	return fmt.Sprintf(`IF(%s,IFERROR(%s,%s),"")`, b.anything(s, row), chain(b.rules(s, row), `"OK"`), quote(b.say("workbook.row.error")))
}

// chain asks one rule after another. Rules that concern the same rows stand under
// one condition, which keeps the formula within what Excel takes.
func chain(rules []rowRule, otherwise string) string {
	if len(rules) == 0 {
		return otherwise
	}
	given := rules[0].given
	n := slices.IndexFunc(rules, func(r rowRule) bool { return r.given != given })
	if n < 0 {
		n = len(rules)
	}
	rest := chain(rules[n:], otherwise)
	if given == "" {
		return asked(rules[:n], rest)
	}
	var broken []string
	for _, r := range rules[:n] {
		broken = append(broken, r.broken)
	}
	return fmt.Sprintf("IF(AND(%s,OR(%s)),%s,%s)", given, strings.Join(broken, ","), asked(rules[:n], `""`), rest)
}

func asked(rules []rowRule, otherwise string) string {
	formula := otherwise
	for _, r := range slices.Backward(rules) {
		formula = fmt.Sprintf("IF(%s,%s,%s)", r.broken, r.say, formula)
	}
	return formula
}

// broken is true where a rule about the cell is broken; empty where no rule is
// about the column. A conditional format may not look at another sheet, so there
// the check column is asked instead.
func (b *book) broken(s *report.SheetSpec, column string, row int) string {
	var any []string
	for _, r := range b.rules(s, row) {
		broken := r.broken
		if r.given != "" {
			broken = "AND(" + r.given + "," + broken + ")"
		}
		if strings.Contains(broken, "!") {
			broken = b.cell(s, CheckColumn, row) + "=" + r.say
		}
		if r.column == column && !slices.Contains(any, broken) {
			any = append(any, broken)
		}
	}
	if len(any) == 0 {
		return ""
	}
	return "OR(" + strings.Join(any, ",") + ")"
}

// fieldFormula is the check of one field of the form sheet.
func (b *book) fieldFormula(s *report.SheetSpec, key string) string {
	var own []rowRule
	for _, r := range b.rules(s, 0) {
		if r.column == key {
			own = append(own, r)
		}
	}
	well := fmt.Sprintf(`IF(%s,"","OK")`, blankCell(b.fieldCell(key)))
	return fmt.Sprintf(`IFERROR(%s,%s)`, chain(own, well), quote(b.say("workbook.row.error")))
}

// sameConditions groups the required columns that are required under the same
// conditions, in the order of the form.
func sameConditions(s *report.SheetSpec) [][]*report.ColumnSpec {
	var groups [][]*report.ColumnSpec
	at := map[string]int{}
	for i := range s.Columns {
		col := &s.Columns[i]
		if !col.Required && len(col.When) == 0 {
			continue
		}
		key := fmt.Sprint(col.When)
		n, ok := at[key]
		if !ok {
			n = len(groups)
			at[key] = n
			groups = append(groups, nil)
		}
		groups[n] = append(groups[n], col)
	}
	return groups
}

func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
