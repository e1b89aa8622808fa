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
	first, copied := map[baseline]*report.Gain{}, map[figuresOf]*report.Gain{}
	c.eachDone(func(line *ledger.GainLine) {
		if !ledger.Own(line.Gain) {
			return
		}
		if !c.sameBaseTwice(line, first) {
			c.copiedGain(line, copied)
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
func (c *Case) copiedGain(line *ledger.GainLine, first map[figuresOf]*report.Gain) {
	g := line.Gain
	if line.Gross == nil || line.Gross.Sign() <= 0 {
		return
	}
	key := figuresOf{method: g.Method.Value, base: g.BaseDate.Value, measured: g.MeasuredOn.Value}
	for i, f := range []report.Field[report.Kroner]{g.BaseValue, g.Volume, g.MinutesBefore, g.MinutesAfter, g.CostBefore, g.CostAfter, g.Amount} {
		if f.OK() {
			key.operands[i] = f.Value.String()
		}
	}
	other, twice := first[key]
	if !twice {
		first[key] = g
		return
	}
	found := c.find("G-011", "copy", report.Warning, g.ID.At, gainID(line), arg("annen", other.ID.Value), arg("tiltak", other.Measure.Value))
	found.Related = []report.Place{c.Sub.Place(other.ID.At)}
}

// rowsTwice finds a one-off cost or a cut of the year that stands on two rows, word for
// word: it is deducted twice.
func (c *Case) rowsTwice() {
	type row struct{ sheet, measure, kind, words, amount string }
	first := map[row]report.At{}
	look := func(key row, amount report.Field[report.Kroner]) {
		key.amount = amount.Value.String()
		if at, twice := first[key]; twice {
			found := c.find("G-011", "row", report.Warning, amount.At, arg("belop", amount.Value), arg("forste", c.Sub.Place(at).Ref()))
			found.Related = []report.Place{c.Sub.Place(at)}
			return
		}
		first[key] = amount.At
	}
	for _, o := range c.Sub.OneOffs {
		if o.Year.Value == c.Ledger.Year && o.Amount.OK() && o.Amount.Value.Sign() != 0 {
			look(row{sheet: "engangskostnader", measure: o.Measure.Value, words: near.Fold(o.Kind.Value)}, o.Amount)
		}
	}
	for _, b := range c.Sub.Cuts {
		if b.Year.Value == c.Ledger.Year && b.Amount.OK() && b.Amount.Value.Sign() != 0 {
			look(row{sheet: "budsjettuttak", measure: b.Measure.Value, kind: b.Type.Value, words: near.Fold(b.Basis.Value)}, b.Amount)
		}
	}
}
