package check

import (
	"maps"
	"slices"

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
	rows := c.indexRows()
	mixed := map[int]bool{}
	c.eachDone(func(line *ledger.GainLine) {
		f, year := line.Gain.PriceYear, c.Ledger.Year
		if !c.indexed(line.Gain) {
			c.priceYearForgotten(line.Gain, rows)
			return
		}
		switch then, now := rows[f.Value], rows[year]; {
		case then == nil && now == nil:
			c.find("G-014", "both", report.Error, f.At, gainID(line), arg("prisaar", Year(f.Value)), arg("aar", Year(year)))
		case then == nil:
			c.find("G-014", "", report.Error, f.At, gainID(line), arg("prisaar", Year(f.Value)), arg("mangler", Year(f.Value)))
		case now == nil:
			c.find("G-014", "", report.Error, f.At, gainID(line), arg("prisaar", Year(f.Value)), arg("mangler", Year(year)))
		case line.Gain.BaseDate.OK() && line.Gain.BaseDate.Value.Year > f.Value:
			found := c.find("G-014", "baseline", report.Warning, f.At, gainID(line), arg("prisaar", Year(f.Value)), arg("dato", line.Gain.BaseDate.Value), arg("aar", Year(year)))
			found.Related = []report.Place{c.Sub.Place(line.Gain.BaseDate.At)}
		case f.Value > year:
			c.find("G-014", "later", report.Warning, f.At, gainID(line), arg("prisaar", Year(f.Value)), arg("aar", Year(year)))
		case !mixed[f.Value] && then.Series.OK() && now.Series.OK() && near.Fold(then.Series.Value) != near.Fold(now.Series.Value):
			mixed[f.Value] = true
			found := c.find("G-014", "series", report.Warning, then.Series.At, arg("prisaar", Year(f.Value)), arg("aar", Year(year)),
				arg("serie", then.Series.Value), arg("annen", now.Series.Value))
			found.Related = []report.Place{c.Sub.Place(now.Series.At), c.Sub.Place(f.At)}
		}
	})
	c.indexSteps(rows)
}

// priceYearForgotten informs of a cost before the measure that may be in the kroner of the
// year of its baseline: the index has that year, and the gain no price year.
func (c *Case) priceYearForgotten(g *report.Gain, rows map[int]*report.PriceIndex) {
	from := g.BaseDate
	if g.Method.Value != "KRONER_DIFF" || !g.PriceYear.Missing() || !from.OK() || from.Value.Year >= c.Ledger.Year || rows[from.Value.Year] == nil {
		return
	}
	found := c.find("G-014", "idle", report.Info, g.PriceYear.At, arg("gevinst", g.ID.Value), arg("dato", from.Value), c.label("gevinster", "prisaar"))
	found.Related = []report.Place{c.Sub.Place(from.At)}
}

// indexed tells whether a gain is taken from another year's prices.
func (c *Case) indexed(g *report.Gain) bool {
	uses := g.Method.Value == "KRONER_DIFF" || g.Method.Value == "FASTBELOP"
	return uses && g.PriceYear.OK() && g.PriceYear.Value != c.Ledger.Year
}

// indexRows is the first row of each year that has an index.
func (c *Case) indexRows() map[int]*report.PriceIndex {
	rows := map[int]*report.PriceIndex{}
	for i := range c.Sub.Index {
		p := &c.Sub.Index[i]
		if p.Year.OK() && p.Index.OK() && p.Index.Value.Sign() > 0 && rows[p.Year.Value] == nil {
			rows[p.Year.Value] = p
		}
	}
	return rows
}

// indexSteps: G-014, the index rises more from one row to the next than prices do, or
// falls, on the way that some amount is taken: a figure with a digit too many, growth in
// per cent typed for an index, or two years on each other's rows.
func (c *Case) indexSteps(rows map[int]*report.PriceIndex) {
	first, last := c.Ledger.Year, c.Ledger.Year
	c.eachDone(func(line *ledger.GainLine) {
		if g := line.Gain; c.indexed(g) && rows[g.PriceYear.Value] != nil {
			first, last = min(first, g.PriceYear.Value), max(last, g.PriceYear.Value)
		}
	})
	years := slices.DeleteFunc(slices.Sorted(maps.Keys(rows)), func(year int) bool { return year < first || year > last })
	for i := 1; i < len(years); i++ {
		c.indexStep(rows[years[i-1]], rows[years[i]])
	}
}

func (c *Case) indexStep(from, to *report.PriceIndex) {
	variant, most := "", from.Index.Value
	for range to.Year.Value - from.Year.Value {
		most = most.Percent(report.MustKroner("115"))
	}
	switch {
	case to.Index.Value.Cmp(most) > 0:
		variant = "rises"
	case to.Index.Value.Cmp(from.Index.Value) < 0:
		variant = "falls"
	default:
		return
	}
	found := c.find("G-014", variant, report.Warning, to.Index.At, arg("fra", report.Numeral(from.Index.Value)), arg("prisaar", Year(from.Year.Value)),
		arg("til", report.Numeral(to.Index.Value)), arg("aar", Year(to.Year.Value)))
	found.Related = []report.Place{c.Sub.Place(from.Index.At)}
	c.eachDone(func(line *ledger.GainLine) {
		if c.indexed(line.Gain) {
			c.doubt(line.Gain, report.Warning)
		}
	})
}
