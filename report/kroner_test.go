package report

import "testing"

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

func TestKronerString(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0.00", "884020": "884020.00", "-1.5": "-1.50", "0.125": "0.125", "1e3": "1000.00", "12.340": "12.34",
	} {
		if got := MustKroner(in).String(); got != want {
			t.Errorf("%s prints as %s, want %s", in, got, want)
		}
	}
}
