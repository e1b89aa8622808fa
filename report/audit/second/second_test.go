package second_test

import (
	"bytes"
	"context"
	"math/big"
	"testing"

	"gevinst/report"
	"gevinst/report/audit/second"
	"gevinst/report/check"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
	"gevinst/templates"
)

func spec(t *testing.T) *report.Spec {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	return sets[0]
}

// computed is a workbook by both paths.
func computed(t *testing.T, file []byte) (*check.Outcome, *second.Result) {
	t.Helper()
	draft, found, err := workbook.Read(context.Background(), "x.xlsx", bytes.NewReader(file), int64(len(file)), []*report.Spec{spec(t)})
	if err != nil {
		t.Fatal(err)
	}
	book, err := second.Read(file, spec(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	result, err := second.Compute(book, spec(t))
	if err != nil {
		t.Fatal(err)
	}
	return check.Run(draft, found, check.Options{}), result
}

// TestBothPathsAgree compares every figure of the example agency. audit does the
// same for every case of the rules.
func TestBothPathsAgree(t *testing.T) {
	agree(t, booktest.Demo(t, workbook.Order{Rows: 4}, nil))
}

func agree(t *testing.T, file []byte) {
	t.Helper()
	outcome, result := computed(t, file)
	ours := result.Entries()
	n := 0
	for e := range outcome.Ledger.Entries() {
		n++
		want, ok := ours[e.Key]
		if !ok {
			t.Errorf("the second path has no %s = %s", e.Key, e.Amount)
			continue
		}
		got, _ := new(big.Rat).SetString(e.Amount.Decimal().String())
		if !second.Same(got, want) {
			t.Errorf("%s is %s, the second path says %s", e.Key, e.Amount, want.FloatString(24))
		}
	}
	if n != len(ours) {
		t.Errorf("the ledger has %d figures, the second path %d", n, len(ours))
	}
}

// TestNumber takes a cell at the fifteen digits that a spreadsheet keeps, and
// nothing that is no plain number.
func TestNumber(t *testing.T) {
	for raw, want := range map[string]string{
		"0": "0/1", "480.5": "961/2", "-1.5E3": "-1500/1", "1E-7": "1/10000000", " 42 ": "42/1",
		"78.459999999999994": "3923/50", "1234567.8949999999": "246913579/200", "0.1": "1/10", "123456789012345678": "123456789012346000/1",
		"-0": "0/1", "-0.00": "0/1", "42000.0": "42000/1", "0.005": "1/200", "\u00a042\u00a0": "42/1", "42\u00a0000": "", "42\u202f000": "", "42 000": "", "−42": "", "+42": "42/1", "42.": "42/1", ".5": "",
		"9999999999999995": "10000000000000000/1", "-0.30000000000000004": "-3/10", "": "", "1,5": "", "0x10": "", "1/2": "", "Inf": "", "1E999": "",
	} {
		got := ""
		if x := second.Number(raw); x != nil {
			got = x.String()
		}
		if got != want {
			t.Errorf("%q is %q, want %q", raw, got, want)
		}
	}
}

// TestPrinted sets figures as the tables do.
func TestPrinted(t *testing.T) {
	for _, c := range []struct {
		x    string
		show second.Show
		lang string
		want string
	}{
		{"884020", second.Thousands, "nb", "884"}, {"884500", second.Thousands, "nb", "885"}, {"-884500", second.Thousands, "nn", "−885"},
		{"3948040", second.Thousands, "nb", "3\u00a0948"}, {"3948040", second.Thousands, "en", "3,948"}, {"499.99", second.Thousands, "nb", "0,5"},
		{"-40", second.Thousands, "en", "−0.04"}, {"0.01", second.Thousands, "nb", "0"}, {"0.05", second.Thousands, "nb", "0,0001"}, {"0", second.Thousands, "nb", "0"},
		{"42000", second.Exact, "nb", "42\u00a0000"}, {"0.75", second.Exact, "nb", "0,75"}, {"1/3", second.Exact, "en", "0.333333333333333333333333"},
		{"999500", second.Thousands, "nb", "1\u00a0000"}, {"999499.99", second.Thousands, "nb", "999"}, {"-0.01", second.Thousands, "nb", "0"}, {"-0.05", second.Thousands, "nb", "−0,0001"},
		{"0.005", second.Kroner, "nb", "0,01"}, {"-0.005", second.Kroner, "nb", "−0,01"}, {"0.004999", second.Kroner, "nb", "0,00"}, {"-0.004999", second.Kroner, "nb", "0,00"},
		{"1234.5", second.Kroner, "nb", "1\u00a0234,50"}, {"999999.995", second.Kroner, "en", "1,000,000.00"}, {"1234.00", second.Kroner, "nb", "1\u00a0234"},
		{"-0.04", second.OneDecimal, "nb", "0,0"}, {"0.05", second.OneDecimal, "nb", "0,1"}, {"2.005", second.ManYears, "nb", "2,005"}, {"1.50", second.Exact, "nb", "1,5"},
		{"0.385", second.ManYears, "nb", "0,385"}, {"2", second.ManYears, "nb", "2,00"}, {"-6.25", second.OneDecimal, "nb", "−6,3"},
	} {
		x, _ := new(big.Rat).SetString(c.x)
		if got := second.Printed(x, c.show, c.lang); got != c.want {
			t.Errorf("%s is printed %q, want %q", c.x, got, c.want)
		}
	}
	if got := second.Printed(nil, second.Thousands, "nb"); got != second.Sign {
		t.Errorf("what does not exist is printed %q", got)
	}
}

// TestSame forgives nothing but what decimals cannot show.
func TestSame(t *testing.T) {
	for _, c := range []struct {
		reported, exact string
		want            bool
	}{
		{"0.5", "1/2", true}, {"0.500000000000000000000001", "1/2", false}, {"0.333333333333333333333333", "1/3", true},
		{"480.505", "480.5", false}, {"480.50", "961/2", true}, {"-0.00", "0", true}, {"0", "1/1000000000000000000000000", false},
		{"0.333333333333333333333334", "1/3", true}, {"0.333333333333333333333332", "1/3", false}, {"0.333333333333333333333335", "1/3", false}, {"0.33333333333333333333333", "1/3", false}, {"1", "-1", false},
	} {
		reported, _ := new(big.Rat).SetString(c.reported)
		exact, _ := new(big.Rat).SetString(c.exact)
		if second.Same(reported, exact) != c.want {
			t.Errorf("%s for %s: not %t", c.reported, c.exact, c.want)
		}
	}
}
