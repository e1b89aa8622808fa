package second

import (
	"math/big"
	"strings"
)

// Show is how a table prints a figure.
type Show uint8

// The ways of printing a figure.
const (
	Thousands Show = iota // in 1000 kroner, whole, but never as zero what is not zero
	Exact                 // with the decimals it has
	ManYears              // with two decimals, or all it has where those are not the whole truth
	OneDecimal
	Kroner // whole, or with two decimals
)

// Sign is what a table prints for a figure that does not exist.
const Sign = "–"

// Printed is a figure as a table in a language prints it: "nb", "nn" or "en".
func Printed(x *big.Rat, show Show, lang string) string {
	if x == nil {
		return Sign
	}
	switch show {
	case Thousands:
		return thousands(x, lang)
	case ManYears:
		if rounded(x, 2).Cmp(x) == 0 {
			return figure(x, 2, lang)
		}
	case OneDecimal:
		return figure(x, 1, lang)
	case Kroner:
		if x.IsInt() {
			return figure(x, 0, lang)
		}
		return figure(x, 2, lang)
	}
	places := 0
	for places < settled && rounded(x, places).Cmp(x) != 0 {
		places++
	}
	return figure(x, places, lang)
}

// thousands takes as many decimals, up to four, as it needs not to say zero.
func thousands(x *big.Rat, lang string) string {
	const most = 4
	x = times(x, big.NewRat(1, 1000))
	for places := range most + 1 {
		if rounded(x, places).Sign() != 0 {
			return figure(x, places, lang)
		}
	}
	return figure(new(big.Rat), 0, lang)
}

// rounded is x to so many decimals, half away from zero.
func rounded(x *big.Rat, places int) *big.Rat {
	unit := pow10(places)
	return new(big.Rat).Quo(wholes(new(big.Rat).Mul(x, unit)), unit)
}

// figure sets digits in groups of three, with the marks of the language.
func figure(x *big.Rat, places int, lang string) string {
	group, point := "\u00a0", ","
	if lang == "en" {
		group, point = ",", "."
	}
	x = rounded(x, places)
	whole, part, _ := strings.Cut(new(big.Rat).Abs(x).FloatString(places), ".")
	out := ""
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out += group
		}
		out += string(digit)
	}
	if part != "" {
		out += point + part
	}
	if x.Sign() < 0 {
		return "\u2212" + out
	}
	return out
}
