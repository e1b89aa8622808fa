package ledger_test

import (
	"maps"
	"testing"

	"gevinst/report"
)

// TestTwoMeasuresOfOneID: such a workbook is refused (T-005), but what the officer sees
// meanwhile counts once. Gains and one-off costs are the first one's, and a measure
// without an id has none.
func TestTwoMeasuresOfOneID(t *testing.T) {
	f := workedExample()
	first := f["tiltak"][0]
	twin := maps.Clone(first)
	twin["navn"], twin["status"], twin["effekt_fra"], twin["finansiering"] = "The twin", "PLANLAGT", "2018-01-01", "EGEN"
	nameless := report.Record{"navn": "Nameless", "status": "IVERKSATT", "effekt_fra": "2017-01-01", "finansiering": "MEDFINANSIERING"}
	f["tiltak"] = append(f["tiltak"], twin, nameless)
	f["engangskostnader"] = append(f["engangskostnader"], report.Record{"tiltak_id": "T1", "aar": "2017", "belop_kr": "1000", "art": "PROSJEKT"})
	alone := computed(spec(t), workedExample())
	l := computed(spec(t), f)
	if l == nil {
		t.Fatal("no ledger")
	}
	if got, want := l.Measures[0].New, alone.Measures[0].New; got.Cmp(want) != 0 || want.Sign() == 0 {
		t.Errorf("the first has %s, want %s", got, want)
	}
	if got := l.Measures[0].OneOff.String(); got != "1000.00" {
		t.Errorf("the first has one-off costs of %s", got)
	}
	for _, line := range l.Measures[len(l.Measures)-2:] {
		if line.New.Sign() != 0 || line.OneOff.Sign() != 0 || line.CoFinance.Sign() != 0 {
			t.Errorf("%s: %+v", line.Measure.Name.Value, line)
		}
	}
	if got, want := l.Bridge.CoFinance, alone.Bridge.CoFinance; got.Cmp(want) != 0 {
		t.Errorf("co-financing takes %s, want %s", got, want)
	}
	for e := range l.Entries() {
		if e.Name == "engangskostnad" && e.Amount.Sign() == 0 {
			t.Errorf("%s explains no cost by the first one's", e.Key)
		}
	}
}
