package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// abeCutKept asks about cuts that are not deducted, as the agency has chosen, and tells
// what that does to the amount: it may be right, and makes the amount larger by all of
// them. In a year of the reform it also asks where no cut is entered at all.
func (c *Case) abeCutKept() {
	t := c.Ledger.Bridge
	if t.CutDeducted || !c.balanced() {
		return
	}
	sum := c.cutsEntered()
	_, reform := c.Spec.AbeRate(c.Ledger.Year)
	words := []report.Arg{c.label("virksomhet", "trekk_rammekutt"), c.labelAs("tekst", "virksomhet", "uttak_tekst"), arg("belop", sum), arg("uten", t.Reallocable),
		arg("med", t.BeforeCut.Sub(sum).Max(report.Kroner{})), arg("aar", Year(c.Ledger.Year))}
	switch {
	case sum.Sign() > 0:
		c.find("B-002", "kept", report.Warning, c.Sub.Agency.DeductCut.At, words...)
	case reform && t.BeforeCut.Sign() > 0 && !c.cutAnswered():
		c.find("B-002", "kept_none", report.Warning, c.Sub.Agency.DeductCut.At, words...)
	}
}

// cutsEntered is the sum of the year's cuts in the frame, whether they are deducted or not.
func (c *Case) cutsEntered() report.Kroner {
	sum := c.generalCut()
	for _, cut := range c.Sub.Cuts {
		if ledger.OtherCut(&cut, c.Ledger.Year) && cut.Amount.OK() {
			sum = sum.Add(cut.Amount.Value)
		}
	}
	return sum
}
