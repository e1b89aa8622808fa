package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/near"
)

type baseline struct{ measure, unit, evidence string }

// doubleCount: G-011, two of the agency's own gains from one baseline, or from the same
// figures under another name, and the same cost or cut on two rows.
func doubleCount(c *Case) {
	first, copied, same := map[baseline]*report.Gain{}, map[figuresOf]*report.Gain{}, map[amountOf][]*ledger.GainLine{}
	c.eachDone(func(line *ledger.GainLine) {
		if !ledger.Own(line.Gain) {
			return
		}
		if !c.sameBaseTwice(line, first) && !c.copiedGain(line, copied) {
			c.sameAmount(line, same)
		}
	})
	c.rowsTwice()
}

// sameBaseTwice finds a gain that rests on the baseline of another.
func (c *Case) sameBaseTwice(line *ledger.GainLine, first map[baseline]*report.Gain) bool {
	g := line.Gain
	if !g.BaseUnit.OK() || !g.BaseEvidence.OK() {
		return false
	}
	key := baseline{g.Measure.Value, near.Fold(g.BaseUnit.Value), near.Fold(g.BaseEvidence.Value)}
	other, twice := first[key]
	if !twice {
		first[key] = g
		return false
	}
	found := c.find("G-011", "", report.Warning, g.BaseEvidence.At, gainID(line), arg("annen", other.ID.Value), arg("tiltak", g.Measure.Value))
	found.Related = []report.Place{c.Sub.Place(other.BaseEvidence.At)}
	return true
}

// figuresOf is what a gain is computed from, with the days it was measured on. Two gains
// may well be of the same round amount; that they share all this is no coincidence.
type figuresOf struct {
	method         string
	operands       [7]string
	base, measured report.Date
}

// copiedGain finds a gain with the figures of another: a row copied to another measure
// or with another source, which counts once more.
func (c *Case) copiedGain(line *ledger.GainLine, first map[figuresOf]*report.Gain) bool {
	g := line.Gain
	if line.Gross == nil || line.Gross.Sign() <= 0 {
		return false
	}
	key := reckoned(g)
	key.base, key.measured = g.BaseDate.Value, g.MeasuredOn.Value
	other, twice := first[key]
	if !twice {
		first[key] = g
		return false
	}
	found := c.find("G-011", "copy", report.Warning, g.ID.At, gainID(line), arg("annen", other.ID.Value), arg("tiltak", other.Measure.Value))
	found.Related = []report.Place{c.Sub.Place(other.ID.At)}
	return true
}

// reckoned is what a gain is computed from, without the days.
func reckoned(g *report.Gain) figuresOf {
	key := figuresOf{method: g.Method.Value}
	for i, f := range []report.Field[report.Kroner]{g.BaseValue, g.Volume, g.MinutesBefore, g.MinutesAfter, g.CostBefore, g.CostAfter, g.Amount} {
		if f.OK() {
			key.operands[i] = f.Value.String()
		}
	}
	return key
}

// amountOf is what two rows share that may be of one gain, told twice: the amount in steps of
// what may lie between the two.
type amountOf struct {
	measure, class string
	step           int64
}

// apart is how many kroner the same gain, told twice, may differ by: a rounding, or a krone
// that makes the copy look like another. Large amounts of two gains are hardly ever so near.
const apart = 10

// sameAmount finds a large gain of the amount of another of its measure and class: its
// figures under another name, source and day, or the same saving reckoned another way. By
// one way from other figures it is another saving.
func (c *Case) sameAmount(line *ledger.GainLine, first map[amountOf][]*ledger.GainLine) {
	g := line.Gain
	if line.Gross == nil || line.Gross.Cmp(report.MustKroner("100000")) < 0 {
		return
	}
	step := line.Gross.Quo(number(apart)).Decimal().IntPart()
	for at := step - 1; at <= step+1; at++ {
		for _, other := range first[amountOf{g.Measure.Value, g.Class.Value, at}] {
			if nearly(*line.Gross, *other.Gross) && (g.Method.Value != other.Gain.Method.Value || alikeFigures(g, other.Gain)) {
				found := c.find("G-011", "near", report.Warning, g.ID.At, gainID(line), arg("annen", other.Gain.ID.Value), arg("tiltak", g.Measure.Value),
					arg("belop", *line.Gross), arg("mot", *other.Gross))
				found.Related = []report.Place{c.Sub.Place(other.Gain.ID.At)}
				return
			}
		}
	}
	if key := (amountOf{g.Measure.Value, g.Class.Value, step}); len(first[key]) < crowd {
		first[key] = append(first[key], line)
	}
}

// nearly tells whether two amounts may be one that was told twice.
func nearly(a, b report.Kroner) bool { return a.Sub(b).Abs().Cmp(number(apart)) <= 0 }

// alikeFigures tells whether two gains are reckoned one way from the same figures, or from
// amounts that are nearly the same. The baseline tells of the state before, not of the gain.
func alikeFigures(a, b *report.Gain) bool {
	type field = report.Field[report.Kroner]
	same := func(x, y field) bool { return x.OK() == y.OK() && x.Value.Cmp(y.Value) == 0 }
	near := func(x, y field) bool { return x.OK() == y.OK() && nearly(x.Value, y.Value) }
	return same(a.Volume, b.Volume) && same(a.MinutesBefore, b.MinutesBefore) && same(a.MinutesAfter, b.MinutesAfter) &&
		near(a.CostBefore, b.CostBefore) && near(a.CostAfter, b.CostAfter) && near(a.Amount, b.Amount)
}
