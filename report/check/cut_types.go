package check

import (
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/near"
)

// cutTypes looks at what a cut of the year says beside its type, since the type decides
// whether it is deducted: another cut is, and the one for co-financing is not, as its share
// was deducted the year the gain was first reported.
func (c *Case) cutTypes() {
	for i := range c.Sub.Cuts {
		cut := &c.Sub.Cuts[i]
		if !c.dated() || cut.Year.Value != c.Ledger.Year || !cut.Amount.OK() || cut.Amount.Value.Sign() <= 0 || !c.Ledger.Bridge.CutDeducted {
			continue
		}
		m := c.measures[cut.Measure.Value]
		switch {
		case ledger.OtherCut(cut, c.Ledger.Year) && c.looksCoFinancing(cut, m):
			c.find("B-001", "deducted", report.Warning, cut.Amount.At, arg("belop", cut.Amount.Value))
		case cut.Type.Value != "MEDFINANSIERING":
		case namesReform(cut.Basis.Value):
			c.find("B-001", "reform", report.Warning, cut.Type.At, arg("belop", cut.Amount.Value), arg("funnet", shorten(cut.Basis.Value)))
		case m != nil && m.Finance.OK() && !ledger.CoFinanced(m) && c.firstCoFinanced().Row > 0: // without one, the obligation is zero
			found := c.find("B-001", "measure", report.Warning, cut.Type.At, arg("belop", cut.Amount.Value), arg("tiltak", m.ID.Value))
			found.Related = []report.Place{c.Sub.Place(m.Finance.At)}
		case !namesCoFinancing(cut.Basis.Value) && names(cut.Basis.Value, "rammekutt", "rammetrekk", "rammereduksjon") && c.firstCoFinanced().Row > 0:
			found := c.find("B-001", "framed", report.Info, cut.Type.At, arg("belop", cut.Amount.Value), arg("funnet", shorten(cut.Basis.Value)))
			found.Related = []report.Place{c.Sub.Place(cut.Basis.At)}
		case cut.Measure.Missing() && !namesCoFinancing(cut.Basis.Value) && c.firstCoFinanced().Row > 0:
			c.find("B-001", "unnamed", report.Info, cut.Type.At, arg("belop", cut.Amount.Value))
		}
	}
}

// namesCoFinancing tells whether words speak of the arrangement or of who runs it.
func namesCoFinancing(words string) bool {
	return names(words, "medfin", "cofinanc", "difi", "digdir", "digitaliseringsdirektorat")
}

// looksCoFinancing tells whether another cut in the frame is the one for co-financing: it is
// called so, stands on a co-financed measure, or is as large as what the gains imply while no
// such cut is entered. Transfers to the agency that gives the grants have other reasons too,
// so its name alone says it only where a measure is co-financed.
func (c *Case) looksCoFinancing(cut *report.BudgetCut, m *report.Measure) bool {
	given := c.firstCoFinanced().Row > 0
	return names(cut.Basis.Value, "medfin", "cofinanc") || given && names(cut.Basis.Value, "difi", "digdir", "digitaliseringsdirektorat") ||
		m != nil && ledger.CoFinanced(m) || c.asImplied(cut.Amount.Value)
}

// names tells whether a word in somebody's text begins as one of these.
func names(words string, starts ...string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ReplaceAll(near.Fold(words), "-", "")), func(w string) bool {
		w = strings.TrimLeft(w, "(«“\"/")
		return slices.ContainsFunc(starts, func(start string) bool { return strings.HasPrefix(w, start) })
	})
}

// asImplied tells whether an amount is about what co-financing takes of the gains, of one
// measure or of all, of earlier years or of all years. It says nothing where cuts for
// co-financing are entered as such.
func (c *Case) asImplied(amount report.Kroner) bool {
	entered := slices.ContainsFunc(c.Sub.Cuts, func(b report.BudgetCut) bool { return b.Type.Value == "MEDFINANSIERING" })
	if entered || !c.balanced() {
		return false
	}
	least, most, _ := c.obligation()
	implied := []report.Kroner{least, most, c.Ledger.Bridge.CoFinance}
	for _, line := range c.Ledger.Measures {
		implied = append(implied, line.CoFinance)
	}
	return slices.ContainsFunc(implied, func(duty report.Kroner) bool {
		return duty.Sign() > 0 && amount.Sub(duty).Abs().Cmp(duty.Percent(c.parameter("abe_tolerance_pst"))) <= 0
	})
}
