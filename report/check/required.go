package check

import (
	"slices"
	"strings"

	"gevinst/report"
)

// require finds what the form asks for in this record and does not stand there.
func (r *row) require() {
	for i := range r.spec.Columns {
		col := &r.spec.Columns[i]
		if !col.Required && len(col.When) == 0 {
			continue
		}
		if _, _, at, filled := r.cell(col.Key); !filled && at.Row > 0 && r.needs(col) {
			rule := col.Missing
			if rule == "" {
				rule = "V-007"
			}
			r.find(rule, "missing", severityOf(rule), at, col)
		}
	}
}

// needs tells whether the column is required in this record.
func (r *row) needs(col *report.ColumnSpec) bool {
	if col.Required {
		return true
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
