package report

import (
	"bytes"
	"testing"
)

func TestThreeThirdsAreAWhole(t *testing.T) {
	third := MustKroner("500").Quo(MustKroner("3"))
	sum := third.Add(third).Add(third)
	if sum.Cmp(MustKroner("500")) != 0 {
		t.Errorf("3 × 500/3 is %s", sum)
	}
	if got := sum.Round(-3).String(); got != "1000.00" {
		t.Errorf("500 rounds to %s thousands, want away from zero", got)
	}
}

// TestSettling holds what is compared and printed to 24 decimals, half away from
// zero: a third falls short of its whole, two thirds go beyond theirs.
func TestSettling(t *testing.T) {
	one, three := MustKroner("1"), MustKroner("3")
	if third := one.Quo(three); third.Add(third).Add(third).Cmp(one) != 0 {
		t.Error("three thirds are not one")
	}
	for in, want := range map[string]string{
		"0.0000000000000000000000005":  "0.000000000000000000000001",
		"-0.0000000000000000000000005": "-0.000000000000000000000001",
		"0.00000000000000000000000049": "0.00",
	} {
		if got := MustKroner(in).String(); got != want {
			t.Errorf("%s settles at %s, want %s", in, got, want)
		}
	}
}

func TestKronerString(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0.00", "884020": "884020.00", "-1.5": "-1.50", "0.125": "0.125", "1e3": "1000.00", "12.340": "12.34",
	} {
		if got := MustKroner(in).String(); got != want {
			t.Errorf("%s prints as %s, want %s", in, got, want)
		}
	}
}

// TestRoundAgreesWithDecimal holds the quick way of rounding to the library's
// own, on both sides of every half and of a machine word.
func TestRoundAgreesWithDecimal(t *testing.T) {
	for _, s := range []string{"0", "0.5", "-0.5", "0.49", "1.5", "-2.5", "499.99", "500", "-500", "-499.995", "1499.5", "999999999999999.995",
		"123456789012345678901234567890.5", "-99999999999999999.5", "9223372036854775807", "0.000000000000000000000005", "884020", "-1174020.50",
		"1e15", "-1e16", "123456789012345678", "0.123456789012345678", "999.9999999999999999"} {
		for places := int32(-6); places <= 16; places++ {
			k := MustKroner(s)
			if got, want := k.Round(places).Decimal(), k.Decimal().Round(places); !got.Equal(want) {
				t.Errorf("%s to %d places: %s, not %s", s, places, got, want)
			}
			if got, want := k.StringFixed(max(places, 0)), k.Decimal().StringFixed(max(places, 0)); got != want {
				t.Errorf("%s with %d decimals: %s, not %s", s, places, got, want)
			}
		}
	}
}

// TestUnmarshalTextTakesWhatCellsMultiplyTo: four full cells, and not a digit more.
func TestUnmarshalTextTakesWhatCellsMultiplyTo(t *testing.T) {
	var k Kroner
	digits := bytes.Repeat([]byte("7"), 4*32767)
	if err := k.UnmarshalText(digits); err != nil || k.Sign() != 1 {
		t.Errorf("what four cells multiply to is refused: %v", err)
	}
	if err := k.UnmarshalText(append(digits, '7')); err == nil {
		t.Error("more digits than four cells hold are read")
	}
}

// TestUnmarshalTextTakesNoExponent: a report that was tampered with must not ask for
// a gigabyte of zeros.
func TestUnmarshalTextTakesNoExponent(t *testing.T) {
	var k Kroner
	if err := k.UnmarshalText([]byte("-884020.50")); err != nil || k.String() != "-884020.50" {
		t.Errorf("%s, %v", k, err)
	}
	for _, s := range []string{"1e9", "1E9", "", "0x10", "1_000", "+1"} {
		if err := k.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q was taken for %s", s, k)
		}
	}
}
