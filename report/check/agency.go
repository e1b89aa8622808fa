package check

import (
	"slices"

	"gevinst/report"
	"gevinst/report/ledger"
)

// yearFits: V-003, the report year is one that the set serves, and no row lies after it.
func yearFits(c *Case) {
	year := c.Sub.Agency.Year
	if !year.OK() {
		return
	}
	if !c.Spec.Serves(year.Value) {
		c.find("V-003", "range", report.Error, year.At, arg("aar", Year(year.Value)), arg("fra", Year(c.Spec.AppliesFrom)))
		return
	}
	c.otherYearsBook()
	for _, o := range c.Sub.OneOffs {
		c.notLater(o.Year, "engangskostnader")
		if !c.beforeStart(o) { // or T-006 asks about the year
			c.notMuchEarlier(o.Year)
		}
	}
	for _, b := range c.Sub.Cuts {
		c.notLater(b.Year, "budsjettuttak")
		if b.Type.Value == "ANNET_RAMMEKUTT" { // those for co-financing are held against all years
			c.notMuchEarlier(b.Year)
		}
	}
}

func (c *Case) notLater(year report.Field[int], sheet string) {
	if year.OK() && year.Value > c.Ledger.Year {
		c.find("V-003", "later", report.Warning, year.At, c.label(sheet, "aar"), arg("funnet", Year(year.Value)), arg("aar", Year(c.Ledger.Year)))
	}
}

// notMuchEarlier tells of a row from before last year: it is not counted, and its year
// may be a slip. Last year's rows may stand, as many let them.
func (c *Case) notMuchEarlier(year report.Field[int]) {
	if year.OK() && year.Value < c.Ledger.Year-1 {
		c.find("V-003", "earlier", report.Info, year.At, arg("funnet", Year(year.Value)), arg("aar", Year(c.Ledger.Year)))
	}
}

// Year is a year in an argument: a number that is never grouped in threes.
func Year(n int) string { return report.Date{Year: n}.String()[:4] }

// coreTexts: V-007, the agency says in words how it works with efficiency, and how the gains
// that it counts have been taken out: the common requirements ask for both.
func coreTexts(c *Case) {
	a := &c.Sub.Agency
	if !explained(a.SystematicWork) {
		c.find("V-007", "told", report.Warning, a.SystematicWork.At, c.label("virksomhet", "systematisk_arbeid"))
	}
	counts := slices.ContainsFunc(c.Ledger.Gains, func(line ledger.GainLine) bool { return line.Counts() })
	if counts && !explained(a.Extraction) {
		c.find("V-007", "told", report.Warning, a.Extraction.At, c.label("virksomhet", "uttak_tekst"))
	}
}

// approved: R-003, a section that will be issued is approved and dated.
func approved(c *Case) {
	c.approvalDate()
	if !c.Final {
		return
	}
	switch by := c.Sub.Agency.ApprovedBy; {
	case !by.OK():
		c.find("R-003", "by", report.Error, by.At, c.label("virksomhet", "godkjent_av"))
	case placeholder(by.Value):
		c.find("R-003", "nobody", report.Error, by.At, c.label("virksomhet", "godkjent_av"), arg("funnet", shorten(by.Value)))
	}
	if !c.Sub.Agency.ApprovedOn.OK() {
		c.find("R-003", "date", report.Error, c.Sub.Agency.ApprovedOn.At, c.label("virksomhet", "godkjent_dato"))
	}
}

// rounding: R-001, a table in thousands whose rows do not add up to its sum.
func rounding(c *Case) {
	var rows report.Kroner
	var first report.At
	for i := range c.Ledger.Gains {
		if line := &c.Ledger.Gains[i]; line.Counts() {
			rows = rows.Add(line.Net.Round(-3))
			if first.Row == 0 {
				first = line.Gain.ID.At
			}
		}
	}
	if sum := c.Ledger.Bridge.Total.Round(-3); rows.Cmp(sum) != 0 {
		c.find("R-001", "", report.Info, first, arg("rader", rows), arg("sum", sum))
	}
}
