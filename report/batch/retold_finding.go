package batch

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/text"
	"gevinst/templates"
)

// reteller says the findings of a report in another language than its own.
type reteller struct {
	own, other *text.Voice
	form       map[string]report.Words // the form's words, by what the report calls them
}

// retellerOf is nil where this program does not speak the report's language.
func retellerOf(d *Document, v *text.Voice) *reteller {
	own, err := text.For(d.Language)
	if err != nil || !d.Language.Known() {
		return nil
	}
	r := &reteller{own, v, map[string]report.Words{}}
	sets, err := templates.Sets()
	if err != nil {
		return nil
	}
	for _, s := range sets {
		if s.Set == d.Set.Set {
			r.learn(s)
		}
	}
	return r
}

// learn takes in the names of columns and codes, which stand in sentences. A sheet has
// the same name in every language, and a column may be called as it is.
func (r *reteller) learn(s *report.Spec) {
	for _, sheet := range s.Sheets {
		for _, c := range sheet.Columns {
			r.form[c.Label.In(r.own.Lang())] = c.Label
		}
	}
	for _, list := range s.Codes {
		for _, c := range list {
			r.form[c.Label.In(r.own.Lang())] = c.Label
		}
	}
	for _, sheet := range s.Sheets {
		delete(r.form, sheet.Name)
	}
}

// words is what the form calls something, or several things in a row; what it does not
// call so is the agency's own and stays.
func (r *reteller) words(said string) any {
	if w, ok := r.form[said]; ok {
		return w
	}
	var all []report.Words
	for _, one := range strings.Split(said, ", ") {
		w, ok := r.form[one]
		if !ok {
			return said
		}
		all = append(all, w)
	}
	return all
}

// retold is a finding in the other language. One that its arguments do not give again
// word for word in the report's own language would be said wrongly, and is left as it is.
func (r *reteller) retold(l FindingLine) FindingLine {
	for _, numbers := range []func(report.Kroner) any{
		func(k report.Kroner) any { return k },
		func(k report.Kroner) any { return report.Numeral(k) },
	} {
		f := report.Finding{Rule: l.Rule, Variant: l.Variant}
		for _, a := range l.Args {
			f.Args = append(f.Args, report.Arg{Name: a.Name, Value: r.value(a, numbers)})
		}
		sentence, remedy := r.own.Finding(f)
		if sentence == l.Sentence && remedy == l.Remedy {
			l.Sentence, l.Remedy = r.other.Finding(f)
			l.Args = slices.Clone(l.Args)
			for i, a := range f.Args {
				if l.Args[i].Type == "text" {
					l.Args[i].Value = r.other.Value(a.Value)
				}
			}
			return l
		}
	}
	return l
}

// value is what an argument was before it was written. JSON does not tell an amount of
// kroner from another number.
func (r *reteller) value(a Arg, number func(report.Kroner) any) any {
	said, _ := a.Value.(string)
	switch a.Type {
	case "integer":
		if n, ok := wholeNumber(a.Value); ok {
			return n
		}
	case "amount":
		if k, err := report.ParseKroner(said); err == nil {
			return number(k)
		}
	case "date":
		var day report.Date
		if day.UnmarshalText([]byte(said)) == nil {
			return day
		}
	case "place":
		return placed(a.Value)
	case "list":
		return listed(a.Value)
	case "text":
		return r.words(said)
	}
	return a.Value
}

// placed is a cell as JSON gives it: an object with its sheet and its cell or row.
func placed(value any) any {
	at, _ := value.(map[string]any)
	sheet, _ := at["sheet"].(string)
	p := report.Place{Sheet: sheet}
	if cell, ok := at["cell"].(string); ok {
		p.Row, p.Col = report.ParseRef(cell)
	} else if row, ok := wholeNumber(at["row"]); ok {
		p.Row = row
	}
	return p
}

// wholeNumber is a number of JSON as it was written.
func wholeNumber(value any) (int, bool) {
	raw, err := json.Marshal(value)
	if err != nil {
		return 0, false
	}
	n, err := strconv.Atoi(string(raw))
	return n, err == nil
}

func listed(value any) any {
	var all []string
	items, _ := value.([]any)
	for _, item := range items {
		s, ok := item.(string)
		if !ok {
			return value
		}
		all = append(all, s)
	}
	return all
}
