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
		}
	})
}

// realisedTooEarly: G-013, a planned or stopped measure with a realised amount.
func realisedTooEarly(c *Case) {
	for i := range c.Ledger.Gains {
		line := &c.Ledger.Gains[i]
		if line.Measure == nil || !line.Measure.Status.OK() || ledger.Realised(line.Measure) {
			continue
		}
		g := line.Gain
		for _, f := range []report.Field[report.Kroner]{g.Amount, g.CostAfter, g.MinutesAfter} {
			if f.OK() {
				found := c.find("G-013", "", report.Error, f.At, gainID(line), arg("tiltak", line.Measure.ID.Value),
					arg("status", c.code("tiltak_status", line.Measure.Status.Value)))
				found.Related = []report.Place{c.Sub.Place(line.Measure.Status.At)}
				break
			}
		}
	}
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

// indexMissing: G-014, another price year without an index row for both years.
func indexMissing(c *Case) {
	if !c.dated() {
		return
	}
	years := map[int]bool{}
	for _, p := range c.Sub.Index {
		if p.Year.OK() && p.Index.OK() && p.Index.Value.Sign() > 0 {
			years[p.Year.Value] = true
		}
	}
	c.eachDone(func(line *ledger.GainLine) {
		f := line.Gain.PriceYear
		uses := line.Gain.Method.Value == "KRONER_DIFF" || line.Gain.Method.Value == "FASTBELOP"
		if !f.OK() || f.Value == c.Ledger.Year || !uses {
			return
		}
		for _, year := range []int{f.Value, c.Ledger.Year} {
			if !years[year] {
				c.find("G-014", "", report.Error, f.At, gainID(line), arg("prisaar", Year(f.Value)), arg("mangler", Year(year)))
				return
			}
		}
	})
}

// extractionRate: G-008, outside 0–100, a fraction, or all freed time without man-years.
func extractionRate(c *Case) {
	hundred, one := report.MustKroner("100"), report.MustKroner("1")
	manYears := false
	for _, u := range c.Sub.Uses {
		manYears = manYears || u.Kind.Value == ledger.WorkingTime && u.ManYears.OK()
	}
	c.eachDone(func(line *ledger.GainLine) {
		f := line.Gain.ExtractionRate
		switch {
		case !f.OK():
		case f.Value.Sign() < 0 || f.Value.Cmp(hundred) > 0:
			c.find("G-008", "range", report.Error, f.At, gainID(line), arg("pst", f.Value))
		case f.Value.Sign() > 0 && f.Value.Cmp(one) <= 0:
			c.find("G-008", "fraction", report.Warning, f.At, gainID(line), arg("pst", f.Value), arg("forslag", f.Value.Shift(2)))
		case f.Value.Cmp(hundred) == 0 && line.Gain.Class.Value == "ALTERNATIV" && !manYears:
			c.find("G-008", "all", report.Warning, f.At, gainID(line))
		}
	})
}

// deviationUnexplained: G-009, realised differs from plan by more than the limit
// and nobody says why.
func deviationUnexplained(c *Case) {
	c.eachDone(func(line *ledger.GainLine) {
		real := line.Realised()
		if real == nil || line.Planned == nil || line.Gain.Deviation.OK() {
			return
		}
		limit := line.Planned.Abs().Percent(c.parameter("deviation_pst"))
		if real.Sub(*line.Planned).Abs().Cmp(limit) > 0 {
			found := c.find("G-009", "", report.Error, line.Gain.Deviation.At, gainID(line),
				arg("planlagt", *line.Planned), arg("realisert", *real), arg("grense", c.parameter("deviation_pst")))
			found.Related = []report.Place{c.Sub.Place(line.Gain.Planned.At)}
		}
	})
}

// countedAgain: G-010, a permanent gain that counts as new once more.
func countedAgain(c *Case) {
	if !c.dated() {
		return
	}
	last := c.lastYearsGains()
	c.eachDone(func(line *ledger.GainLine) {
		g := line.Gain
		if !ledger.Own(g) || line.Taken == nil || g.Earlier.State == report.Bad {
			return
		}
		was, counted := last[g.ID.Value]
		switch {
		case counted && g.Duration.Value == "VARIG" && (g.Earlier.Missing() || g.Earlier.Value.Cmp(was) < 0):
			c.find("G-010", "previous", report.Error, g.Earlier.At, gainID(line), arg("belop", was), arg("aar", Year(c.Previous.Ledger.Year)))
		case g.Earlier.Missing() && line.Measure.EffectFrom.OK() && line.Measure.EffectFrom.Value.Year < c.Ledger.Year:
			found := c.find("G-010", "blank", report.Error, g.Earlier.At, gainID(line),
				c.label("gevinster", "foert_tidligere_kr"), arg("dato", line.Measure.EffectFrom.Value))
			found.Related = []report.Place{c.Sub.Place(line.Measure.EffectFrom.At)}
		}
	})
}

// lastYearsGains is what last year's ledger counted of each permanent gain.
func (c *Case) lastYearsGains() map[string]report.Kroner {
	all := map[string]report.Kroner{}
	if c.Previous == nil {
		return all
	}
	for i := range c.Previous.Ledger.Gains {
		line := &c.Previous.Ledger.Gains[i]
		if line.Counts() && line.Gain.Duration.Value == "VARIG" && line.Net.Sign() > 0 {
			all[line.Gain.ID.Value] = *line.Net
		}
	}
	return all
}
