package ledger_test

import (
	"maps"
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

// TestUnreadableIsNeverGuessed puts something unreadable, or an index that no
// price can be divided by, in one cell: the figure that leans on it does not
// exist, and the ledger names the cell once.
func TestUnreadableIsNeverGuessed(t *testing.T) {
	set := spec(t)
	for _, c := range []struct {
		sheet, column, literal string
		record                 int
		figure, want, names    string
	}{
		{"gevinster", "foert_tidligere_kr", "x", 0, "gevinst/G1/ny_netto", "–", "Gevinster!Z5"},
		{"gevinster", "helaarseffekt_kr", "x", 2, "gevinst/G3/helaar", "–", "Gevinster!V7"},
		{"gevinster", "varighet", "TULL", 2, "gevinst/G3/helaar", "–", "Gevinster!E7"},
		{"gevinster", "prisaar", "x", 1, "gevinst/G2/brutto", "–", "Gevinster!L6"},
		{"gevinster", "metode", "TULL", 1, "gevinst/G2/brutto", "–", "Gevinster!F6"},
		{"gevinster", "gevinstklasse", "TULL", 1, "gevinst/G2/brutto", "–", "Gevinster!C6"},
		{"gevinster", "tiltak_id", "T9", 1, "gevinst/G2/brutto", "–", "Gevinster!B6"},
		{"tiltak", "status", "TULL", 1, "gevinst/G2/brutto", "–", "Tiltak!D6"},
		{"tiltak", "finansiering", "TULL", 1, "B1", "1174020.00", "Tiltak!K6"},
		{"prisindeks", "indeks", "0", 0, "gevinst/G2/brutto", "–", "Gevinster!L6"},
		{"prisindeks", "indeks", "-100", 0, "gevinst/G2/brutto", "–", "Gevinster!L6"},
		{"prisindeks", "indeks", "", 1, "gevinst/G2/brutto", "–", "Gevinster!L6"},
		{"engangskostnader", "belop_kr", "x", 0, "C", "0.00", "Engangskostnader!C5"},
		{"bevilgning", "abe_kutt_kr", "x", 0, "K", "0.00", "Bevilgning!F5"},
		{"omdisponering", "belop_kr", "x", 0, "omdisponert", "0.00", "Omdisponering!G5"},
		{"omdisponering", "art", "TULL", 0, "omdisponert_kjop", "0.00", "Omdisponering!B5"},
		{"virksomhet", "trekk_rammekutt", "TULL", 0, "K", "1480000.00", "Virksomhet!B16"},
	} {
		f := workedExample()
		f[c.sheet][c.record][c.column] = c.literal
		if c.sheet == "tiltak" { // a second gain that waits for the same cell
			again := maps.Clone(f["gevinster"][1])
			again["gevinst_id"] = "G6"
			f["gevinster"] = append(f["gevinster"], again)
		}
		l := computed(set, f)
		var places []string
		for _, p := range l.Incomplete {
			places = append(places, p.String())
		}
		if got := amount(l, c.figure); got != c.want || !slices.Equal(places, []string{c.names}) {
			t.Errorf("%s %s = %q: %s is %s, want %s; the ledger names %v, want %s", c.sheet, c.column, c.literal, c.figure, got, c.want, places, c.names)
		}
	}
}

// TestEmptyWorkbookHasALedger: with nothing filled in every total is there, and zero.
func TestEmptyWorkbookHasALedger(t *testing.T) {
	l := computed(spec(t), report.Filling{})
	if len(l.Incomplete) != 1 || amount(l, "rest") != "0.00" || amount(l, "udekket_rammekutt") != "0.00" {
		t.Errorf("the rest is %s, lacking %v", amount(l, "rest"), l.Incomplete)
	}
}
