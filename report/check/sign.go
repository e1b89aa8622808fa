package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// negativeDeduction: N-006, a cost, a cut or a use with a minus sign. The form
// subtracts these itself: typed with the sign that accounts often have, they add
// to the reallocatable amount instead. A correction may be meant, so it only asks.
func negativeDeduction(c *Case) {
	c.eachDone(func(line *ledger.GainLine) {
		if line.Counts() {
			c.negative("gevinster", "varig_driftskostnad_kr", line.Gain.RunningCost)
		}
	})
	for _, o := range c.Sub.OneOffs {
		if o.Year.Value == c.Ledger.Year {
			c.negative("engangskostnader", "belop_kr", o.Amount)
		}
	}
	c.negativeCuts()
	c.negativeOperands()
	for _, u := range c.Sub.Uses {
		if u.Amount.OK() && u.Amount.Value.Sign() < 0 {
			c.find("N-006", "use", report.Warning, u.Amount.At, arg("linje", u.ID.Value), arg("belop", u.Amount.Value))
		}
	}
}

// negativeCuts looks only at what is deducted.
func (c *Case) negativeCuts() {
	if !c.Ledger.Bridge.CutDeducted {
		return
	}
	for _, a := range c.Sub.Budget {
		c.negative("bevilgning", "abe_kutt_kr", a.AbeCut)
	}
	for _, cut := range c.Sub.Cuts {
		if ledger.OtherCut(&cut, c.Ledger.Year) {
			c.negative("budsjettuttak", "belop_kr", cut.Amount)
		}
	}
}

// negativeOperands looks at what a gain is computed from. What was reported earlier is
// subtracted, and so is the cost after; a volume or a time below zero is a slip that
// another one may hide.
func (c *Case) negativeOperands() {
	for i := range c.Sub.Gains {
		g := &c.Sub.Gains[i]
		c.negative("gevinster", "foert_tidligere_kr", g.Earlier)
		for _, f := range []struct {
			column string
			field  report.Field[report.Kroner]
		}{
			{"volum", g.Volume}, {"enhet_for_min", g.MinutesBefore}, {"enhet_etter_min", g.MinutesAfter},
			{"timekostnad_kr", g.HourlyCost}, {"kostnad_for_kr", g.CostBefore}, {"kostnad_etter_kr", g.CostAfter},
		} {
			if f.field.OK() && f.field.Value.Sign() < 0 {
				c.find("N-006", "operand", report.Error, f.field.At, c.label("gevinster", f.column), arg("gevinst", g.ID.Value), arg("belop", f.field.Value))
			}
		}
	}
}

func (c *Case) negative(sheet, column string, amount report.Field[report.Kroner]) {
	if amount.OK() && amount.Value.Sign() < 0 {
		c.find("N-006", "", report.Warning, amount.At, c.label(sheet, column), arg("belop", amount.Value))
	}
}
