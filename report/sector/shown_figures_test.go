package sector_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// nothing is what a cell shows where there is no value.
const nothing = "–"

// grouped is a decimal literal as Norwegian prints it.
func grouped(literal string) string {
	whole, fraction, some := strings.Cut(strings.TrimPrefix(literal, "-"), ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + " " + whole[at:]
	}
	if strings.HasPrefix(literal, "-") {
		whole = "−" + whole
	}
	if some {
		whole += "," + fraction
	}
	return whole
}

// thousands is an amount in 1000 kroner, with decimals only where it would otherwise
// look like nothing.
func thousands(r *big.Rat) string {
	if r == nil {
		return nothing
	}
	for places := range 5 {
		if s := new(big.Rat).Quo(r, big.NewRat(1000, 1)).FloatString(places); strings.Trim(s, "-0.") != "" {
			return grouped(s)
		}
	}
	return "0"
}

// kroner is an amount with the decimals it has.
func kroner(r *big.Rat) string {
	if r.IsInt() {
		return grouped(r.FloatString(0))
	}
	return grouped(r.FloatString(2))
}

// plain is a number with the decimals it has and no zeros after them.
func plain(r *big.Rat) string {
	if r.IsInt() {
		return grouped(r.FloatString(0))
	}
	return grouped(strings.TrimRight(r.FloatString(8), "0"))
}

// parsed reads a figure of a table back.
func parsed(s string) *big.Rat {
	if s == nothing {
		return new(big.Rat)
	}
	return rat(strings.NewReplacer(" ", "", "−", "-", ",", ".").Replace(s))
}

// word is a value of JSON as words, "" where it is not there.
func word(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

// sum adds what is there; nil where nothing is.
func sum(values ...any) *big.Rat {
	var total *big.Rat
	for _, v := range values {
		if word(v) == "" {
			continue
		}
		if total == nil {
			total = new(big.Rat)
		}
		total.Add(total, rat(v))
	}
	return total
}

func negative(r *big.Rat) *big.Rat { return new(big.Rat).Neg(r) }

// day is an ISO day as a table shows it.
func day(iso string) string {
	if len(iso) != len("2018-12-31") {
		return nothing
	}
	return iso[8:] + "." + iso[5:7] + "." + iso[:4]
}

// list is names in a sentence, of many the first five.
func list(names []string) string {
	const named = 5
	if more := len(names) - named; more > 1 {
		names = append(slices.Clone(names[:named]), fmt.Sprint(more, " andre virksomheter"))
	}
	return and(names)
}

func and(names []string) string {
	switch last := len(names) - 1; {
	case last < 0:
		return nothing
	case last == 0:
		return names[0]
	default:
		return strings.Join(names[:last], ", ") + " og " + names[last]
	}
}

// alike is words without case and spare spaces.
func alike(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// label is a code in words.
func label(code string) string {
	return map[string]string{
		"BUDSJETT": "Egen budsjettvirkning", "ALTERNATIV": "Alternativ anvendelse (frigjort tid)", "ANDRE_OFF": "Prissatt nytte i resten av offentlig sektor",
		"NAERING_INNB": "Prissatt nytte for innbyggere og næringsliv", "DIGITAL": "Digital", "DELVIS": "Delvis digital", "IKKE_DIGITAL": "Ikke digital",
		"BEHOLDES": "Beholdes", "REDESIGN": "Redesignes", "FORENKLES": "Forenkles", "BORTFALLER": "Bortfaller", "JA": "Ja", "NEI": "Nei",
		"INGEN": "Ingen endring i gang", "VURDERES": "Vurderes", "FORESLATT": "Foreslått", "VEDTATT": "Vedtatt",
		"STRATEGI": "Strategi", "HANDLINGSPLAN": "Handlingsplan", "VEIKART": "Veikart", "ANNET": "Annet", "": nothing,
	}[code]
}
