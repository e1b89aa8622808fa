package ledger_test

import (
	"reflect"
	"strconv"
	"testing"

	"gevinst/report"
	"gevinst/report/ledger"
)

// TestBridgesAddUpLineByLine sums two bridges in which every line has an amount of its
// own, and looks at each: a sector's bridge is nothing but such sums.
func TestBridgesAddUpLineByLine(t *testing.T) {
	var a, b ledger.Bridge
	lines := reflect.TypeFor[ledger.Bridge]()
	amounts := 0
	for i := range lines.NumField() {
		if lines.Field(i).Type == reflect.TypeFor[report.Kroner]() {
			amounts++
			reflect.ValueOf(&a).Elem().Field(i).Set(reflect.ValueOf(report.MustKroner(strconv.Itoa(1000 * (i + 1)))))
			reflect.ValueOf(&b).Elem().Field(i).Set(reflect.ValueOf(report.MustKroner(strconv.Itoa(i + 1))))
		}
	}
	b.CutDeducted = true
	sum := reflect.ValueOf(a.Add(b))
	for i := range lines.NumField() {
		got, ok := sum.Field(i).Interface().(report.Kroner)
		if want := report.MustKroner(strconv.Itoa(1001 * (i + 1))); ok && got.Cmp(want) != 0 {
			t.Errorf("%s is %s, want %s", lines.Field(i).Name, got, want)
		}
	}
	if amounts < 15 || !a.Add(b).CutDeducted || !b.Add(a).CutDeducted || a.Add(a).CutDeducted {
		t.Errorf("%d amounts; a cut is deducted where one of the bridges deducts it", amounts)
	}
}
