package second

import (
	"math/big"
	"regexp"
	"strings"
	"time"
)

var literal = regexp.MustCompile(`^[+-]?[0-9]{1,30}(\.[0-9]{0,60})?([eE][+-]?[0-9]{1,2})?$`)

// Number is the value of a number cell at the fifteen significant digits that a
// spreadsheet keeps; nil where the text is no plain number.
func Number(raw string) *big.Rat {
	raw = trim(raw)
	if !literal.MatchString(raw) {
		return nil
	}
	x, ok := new(big.Rat).SetString(raw)
	if !ok || x.Sign() == 0 {
		return x
	}
	const digits = 15
	unit := big.NewRat(1, 1)
	ten, least := big.NewRat(10, 1), pow10(digits-1)
	scaled := new(big.Rat).Abs(x)
	for scaled.Cmp(least) < 0 { // at least fifteen digits before the point
		scaled.Mul(scaled, ten)
		unit.Quo(unit, ten)
	}
	for scaled.Cmp(pow10(digits)) >= 0 {
		scaled.Quo(scaled, ten)
		unit.Mul(unit, ten)
	}
	return new(big.Rat).Mul(wholes(new(big.Rat).Quo(x, unit)), unit)
}

func pow10(n int) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil))
}

// wholes is x to a whole number, half away from zero.
func wholes(x *big.Rat) *big.Rat {
	n := new(big.Rat).Abs(x)
	n.Add(n, big.NewRat(1, 2))
	out := new(big.Rat).SetInt(new(big.Int).Quo(n.Num(), n.Denom()))
	if x.Sign() < 0 {
		out.Neg(out)
	}
	return out
}

// whole is a whole number, 0 where the cell holds none.
func whole(raw string) int {
	x := Number(raw)
	if x == nil || !x.IsInt() || !x.Num().IsInt64() {
		return 0
	}
	return int(x.Num().Int64())
}

// yearOf is the year of a date: a day's serial, or ISO 8601. It is 0 where the
// cell holds no date.
func (b *Book) yearOf(raw string) int {
	raw = trim(raw)
	if day, _, _ := strings.Cut(raw, "T"); len(day) == len(time.DateOnly) {
		if t, err := time.Parse(time.DateOnly, day); err == nil {
			return t.Year()
		}
	}
	x := Number(raw)
	if x == nil || x.Sign() <= 0 {
		return 0
	}
	days := int(new(big.Int).Quo(x.Num(), x.Denom()).Int64())
	from := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case b.Date1904:
		from = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 60: // before the 29 February 1900 that never was
		from = from.AddDate(0, 0, 1)
	}
	return from.AddDate(0, 0, days).Year()
}

// spaces are what people and programs leave around a value without meaning it.
const spaces = " \t\r\n\u00a0\u202f\u2009\u200b\ufeff"

func trim(s string) string { return strings.Trim(s, spaces) }

// plain is a text without letter case and runs of spaces, as headings and codes are compared.
func plain(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// visible is a text as it is printed: without what cannot be seen.
func visible(s string) string {
	return trim(strings.Map(func(r rune) rune {
		switch {
		case r >= '\t' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\ufeff':
			return -1
		default:
			return r
		}
	}, s))
}
