package check

import (
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/near"
)

// offBaseline finds a gain that is computed from another state before the measure than
// the baseline says, or that is greater than all there was. Only units that speak of
// the same thing are compared.
func (c *Case) offBaseline(g *report.Gain) bool {
	base := g.BaseValue
	if !base.OK() || !g.BaseUnit.OK() {
		return false
	}
	column, before, more := "", report.Field[report.Kroner]{}, false
	switch method := g.Method.Value; {
	case method == "TID_VOLUM" && minutesEach(g.BaseUnit.Value):
		column, before = "enhet_for_min", g.MinutesBefore
	case method == "KRONER_DIFF" && kronerAYear(g.BaseUnit):
		column, before = "kostnad_for_kr", g.CostBefore
	case method == "FASTBELOP" && kronerAYear(g.BaseUnit):
		column, before, more = "belop_kr", g.Amount, true
	}
	variant := "baseline"
	switch {
	case !before.OK():
		return false
	case !c.far(before.Value, base.Value):
		if g.Method.Value == "TID_VOLUM" { // costs may be in the prices of another year than the baseline's
			c.besideBaseline(g, column, before)
		}
		return false
	case more && before.Value.Cmp(base.Value) <= 0:
		return false
	case more:
		variant = "beyond"
	}
	found := c.find("G-018", variant, report.Warning, before.At, arg("gevinst", g.ID.Value), c.label("gevinster", column),
		arg("er", report.Numeral(before.Value)), arg("nullpunkt", report.Numeral(base.Value)), arg("enhet", g.BaseUnit.Value))
	found.Related = []report.Place{c.Sub.Place(base.At)}
	return true
}

// besideBaseline informs of a state before the measure that is near the baseline, but not the
// one rounded: of many cases, a minute more is a large amount.
func (c *Case) besideBaseline(g *report.Gain, column string, before report.Field[report.Kroner]) {
	base := g.BaseValue
	if sameRounded(before.Value, base.Value) {
		return
	}
	found := c.find("G-018", "beside", report.Info, before.At, arg("gevinst", g.ID.Value), c.label("gevinster", column),
		arg("er", report.Numeral(before.Value)), arg("nullpunkt", report.Numeral(base.Value)), arg("enhet", g.BaseUnit.Value))
	found.Related = []report.Place{c.Sub.Place(base.At)}
}

// sameRounded tells whether one of two values is the other rounded to as many digits as the
// rounder of them has.
func sameRounded(a, b report.Kroner) bool {
	step := max(lastDigit(a), lastDigit(b))
	return a.Sub(b).Abs().Shift(-step).Mul(number(2)).Cmp(number(1)) <= 0
}

// lastDigit is the power of ten of the last digit that is not zero.
func lastDigit(k report.Kroner) int32 {
	if k.Sign() == 0 {
		return -maxDecimals
	}
	at := int32(-maxDecimals)
	for ; k.Shift(-at - 1).Decimal().IsInteger(); at++ {
	}
	return at
}

// maxDecimals is more decimals than anybody types.
const maxDecimals = 20

// minutesEach tells whether a unit is minutes for one of something, as a gain computed
// from hours has them: "minutter per søknad", but not "minutter per uke" or "i alt".
func minutesEach(unit string) bool {
	words := strings.Fields(near.Fold(unit))
	return len(words) > 0 && strings.HasPrefix(words[0], "min") && !slices.ContainsFunc(words, period)
}

// kronerAYear tells whether a unit is kroner for a year: "kroner i årlig leie", but not
// "kroner per brev" or "kroner i måneden".
func kronerAYear(unit report.Field[string]) bool {
	words := strings.FieldsFunc(near.Fold(unit.Value), func(r rune) bool { return r == ' ' || r == '/' || r == '.' })
	if !inKroner(unit) {
		return false
	}
	return len(words) == 1 || slices.ContainsFunc(words, func(w string) bool {
		return w == "år" || w == "året" || strings.HasPrefix(w, "årl") || strings.HasPrefix(w, "year") || strings.HasPrefix(w, "annual")
	})
}

// period tells whether a word names a time that something lasts or comes back in, or a sum.
func period(word string) bool {
	return slices.ContainsFunc([]string{"dag", "døgn", "uke", "veke", "måned", "månad", "kvartal", "år", "day", "week", "month", "quarter", "year", "annu", "alt", "sum", "total", "samlet", "samla"},
		func(w string) bool { return strings.HasPrefix(word, w) })
}
