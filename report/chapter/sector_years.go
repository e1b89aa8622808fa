package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/sector/overview"
)

// costs shows what the gains cost, and what was cut.
func (c *sectorComposer) costs() {
	c.heading(2, "sector.costs")
	all := c.sorted(func(a, b *overview.Reported) int { return burden(b).Cmp(burden(a)) })
	for len(all) > 0 && burden(all[len(all)-1].Report).Sign() == 0 {
		all = all[:len(all)-1]
	}
	if len(all) == 0 {
		c.paragraph("sector.costs.none")
		return
	}
	c.paragraph("sector.costs.about")
	g := c.table("sector.costs.table", []Column{c.column("chapter.cover.agency", Prose, 4), c.column("sector.line.running", Figures, 0),
		c.column("chapter.bridge.oneoff", Figures, 0), c.column("chapter.bridge.framecut", Figures, 0), c.column("chapter.bridge.cofinance", Figures, 0)}, arg("year", c.year))
	var rest, sum [4]report.Kroner
	for i, a := range all {
		costs := [4]report.Kroner{a.Report.Running, a.Report.Bridge.OneOff, a.Report.Bridge.FrameCut, a.Report.Bridge.CoFinance}
		for j := range costs {
			sum[j] = sum[j].Add(costs[j])
			if i >= mostRows {
				rest[j] = rest[j].Add(costs[j])
			}
		}
		if i < mostRows {
			g.row(Body, c.words(c.nameOf(a)), g.count(1, &costs[0]), g.count(2, &costs[1]), g.count(3, &costs[2]), g.count(4, &costs[3]))
		}
	}
	if n := len(all) - mostRows; n > 0 {
		g.row(Body, Words(c.say("sector.n.others", arg("n", n))), g.count(1, &rest[0]), g.count(2, &rest[1]), g.count(3, &rest[2]), g.count(4, &rest[3]))
	}
	g.row(Sum, Words(c.say("chapter.sum")), g.total(1, &sum[0]), g.total(2, &sum[1]), g.total(3, &sum[2]), g.total(4, &sum[3]))
	g.put()
}

func burden(r *overview.Reported) report.Kroner {
	return r.Running.Abs().Add(r.Bridge.OneOff.Abs()).Add(r.Bridge.FrameCut.Abs()).Add(r.Bridge.CoFinance.Abs())
}

// yearOverYear compares the agencies that are known in both years, and only them.
func (c *sectorComposer) yearOverYear() {
	c.heading(2, "sector.years")
	both := c.sorted(func(a, b *overview.Reported) int { return b.Bridge.New.Cmp(a.Bridge.New) })
	known := both[:0]
	for _, a := range both {
		if a.Report.Earlier != nil {
			known = append(known, a)
		}
	}
	if len(known) == 0 {
		c.paragraph("sector.years.none")
		return
	}
	last := strconv.Itoa(c.s.Earlier)
	var now, then ledger.Bridge
	for _, a := range known {
		now, then = now.Add(a.Report.Bridge), then.Add(*a.Report.Earlier)
	}
	c.paragraph("sector.years.about", arg("n", len(known)), arg("year", c.year), arg("last", last),
		arg("now", c.kroner(now.New)), arg("then", c.kroner(then.New)))
	g := c.table("sector.years.table", []Column{c.column("chapter.cover.agency", Prose, 4),
		c.column("sector.col.newyear", Figures, 0, arg("year", last)), c.column("sector.col.newyear", Figures, 0, arg("year", c.year)), c.column("sector.col.change", Figures, 0),
		c.column("sector.col.realyear", Figures, 0, arg("year", last)), c.column("sector.col.realyear", Figures, 0, arg("year", c.year))})
	for _, a := range known[:min(len(known), mostRows)] {
		b, e := &a.Report.Bridge, a.Report.Earlier
		g.row(Body, c.words(c.nameOf(a)), g.count(1, &e.New), g.count(2, &b.New), g.count(3, of(b.New.Sub(e.New))), g.count(4, &e.Reallocable), g.count(5, &b.Reallocable))
	}
	if rest := known[min(len(known), mostRows):]; len(rest) > 0 {
		var b, e ledger.Bridge
		for _, a := range rest {
			b, e = b.Add(a.Report.Bridge), e.Add(*a.Report.Earlier)
		}
		g.row(Body, Words(c.say("sector.n.others", arg("n", len(rest)))), g.count(1, &e.New), g.count(2, &b.New), g.count(3, of(b.New.Sub(e.New))), g.count(4, &e.Reallocable), g.count(5, &b.Reallocable))
	}
	g.row(Sum, Words(c.say("chapter.sum")), g.total(1, &then.New), g.total(2, &now.New), g.total(3, of(now.New.Sub(then.New))), g.total(4, &then.Reallocable), g.total(5, &now.Reallocable))
	g.put()
	c.outcomes(last)
}
