package check

import (
	"cmp"
	"slices"
	"strings"

	"gevinst/report"
)

// require finds what the form asks for in this record and does not stand there.
func (r *row) require() {
	for i := range r.spec.Columns {
		col := &r.spec.Columns[i]
		asked := col.Required || len(col.When) > 0 || col.Demanded
		if !asked && r.sheet.Over == nil {
			continue
		}
		c, _, at, filled := r.cell(col.Key)
		switch {
		case at.Row == 0:
		case !filled && r.merged(col, at):
		case !filled && asked:
			r.lack(col, at)
		case filled && c.Kind == report.Text && saysNothing(col.Key, c.Raw) && r.needs(col):
			r.find(col.Missing, "placeholder", severityOf(col.Missing), at, col, r.found(c))
		}
	}
}

// merged finds a field that is empty because its cell lies under merged ones: a person sees
// a value there, and only the first cell of the area has it.
func (r *row) merged(col *report.ColumnSpec, at report.At) bool {
	if r.sheet.Over == nil {
		return false
	}
	area, covered := r.sheet.Over(int(at.Row), int(at.Col))
	if covered {
		severity := report.Warning
		if r.needs(col) || col.Demanded {
			severity = severityOf(cmp.Or(col.Missing, "V-007"))
		}
		r.find("V-007", "merged", severity, at, col, report.Arg{Name: "omraade", Value: area})
	}
	return covered
}

// lack finds a field that is empty and asked for: by everybody, or else by the
// ministry.
func (r *row) lack(col *report.ColumnSpec, at report.At) {
	rule := col.Missing
	switch {
	case !r.needs(col) && !col.Demanded:
		return
	case !r.needs(col):
		rule = "R-006"
	case rule == "":
		rule = "V-007"
	}
	variant := "missing"
	switch {
	case rule == "V-007" && numeric(col.Type):
		variant = "amount" // where nothing may be a zero that nobody wrote
	case rule == "T-003" && col.Type == report.CodeType:
		variant = "choice"
	case rule == "T-007" && col.Codes != "vurdering":
		variant = "choice" // the other lists have no value for what nobody has assessed
	}
	r.find(rule, variant, severityOf(rule), at, col)
}

func numeric(t report.ColumnType) bool {
	return t == report.MoneyType || t == report.NumberType || t == report.PercentType
}

// needs tells whether the column is required in this record.
func (r *row) needs(col *report.ColumnSpec) bool {
	if col.Required || len(col.When) == 0 {
		return col.Required
	}
	for _, cond := range col.When {
		if !r.holds(cond) {
			return false
		}
	}
	return true
}

func (r *row) holds(cond report.Condition) bool {
	value := r.codeAt(cond.Column)
	if value == "" {
		return false
	}
	if len(cond.In) > 0 && !slices.Contains(cond.In, value) {
		return false
	}
	return !slices.Contains(cond.NotIn, value)
}

// codeAt is the code in a column of this record, or of the measure it names.
func (r *row) codeAt(column string) string {
	if ref, field, through := strings.Cut(column, "."); through && field == "status" {
		c, _, _, filled := r.cell(ref)
		if !filled {
			return ""
		}
		return r.p.status[trim(c.Raw)]
	}
	c, spec, _, filled := r.cell(column)
	if !filled || spec == nil {
		return ""
	}
	value, _ := r.p.code(spec.Codes, c)
	return value
}

func statuses(measures []report.Measure) map[string]string {
	all := make(map[string]string, len(measures))
	for _, m := range measures {
		if _, twice := all[m.ID.Value]; m.ID.OK() && m.Status.OK() && !twice {
			all[m.ID.Value] = m.Status.Value
		}
	}
	return all
}
