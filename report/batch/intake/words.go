package intake

import (
	"gevinst/report"
	"gevinst/report/text"
)

func word(name, value string) report.Arg { return report.Arg{Name: name, Value: value} }

// said is a reason in words: the sentence under the code, and its remedy where
// there is one.
func said(v *text.Voice, code string, args ...report.Arg) Reason {
	r := Reason{Code: code, Sentence: v.Say(code, args...), Key: code, Args: args}
	if v.Has(code + ".remedy") {
		r.Remedy = v.Say(code+".remedy", args...)
	}
	return r
}

func (r *run) because(code string, args ...report.Arg) *Reason {
	reason := said(r.voice, code, args...)
	return &reason
}

// overMany is a reason by the rule about many workbooks, X-001.
func (r *run) overMany(variant string, args ...report.Arg) *Reason {
	key := "rule.X-001"
	if variant != "" {
		key += "." + variant
	}
	reason := said(r.voice, key, args...)
	reason.Code = "X-001"
	return &reason
}
