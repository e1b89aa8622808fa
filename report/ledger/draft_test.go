package ledger_test

import (
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/check"
	"gevinst/report/ledger"
	"gevinst/templates"
)

func spec(t testing.TB) *report.Spec {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	return sets[0]
}

// computed takes a filling to its ledger the way a workbook goes, without the file.
func computed(set *report.Spec, f report.Filling) *ledger.Ledger {
	return check.Run(fixtures.Draft(set, f), nil, check.Options{}).Ledger
}

// amount is the ledger's figure with the key, "–" where it has none.
func amount(l *ledger.Ledger, key string) string {
	e, ok := l.Find(key)
	if !ok {
		return "–"
	}
	return e.Amount.String()
}
