package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// noneImplemented: T-001, at least one implemented measure, or a text why none.
func noneImplemented(c *Case) {
	for i := range c.Sub.Measures {
		if m := &c.Sub.Measures[i]; ledger.Realised(m) || !m.Status.OK() {
			return // a status that is missing or unreadable may be what is asked for
		}
	}
	if !explained(c.Sub.Agency.WhyNoneDone) {
		c.find("T-001", "", report.Error, c.Sub.Agency.WhyNoneDone.At, c.label("virksomhet", "ingen_iverksatte_begrunnelse"))
	}
}

// nonePlanned: T-002, at least one planned measure, or a text why none.
func nonePlanned(c *Case) {
	for _, m := range c.Sub.Measures {
		if m.Status.Value == "PLANLAGT" || !m.Status.OK() {
			return
		}
	}
	if !explained(c.Sub.Agency.WhyNonePlanned) {
		c.find("T-002", "", report.Error, c.Sub.Agency.WhyNonePlanned.At, c.label("virksomhet", "ingen_planlagte_begrunnelse"))
	}
}

// noneDigital: T-004, no digital measure in the whole workbook.
func noneDigital(c *Case) {
	for _, m := range c.Sub.Measures {
		if m.Kind.Value == "DIGITALISERING" || !m.Kind.OK() {
			return
		}
	}
	if len(c.Sub.Measures) > 0 {
		c.find("T-004", "", report.Warning, c.Sub.Measures[0].Kind.At)
	}
}

// measureDates looks at the dates of the measures.
func (c *Case) measureDates() {
	year := c.Ledger.Year
	for i := range c.Sub.Measures {
		m := &c.Sub.Measures[i]
		done := ledger.Realised(m)
		switch {
		case done && m.Start.OK() && m.Start.Value.Year > year:
			c.find("T-006", "later", report.Error, m.Start.At, arg("tiltak", m.ID.Value), arg("dato", m.Start.Value), arg("aar", Year(year)))
		case done && m.EffectFrom.OK() && m.EffectFrom.Value.Year > year:
			c.find("T-006", "effect", report.Error, m.EffectFrom.At, arg("tiltak", m.ID.Value), arg("dato", m.EffectFrom.Value), arg("aar", Year(year)))
		case m.Status.Value == "PLANLAGT" && m.Start.OK() && m.Start.Value.Year < year:
			c.find("T-006", "planned", report.Warning, m.Start.At, arg("tiltak", m.ID.Value), arg("dato", m.Start.Value))
		case m.Start.OK() && m.EffectFrom.OK() && m.EffectFrom.Value.Before(m.Start.Value):
			found := c.find("T-006", "order", report.Error, m.EffectFrom.At, arg("tiltak", m.ID.Value), arg("dato", m.EffectFrom.Value), arg("start", m.Start.Value))
			found.Related = []report.Place{c.Sub.Place(m.Start.At)}
		}
	}
}

// grantLimits: T-008, a grant above the limits of the year the project began. A
// limit that no source confirms never warns.
func grantLimits(c *Case) {
	c.financingUnknown()
	c.coFinanced()
	c.costNowhere()
	c.costsBeyondProject()
	for i := range c.Sub.Measures {
		m := &c.Sub.Measures[i]
		c.grantIdle(m)
		if !ledger.CoFinanced(m) || !m.Grant.OK() || !m.Cost.OK() {
			continue
		}
		c.grantExceeds(m)
		year := c.Ledger.Year
		if m.Start.OK() {
			year = m.Start.Value.Year
		}
		if terms, ok := c.Spec.CoFinanceTerm(year); ok {
			c.withinTerms(m, terms)
		}
	}
}

// financingUnknown finds measures whose gains count while nobody says how they
// were paid for: they are computed as not co-financed, which flatters the amount.
func (c *Case) financingUnknown() {
	told := map[*report.Measure]bool{}
	for i := range c.Ledger.Gains {
		line := &c.Ledger.Gains[i]
		if line.Counts() && line.Measure.Finance.Missing() && !told[line.Measure] {
			told[line.Measure] = true
			c.find("T-008", "blank", report.Warning, line.Measure.Finance.At, c.label("tiltak", "finansiering"), arg("tiltak", line.Measure.ID.Value))
		}
	}
}

// grantIdle finds a grant of a measure that is not said to be co-financed: no share of
// its gain is deducted then, and the grant is not printed. None at all may be a zero.
func (c *Case) grantIdle(m *report.Measure) {
	if !m.Grant.OK() || m.Grant.Value.Sign() == 0 || m.Finance.State == report.Bad || ledger.CoFinanced(m) {
		return
	}
	found := c.find("T-008", "unused", report.Warning, m.Grant.At, c.label("tiltak", "finansiering"), arg("tiltak", m.ID.Value), arg("belop", m.Grant.Value))
	found.Related = []report.Place{c.Sub.Place(m.Finance.At)}
	c.leave(1)
}

// grantExceeds finds a grant larger than all that the project cost: no terms of any year
// allow that, so it needs neither the year nor a source that confirms its limits.
func (c *Case) grantExceeds(m *report.Measure) {
	if m.Cost.Value.Sign() > 0 && m.Grant.Value.Cmp(m.Cost.Value) > 0 {
		found := c.find("T-008", "exceeds", report.Warning, m.Grant.At, arg("tiltak", m.ID.Value), arg("belop", m.Grant.Value), arg("kostnad", m.Cost.Value))
		found.Related = []report.Place{c.Sub.Place(m.Cost.At)}
	}
}

func (c *Case) withinTerms(m *report.Measure, t report.CoFinanceTerm) {
	severity := report.Warning
	if !c.Spec.Sources[t.Source].Verified {
		severity = report.Info
	}
	over := func(variant string, f report.Field[report.Kroner], limit report.Kroner, broken int) {
		if limit.Sign() > 0 && f.Value.Cmp(limit) == broken {
			c.find("T-008", variant, severity, f.At, arg("tiltak", m.ID.Value), arg("belop", f.Value), arg("grense", limit))
		}
	}
	over("grant", m.Grant, t.MaxGrant, 1)
	over("small", m.Cost, t.MinProject, -1)
	over("large", m.Cost, t.MaxProject, 1)
	if m.Grant.Value.Cmp(m.Cost.Value) <= 0 { // more than all of it has been found
		over("share", m.Grant, m.Cost.Value.Percent(t.MaxPst), 1)
	}
}

// withoutGain: G-001, an implemented measure without a gain line.
func withoutGain(c *Case) {
	has := make(map[string]bool, len(c.Sub.Gains))
	for i := range c.Sub.Gains {
		has[c.Sub.Gains[i].Measure.Value] = true
	}
	for i := range c.Sub.Measures {
		if m := &c.Sub.Measures[i]; ledger.Realised(m) && m.ID.OK() && !has[m.ID.Value] {
			c.find("G-001", "", report.Warning, m.ID.At, arg("tiltak", m.ID.Value))
		}
	}
}
