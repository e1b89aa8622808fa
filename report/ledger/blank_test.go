package ledger_test

import (
	"slices"
	"testing"

	"gevinst/report"
)

// TestBlankIsNotZero empties one cell of the worked example at a time. The line
// then counts for nothing, the ledger names the cell, and the zero that a careless
// reader would see there gives another total.
func TestBlankIsNotZero(t *testing.T) {
	set := spec(t)
	for _, c := range []struct{ gain, column, zero string }{
		{"G1", "volum", "-1150000.00"}, {"G1", "enhet_for_min", "-7069760.00"}, {"G1", "enhet_etter_min", "8267800.00"}, {"G1", "timekostnad_kr", "-1150000.00"},
		{"G1", "uttaksgrad_pst", "-1150000.00"}, {"G1", "varig_driftskostnad_kr", "3498040.00"},
		{"G2", "kostnad_for_kr", "-1480000.00"}, {"G2", "kostnad_etter_kr", "2365000.00"}, {"G2", "uttaksgrad_pst", "-95000.00"},
		{"G2", "varig_driftskostnad_kr", "1075000.00"}, {"G3", "belop_kr", "0.00"}, {"G3", "varig_driftskostnad_kr", "620000.00"},
	} {
		blank, zero := workedExample(), workedExample()
		at := put(blank, c.gain, c.column, "")
		put(zero, c.gain, c.column, "0")
		if got := amount(computed(set, zero), "gevinst/"+c.gain+"/netto"); got != c.zero {
			t.Errorf("%s with %s = 0 is net %s, want %s", c.gain, c.column, got, c.zero)
		}
		l := computed(set, blank)
		if amount(l, "gevinst/"+c.gain+"/ny_netto") != "–" || l.Gains[at].Counts() {
			t.Errorf("%s counts without %s", c.gain, c.column)
		}
		want := report.Place{Sheet: "Gevinster", Row: report.DataRow + at, Col: 1 + slices.IndexFunc(set.Sheet("gevinster").Columns, func(s report.ColumnSpec) bool { return s.Key == c.column })}
		if !slices.Contains(l.Incomplete, want) {
			t.Errorf("%s without %s: the ledger names %v, not %v", c.gain, c.column, l.Incomplete, want)
		}
	}
}

// put fills one cell of a gain and tells its position.
func put(f report.Filling, gain, column, literal string) int {
	at := slices.IndexFunc(f["gevinster"], func(r report.Record) bool { return r["gevinst_id"] == gain })
	f["gevinster"][at][column] = literal
	return at
}

// TestEarlierYearsMayBeBlankOnlyInTheFirst: a gain of an older measure must say
// what was reported before; the sheet's blank means nothing there.
func TestEarlierYearsMayBeBlankOnlyInTheFirst(t *testing.T) {
	set := spec(t)
	f := workedExample()
	f["tiltak"][0]["effekt_fra"] = "2016-12-31"
	if l := computed(set, f); amount(l, "gevinst/G1/ny_netto") != "–" || amount(l, "gevinst/G1/netto") != "2348040.00" || len(l.Incomplete) != 1 {
		t.Errorf("a gain since 2016 counts as new: %s, lacking %v", amount(l, "A"), l.Incomplete)
	}
	put(f, "G1", "foert_tidligere_kr", "2000000")
	l := computed(set, f)
	for key, want := range map[string]string{"gevinst/G1/ny_netto": "348040.00", "A_tot": "3948040.00", "V": "2000000.00", "A": "1948040.00", "B1": "174020.00"} {
		if got := amount(l, key); got != want {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
}

// TestUnmeasuredIsReportedNotRealised keeps a gain without measurement out.
func TestUnmeasuredIsReportedNotRealised(t *testing.T) {
	for _, column := range []string{"maalt_dato", "maalt_kilde"} {
		f := workedExample()
		put(f, "G1", column, "")
		if l := computed(spec(t), f); amount(l, "A_tid") != "0.00" || amount(l, "gevinst/G1/netto") != "2348040.00" {
			t.Errorf("without %s the gain counts %s", column, amount(l, "A_tid"))
		}
	}
}

// TestFrameCutIsTheAgencysChoice: NEI leaves K out, visibly, and only other cuts
// of the report year are added to the general one.
func TestFrameCutIsTheAgencysChoice(t *testing.T) {
	set := spec(t)
	f := workedExample()
	f["budsjettuttak"] = []report.Record{{"aar": "2017", "type": "ANNET_RAMMEKUTT", "belop_kr": "20000"},
		{"aar": "2016", "type": "ANNET_RAMMEKUTT", "belop_kr": "7"}, {"aar": "2017", "type": "MEDFINANSIERING", "belop_kr": "11"}}
	if got := amount(computed(set, f), "K"); got != "1500000.00" {
		t.Errorf("K is %s", got)
	}
	f["virksomhet"][0]["trekk_rammekutt"] = "NEI"
	l := computed(set, f)
	k, _ := l.Find("K")
	if k.Amount.Sign() != 0 || k.Formula != "rammekutt_ikke_trukket" || len(k.Inputs) != 1 || k.Inputs[0].Place.String() == "" {
		t.Errorf("K is %+v", k)
	}
	if amount(l, "rest") != "1564020.00" {
		t.Errorf("the rest is %s", amount(l, "rest"))
	}
}
