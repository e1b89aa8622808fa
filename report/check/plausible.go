package check

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// efficiencyWithoutKroner: G-005, an efficiency gain is valued in kroner.
func efficiencyWithoutKroner(c *Case) {
	for i := range c.Sub.Gains {
		g := &c.Sub.Gains[i]
		if g.Type.Value == "EFFEKTIVISERING" && (g.Class.Value == "IKKE_PRISSATT" || g.Method.Value == "IKKE_KR") {
			c.find("G-005", "", report.Warning, g.Type.At, arg("gevinst", g.ID.Value))
		}
	}
}

// classFitsType: G-007, class and type or method that do not fit each other.
func classFitsType(c *Case) {
	for i := range c.Sub.Gains {
		g := &c.Sub.Gains[i]
		words := []report.Arg{arg("gevinst", g.ID.Value), arg("klasse", c.code("gevinstklasse", g.Class.Value)), arg("type", c.code("gevinsttype", g.Type.Value))}
		switch {
		case g.Type.Value == "KVALITET" && g.Class.Value == "BUDSJETT",
			g.Type.Value == "OVRIGE_AKTORER" && ledger.Own(g):
			c.find("G-007", "", report.Warning, g.Type.At, words...)
		case g.Class.Value == "IKKE_PRISSATT" && g.Method.OK() && g.Method.Value != "IKKE_KR":
			c.find("G-007", "method", report.Warning, g.Method.At, arg("gevinst", g.ID.Value))
		case g.Class.Value == "BUDSJETT" && g.Method.Value == "TID_VOLUM":
			c.find("G-007", "hours", report.Warning, g.Method.At, words...)
		case ledger.Priced(g) && g.Method.Value == "IKKE_KR":
			c.find("G-007", "unpriced", report.Warning, g.Method.At, words...)
		}
	}
}

// implausibleHours: G-012, an hourly cost out of the ordinary, or more freed
// hours than the agency has.
func implausibleHours(c *Case) {
	low, high := c.parameter("hourly_cost_low_kr"), c.parameter("hourly_cost_high_kr")
	var freed report.Kroner
	var first report.At
	c.eachDone(func(line *ledger.GainLine) {
		if cost := line.Gain.HourlyCost; cost.OK() && line.Hours != nil && (cost.Value.Cmp(low) < 0 || cost.Value.Cmp(high) > 0) {
			c.find("G-012", "cost", report.Warning, cost.At, gainID(line), arg("belop", cost.Value), arg("lav", low), arg("hoy", high))
			c.doubt(line.Gain, report.Warning)
		}
		if line.Hours != nil && ledger.Own(line.Gain) {
			freed = freed.Add(*line.Hours)
			if first.Row == 0 {
				first = line.Gain.Volume.At
			}
		}
	})
	a := c.Sub.Agency
	if !a.ManYears.OK() || !a.HoursPerYear.OK() {
		return
	}
	if all := a.ManYears.Value.Mul(a.HoursPerYear.Value); freed.Cmp(all) > 0 {
		found := c.find("G-012", "hours", report.Warning, first, arg("frigjort", report.Numeral(freed)), arg("alle", report.Numeral(all)))
		found.Related = []report.Place{c.Sub.Place(a.ManYears.At), c.Sub.Place(a.HoursPerYear.At)}
	}
}

// negativeNet: G-015, a negative net gain is allowed and needs an explanation.
func negativeNet(c *Case) {
	c.eachDone(func(line *ledger.GainLine) {
		if line.Net != nil && line.Net.Sign() < 0 && c.doubted[line.Gain] == 0 && !explained(line.Gain.Deviation) {
			c.find("G-015", "", report.Warning, line.Gain.Deviation.At, gainID(line), c.label("gevinster", "avvik_forklaring"), arg("belop", *line.Net))
		}
	})
}
