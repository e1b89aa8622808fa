package ledger_test

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gevinst/report"
	"gevinst/report/ledger"
)

// half is the share of net gain that the co-financing scheme withdraws in 2017.
var half = big.NewRat(1, 2)

// TestSecondImplementationAgrees compares every figure with the oracle's: less
// than 1e-20 apart, and equal as printed to øre, kroner and thousands.
func TestSecondImplementationAgrees(t *testing.T) {
	set := spec(t)
	for name, broken := range map[string]bool{"whole": false, "broken": true} {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			f := filled(t, broken)
			l, o := computed(set, f), work(f, half)
			if o.complete != (len(l.Incomplete) == 0) {
				t.Fatalf("the oracle says complete: %v, the ledger lacks %v", o.complete, l.Incomplete)
			}
			got := map[string]report.Kroner{}
			for e := range l.Entries() {
				got[e.Key] = e.Amount
			}
			for key, want := range o.figures {
				amount, ok := got[key]
				if !ok {
					t.Fatalf("the ledger has no %s, the oracle says %s", key, want.FloatString(4))
				}
				same(t, key, amount, want)
			}
			for key := range got {
				_, known := o.figures[key]
				if kind := key[strings.LastIndex(key, "/")+1:]; !known && slices.Contains([]string{"timer", "brutto", "netto", "ny_netto"}, kind) && strings.HasPrefix(key, "gevinst/") {
					t.Fatalf("the ledger has %s, the oracle does not", key)
				}
			}
		}))
	}
}

func same(t *rapid.T, key string, got report.Kroner, want *big.Rat) {
	t.Helper()
	value, _ := new(big.Rat).SetString(got.Decimal().String())
	apart := new(big.Rat).Sub(value, want)
	if apart.Abs(apart).Cmp(big.NewRat(1, 1e18)) > 0 || apart.Mul(apart, big.NewRat(1e18, 1)).Cmp(big.NewRat(1, 100)) >= 0 {
		t.Fatalf("%s is %s, the oracle says %s", key, got, want.FloatString(24))
	}
	for _, places := range []int{2, 0, -3} {
		printed, _ := new(big.Rat).SetString(got.Round(int32(places)).Decimal().String())
		if rounded(want, places).Cmp(printed) != 0 {
			t.Fatalf("%s prints as %s, the oracle as %s", key, printed.FloatString(2), rounded(want, places).FloatString(2))
		}
	}
}

// rounded is x to so many decimals, half away from zero.
func rounded(x *big.Rat, places int) *big.Rat {
	unit := big.NewRat(1, 1)
	for range max(places, -places) {
		unit.Mul(unit, big.NewRat(10, 1))
	}
	if places > 0 {
		unit.Inv(unit)
	}
	n := new(big.Rat).Quo(new(big.Rat).Abs(x), unit)
	n.Add(n, big.NewRat(1, 2))
	whole := new(big.Int).Quo(n.Num(), n.Denom())
	out := new(big.Rat).Mul(new(big.Rat).SetInt(whole), unit)
	if x.Sign() < 0 {
		out.Neg(out)
	}
	return out
}

// TestOrderOfRowsDoesNotMatter reads every table backwards.
func TestOrderOfRowsDoesNotMatter(t *testing.T) {
	set := spec(t)
	rapid.Check(t, func(t *rapid.T) {
		f := filled(t, false)
		backwards := maps.Clone(f)
		for _, sheet := range slices.Sorted(maps.Keys(f)) {
			backwards[sheet] = slices.Clone(f[sheet])
			slices.Reverse(backwards[sheet])
		}
		sameBridge(t, computed(set, f), computed(set, backwards))
	})
}

func sameBridge(t *rapid.T, a, b *ledger.Ledger) {
	t.Helper()
	if x, y := bridge(a), bridge(b); !slices.Equal(x, y) {
		t.Fatalf("the bridge was %v and became %v", x, y)
	}
}

// bridge is every total as it is written.
func bridge(l *ledger.Ledger) []string {
	var all []string
	for e := range l.Entries() {
		if !strings.Contains(e.Key, "/") {
			all = append(all, e.Key+" "+e.Amount.String())
		}
	}
	return all
}

