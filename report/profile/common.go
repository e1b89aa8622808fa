package profile

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/check"
)

// thresholds reads the parameters that the ministry gives another value.
func (r *reader) thresholds(n *node) []report.Threshold {
	m := r.member(n, "thresholds", optional)
	names := slices.Sorted(maps.Keys(r.spec.Parameters))
	if m == nil || !r.object(m, names...) {
		return nil
	}
	var all []report.Threshold
	for _, name := range names {
		at := m.get(name)
		if at == nil {
			continue
		}
		s, ok := r.str(at)
		if ok && !decimalForm.MatchString(s) {
			r.slip(at, "decimal", arg("found", shorten(s)))
			ok = false
		}
		if ok {
			all = append(all, r.threshold(at, name, report.MustKroner(s)))
		}
	}
	return all
}

// threshold holds a value to the bounds within which the set lets it be moved.
func (r *reader) threshold(n *node, name string, value report.Kroner) report.Threshold {
	p := r.spec.Parameters[name]
	if value.Cmp(p.Low) < 0 || value.Cmp(p.High) > 0 {
		r.slip(n, "threshold.bounds", arg("found", value), arg("low", p.Low), arg("high", p.High))
	}
	return report.Threshold{Parameter: name, Value: value}
}

// requiredFields reads the fields that the ministry wants filled in.
func (r *reader) requiredFields(n *node, groups []string) []report.RequiredField {
	var all []report.RequiredField
	for _, item := range r.list(n, "required_fields", mostItems) {
		if !r.object(item, "field", "groups") {
			continue
		}
		field, column := r.field(item)
		if column != nil && column.Required {
			r.slip(item.get("field"), "field.already", arg("found", field.String()))
		}
		all = append(all, report.RequiredField{Field: field, Groups: r.groups(item, groups)})
	}
	return all
}

// field reads the name of a column of the set that an agency fills in.
func (r *reader) field(n *node) (report.FieldName, *report.ColumnSpec) {
	s := r.text(n, "field", required, mostWord)
	at := n.get("field")
	if s == "" || at == nil {
		return report.FieldName{}, nil
	}
	name, column, dotted := strings.Cut(s, ".")
	f := report.FieldName{Sheet: name, Column: column}
	if !dotted {
		r.slip(at, "field.form", arg("found", shorten(s)))
		return f, nil
	}
	if !r.among(at, name, fillable(r.spec)) {
		return report.FieldName{}, nil
	}
	sheet := r.spec.Sheet(name)
	var columns []string
	for _, c := range sheet.Columns {
		if !c.Issued {
			columns = append(columns, c.Key)
		}
	}
	if !r.among(at, column, columns) {
		return f, nil
	}
	return f, sheet.Column(column)
}

// fillable are the sheets that an agency fills in, but for the ministry's own questions.
func fillable(spec *report.Spec) []string {
	var all []string
	for _, s := range spec.Sheets {
		if (s.Kind == report.TableSheet || s.Kind == report.FormSheet) && s.Key != "departementskrav" && s.Key != "kravtabeller" {
			all = append(all, s.Key)
		}
	}
	return all
}

// raised reads the common rules that are to weigh more. A ministry may add to
// what is asked of everybody, never take from it.
func (r *reader) raised(n *node) []report.Raised {
	m := r.member(n, "severity", optional)
	if m == nil {
		return nil
	}
	if m.kind != '{' {
		r.slip(m, "want.object", found(m))
		return nil
	}
	catalogue := map[string]report.Severity{}
	for _, rule := range check.Rules() {
		catalogue[rule.ID] = rule.Severity
	}
	var all []report.Raised
	for _, member := range m.members {
		if !remark(member.key) {
			all = append(all, r.raise(m, member, catalogue[member.key]))
		}
	}
	slices.SortFunc(all, func(a, b report.Raised) int { return cmp.Compare(a.Rule, b.Rule) })
	return all
}

func (r *reader) raise(n *node, m member, has report.Severity) report.Raised {
	if has == 0 {
		r.slip(m.value, "rule.unknown", arg("found", shorten(m.key)))
		return report.Raised{}
	}
	letter := r.choice(n, m.key, required, []string{"E", "W"})
	to := severity(letter)
	if letter != "" && to <= has {
		r.slip(m.value, "severity.lower", arg("rule", m.key), arg("found", letter), arg("has", has.Letter()))
	}
	return report.Raised{Rule: m.key, Severity: to}
}
