package check

import (
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
)

// TestOwnRules holds the example's appropriation, 185,000,000 kroner to post 01, to rules
// of a ministry's own: what each operator asks, of fields of each type, and that nothing
// is asked of a field that is missing or cannot be read.
func TestOwnRules(t *testing.T) {
	field := func(name string) report.FieldName { return report.FieldName{Sheet: "bevilgning", Column: name} }
	must := func(name string, op report.Operator, values ...string) report.Test {
		return report.Test{Field: field(name), Op: op, Values: values}
	}
	amount := func(op report.Operator, values ...string) report.Test { return must("bevilgning_kr", op, values...) }
	other := func(sheet, column string, op report.Operator, value string) report.Test {
		return report.Test{Field: report.FieldName{Sheet: sheet, Column: column}, Op: op, Values: []string{value}}
	}
	for _, c := range []struct {
		must   report.Test
		typed  string // instead of the amount
		broken bool
	}{
		{amount(report.Equal, "185000000"), "", false}, {amount(report.Equal, "185000000.01"), "", true},
		{amount(report.Unequal, "185000000"), "", true}, {amount(report.Unequal, "1"), "", false},
		{amount(report.Less, "185000000"), "", true}, {amount(report.Less, "185000001"), "", false},
		{amount(report.AtMost, "185000000"), "", false}, {amount(report.AtMost, "184999999"), "", true},
		{amount(report.Greater, "185000000"), "", true}, {amount(report.Greater, "184999999"), "", false},
		{amount(report.AtLeast, "185000000"), "", false}, {amount(report.AtLeast, "185000001"), "", true},
		{amount(report.OneOf, "1", "185000000"), "", false}, {amount(report.OneOf, "1", "2"), "", true},
		{amount(report.FilledIn), "", false}, {amount(report.BlankOp), "", true},
		{amount(report.FilledIn), "-", true}, {amount(report.BlankOp), "-", false}, {amount(report.AtLeast, "1"), "-", false}, {amount(report.Equal, "0"), "-", false},
		{amount(report.AtLeast, "1"), "ukjent", false}, {amount(report.Equal, "0"), "ukjent", false},
		{must("kapittel", report.Equal, "599"), "", false}, {must("kapittel", report.Greater, "599"), "", true},
		{must("post", report.Equal, "01"), "", false}, {must("post", report.Equal, "21"), "", true},
		{must("betegnelse", report.Equal, "DRIFTSUTGIFTER"), "", false}, {must("betegnelse", report.Unequal, "Driftsutgifter"), "", true},
		{other("virksomhet", "orgnr", report.Equal, "123456785"), "", false}, {other("virksomhet", "orgnr", report.Unequal, "123456785"), "", true},
		{other("virksomhet", "rapportaar", report.AtMost, "2016"), "", true}, {other("virksomhet", "rapportaar", report.AtMost, "2017"), "", false},
		{other("virksomhet", "trekk_rammekutt", report.Equal, "JA"), "", false}, {other("virksomhet", "trekk_rammekutt", report.Equal, "NEI"), "", true},
		{other("virksomhet", "godkjent_dato", report.Less, "2018-01-01"), "", true}, {other("virksomhet", "godkjent_dato", report.AtLeast, "2018-01-01"), "", false},
	} {
		if got := ownFindings(t, report.OwnRule{Must: c.must}, c.typed); got != c.broken {
			t.Errorf("%s must be %s %v, %q typed: broken %v, want %v", c.must.Field, c.must.Op, c.must.Values, c.typed, got, c.broken)
		}
	}
	broken := amount(report.Less, "1")
	for _, c := range []struct {
		when  report.Test
		asked bool
	}{{must("post", report.Equal, "01"), true}, {must("post", report.Equal, "21"), false}, {must("abe_kutt_kr", report.FilledIn), true}, {amount(report.Equal, "185000000"), true}} {
		if got := ownFindings(t, report.OwnRule{Must: broken, When: &c.when}, ""); got != c.asked {
			t.Errorf("where %s is %s %v: asked %v, want %v", c.when.Field, c.when.Op, c.when.Values, got, c.asked)
		}
	}
	for group, asked := range map[string]bool{"A": true, "B": false} {
		if got := ownFindings(t, report.OwnRule{Must: broken, Groups: []string{group}}, ""); got != asked {
			t.Errorf("of the agencies of group %s: asked %v", group, got)
		}
	}
}

// ownFindings tells whether the example breaks a rule, and sees that the rule's own
// reading finds nothing a second time.
func ownFindings(t *testing.T, rule report.OwnRule, typed string) bool {
	t.Helper()
	spec, filling := example(t)
	switch typed {
	case "":
	case "-":
		delete(filling["bevilgning"][0], "bevilgning_kr")
	default:
		filling["bevilgning"][0]["bevilgning_kr"] = typed
	}
	rule.ID, rule.Severity = "M-001", report.Error
	agencies := []report.Expected{{OrgNr: "974760673", Group: "B"}, {OrgNr: "123456785", Group: "A"}}
	met, words := 0, 0
	for _, f := range Run(fixtures.Draft(spec, filling), nil, Options{Profile: &report.Profile{Agencies: agencies, Rules: []report.OwnRule{rule}}}).Findings {
		switch {
		case f.Rule == "M-001" && f.Severity == report.Error && f.Place.Sheet != "":
			met++
		case f.Rule == "N-001":
			words++
		}
	}
	if met > 1 || typed == "ukjent" && words != 1 {
		t.Errorf("%s: %d findings of the rule, %d of what stands there", rule.Must.Field, met, words)
	}
	return met == 1
}
