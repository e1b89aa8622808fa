package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// dates: T-006, dates fit status and year.
func dates(c *Case) {
	if !c.dated() {
		return
	}
	c.measureDates()
	c.costDates()
	c.costsElsewhere()
	c.eachDone(c.measuredInTime)
}

// stale is the day from which a date cannot belong to the report of a year: a year
// after it was due to the ministry, 15 March (common practice, not confirmed in a source).
func stale(year int) report.Date { return report.Date{Year: year + 2, Month: 3, Day: 16} }

// measuredInTime finds a measurement from before the measure had any effect, or from so
// long after that it can say nothing of the report year.
func (c *Case) measuredInTime(line *ledger.GainLine) {
	measured, from := line.Gain.MeasuredOn, line.Measure.EffectFrom
	if !from.OK() {
		from = line.Measure.Start
	}
	words := []report.Arg{gainID(line), arg("dato", measured.Value), arg("aar", Year(c.Ledger.Year))}
	switch {
	case !measured.OK():
	case from.OK() && from.Value.Year <= c.Ledger.Year && measured.Value.Before(from.Value):
		found := c.find("T-006", "measured_early", report.Warning, measured.At, append(words, arg("tiltak", line.Measure.ID.Value), arg("start", from.Value))...)
		found.Related = []report.Place{c.Sub.Place(from.At)}
	case measured.Value.Year < c.Ledger.Year && ledger.Priced(line.Gain):
		c.find("T-006", "measured_old", report.Warning, measured.At, words...)
	case !measured.Value.Before(stale(c.Ledger.Year)):
		c.find("T-006", "measured_late", report.Warning, measured.At, words...)
	case c.approvedBefore(measured.Value):
		found := c.find("T-006", "measured_after", report.Warning, measured.At, append(words, arg("godkjent", c.Sub.Agency.ApprovedOn.Value))...)
		found.Related = []report.Place{c.Sub.Place(c.Sub.Agency.ApprovedOn.At)}
	}
}

// approvedBefore tells whether the report was approved before a day. An approval from
// before the year was over is approvalDate's, and not a question about every measurement.
func (c *Case) approvedBefore(day report.Date) bool {
	on := c.Sub.Agency.ApprovedOn
	return on.OK() && on.Value.Year > c.Ledger.Year && on.Value.Before(day)
}

// approvalDate finds a report that was approved before its year was over, or long after
// it was due.
func (c *Case) approvalDate() {
	on := c.Sub.Agency.ApprovedOn
	if !c.dated() || !on.OK() {
		return
	}
	words := []report.Arg{c.label("virksomhet", "godkjent_dato"), arg("dato", on.Value), arg("aar", Year(c.Ledger.Year))}
	switch {
	case on.Value.Year <= c.Ledger.Year:
		c.find("R-003", "early", report.Warning, on.At, words...)
	case !on.Value.Before(stale(c.Ledger.Year)):
		c.find("R-003", "late", report.Warning, on.At, words...)
	}
}
