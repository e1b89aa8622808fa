package sample

import (
	"crypto/sha256"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"gevinst/report"
)

const data = "302191178d0af6c942451d015eca9e9922126ca0061d37ff334603e48d496c74"

// items are amounts down one column of a sheet.
func items(amounts ...string) []Item {
	var all []Item
	for i, a := range amounts {
		cell := "G" + strconv.Itoa(i+5)
		all = append(all, Item{Key: "Ark!" + cell, Operand: "belop_kr", Amount: report.MustKroner(a), Place: Place{"Ark", cell, i + 5, 7}})
	}
	return all
}

func drawn(t *testing.T, from []Item, size int, seed string) *Sample {
	t.Helper()
	s, err := drawFrom(from, size, seed, data)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestByHand is the example that an auditor can do with sha256sum and a calculator:
// printf 'prøve\n3021…' | sha256sum begins ee2a607c; modulo 25 000 øre it is 14 594, and one more is the start.
func TestByHand(t *testing.T) {
	s := drawn(t, items("100", "-400", "0", "250.004", "250"), 4, "prøve")
	sum := sha256.Sum256([]byte("prøve\n" + data))
	start := new(big.Int).Mod(new(big.Int).SetBytes(sum[:]), big.NewInt(25_000)).Int64() + 1
	if got := s.Sum.String() + " " + s.Interval.String() + " " + s.Start.String(); got != "1000.00 250.00 145.95" || start != 14_595 {
		t.Errorf("sum, interval, start: %s (the start by hand is %d øre)", got, start)
	}
	if s.Digest != "ee2a607cc42922dc5887d08818f1fd7611fd64bb13fbd5f196c7850f6b6eb392" {
		t.Errorf("the hash is %s", s.Digest)
	}
	byHand := map[string]int{}
	for at := start; at <= 100_000; at += 25_000 {
		switch {
		case at <= 10_000:
			byHand["Ark!G5"]++
		case at <= 50_000:
			byHand["Ark!G6"]++
		case at <= 75_000:
			byHand["Ark!G8"]++
		default:
			byHand["Ark!G9"]++
		}
	}
	for _, c := range s.Chosen {
		if byHand[c.Key] != c.Hits {
			t.Errorf("%s has %d hits, by hand %d", c.Key, c.Hits, byHand[c.Key])
		}
		if certain := c.Key != "Ark!G5"; c.Certain != certain {
			t.Errorf("%s: certain is %v", c.Key, c.Certain)
		}
	}
	if len(s.Chosen) != len(byHand) || s.Hits != 4 {
		t.Errorf("%d items, %d hits, by hand %v", len(s.Chosen), s.Hits, byHand)
	}
	k := s.Kinds[0]
	if k.Items != 5 || k.Zero != 1 || k.Below != 1 || k.Net.Cmp(report.MustKroner("200.004")) != 0 || k.Book.String() != "1000.00" {
		t.Errorf("the population is told as %+v", k)
	}
}

// TestEveryOreHasTheSameChance goes through every start there is: each item then has
// exactly as many hits as it has øre.
func TestEveryOreHasTheSameChance(t *testing.T) {
	amounts := items("0.07", "1.13", "-0.20", "0", "0.41", "0.01", "0.88")
	step := interval(big.NewInt(270), 4)
	hits := map[string]int{}
	for start := int64(1); start <= step.Int64(); start++ {
		s := &Sample{}
		s.choose(amounts, rungs{big.NewInt(start), step})
		for _, c := range s.Chosen {
			hits[c.Key] += c.Hits
		}
	}
	for _, it := range amounts {
		if got, want := int64(hits[it.Key]), it.book().Int64(); got != want {
			t.Errorf("%s of %d øre has %d hits over all starts", it.Key, want, got)
		}
	}
}

// TestSeedsSpreadEvenly draws with many seeds: how often an item is in follows its
// share of the interval.
func TestSeedsSpreadEvenly(t *testing.T) {
	from := items("100", "300", "50", "25", "525")
	const seeds = 4000
	in := map[string]int{}
	for i := range seeds {
		for _, c := range drawn(t, from, 2, strconv.Itoa(i)).Chosen {
			in[c.Key]++
		}
	}
	for i, want := range []int{20, 60, 10, 5, 100} { // per cent of the interval of 500
		got := in[from[i].Key]
		if off := got*100/seeds - want; off < -2 || off > 2 {
			t.Errorf("%s is in %d of %d, want about %d %%", from[i].Key, got, seeds, want)
		}
	}
	if in[from[4].Key] != seeds {
		t.Error("an item above the interval was left out")
	}
}

func TestSameSeedSameList(t *testing.T) {
	from := items("10", "20", "30", "40", "50", "60", "70", "80", "90", "100", "11", "12", "13")
	keys := func(s *Sample) string {
		out := s.Start.String()
		for _, c := range s.Chosen {
			out += " " + c.Key
		}
		return out
	}
	first := keys(drawn(t, from, 3, "a"))
	shuffled := slices.Clone(from)
	slices.Reverse(shuffled)
	if again := keys(drawn(t, shuffled, 3, "a")); again != first {
		t.Errorf("in another order: %s, not %s", again, first)
	}
	if other := keys(drawn(t, from, 3, "b")); other == first {
		t.Errorf("another seed gives the same list: %s", other)
	}
	s, _ := drawFrom(from, 3, "a", data[1:]+"0")
	if keys(s) == first {
		t.Error("other data give the same list")
	}
}

// TestEdges holds what has no list, and lists that hold everything.
func TestEdges(t *testing.T) {
	for name, from := range map[string][]Item{"none": nil, "zeros": items("0", "0.00", "-0.004")} {
		if s := drawn(t, from, 5, ""); len(s.Chosen) != 0 || s.Sum.Sign() != 0 {
			t.Errorf("%s: %+v", name, s)
		}
	}
	if s := drawn(t, items("0.005", "-0.005", "0.0049", "1.00", "1"), 999, ""); s.Sum.String() != "2.02" || len(s.Chosen) != 4 {
		t.Errorf("half an øre is no øre: %s, %d chosen", s.Sum, len(s.Chosen))
	}
	for _, size := range []int{0, -3} {
		if _, err := drawFrom(items("1"), size, "", data); err != ErrSize {
			t.Errorf("size %d: %v", size, err)
		}
	}
	all := drawn(t, items("0.01", "0.02", "100000.01"), 1<<62, "x")
	if len(all.Chosen) != 3 || !all.Chosen[0].Certain {
		t.Errorf("a sample larger than the sum in øre leaves items out: %+v", all.Chosen)
	}
	if s := drawn(t, items("0.02", "0.01"), 5, "x"); s.Hits != 3 || s.Interval.String() != "0.01" {
		t.Errorf("%d hits at every %s", s.Hits, s.Interval)
	}
}
