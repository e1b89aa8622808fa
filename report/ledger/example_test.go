package ledger_test

import (
	"maps"
	"testing"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/templates"
)

// workedExample is T1–T5 of the method's documentation, with invented numbers
// that were checked by hand.
func workedExample() report.Filling {
	gain := func(id, measure, class, method string, more report.Record) report.Record {
		r := report.Record{"gevinst_id": id, "tiltak_id": measure, "gevinstklasse": class, "metode": method, "varighet": "VARIG",
			"maalt_dato": "2017-12-31", "maalt_kilde": "Regnskapet"}
		maps.Copy(r, more)
		return r
	}
	measure := func(id, status, from, finance string) report.Record {
		return report.Record{"tiltak_id": id, "navn": id, "status": status, "effekt_fra": from, "finansiering": finance}
	}
	return report.Filling{
		"virksomhet": {{"rapportaar": "2017", "trekk_rammekutt": "JA"}},
		"bevilgning": {{"kapittel": "315", "post": "01", "bevilgning_kr": "185000000", "abe_sats_pst": "0.8", "abe_kutt_kr": "1480000"}},
		"tiltak": {
			measure("T1", "IVERKSATT", "2017-01-01", "MEDFINANSIERING"),
			measure("T2", "IVERKSATT", "2017-01-01", "EGEN"),
			measure("T3", "AVSLUTTET", "2017-09-01", "EGEN"),
			measure("T4", "IVERKSATT", "2017-01-01", "EGEN"),
			measure("T5", "PLANLAGT", "2018-01-01", "EGEN"),
		},
		"gevinster": {
			gain("G1", "T1", "ALTERNATIV", "TID_VOLUM", report.Record{"volum": "42000", "enhet_for_min": "35", "enhet_etter_min": "22",
				"timekostnad_kr": "480.5", "uttaksgrad_pst": "80", "varig_driftskostnad_kr": "1150000"}),
			gain("G2", "T2", "BUDSJETT", "KRONER_DIFF", report.Record{"kostnad_for_kr": "2400000", "prisaar": "2016", "kostnad_etter_kr": "1385000",
				"uttaksgrad_pst": "100", "varig_driftskostnad_kr": "95000", "foert_tidligere_kr": "0"}),
			gain("G3", "T3", "BUDSJETT", "FASTBELOP", report.Record{"belop_kr": "620000", "uttaksgrad_pst": "100", "varig_driftskostnad_kr": "0",
				"helaarseffekt_kr": "1860000"}),
			gain("G4", "T4", "NAERING_INNB", "FASTBELOP", report.Record{"belop_kr": "3200000"}),
			gain("G5", "T5", "BUDSJETT", "FASTBELOP", report.Record{"belop_kr": "1500000", "uttaksgrad_pst": "100", "varig_driftskostnad_kr": "0"}),
		},
		"engangskostnader": {{"tiltak_id": "T3", "aar": "2017", "belop_kr": "410000", "art": "Flytting"}, {"tiltak_id": "T3", "aar": "2016", "belop_kr": "99"}},
		"omdisponering":    {{"linje_id": "O1", "art": "LONN_TID", "prioritert_omraade": "Tilsyn", "belop_kr": "800000", "aarsverk": "1.1"}},
		"prisindeks":       {{"aar": "2016", "indeks": "100"}, {"aar": "2017", "indeks": "102.5"}},
	}
}

func TestWorkedExample(t *testing.T) {
	l := computed(spec(t), workedExample())
	if len(l.Incomplete) != 0 {
		t.Fatalf("the example is whole, but %v", l.Incomplete)
	}
	for key, want := range map[string]string{
		"gevinst/G1/timer": "9100.00", "gevinst/G1/brutto": "4372550.00", "gevinst/G1/uttatt": "3498040.00", "gevinst/G1/netto": "2348040.00",
		"gevinst/G1/foert_tidligere": "–", "gevinst/G1/ny_netto": "2348040.00", "gevinst/G1/helaar": "2348040.00",
		"gevinst/G2/brutto": "1075000.00", "gevinst/G2/netto": "980000.00", "gevinst/G2/foert_tidligere": "0.00", "gevinst/G2/ny_netto": "980000.00",
		"gevinst/G3/netto": "620000.00", "gevinst/G3/helaar": "1860000.00",
		"gevinst/G4/brutto": "3200000.00", "gevinst/G4/netto": "–", "gevinst/G5/brutto": "–",
		"tiltak/T1/ny_netto": "2348040.00", "tiltak/T1/medfinansiering": "1174020.00", "tiltak/T2/medfinansiering": "–",
		"tiltak/T3/engangskostnad": "410000.00", "tiltak/T4/ny_netto": "0.00",
		"A_tot": "3948040.00", "V": "0.00", "A": "3948040.00", "A_midler": "1600000.00", "A_tid": "2348040.00",
		"B1": "1174020.00", "C": "410000.00", "for_rammekutt": "2364020.00", "K": "1480000.00", "R": "884020.00",
		"omdisponerbart": "884020.00", "udekket_rammekutt": "0.00", "R_midler": "-1464020.00", "omdisponerbart_midler": "0.00",
		"omdisponert": "800000.00", "omdisponert_kjop": "0.00", "rest": "84020.00", "helaarseffekt": "5188040.00",
	} {
		if got := amount(l, key); got != want {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
}

// TestWorkedExampleInThousands holds the figures as the tables print them.
func TestWorkedExampleInThousands(t *testing.T) {
	l := computed(spec(t), workedExample())
	for key, want := range map[string]string{"A": "3948.00", "B1": "1174.00", "C": "410.00", "for_rammekutt": "2364.00", "K": "1480.00",
		"omdisponerbart": "884.00", "omdisponert": "800.00", "rest": "84.00"} {
		if e, _ := l.Find(key); e.Amount.Round(-3).Shift(-3).String() != want {
			t.Errorf("%s is %s thousand, want %s", key, e.Amount.Round(-3).Shift(-3), want)
		}
	}
}

// TestWorkedExampleBoughtForFreedTime: the same 800 000 as purchases exceed the
// money that there is, which is none.
func TestWorkedExampleBoughtForFreedTime(t *testing.T) {
	f := workedExample()
	f["omdisponering"][0]["art"] = "KJOP"
	l := computed(spec(t), f)
	if l.Bridge.UsedMoney.Cmp(l.Bridge.ReallocMoney) <= 0 || amount(l, "omdisponert_kjop") != "800000.00" {
		t.Errorf("%s is bought for %s", l.Bridge.UsedMoney, l.Bridge.ReallocMoney)
	}
}

// TestDemoIsTheWorkedExample: the example agency that is shipped tells the same bridge.
func TestDemoIsTheWorkedExample(t *testing.T) {
	set := spec(t)
	want := computed(set, workedExample()).Bridge
	for _, lang := range report.Langs() {
		demo, err := templates.Demo(set.Set, lang)
		if err != nil {
			t.Fatal(err)
		}
		l := computed(set, demo)
		for _, key := range []string{ledger.KeyNew, ledger.KeyCoFinance, ledger.KeyOneOff, ledger.KeyFrameCut, ledger.KeyReallocable, ledger.KeyReallocMoney} {
			if got := amount(l, key); got != amount(&ledger.Ledger{Submission: l.Submission, Bridge: want}, key) {
				t.Errorf("%s: %s is %s in the demo", lang, key, got)
			}
		}
	}
}
