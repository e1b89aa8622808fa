package report

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Quotients are the only amounts that may not fit in finitely many decimals.
// They are carried to guardPlaces decimals, and every comparison, rounding and
// print first settles the amount at settledPlaces, so that three thirds are a
// whole and a half is a half. The package's own constants are used because
// decimal.DivisionPrecision is a variable that anybody may change.
const (
	guardPlaces   = 40
	settledPlaces = 24
)

// Kroner is an exact amount. Unless a name says otherwise it is in Norwegian
// kroner; hours, index ratios and man-years in a ledger use the same arithmetic
// and say so in their Unit. The zero Kroner is 0.
type Kroner struct{ d decimal.Decimal }

// KronerOf takes a decimal as an amount.
func KronerOf(d decimal.Decimal) Kroner { return Kroner{d} }

// ParseKroner reads a plain decimal literal, "1234.50". It knows no group marks.
func ParseKroner(s string) (Kroner, error) {
	d, err := decimal.NewFromString(s)
	return Kroner{d}, err
}

// MustKroner is ParseKroner for literals in code and tests; it panics on a slip.
func MustKroner(s string) Kroner { return Kroner{decimal.RequireFromString(s)} }

// Add is k + o.
func (k Kroner) Add(o Kroner) Kroner { return Kroner{k.d.Add(o.d)} }

// Sub is k − o.
func (k Kroner) Sub(o Kroner) Kroner { return Kroner{k.d.Sub(o.d)} }

// Mul is k × o, exact.
func (k Kroner) Mul(o Kroner) Kroner { return Kroner{k.d.Mul(o.d)} }

// Quo is k ÷ o to 40 decimals, half away from zero. Multiply before you divide.
// A zero divisor is a mistake of the caller and panics.
func (k Kroner) Quo(o Kroner) Kroner { return Kroner{k.d.DivRound(o.d, guardPlaces)} }

// Percent is k × pst ÷ 100, exact.
func (k Kroner) Percent(pst Kroner) Kroner { return Kroner{k.d.Mul(pst.d).Shift(-2)} }

// Compact is k in as little memory as it takes: a result of arithmetic keeps
// room that a workbook of 100,000 gains would miss.
func (k Kroner) Compact() Kroner {
	if c := k.d.Coefficient(); c.IsInt64() {
		return Kroner{decimal.New(c.Int64(), k.d.Exponent())}
	}
	return k
}

// Neg is −k.
func (k Kroner) Neg() Kroner { return Kroner{k.d.Neg()} }

// Abs is k without its sign.
func (k Kroner) Abs() Kroner { return Kroner{k.d.Abs()} }

// Cmp is −1, 0 or 1 as k is less than, equal to or greater than o.
func (k Kroner) Cmp(o Kroner) int { return k.settled().Cmp(o.settled()) }

// Sign is −1, 0 or 1.
func (k Kroner) Sign() int { return k.settled().Sign() }

// Max is the greater of k and o.
func (k Kroner) Max(o Kroner) Kroner {
	if k.Cmp(o) < 0 {
		return o
	}
	return k
}

// Min is the lesser of k and o.
func (k Kroner) Min(o Kroner) Kroner {
	if k.Cmp(o) > 0 {
		return o
	}
	return k
}

// Round is k to so many decimals, half away from zero; −3 rounds to thousands.
func (k Kroner) Round(places int32) Kroner {
	d := k.settled()
	drop := -d.Exponent() - places
	if drop <= 0 {
		return Kroner{d}
	}
	if drop < int32(len(powers)) && d.NumDigits() <= wordDigits {
		return Kroner{decimal.New(quoHalfAway(d.CoefficientInt64(), powers[drop]), -places)}
	}
	return Kroner{d.Round(places)}
}

// wordDigits is how many digits surely fit a machine word, where rounding needs
// no big integers.
const wordDigits = 18

// powers is the powers of ten that rounding meets.
var powers = [...]int64{1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
	10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000}

// quoHalfAway is n ÷ by to a whole number, half away from zero.
func quoHalfAway(n, by int64) int64 {
	q, r := n/by, n%by
	switch {
	case r >= by-r:
		return q + 1
	case -r >= by+r:
		return q - 1
	default:
		return q
	}
}

// Shift moves the decimal point: Shift(-3) is k in thousands, exact.
func (k Kroner) Shift(places int32) Kroner { return Kroner{k.d.Shift(places)} }

// StringFixed is k with so many decimals (none or more), half away from zero, and
// a full stop: "884020.00".
func (k Kroner) StringFixed(places int32) string {
	d := k.Round(places).d
	down := places + d.Exponent()
	if down >= int32(len(powers)) || d.NumDigits()+int(down) > wordDigits {
		return d.StringFixed(places)
	}
	n := d.CoefficientInt64() * powers[down]
	if places <= 0 {
		return strconv.FormatInt(n, 10)
	}
	return pointed(n, int(places))
}

// pointed is n with a full stop before its last so many digits.
func pointed(n int64, places int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	digits := strconv.FormatInt(n, 10)
	if short := places + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	whole := len(digits) - places
	return sign + digits[:whole] + "." + digits[whole:]
}

// Decimal is the amount as a decimal, settled at 24 decimals.
func (k Kroner) Decimal() decimal.Decimal { return k.settled() }

// String is the exact amount with a full stop and at least two decimals,
// "884020.00"; more stand only where the amount has more, at most 24.
func (k Kroner) String() string {
	d := k.settled()
	s := d.String()
	if places := len(s) - 1 - lastDot(s); lastDot(s) < 0 || places < 2 {
		return d.StringFixed(2)
	}
	return s
}

// MarshalText writes the amount as String does, so that JSON holds it as a string.
func (k Kroner) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what MarshalText wrote: digits with a sign and a full stop at
// most. An exponent, with which a few letters ask for a gigabyte of zeros, is refused,
// and so are more digits than what a few cells multiply to: they take minutes to read.
func (k *Kroner) UnmarshalText(b []byte) error {
	const most = 4 * 32767 // letters that a cell holds
	if len(b) > most {
		return fmt.Errorf("a number of %d digits", len(b))
	}
	if strings.Trim(string(b), "-.0123456789") != "" {
		return errors.New("not a plain decimal number: " + strconv.Quote(string(b)))
	}
	v, err := ParseKroner(string(b))
	*k = v
	return err
}

func (k Kroner) settled() decimal.Decimal {
	if k.d.Exponent() >= -settledPlaces {
		return k.d
	}
	return k.d.Round(settledPlaces)
}

func lastDot(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '.' {
			return i
		}
	}
	return -1
}
