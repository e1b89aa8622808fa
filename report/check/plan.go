package check

import (
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/near"
)

// deviationUnexplained: G-009, realised differs from plan by more than the limit
// and nobody says why. What is explained is asked about all the same where it is wild:
// words that fit a delay would otherwise cover a slip of any size.
func deviationUnexplained(c *Case) {
	c.eachDone(func(line *ledger.GainLine) {
		real, said, doubt := line.Realised(), explained(line.Gain.Deviation), c.doubted[line.Gain]
		switch {
		case real == nil || doubt == report.Error:
		case c.deviates(line) && !said:
			c.unexplained(line, *real)
		case doubt != 0:
		case line.Gain.Planned.Missing() && !(said && c.fullYearTells(line)):
			c.find("G-009", "unplanned", report.Warning, line.Gain.Planned.At, gainID(line), arg("realisert", *real), c.label("gevinster", "planlagt_kr"))
		case line.Gain.Planned.Missing() && unbounded(line.Gain) && real.Sign() > 0:
			found := c.find("G-009", "oneoff", report.Info, line.Gain.Planned.At, gainID(line), arg("realisert", *real))
			found.Related = []report.Place{c.Sub.Place(line.Gain.Deviation.At)}
		case line.Planned != nil && wild(*real, *line.Planned):
			c.wildDeviation(line, *real)
		}
	})
}

// unexplained blocks. Of a plan of nothing no result is so many per cent.
func (c *Case) unexplained(line *ledger.GainLine, real report.Kroner) {
	variant := ""
	if line.Planned.Sign() == 0 {
		variant = "nothing"
	}
	found := c.find("G-009", variant, report.Error, line.Gain.Deviation.At, gainID(line), c.label("gevinster", "avvik_forklaring"),
		arg("planlagt", *line.Planned), arg("realisert", real), arg("grense", report.Numeral(c.parameter("deviation_pst"))))
	found.Related = []report.Place{c.Sub.Place(line.Gain.Planned.At)}
}

// fullYearTells tells whether the full-year effect, or that there is none, holds a gain
// that nobody planned.
func (c *Case) fullYearTells(line *ledger.GainLine) bool {
	return !ledger.Own(line.Gain) || unbounded(line.Gain) || line.Gain.FullYear.OK()
}

// unbounded tells whether an own gain is for once, so that no full-year effect says what it
// should be where no plan does.
func unbounded(g *report.Gain) bool { return ledger.Own(g) && g.Duration.Value != "VARIG" }

// plannedAfterwards notes a gain that came out to the øre as planned, and all the same has
// an explanation: the plan may have been made the result. The field is also where other
// findings ask why, so it runs after all the rules.
func (c *Case) plannedAfterwards() {
	asked := map[report.Place]bool{} // rows
	for _, f := range c.findings {
		for _, at := range append([]report.Place{f.Place}, f.Related...) {
			asked[report.Place{Sheet: at.Sheet, Row: at.Row}] = true
		}
	}
	c.eachDone(func(line *ledger.GainLine) {
		g, real, at := line.Gain, line.Realised(), c.Sub.Place(line.Gain.Planned.At)
		equal := real != nil && real.Sign() > 0 && line.Planned != nil && real.Cmp(*line.Planned) == 0
		if !equal || asked[report.Place{Sheet: at.Sheet, Row: at.Row}] || !explained(g.Deviation) || saysAsPlanned(g.Deviation.Value) {
			return
		}
		found := c.find("G-009", "equal", report.Info, g.Planned.At, gainID(line), arg("realisert", *real), c.label("gevinster", "avvik_forklaring"))
		found.Related = []report.Place{c.Sub.Place(g.Deviation.At)}
	})
}

// saysAsPlanned tells whether words begin by saying that there is no deviation.
func saysAsPlanned(words string) bool {
	first, _, _ := strings.Cut(near.Fold(words), ".")
	return slices.ContainsFunc([]string{"ingen avvik", "ikke avvik", "ikkje avvik", "ikke noe avvik", "ikkje noko avvik", "uten avvik", "utan avvik", "ingen endring", "inga endring",
		"som planlagt", "som planlagd", "som forventet", "som venta", "som ventet", "etter plan", "i tråd med", "i samsvar med", "i henhold til plan", "no deviation", "as planned", "as expected", "according to plan", "in line with"},
		func(phrase string) bool { return strings.Contains(first, phrase) })
}

// wildDeviation asks about a deviation that words alone would cover. Where the plan or the
// result is a loss, or nothing, neither is so many times the other.
func (c *Case) wildDeviation(line *ledger.GainLine, real report.Kroner) {
	variant := "above"
	switch {
	case line.Planned.Sign() <= 0 || real.Sign() < 0:
		variant = "apart"
	case real.Cmp(*line.Planned) < 0:
		variant = "below"
	}
	found := c.find("G-009", variant, report.Warning, line.Gain.Planned.At, gainID(line), arg("planlagt", *line.Planned), arg("realisert", real), arg("avvik", real.Sub(*line.Planned).Abs()))
	found.Related = []report.Place{c.Sub.Place(line.Gain.Deviation.At)}
}

// deviates tells whether a gain came out further from its plan than needs no words.
func (c *Case) deviates(line *ledger.GainLine) bool {
	real := line.Realised()
	return real != nil && line.Planned != nil && c.far(*real, *line.Planned)
}

// far tells whether an amount is further from what was expected than needs no words.
func (c *Case) far(is, expected report.Kroner) bool {
	return is.Sub(expected).Abs().Cmp(expected.Abs().Percent(c.parameter("deviation_pst"))) > 0
}

// wild tells whether an amount is double or half of what was expected or further off, as
// a whole year's gain is beside that of half a year, or a gain where a loss was expected or
// the other way about, and so much that it changes the agency's result: small gains may
// well double.
func wild(is, expected report.Kroner) bool {
	if is.Sub(expected).Abs().Cmp(report.MustKroner("100000")) < 0 {
		return false
	}
	if is.Sign() != expected.Sign() {
		return true
	}
	is, expected = is.Abs(), expected.Abs()
	return is.Cmp(expected.Add(expected)) >= 0 || is.Add(is).Cmp(expected) <= 0
}
