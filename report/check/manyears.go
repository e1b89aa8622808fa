package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// What a man-year that is moved may cost, in kroner. The bounds are ours and wide: in 2017
// half the pay of the lowest grade on the one side, so that a post that was moved at midyear
// passes, and on the other the dearest hour of G-012 for a whole year, and more.
const cheapest, dearest = 200_000, 3_000_000

// rounded is how far a number of man-years with one decimal may be from what was meant.
var rounded = report.MustKroner("0.05")

// manYearsFit: G-012, the man-years of a use do not fit its amount, or all that are moved do
// not fit the hours that the gains freed. Zero and none are O-006,
// and an amount that is in thousands is N-004.
func (c *Case) manYearsFit() {
	odd := false
	for _, u := range c.Sub.Uses {
		if u.Kind.Value != ledger.WorkingTime || !u.Amount.OK() || !u.ManYears.OK() || u.Amount.Value.Sign() <= 0 || u.ManYears.Value.Sign() <= 0 || c.tiny(u.Amount) {
			continue
		}
		fewest, most := u.ManYears.Value.Sub(rounded), u.ManYears.Value.Add(rounded)
		if u.Amount.Value.Cmp(fewest.Mul(number(cheapest))) < 0 || u.Amount.Value.Cmp(most.Mul(number(dearest))) > 0 {
			odd = true
			found := c.find("G-012", "manyear", report.Warning, u.ManYears.At, arg("linje", u.ID.Value), arg("aarsverk", report.Numeral(u.ManYears.Value)), arg("belop", u.Amount.Value),
				arg("per", u.Amount.Value.Quo(u.ManYears.Value).Round(0)), arg("lav", number(cheapest)), arg("hoy", number(dearest)))
			found.Related = []report.Place{c.Sub.Place(u.Amount.At)}
		}
	}
	if !odd {
		c.manYearsFreed()
	}
}

// manYearsFreed finds that more man-years are moved than the hours that were taken out,
// though the kroner suffice: those are held against each other in O-001 and O-006.
func (c *Case) manYearsFreed() {
	perYear := c.Sub.Agency.HoursPerYear
	hours, all := c.hoursTaken()
	if !all || !perYear.OK() || perYear.Value.Sign() <= 0 || c.asked("O-001", "") || c.asked("O-006", "time") {
		return
	}
	freed, slack := hours.Quo(perYear.Value), report.Kroner{}
	var moved total
	for _, u := range c.Sub.Uses {
		if u.Kind.Value == ledger.WorkingTime && u.ManYears.OK() {
			moved.add(u.ManYears)
			slack = slack.Add(rounded)
		}
	}
	if moved.sum.Sub(slack).Cmp(freed.Add(freed.Percent(c.parameter("deviation_pst")))) > 0 {
		c.find("G-012", "moved", report.Warning, moved.first, arg("flyttet", report.Numeral(moved.sum)), arg("timer", report.Numeral(hours)), arg("frigjort", report.Numeral(freed.Round(2))))
	}
}

// hoursTaken sums the hours that were freed and taken out; not all of them where a gain in
// working time is not reckoned from hours.
func (c *Case) hoursTaken() (hours report.Kroner, all bool) {
	for i := range c.Ledger.Gains {
		line := &c.Ledger.Gains[i]
		if !line.Counts() || line.Gain.Class.Value != "ALTERNATIV" {
			continue
		}
		if line.Hours == nil || !line.Gain.ExtractionRate.OK() {
			return hours, false
		}
		hours, all = hours.Add(line.Hours.Percent(line.Gain.ExtractionRate.Value)), true
	}
	return hours, all
}
