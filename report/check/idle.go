package check

import (
	"slices"

	"gevinst/report"
	"gevinst/report/ledger"
)

// operand is a filled field of a gain, and whether a figure or the text needs it.
type operand struct {
	column string
	at     report.At
	used   bool
}

// operandsIdle: G-017, a field is filled in that the gain's own choices leave unused.
// It enters no figure and is not printed, so nobody would miss it, and the choice may
// be the slip.
func operandsIdle(c *Case) {
	for i := range c.Ledger.Gains {
		line := &c.Ledger.Gains[i]
		g := line.Gain
		switch {
		case line.Measure == nil || !line.Measure.Status.OK():
		case !ledger.Realised(line.Measure):
			c.idle(report.Info, "waiting", waiting(g), gainID(line), arg("tiltak", line.Measure.ID.Value),
				arg("status", c.code("tiltak_status", line.Measure.Status.Value)), c.labelAs("planlagt", "gevinster", "planlagt_kr"))
		case g.Class.OK() && g.Method.OK():
			c.idle(report.Warning, "unused", c.operands(g), gainID(line),
				arg("klasse", c.code("gevinstklasse", g.Class.Value)), arg("metode", c.code("metode", g.Method.Value)))
		}
	}
}

// idle makes one finding of the operands that are not used, and takes their cells out
// of those that are counted as used.
func (c *Case) idle(severity report.Severity, variant string, all []operand, words ...report.Arg) {
	all = slices.DeleteFunc(all, func(o operand) bool { return o.used || !o.at.OK() })
	if len(all) == 0 {
		return
	}
	var labels []report.Words
	for _, o := range all {
		labels = append(labels, c.Spec.Sheet("gevinster").Column(o.column).Label)
	}
	found := c.find("G-017", variant, severity, all[0].at, append(words, arg("felt", labels))...)
	for _, o := range all[1:] {
		found.More = append(found.More, c.Sub.Place(o.at))
	}
	c.leave(len(all))
}

// leave counts filled cells of the form as left unused.
func (c *Case) leave(n int) {
	c.Sub.Counts.Used -= n
	c.Sub.Counts.Unused += n
}

// operands is what the gain of an implemented measure is computed from, and the other
// fields that only some gains need. A price year that is the report year says what
// holds anyway.
func (c *Case) operands(g *report.Gain) []operand {
	priced := ledger.Priced(g) && g.Method.Value != "IKKE_KR"
	own := priced && ledger.Own(g)
	time, diff, fixed := priced && g.Method.Value == "TID_VOLUM", priced && g.Method.Value == "KRONER_DIFF", priced && g.Method.Value == "FASTBELOP"
	return []operand{
		{"prisaar", g.PriceYear.At, diff || fixed || g.PriceYear.Value == c.Ledger.Year},
		{"volum", g.Volume.At, time},
		{"enhet_for_min", g.MinutesBefore.At, time},
		{"enhet_etter_min", g.MinutesAfter.At, time},
		{"timekostnad_kr", g.HourlyCost.At, time},
		{"kostnad_for_kr", g.CostBefore.At, diff},
		{"kostnad_etter_kr", g.CostAfter.At, diff},
		{"belop_kr", g.Amount.At, fixed},
		{"uttaksgrad_pst", g.ExtractionRate.At, own},
		{"varig_driftskostnad_kr", g.RunningCost.At, own},
		{"helaarseffekt_kr", g.FullYear.At, own && g.Duration.Value != "ENGANGS"},
		{"planlagt_kr", g.Planned.At, ledger.Priced(g)},
		{"foert_tidligere_kr", g.Earlier.At, own},
		{"kvalitet_for", g.QualityBefore.At, !ledger.Priced(g)},
		{"kvalitet_etter", g.QualityAfter.At, !ledger.Priced(g)},
	}
}

// waiting is what a gain may have been given too early. What the measure is to be held
// against is filled in before it begins, and what speaks of a result is G-013's.
func waiting(g *report.Gain) []operand {
	return []operand{
		{"volum", g.Volume.At, false},
		{"timekostnad_kr", g.HourlyCost.At, false},
		{"uttaksgrad_pst", g.ExtractionRate.At, false},
		{"varig_driftskostnad_kr", g.RunningCost.At, false},
		{"helaarseffekt_kr", g.FullYear.At, false},
		{"foert_tidligere_kr", g.Earlier.At, false},
	}
}
