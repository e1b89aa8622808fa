package check

import (
	"cmp"
	"slices"

	"gevinst/report"
	"gevinst/report/near"
)

// own holds this record to the ministry's own rules.
func (r *row) own() {
	for i := range r.p.rules {
		rule := &r.p.rules[i]
		if rule.Must.Field.Sheet != r.spec.Key || rule.When != nil && r.test(rule.When) != holds {
			continue
		}
		if _, spec, at, _ := r.cell(rule.Must.Field.Column); at.Row > 0 && r.test(&rule.Must) == broken {
			r.find(rule.ID, "", rule.Severity, at, spec, report.Arg{Name: "melding", Value: rule.Message})
		}
	}
}

// outcome is what came of holding a field against a limit.
type outcome uint8

const (
	unknown outcome = iota // the field is missing or has no value of its type
	holds
	broken
)

// test holds a field of this record against its limit. Only whether a field is
// filled in can be said of one that is missing: missing is not zero.
func (r *row) test(t *report.Test) outcome {
	_, spec, _, filled := r.cell(t.Field.Column)
	switch t.Op {
	case report.FilledIn:
		return outcomeOf(filled)
	case report.BlankOp:
		return outcomeOf(!filled)
	}
	r.quiet = true // what cannot be read has been found
	defer func() { r.quiet = false }()
	compare, ok := r.comparison(spec)
	if !filled || !ok {
		return unknown
	}
	return outcomeOf(slices.ContainsFunc(t.Values, func(limit string) bool { return agrees(t.Op, compare(limit)) }))
}

func outcomeOf(ok bool) outcome {
	if ok {
		return holds
	}
	return broken
}

// agrees tells whether a comparison came out as the operator asks.
func agrees(op report.Operator, sign int) bool {
	switch op {
	case report.Equal, report.OneOf:
		return sign == 0
	case report.Unequal:
		return sign != 0
	case report.Less:
		return sign < 0
	case report.AtMost:
		return sign <= 0
	case report.Greater:
		return sign > 0
	default:
		return sign >= 0
	}
}

// comparison reads a field and returns what compares it with a limit; false where
// it has no value of its type.
func (r *row) comparison(spec *report.ColumnSpec) (func(limit string) int, bool) {
	switch spec.Type {
	case report.MoneyType, report.NumberType, report.PercentType:
		f := r.amount(spec.Key)
		return func(limit string) int { return f.Value.Cmp(report.MustKroner(limit)) }, f.OK()
	case report.YearType, report.ChapterType:
		f := r.whole(spec.Key, "V-011", 0, 9999)
		return func(limit string) int { return report.MustKroner(Year(f.Value)).Cmp(report.MustKroner(limit)) }, f.OK()
	case report.DateType:
		f := r.date(spec.Key)
		return func(limit string) int { return cmp.Compare(f.Value.String(), limit) }, f.OK()
	case report.CodeType:
		return words(r.code(spec.Key))
	case report.PostType:
		return words(r.post(spec.Key))
	case report.OrgNrType:
		return words(r.orgnr(spec.Key, "V-002"))
	default:
		return words(r.text(spec.Key))
	}
}

func words(f report.Field[string]) (func(limit string) int, bool) {
	return func(limit string) int { return cmp.Compare(near.Fold(f.Value), near.Fold(limit)) }, f.OK()
}
