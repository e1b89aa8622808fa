package check

import (
	"slices"

	"gevinst/report"
	"gevinst/report/ledger"
)

// coFinanced looks at what a measure that is said to be co-financed should have: a grant,
// and gains that pay it back.
func (c *Case) coFinanced() {
	lines := map[*report.Measure][]*report.Gain{}
	for i := range c.Ledger.Gains {
		line := &c.Ledger.Gains[i]
		lines[line.Measure] = append(lines[line.Measure], line.Gain)
	}
	for i := range c.Sub.Measures {
		m := &c.Sub.Measures[i]
		if !ledger.CoFinanced(m) {
			continue
		}
		if m.Grant.OK() && m.Grant.Value.Sign() == 0 {
			c.find("T-008", "zero", report.Warning, m.Grant.At, c.label("tiltak", "medfin_tilsagn_kr"), arg("tiltak", m.ID.Value))
		}
		c.paysBack(m, lines[m])
	}
}

// paysBack finds an implemented measure none of whose gains has a share to deduct. Its
// gains may stand on another measure; where it has priced gains, they may be for others.
func (c *Case) paysBack(m *report.Measure, gains []*report.Gain) {
	if !ledger.Realised(m) || len(gains) == 0 || slices.ContainsFunc(gains, ledger.Own) {
		return // without any gain it is G-001's
	}
	severity := report.Warning
	if slices.ContainsFunc(gains, ledger.Priced) {
		severity = report.Info
	}
	c.find("T-008", "nogain", severity, m.Finance.At, arg("tiltak", m.ID.Value))
}

// costNowhere: T-008, a project that cost something took effect in the year, and no
// one-off cost of it is entered: nothing of it is deducted. Its grant may have paid it. A
// row of any year will do here; whether the year can be right is costsElsewhere's.
func (c *Case) costNowhere() {
	if !c.dated() {
		return
	}
	entered := map[string]bool{}
	for _, o := range c.Sub.OneOffs {
		entered[o.Measure.Value] = true
	}
	for i := range c.Sub.Measures {
		m := &c.Sub.Measures[i]
		began := m.Start.OK() && m.Start.Value.Year == c.Ledger.Year || m.EffectFrom.OK() && m.EffectFrom.Value.Year == c.Ledger.Year
		if ledger.Realised(m) && began && m.Cost.OK() && m.Cost.Value.Sign() > 0 && !entered[m.ID.Value] {
			variant := "nocost"
			if !ledger.CoFinanced(m) {
				variant = "nocost_own" // no grant can have paid it
			}
			c.find("T-008", variant, report.Info, m.Cost.At, arg("tiltak", m.ID.Value), arg("belop", m.Cost.Value))
		}
	}
}
