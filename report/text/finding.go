package text

import "gevinst/report"

// Finding says what was found and what to do. Place, rule and severity are not
// part of the sentence.
func (v *Voice) Finding(f report.Finding) (sentence, remedy string) {
	key := "rule." + f.Rule
	if report.IsOwnRule(f.Rule) {
		key = "rule.M" // the sentence is the ministry's own, among the arguments
	}
	if f.Variant != "" {
		key += "." + f.Variant
	}
	return v.Say(key, f.Args...), v.Say(key+".remedy", f.Args...)
}

// Rule is the short name of a rule.
func (v *Voice) Rule(id string) string { return v.Say("rule." + id + ".title") }

// Severity is the word for a severity: "feil", "varsel", "opplysning".
func (v *Voice) Severity(s report.Severity) string { return v.Say("severity." + s.Letter()) }
