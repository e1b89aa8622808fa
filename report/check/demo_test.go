package check

import (
	"testing"

	"gevinst/report"
	"gevinst/templates"
)

// example is the newest requirement set with the example agency, filled in.
func example(t testing.TB) (*report.Spec, report.Filling) {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	filling, err := templates.Demo(sets[0].Set, report.NB)
	if err != nil {
		t.Fatal(err)
	}
	return sets[0], filling
}
