package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
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
	return !ledger.Own(line.Gain) || line.Gain.Duration.Value != "VARIG" || line.Gain.FullYear.OK()
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

// wild tells whether an amount is over double or under half of what was expected, or a
// gain where a loss was expected or the other way about, and so much that it changes the
// agency's result: small gains may well double.
func wild(is, expected report.Kroner) bool {
	if is.Sub(expected).Abs().Cmp(report.MustKroner("100000")) < 0 {
		return false
	}
	if is.Sign() != expected.Sign() {
		return true
	}
	is, expected = is.Abs(), expected.Abs()
	return is.Cmp(expected.Add(expected)) > 0 || is.Add(is).Cmp(expected) < 0
}
