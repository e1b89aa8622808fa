package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/near"
)

// indexFits: G-014, the index takes an amount from its price year to the report year:
// there is a row for both, they are of one series, and the price year is no later.
func indexFits(c *Case) {
	if !c.dated() {
		return
	}
	rows := map[int]*report.PriceIndex{}
	for i := range c.Sub.Index {
		p := &c.Sub.Index[i]
		if p.Year.OK() && p.Index.OK() && p.Index.Value.Sign() > 0 && rows[p.Year.Value] == nil {
			rows[p.Year.Value] = p
		}
	}
	mixed := map[int]bool{}
	c.eachDone(func(line *ledger.GainLine) {
		f, year := line.Gain.PriceYear, c.Ledger.Year
		uses := line.Gain.Method.Value == "KRONER_DIFF" || line.Gain.Method.Value == "FASTBELOP"
		if !f.OK() || f.Value == year || !uses {
			return
		}
		switch then, now := rows[f.Value], rows[year]; {
		case then == nil:
			c.find("G-014", "", report.Error, f.At, gainID(line), arg("prisaar", Year(f.Value)), arg("mangler", Year(f.Value)))
		case now == nil:
			c.find("G-014", "", report.Error, f.At, gainID(line), arg("prisaar", Year(f.Value)), arg("mangler", Year(year)))
		case f.Value > year:
			c.find("G-014", "later", report.Warning, f.At, gainID(line), arg("prisaar", Year(f.Value)), arg("aar", Year(year)))
		case !mixed[f.Value] && then.Series.OK() && now.Series.OK() && near.Fold(then.Series.Value) != near.Fold(now.Series.Value):
			mixed[f.Value] = true
			found := c.find("G-014", "series", report.Warning, then.Series.At, arg("prisaar", Year(f.Value)), arg("aar", Year(year)),
				arg("serie", then.Series.Value), arg("annen", now.Series.Value))
			found.Related = []report.Place{c.Sub.Place(now.Series.At), c.Sub.Place(f.At)}
		}
	})
}
