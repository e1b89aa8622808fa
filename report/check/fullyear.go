package check

import (
	"time"

	"github.com/shopspring/decimal"

	"gevinst/report"
	"gevinst/report/ledger"
)

// fitsItsYear: G-018, the figures of a gain hang together: what it is computed from with
// the baseline, and what the year gave with the full-year effect and the day the effect
// began. Each may be right alone, so it only asks.
func fitsItsYear(c *Case) {
	c.eachDone(func(line *ledger.GainLine) {
		if c.doubted[line.Gain] == 0 && !c.offBaseline(line.Gain) {
			c.fullYearFits(line)
		}
	})
}

// fullYearFits holds the year's net gain against the full-year effect, or the part of it
// that there was time for: a permanent gain gives about the same in every whole year.
func (c *Case) fullYearFits(line *ledger.GainLine) {
	full, from := line.Gain.FullYear, line.Measure.EffectFrom
	c.unbound(line)
	if !c.dated() || line.Net == nil || !full.OK() || !from.OK() || line.Gain.Duration.Value != "VARIG" || from.Value.Year > c.Ledger.Year {
		return
	}
	month := from.Value
	month.Day = 1 // many count the month that an effect began in as a whole one
	left, all := daysOf(month, c.Ledger.Year)
	part := full.Value.Mul(number(left)).Quo(number(all))
	variant, severity := "", report.Warning
	switch far := c.far(*line.Net, full.Value); {
	case left == all && far && explained(line.Gain.Deviation) && !wild(*line.Net, full.Value):
		variant, severity = "explained", report.Info // words of any kind would make it vanish
	case left == all && far:
		variant = "whole"
	case left == all:
	case far && full.Value.Sign() >= 0 && line.Net.Cmp(full.Value) > 0:
		variant = "less"
	case tooMuch(*line.Net, part):
		variant = "part"
	}
	if variant == "" {
		return
	}
	found := c.find("G-018", variant, severity, full.At, gainID(line), c.label("gevinster", "helaarseffekt_kr"), c.labelAs("forklaring", "gevinster", "avvik_forklaring"),
		arg("netto", *line.Net), arg("helaar", full.Value), arg("fra", from.Value), arg("aar", Year(c.Ledger.Year)), arg("del", part.Round(0)))
	found.Related = []report.Place{c.Sub.Place(from.At)}
	if variant == "explained" {
		found.Related = []report.Place{c.Sub.Place(line.Gain.Deviation.At)}
	}
}

// unbound informs of a permanent gain above its plan that no full-year effect bounds: the
// explanation may be of something else than why it became more.
func (c *Case) unbound(line *ledger.GainLine) {
	g := line.Gain
	if !g.FullYear.Missing() || !ledger.Own(g) || unbounded(g) || !c.deviates(line) || !explained(g.Deviation) {
		return
	}
	real, plan := *line.Realised(), *line.Planned
	if plan.Sign() <= 0 || real.Cmp(plan) < 0 || wild(real, plan) {
		return // G-009 asks of what is wild
	}
	found := c.find("G-018", "unbound", report.Info, g.FullYear.At, gainID(line), c.label("gevinster", "helaarseffekt_kr"), c.labelAs("forklaring", "gevinster", "avvik_forklaring"),
		arg("realisert", real), arg("planlagt", plan))
	found.Related = []report.Place{c.Sub.Place(g.Deviation.At)}
}

// tooMuch tells whether a year gave half as much again as its part of a full year, since no
// year is even: of a gain, or of a loss where a loss is the full-year effect.
func tooMuch(net, part report.Kroner) bool {
	most := part.Percent(number(150))
	if part.Sign() < 0 {
		return net.Cmp(most) < 0 || net.Sign() > 0
	}
	return net.Cmp(most) > 0
}

// daysOf is how many days of a year lie after an effect began, and how many it has.
func daysOf(from report.Date, year int) (left, all int64) {
	const day = 24 * time.Hour
	first, next := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC)
	began := time.Date(from.Year, time.Month(from.Month), from.Day, 0, 0, 0, 0, time.UTC)
	if began.Before(first) {
		began = first
	}
	return int64(next.Sub(began) / day), int64(next.Sub(first) / day)
}

func number(n int64) report.Kroner { return report.KronerOf(decimal.New(n, 0)) }
