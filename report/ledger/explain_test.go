package ledger_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/text"
)

// TestExplainGoesDownToTheCells follows the reallocatable amount to one cell.
func TestExplainGoesDownToTheCells(t *testing.T) {
	l := computed(spec(t), workedExample())
	lines, ok := ledger.Explain(l, "omdisponerbart")
	if !ok {
		t.Fatal("the reallocatable amount is not explained")
	}
	var way []string // the first line at each depth
	for _, line := range lines {
		if len(way) < 10 && line.Depth == len(way) {
			way = append(way, line.Name)
		}
	}
	if strings.Join(way, " ") != "omdisponerbart R for_rammekutt A A_tot netto uttatt brutto timer volum" {
		t.Errorf("the way down is %v", way)
	}
	volume := lines[slices.IndexFunc(lines, func(l ledger.Line) bool { return l.Name == "volum" })]
	if volume.Place.String() != "Gevinster!M5" || volume.Amount.String() != "42000.00" || volume.Unit != "enheter" {
		t.Errorf("the volume is %+v", volume)
	}
	if _, ok := ledger.Explain(l, "gevinst/G9/netto"); ok {
		t.Error("a figure that is not there is explained")
	}
}

// TestExplainSaysWhyAGainDoesNotCount names the cell that decides.
func TestExplainSaysWhyAGainDoesNotCount(t *testing.T) {
	f := workedExample()
	put(f, "G3", "uttaksgrad_pst", "")
	put(f, "G1", "maalt_kilde", "")
	l := computed(spec(t), f)
	for key, want := range map[string]string{
		"gevinst/G1": "measured maalt_kilde",
		"gevinst/G2": " ",
		"gevinst/G3": "inputs uttaksgrad_pst",
		"gevinst/G4": "class gevinstklasse",
		"gevinst/G5": "status status",
	} {
		lines, ok := ledger.Explain(l, key)
		if !ok {
			t.Fatalf("%s is not explained", key)
		}
		var cells []string
		for _, line := range lines[1:] {
			if line.Depth == 1 && line.Unit == "" && line.Place.Ref() != "" {
				cells = append(cells, line.Name)
			}
		}
		if got := string(lines[0].Why) + " " + strings.Join(cells, " "); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

// TestSameIDTwiceKeepsTwoKeys: a broken workbook loses no line.
func TestSameIDTwiceKeepsTwoKeys(t *testing.T) {
	f := workedExample()
	f["gevinster"][2]["gevinst_id"] = "G1"
	f["tiltak"][1]["tiltak_id"] = ""
	l := computed(spec(t), f)
	for key, want := range map[string]string{"gevinst/G1/netto": "2348040.00", "gevinst/G1#7/netto": "620000.00", "tiltak/#6/ny_netto": "0.00"} {
		if got := amount(l, key); got != want {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
}

// TestEveryEntryHasWords says every derivation of two workbooks that between
// them use every formula, in every language.
func TestEveryEntryHasWords(t *testing.T) {
	set := spec(t)
	full := workedExample()
	full["tiltak"][1]["effekt_fra"] = "2016-01-01"
	full["gevinster"] = append(full["gevinster"],
		report.Record{"gevinst_id": "G6", "tiltak_id": "T2", "gevinstklasse": "BUDSJETT", "metode": "FASTBELOP", "varighet": "VARIG", "prisaar": "2016", "belop_kr": "1",
			"uttaksgrad_pst": "100", "varig_driftskostnad_kr": "0", "foert_tidligere_kr": "1", "maalt_dato": "2017-12-31", "maalt_kilde": "R"},
		report.Record{"gevinst_id": "G7", "tiltak_id": "T2", "gevinstklasse": "ANDRE_OFF", "metode": "KRONER_DIFF", "kostnad_for_kr": "2", "kostnad_etter_kr": "1"},
		report.Record{"gevinst_id": "G8", "tiltak_id": "T9", "metode": "IKKE_KR"})
	full["budsjettuttak"] = []report.Record{{"aar": "2017", "type": "ANNET_RAMMEKUTT", "belop_kr": "20000"}}
	without := maps.Clone(full)
	without["virksomhet"] = []report.Record{{"rapportaar": "2017", "trekk_rammekutt": "NEI"}}
	used := map[string]bool{}
	for _, l := range []*ledger.Ledger{computed(set, full), computed(set, without)} {
		use(used, l)
	}
	for _, lang := range report.Langs() {
		voice, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range slices.Sorted(maps.Keys(used)) {
			if !voice.Has(key) {
				t.Errorf("%s has no words for %s", lang, key)
			}
		}
		for _, key := range voice.Keys() {
			if strings.HasPrefix(key, "formula.") && !used[key] {
				t.Errorf("%s: no entry uses %s", lang, key)
			}
		}
	}
}

// use notes the keys of every word that the ledger's derivations are said with.
func use(used map[string]bool, l *ledger.Ledger) {
	note := func(line ledger.Line) {
		kind := "operand."
		if line.Formula != "" {
			kind = "entry."
			used["formula."+line.Formula] = true
		}
		used[kind+line.Name] = true
		if line.Unit != "" {
			used["unit."+line.Unit] = true
		}
		if line.Why != "" {
			used["exclude."+string(line.Why)] = true
		}
	}
	var keys []string
	for e := range l.Entries() {
		keys = append(keys, e.Key)
	}
	for i := range l.Gains {
		keys = append(keys, fmt.Sprint("gevinst/", l.Gains[i].Gain.ID.Value))
	}
	for _, key := range keys {
		lines, _ := ledger.Explain(l, key)
		for _, line := range lines {
			note(line)
		}
	}
}