// TestWhatIsNothingChangesNothing adds a measure whose gain is zero, one whose
// gain falls to others, one that is planned and one that was stopped.
func TestWhatIsNothingChangesNothing(t *testing.T) {
	set := spec(t)
	cases := []struct{ status, class, amount string }{
		{"IVERKSATT", "BUDSJETT", "0"}, {"IVERKSATT", "NAERING_INNB", "5000000"}, {"IVERKSATT", "ANDRE_OFF", "5000000"},
		{"IVERKSATT", "IKKE_PRISSATT", "5000000"}, {"PLANLAGT", "BUDSJETT", "5000000"}, {"STANSET", "ALTERNATIV", "5000000"},
	}
	rapid.Check(t, func(t *rapid.T) {
		f := filled(t, false)
		more := maps.Clone(f)
		for i, c := range cases {
			id := fmt.Sprint("X", i)
			more["tiltak"] = append(slices.Clone(more["tiltak"]), report.Record{"tiltak_id": id, "status": c.status, "effekt_fra": "2017-01-01", "finansiering": "MEDFINANSIERING"})
			more["gevinster"] = append(slices.Clone(more["gevinster"]), report.Record{"gevinst_id": id, "tiltak_id": id, "gevinstklasse": c.class, "metode": "FASTBELOP",
				"varighet": "VARIG", "belop_kr": c.amount, "uttaksgrad_pst": "100", "varig_driftskostnad_kr": "0", "maalt_dato": "2017-12-31", "maalt_kilde": "Regnskapet"})
		}
		sameBridge(t, computed(set, f), computed(set, more))
	})
}

// sums are the formulas that add and subtract their operands and do nothing else.
var sums = []string{"netto", "ny_netto", "ny_netto_forste", "helaar_netto", "celle", "brutto_diff", "brutto_fast", "sum_netto", "sum_foert", "sum_ny", "sum_klasse",
	"sum_medfinansiering", "sum_aar", "sum_bruk", "sum_kjop", "sum_helaar", "A", "for_rammekutt", "rammekutt", "R", "R_midler", "rest"}

// TestEntriesAddUp holds each derivation to its figure: the operands that it
// names make it, and an operand that is an entry came before with the same amount.
func TestEntriesAddUp(t *testing.T) {
	set := spec(t)
	rapid.Check(t, func(t *rapid.T) {
		l := computed(set, filled(t, rapid.Bool().Draw(t, "broken")))
		seen := map[string]report.Kroner{}
		for e := range l.Entries() {
			if _, twice := seen[e.Key]; twice {
				t.Fatalf("two entries have the key %s", e.Key)
			}
			sum := report.Kroner{}
			for _, in := range e.Inputs {
				if before, ok := seen[in.Key]; in.Key != "" && (!ok || before.Cmp(in.Amount) != 0) {
					t.Fatalf("%s leans on %s = %s, which came before as %s (%v)", e.Key, in.Key, in.Amount, before, ok)
				}
				if in.Key == "" && in.Source == "" && in.Place.Ref() == "" {
					t.Fatalf("%s: operand %s comes from nowhere", e.Key, in.Name)
				}
				if in.Minus {
					in.Amount = in.Amount.Neg()
				}
				sum = sum.Add(in.Amount)
			}
			if slices.Contains(sums, e.Formula) && sum.Cmp(e.Amount) != 0 {
				t.Fatalf("%s is %s, its operands make %s", e.Key, e.Amount, sum)
			}
			if e.Source == "" || set.Sources[e.Source].Title == "" {
				t.Fatalf("%s names the source %q, which the set does not have", e.Key, e.Source)
			}
			seen[e.Key] = e.Amount
		}
		b := l.Bridge
		if b.Money.Add(b.Time).Cmp(b.New) != 0 || b.Reallocable.Sub(b.Uncovered).Cmp(b.Result) != 0 {
			t.Fatalf("the parts do not make the whole: %+v", b)
		}
	})
}
