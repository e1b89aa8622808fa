package check

import (
	"slices"

	"gevinst/report"
	"gevinst/report/ledger"
)

// otherYearsBook: V-003, the report year is not that of the workbook: all gains were measured
// before it, and something else belongs to the year of the measurements as well. One of them
// alone may be as it should, and T-006 asks about each measurement.
func (c *Case) otherYearsBook() {
	at := c.Sub.Agency.Year.At
	measured, all := c.measuredBefore()
	if !all {
		return
	}
	if sign, label := c.signOf(measured); sign.Row > 0 {
		found := c.find("V-003", "unlike", report.Error, at, arg("aar", Year(c.Ledger.Year)), arg("maalt", Year(measured)), label, c.labelAs("aarsfelt", "virksomhet", "rapportaar"))
		found.Related = []report.Place{c.Sub.Place(sign)}
	}
}

// measuredBefore is the latest year that a priced gain was measured in, where there are some
// and all were measured before the report year.
func (c *Case) measuredBefore() (latest int, all bool) {
	const few = 2
	n := 0
	c.eachDone(func(line *ledger.GainLine) {
		if on := line.Gain.MeasuredOn; on.OK() && ledger.Priced(line.Gain) {
			n++
			latest = max(latest, on.Value.Year)
		}
	})
	return latest, n >= few && latest < c.Ledger.Year
}

// signOf is a cell that belongs to another year than the report's: an approval from before
// the report year was over, the other year's rate of the general cut, or its price index
// where the one for the report year is missing and needed.
func (c *Case) signOf(other int) (report.At, report.Arg) {
	if on := c.Sub.Agency.ApprovedOn; on.OK() && on.Value.Year <= c.Ledger.Year {
		return on.At, c.labelAs("tegn", "virksomhet", "godkjent_dato")
	}
	then, had := c.Spec.AbeRate(other)
	now, has := c.Spec.AbeRate(c.Ledger.Year)
	for _, a := range c.Sub.Budget {
		if had && has && a.AbeRate.OK() && a.AbeRate.Value.Cmp(then) == 0 && then.Cmp(now) != 0 {
			return a.AbeRate.At, c.labelAs("tegn", "bevilgning", "abe_sats_pst")
		}
	}
	rows := c.indexRows()
	needed := slices.ContainsFunc(c.Sub.Gains, func(g report.Gain) bool { return c.indexed(&g) })
	if index := rows[other]; needed && index != nil && rows[c.Ledger.Year] == nil {
		return index.Year.At, c.labelAs("tegn", "prisindeks", "aar")
	}
	return report.At{}, report.Arg{}
}
