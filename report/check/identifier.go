package check

import (
	"strings"

	"gevinst/report"
)

// orgnr reads an organisation number: nine digits, as text or number, spaces allowed.
func (r *row) orgnr(key, rule string) report.Field[string] {
	c, spec, at, filled := r.cell(key)
	if !filled {
		return report.Field[string]{At: at}
	}
	if !r.readable(c, spec, at) || r.timesHundred(c, spec, at) {
		return bad[string](at)
	}
	s := strings.Map(dropGroupSpace, c.Raw)
	if c.Kind == report.Number {
		if d, ok := normal(c.Raw); ok {
			s = d.String() // a large number may be stored as 1.23456785E8
		}
	}
	switch {
	case len(s) != 9 || strings.Trim(s, "0123456789") != "":
		r.find(rule, "digits", report.Error, at, spec, r.found(c))
	case !ValidOrgNr(s):
		r.find(rule, "mod11", report.Error, at, spec, r.found(c))
	default:
		return known(at, s)
	}
	return bad[string](at)
}

// OrgNr is the nine digits of an organisation number as people type it, with spaces
// between its groups or not; false where it is none.
func OrgNr(typed string) (string, bool) {
	s := strings.Map(dropGroupSpace, typed)
	return s, ValidOrgNr(s)
}

// ValidOrgNr tells whether nine digits end in their check digit: weights 3 2 7 6
// 5 4 3 2, 11 minus the remainder by 11, where 11 is 0 and 10 is none.
// Source: Brønnøysundregistrene.
func ValidOrgNr(s string) bool {
	const weights = "32765432"
	if len(s) != 9 || strings.Trim(s, "0123456789") != "" {
		return false
	}
	sum := 0
	for i := range weights {
		sum += int(s[i]-'0') * int(weights[i]-'0')
	}
	control := (11 - sum%11) % 11
	return control != 10 && control == int(s[8]-'0')
}

// post reads a budget post, which always has two digits: 1 is "01".
func (r *row) post(key string) report.Field[string] {
	f := r.whole(key, "V-005", 1, 99)
	out := report.Field[string]{At: f.At}
	if f.OK() {
		out.Value = string([]byte{byte('0' + f.Value/10), byte('0' + f.Value%10)})
	}
	return out
}

func (r *row) chapter(key string) report.Field[int] { return r.whole(key, "V-005", 1, 9999) }

func (r *row) year(key string) report.Field[int] { return r.whole(key, "V-011", 1900, 2200) }
