package check

import (
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/ledger"
)

// TestEffectAfterTheYear: nothing of it can have been reported, so the gain is new in full
// though nobody says so, and no amount waits for an answer.
func TestEffectAfterTheYear(t *testing.T) {
	led := changed(t, func(f report.Filling) {
		f["tiltak"][1]["effekt_fra"] = "2018-01-01"
		delete(f["gevinster"][2], "foert_tidligere_kr")
	})
	line := led.Gains[2]
	if line.New == nil || line.New.Cmp(*line.Net) != 0 || len(led.Incomplete) > 0 {
		t.Errorf("the gain is %+v, and these are missing: %v", line, led.Incomplete)
	}
}

// TestUnreadablePriceYear: no amount is made of it.
func TestUnreadablePriceYear(t *testing.T) {
	led := changed(t, func(f report.Filling) { f["gevinster"][2]["prisaar"] = "'i fjor" })
	if line := led.Gains[2]; line.Gross != nil || len(led.Incomplete) != 1 {
		t.Errorf("the gain is %v, and these are missing: %v", line.Gross, led.Incomplete)
	}
}

// TestSourcesOfTotals: each deduction names what it rests on.
func TestSourcesOfTotals(t *testing.T) {
	want := map[string]string{ledger.KeyOneOff: "forsvaret", ledger.KeyFrameCut: "abe", ledger.KeyCoFinance: "medfinansiering-2017", ledger.KeyResult: "gevinst"}
	for e := range changed(t, func(report.Filling) {}).Entries() {
		if source, ok := want[e.Key]; ok && e.Source != source {
			t.Errorf("%s rests on %q, want %q", e.Key, e.Source, source)
		}
		delete(want, e.Key)
	}
	if len(want) > 0 {
		t.Errorf("no entry for %v", want)
	}
}

func changed(t *testing.T, change func(report.Filling)) *ledger.Ledger {
	t.Helper()
	spec, filling := example(t)
	change(filling)
	return Run(fixtures.Draft(spec, filling), nil, Options{}).Ledger
}
