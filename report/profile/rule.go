package profile

import (
	"regexp"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/check"
)

// rules reads the ministry's own rules.
func (r *reader) rules(n *node, groups []string) []report.OwnRule {
	var all []report.OwnRule
	seen := map[string]*node{}
	for _, item := range r.list(n, "rules", mostItems) {
		if !r.object(item, "id", "field", "must", "limit", "values", "when", "groups", "severity", "message") {
			continue
		}
		rule := report.OwnRule{
			ID: r.ruleID(item), Must: r.test(item, "must"), Groups: r.groups(item, groups),
			Severity: severity(r.choice(item, "severity", required, []string{"E", "W", "I"})),
			Message:  r.words(item, "message", mostText),
		}
		r.once(item, "id", rule.ID, seen)
		rule.When = r.when(item, rule.Must.Field.Sheet)
		all = append(all, rule)
	}
	return all
}

var ownRuleForm = regexp.MustCompile(`^M-[0-9]{3}$`)

func (r *reader) ruleID(n *node) string {
	id := r.text(n, "id", required, mostWord)
	if id != "" && !ownRuleForm.MatchString(id) {
		r.slip(n.get("id"), "rule.id", arg("found", shorten(id)))
	}
	return id
}

// when reads the condition of a rule, which is on the same row.
func (r *reader) when(n *node, sheet string) *report.Test {
	m := r.member(n, "when", optional)
	if m == nil || !r.object(m, "field", "is", "limit", "values") {
		return nil
	}
	t := r.test(m, "is")
	if sheet != "" && t.Field.Sheet != "" && t.Field.Sheet != sheet {
		r.slip(m.get("field"), "when.sheet", arg("found", t.Field.String()), arg("sheet", sheet))
	}
	return &t
}

// test reads a field, an operator and what the field is held against.
func (r *reader) test(n *node, operator string) report.Test {
	field, column := r.field(n)
	t := report.Test{Field: field, Op: report.Operator(r.choice(n, operator, required, operatorNames()))}
	if t.Op == "" || column == nil {
		return t
	}
	limit, values := n.get("limit"), n.get("values")
	switch {
	case t.Op == report.FilledIn || t.Op == report.BlankOp:
		r.unwanted(limit, t.Op)
		r.unwanted(values, t.Op)
	case t.Op == report.OneOf:
		r.unwanted(limit, t.Op)
		if values = r.member(n, "values", required); values != nil && values.kind == '[' && len(values.items) == 0 {
			r.slip(values, "values.none")
		}
		for _, item := range r.list(n, "values", mostItems) {
			t.Values = append(t.Values, r.limit(item, column))
		}
	default:
		r.unwanted(values, t.Op)
		if ordering(t.Op) && !ordered(column.Type) {
			r.slip(n.get(operator), "operator.unordered", arg("found", string(t.Op)), arg("field", field.String()))
		}
		if limit = r.member(n, "limit", required); limit != nil {
			t.Values = []string{r.limit(limit, column)}
		}
	}
	return t
}

func (r *reader) unwanted(n *node, op report.Operator) {
	if n != nil {
		r.slip(n, "operator.unwanted", arg("operator", string(op)))
	}
}

func operatorNames() []string {
	var all []string
	for _, op := range report.Operators() {
		all = append(all, string(op))
	}
	return all
}

func ordering(op report.Operator) bool {
	return slices.Contains([]report.Operator{report.Less, report.AtMost, report.Greater, report.AtLeast}, op)
}

func ordered(t report.ColumnType) bool { return numeric(t) || t == report.DateType }

func numeric(t report.ColumnType) bool {
	switch t {
	case report.MoneyType, report.NumberType, report.PercentType, report.YearType, report.ChapterType:
		return true
	}
	return false
}

var decimalForm = regexp.MustCompile(`^-?[0-9]{1,15}(\.[0-9]{1,6})?$`)

// limit reads a value that a column can have.
func (r *reader) limit(n *node, column *report.ColumnSpec) string {
	s, ok := r.str(n)
	if !ok {
		return ""
	}
	switch {
	case numeric(column.Type) && !decimalForm.MatchString(s):
		r.slip(n, "decimal", arg("found", shorten(s)))
	case column.Type == report.DateType:
		if _, ok := isoDay(s); !ok {
			r.slip(n, "date", arg("found", shorten(s)))
		}
	case column.Type == report.CodeType:
		r.among(n, s, codes(r.spec, column))
	case column.Type == report.OrgNrType:
		digits, ok := check.OrgNr(s)
		if !ok {
			r.slip(n, "orgnr", arg("found", shorten(s)))
		}
		return digits
	case s == "":
		r.slip(n, "blank")
	}
	return s
}

func codes(spec *report.Spec, column *report.ColumnSpec) []string {
	var all []string
	for _, c := range spec.Codes[column.Codes] {
		all = append(all, c.Value)
	}
	return all
}

func severity(letter string) report.Severity {
	return report.Severity(strings.Index("?IWE", letter)) // 0 for a letter that was refused
}
