package text

import (
	"fmt"
	"strconv"
	"strings"

	"gevinst/report"
)

// The signs of figures in a Norwegian text.
const (
	noBreak = "\u00a0" // between groups of three and before a unit
	minus   = "\u2212"
	none    = "–" // an empty cell, which is not zero
)

var (
	one   = report.MustKroner("1")
	rough = report.MustKroner("100000")
)

// None is the sign of a value that does not exist.
func (v *Voice) None() string { return none }

// Int groups a whole number in threes; a year is better said with strconv.
func (v *Voice) Int(n int) string { return v.figure(strconv.Itoa(n)) }

// Count is a number of things in running text, where two to twelve are said in
// words. One has the gender of its noun, and is said by the sentence's own twin.
type Count int

// Count is the number in a word: "fire", "13".
func (v *Voice) Count(n Count) string {
	if key := "number." + strconv.Itoa(int(n)); v.Has(key) {
		return v.Say(key)
	}
	return v.Int(int(n))
}

// whole is the number of an argument that is a whole number of things.
func whole(value any) (int, bool) {
	switch n := value.(type) {
	case int:
		return n, true
	case Count:
		return int(n), true
	default:
		return 0, false
	}
}

// finite is how many decimals a figure that somebody typed may have, which is never
// rounded; what has more is a quotient, and gets two.
const finite = 15

// Kroner is an amount in kroner with the decimals it has, none where it is
// whole, at least two otherwise: "884 020", "480,50", "0,125". No unit.
func (v *Voice) Kroner(k report.Kroner) string {
	switch {
	case k.Round(0).Cmp(k) == 0:
		return v.Fixed(k, 0)
	case k.Round(2).Cmp(k) == 0 || k.Round(finite).Cmp(k) != 0:
		return v.Fixed(k, 2)
	default:
		return v.Short(k)
	}
}

// Numeral is a number that is no amount, with the decimals it has: "0,008", "80".
func (v *Voice) Numeral(k report.Kroner) string {
	if k.Round(finite).Cmp(k) != 0 {
		k = k.Round(2)
	}
	return v.Short(k)
}

// Money is an amount with its unit for running text: "884 020 kroner", "1 krone".
func (v *Voice) Money(k report.Kroner) string {
	if k.Abs().Cmp(one) == 0 {
		return v.Say("money.one", report.Arg{Name: "amount", Value: k})
	}
	return v.Say("money", report.Arg{Name: "amount", Value: k})
}

// Rough is an amount to one decimal of a million, for captions: "0,9 millioner
// kroner". An amount below 100 000 kroner is said as Money says it.
func (v *Voice) Rough(k report.Kroner) string {
	if k.Abs().Cmp(rough) < 0 {
		return v.Money(k)
	}
	millions := k.Shift(-6).Round(1)
	key := "money.millions"
	if millions.Abs().Cmp(one) == 0 {
		key = "money.million"
	}
	return v.Say(key, report.Arg{Name: "amount", Value: v.Short(millions)})
}

// RoughPair is two amounts that a sentence compares, as Rough says them, where that
// tells them apart; else both to the krone and øre: different amounts never look alike,
// and what one is more than the other can be checked.
func (v *Voice) RoughPair(a, b report.Kroner) (string, string) {
	ra, rb := v.Rough(a), v.Rough(b)
	if a.Cmp(b) != 0 && ra == rb || a.Abs().Cmp(rough) < 0 || b.Abs().Cmp(rough) < 0 {
		return v.Money(a), v.Money(b)
	}
	return ra, rb
}

// WithUnit is a figure with its unit as a ledger names it: "884 020 kr", "NOK 884,020",
// "9 100 timer". The figure alone, where the unit is unknown.
func (v *Voice) WithUnit(figure, unit string) string {
	switch {
	case v.Has("unit." + unit + ".figure"): // the unit may stand before
		return v.Say("unit."+unit+".figure", report.Arg{Name: "n", Value: figure})
	case v.Has("unit." + unit):
		return figure + noBreak + v.Say("unit."+unit)
	default:
		return figure
	}
}

// Percent is a number of percent with at most one decimal: "80 %", "−6,3 %".
func (v *Voice) Percent(pst report.Kroner) string {
	return v.Say("percent", report.Arg{Name: "n", Value: v.Short(pst.Round(1))})
}

// Rate is a number of percent with every decimal it has: "0,75 %".
func (v *Voice) Rate(pst report.Kroner) string {
	return v.Say("percent", report.Arg{Name: "n", Value: v.Short(pst)})
}

// Hours is a number of hours with at most one decimal: "9 100 timer".
func (v *Voice) Hours(h report.Kroner) string {
	return v.counted("hours", h.Round(1))
}

// ManYears is a number of man-years with at most two decimals: "0,39 årsverk".
func (v *Voice) ManYears(n report.Kroner) string {
	return v.counted("manyears", n.Round(2))
}

func (v *Voice) counted(key string, n report.Kroner) string {
	if n.Abs().Cmp(one) == 0 {
		key += ".one"
	}
	return v.Say(key, report.Arg{Name: "amount", Value: v.Short(n)})
}

// List joins items as a sentence does: "a", "a og b", "a, b og c".
func (v *Voice) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + v.Say("and") + " " + items[last]
}

// Fixed is an exact number with so many decimals, half away from zero.
func (v *Voice) Fixed(k report.Kroner, places int32) string {
	return v.figure(k.StringFixed(places))
}

// Short is an exact number with the decimals it has and no zeros after them.
func (v *Voice) Short(k report.Kroner) string { return v.figure(k.Decimal().String()) }

// Date is a date in tables, "06.01.2016"; in English "6 Jan 2016" is avoided for
// "2016-01-06", which every reader takes alike.
func (v *Voice) Date(d report.Date) string {
	if v.lang == report.EN {
		return d.String()
	}
	iso := d.String()
	if len(iso) != len("2016-01-06") {
		return iso
	}
	return iso[8:] + "." + iso[5:7] + "." + iso[:4]
}

// LongDate is a date in running text, "6. januar 2016".
func (v *Voice) LongDate(d report.Date) string {
	month := v.Say("month." + strconv.Itoa(d.Month))
	if v.lang == report.EN {
		return fmt.Sprintf("%d%s%s%s%d", d.Day, noBreak, month, noBreak, d.Year)
	}
	return fmt.Sprintf("%d.%s%s%s%d", d.Day, noBreak, month, noBreak, d.Year)
}

// OrgNr is an organisation number in groups of three, "123 456 785".
func (v *Voice) OrgNr(s string) string {
	if len(s) != 9 {
		return s
	}
	return s[:3] + noBreak + s[3:6] + noBreak + s[6:]
}

// figure sets a plain decimal literal in the language's manner. Four digits
// are grouped too, so that columns agree.
func (v *Voice) figure(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = minus, s[1:]
	}
	whole, part, _ := strings.Cut(s, ".")
	if strings.Trim(whole+part, "0") == "" {
		sign = ""
	}
	var room [64]byte
	out := append(room[:0], sign...)
	for i, digit := range []byte(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out = append(out, v.groupMark()...)
		}
		out = append(out, digit)
	}
	if part != "" {
		out = append(append(out, v.decimalMark()...), part...)
	}
	return string(out)
}

func (v *Voice) groupMark() string {
	if v.lang == report.EN {
		return ","
	}
	return noBreak
}

func (v *Voice) decimalMark() string {
	if v.lang == report.EN {
		return "."
	}
	return ","
}
