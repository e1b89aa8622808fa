package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// eachDone calls judge for every gain line of an implemented measure.
func (c *Case) eachDone(judge func(*ledger.GainLine)) {
	for i := range c.Ledger.Gains {
		if line := &c.Ledger.Gains[i]; line.Measure != nil && ledger.Realised(line.Measure) {
			judge(line)
		}
	}
}

func gainID(line *ledger.GainLine) report.Arg { return arg("gevinst", line.Gain.ID.Value) }

// oldBaseline is how many years before the effect a baseline may have been measured and
// still tell how things were.
const oldBaseline = 10

// baselineFirst: G-004, the baseline was measured before the effect began.
func baselineFirst(c *Case) {
	noDate := map[*report.Measure]bool{}
	c.eachDone(func(line *ledger.GainLine) {
		from, base := line.Measure.EffectFrom, line.Gain.BaseDate
		switch {
		case !ledger.Priced(line.Gain):
		case from.Missing() && !noDate[line.Measure]:
			noDate[line.Measure] = true
			c.find("G-004", "effect", report.Error, from.At, c.label("tiltak", "effekt_fra"), arg("tiltak", line.Measure.ID.Value))
		case from.OK() && base.OK() && !base.Value.Before(from.Value):
			found := c.find("G-004", "", report.Error, base.At, gainID(line), arg("dato", base.Value), arg("effekt", from.Value))
			found.Related = []report.Place{c.Sub.Place(from.At)}
		case from.OK() && base.OK() && base.Value.Year < from.Value.Year-oldBaseline:
			found := c.find("G-004", "old", report.Warning, base.At, gainID(line), arg("dato", base.Value), arg("effekt", from.Value), arg("grense", oldBaseline))
			found.Related = []report.Place{c.Sub.Place(from.At)}
		}
	})
	c.baselineChanged()
}

// realisedTooEarly: G-013, a planned or stopped measure with a realised amount.
func realisedTooEarly(c *Case) {
	for i := range c.Ledger.Gains {
		line := &c.Ledger.Gains[i]
		if line.Measure == nil || !line.Measure.Status.OK() || ledger.Realised(line.Measure) {
			continue
		}
		g := line.Gain
		switch {
		case g.Amount.OK():
			c.tooEarly("", line, "belop_kr", g.Amount.At)
		case g.CostAfter.OK():
			c.tooEarly("operand", line, "kostnad_etter_kr", g.CostAfter.At)
		case g.MinutesAfter.OK():
			c.tooEarly("operand", line, "enhet_etter_min", g.MinutesAfter.At)
		}
	}
}

// tooEarly notes the field that speaks of a result.
func (c *Case) tooEarly(variant string, line *ledger.GainLine, column string, at report.At) {
	found := c.find("G-013", variant, report.Error, at, gainID(line), c.label("gevinster", column), c.labelAs("planlagt", "gevinster", "planlagt_kr"),
		arg("tiltak", line.Measure.ID.Value), arg("status", c.code("tiltak_status", line.Measure.Status.Value)))
	found.Related = []report.Place{c.Sub.Place(line.Measure.Status.At)}
}

// code is a code value as words for a sentence.
func (c *Case) code(list, value string) report.Words {
	for _, choice := range c.Spec.Codes[list] {
		if choice.Value == value {
			return choice.Label
		}
	}
	return report.Words{NB: value, NN: value, EN: value}
}

// extractionRate: G-008, outside 0–100, a fraction, or all freed time without man-years.
func extractionRate(c *Case) {
	hundred, one := report.MustKroner("100"), report.MustKroner("1")
	manYears := false
	for _, u := range c.Sub.Uses {
		manYears = manYears || u.Kind.Value == ledger.WorkingTime && u.ManYears.OK() && u.ManYears.Value.Sign() > 0
	}
	c.eachDone(func(line *ledger.GainLine) {
		f := line.Gain.ExtractionRate
		switch {
		case !f.OK():
		case f.Value.Sign() < 0 || f.Value.Cmp(hundred) > 0:
			c.find("G-008", "range", report.Error, f.At, gainID(line), arg("pst", report.Numeral(f.Value)))
			c.doubt(line.Gain, report.Error)
		case f.Value.Sign() > 0 && f.Value.Cmp(one) <= 0:
			severity := report.Warning
			if c.deviates(line) && !explained(line.Gain.Deviation) {
				severity = report.Error // in place of G-009, of which it is the cause
			}
			c.find("G-008", "fraction", severity, f.At, gainID(line), arg("pst", report.Numeral(f.Value)), arg("forslag", report.Numeral(f.Value.Shift(2))))
			c.doubt(line.Gain, severity)
		case f.Value.Cmp(hundred) == 0 && line.Gain.Class.Value == "ALTERNATIV" && !manYears:
			c.find("G-008", "all", report.Warning, f.At, gainID(line))
		}
	})
}
