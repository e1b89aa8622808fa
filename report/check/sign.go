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
		if cut.Type.Value == "ANNET_RAMMEKUTT" && cut.Year.Value == c.Ledger.Year {
			c.negative("budsjettuttak", "belop_kr", cut.Amount)
		}
	}
}

func (c *Case) negative(sheet, column string, amount report.Field[report.Kroner]) {
	if amount.OK() && amount.Value.Sign() < 0 {
		c.find("N-006", "", report.Warning, amount.At, c.label(sheet, column), arg("belop", amount.Value))
	}
}
