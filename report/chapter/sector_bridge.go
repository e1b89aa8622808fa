package chapter

import (
	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/sector/overview"
)

// calculation sums the way from gain to what remains, with the agencies side by side.
func (c *sectorComposer) calculation() {
	c.heading(1, "sector.calculation")
	if c.s.Reporting() == 0 {
		c.paragraph("sector.nothing")
		return
	}
	b := &c.s.Sum
	c.heading(2, "chapter.bridge")
	c.add(&Paragraph{c.available(b)})
	c.paragraph("sector.calculation.about")
	c.add(&Note{Title: c.say("chapter.authority.title"), Text: Words(c.say("chapter.authority"))})
	c.sumTable()
	c.figure(&Figure{Caption: c.bridgeFinding(b), Alt: c.bridgeAlt(b), Chart: c.waterfall(b)})
	c.sideBySide()
	c.costs()
	c.yearOverYear()
}

// bridgeSteps is the lines of the summed bridge. What some agencies lack is not
// taken from what others have, and has a line of its own before what is available.
func (c *sectorComposer) bridgeSteps() []step {
	var all []step
	for _, s := range steps(&c.s.Sum, "", "") {
		if s.name != "chapter.bridge.uncovered" {
			all = append(all, s)
			continue
		}
		all = append(all, step{name: "sector.bridge.result", kind: Sub, amount: func(b *ledger.Bridge) report.Kroner { return b.Result }},
			step{name: "sector.bridge.uncovered", amount: func(b *ledger.Bridge) report.Kroner { return b.Uncovered }})
	}
	return all
}

// sumTable shows each line summed, and how many agencies have something on it.
func (c *sectorComposer) sumTable() {
	columns := []Column{c.column("chapter.col.line", Prose, 4), c.column("sector.col.agencies", Figures, 0), yearColumn(c.s.Year)}
	g := c.table("sector.sum.table", columns, arg("year", c.year))
	for _, s := range c.bridgeSteps() {
		n := 0
		for _, a := range c.s.Agencies {
			if a.Report != nil && s.amount(&a.Report.Bridge).Sign() != 0 {
				n++
			}
		}
		g.row(s.kind, Words(c.say(s.name)), c.number(n), Words(c.inThousands(s.amount(&c.s.Sum))))
	}
	b := &c.s.Sum
	g.off = !c.bridgeAddsUp(b) || !c.addsUp(b.Reallocable, b.Result, b.Uncovered)
	g.put()
}

// sides is the lines of the bridge that stand side by side, in the order of the calculation.
func sides() []step {
	keep := []step{}
	for _, s := range steps(&ledger.Bridge{}, "", "") {
		switch s.name {
		case "chapter.bridge.new", "chapter.bridge.cofinance", "chapter.bridge.oneoff", "chapter.bridge.framecut", "chapter.bridge.reallocable",
			"chapter.bridge.reallocmoney", "chapter.bridge.used", "chapter.bridge.rest":
			keep = append(keep, s)
		}
	}
	return append(keep[:4:4], append([]step{{name: "chapter.bridge.uncovered",
		amount: func(b *ledger.Bridge) report.Kroner { return b.Uncovered }}}, keep[4:]...)...)
}

// sideBySide shows the agencies with most to reallocate, the rest as one line.
func (c *sectorComposer) sideBySide() {
	c.heading(2, "sector.sides")
	all := c.byAmount()
	shown := len(all)
	if shown > mostRows {
		shown = mostRows
		c.paragraph("sector.sides.many", arg("shown", shown), arg("n", len(all)-shown), c.where(len(all)))
	} else {
		c.paragraph("sector.sides.about")
	}
	c.agencyBridges("sector.sides.table", all[:shown], all[shown:])
}

// byAmount is the agencies that reported, those with most to reallocate first.
func (c *sectorComposer) byAmount() []*overview.Agency {
	return c.sorted(func(a, b *overview.Reported) int {
		if n := b.Bridge.Reallocable.Cmp(a.Bridge.Reallocable); n != 0 {
			return n
		}
		return b.Bridge.Result.Cmp(a.Bridge.Result)
	})
}

// agencyBridges is a row an agency, with a line for the rest and the sum of all.
func (c *sectorComposer) agencyBridges(caption string, shown, rest []*overview.Agency) {
	columns := []Column{c.column("chapter.cover.agency", Prose, 4)}
	for _, s := range sides() {
		columns = append(columns, Column{Title: c.say(shortLine(s.name)), Kind: Figures})
	}
	g := c.table(caption, columns, arg("year", c.year))
	var others ledger.Bridge
	for _, a := range rest {
		others = others.Add(a.Report.Bridge)
	}
	line := func(kind RowKind, name Text, b *ledger.Bridge, show func(int, *report.Kroner) Text) {
		cells := []Text{name}
		for i, s := range sides() {
			cells = append(cells, show(i+1, of(s.amount(b))))
		}
		g.row(kind, cells...)
	}
	for _, a := range shown {
		line(Body, c.words(c.nameOf(a)), &a.Report.Bridge, g.count)
	}
	if len(rest) > 0 {
		line(Body, Words(c.say("sector.n.others", arg("n", len(rest)))), &others, g.count)
	}
	line(Sum, Words(c.say("chapter.sum")), &c.s.Sum, g.total)
	if len(shown) > mostRows {
		g.cutOff("sector.cutoff", len(shown), len(shown)+len(rest))
	}
	g.put()
}

// shortLine is the short name of a line of the bridge, for the head of a column.
func shortLine(name string) string {
	switch name {
	case "chapter.bridge.new":
		return "sector.line.new"
	case "chapter.bridge.cofinance":
		return "sector.line.cofinance"
	case "chapter.bridge.oneoff":
		return "sector.line.oneoff"
	case "chapter.bridge.framecut":
		return "sector.line.framecut"
	case "chapter.bridge.uncovered":
		return "sector.line.uncovered"
	case "chapter.bridge.reallocable":
		return "sector.line.reallocable"
	case "chapter.bridge.reallocmoney":
		return "sector.line.reallocmoney"
	case "chapter.bridge.used":
		return "sector.line.used"
	default:
		return "sector.line.rest"
	}
}
