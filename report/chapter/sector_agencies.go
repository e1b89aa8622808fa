package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/sector/overview"
)

// reported tells who has reported and who has not.
func (c *sectorComposer) reported() {
	c.heading(1, "sector.reported")
	if len(c.s.Agencies) == 0 {
		c.paragraph("sector.reported.nobody")
		return
	}
	c.sentences(c.say("sector.reported.count", arg("n", c.s.Reporting()), arg("all", c.expectedAgencies())), c.drafts(), c.unexpected())
	c.standingTable(len(c.s.Agencies) > mostRows)
}

// standings lists the standings in the order of the telling.
func standings() []overview.Standing {
	return []overview.Standing{overview.Submitted, overview.Blocked, overview.Refused, overview.Duplicate, overview.Missing}
}

// standingTable lists every agency, or, of many, those without a report; the others
// stand in the appendix.
func (c *sectorComposer) standingTable(many bool) {
	g := c.table("sector.reported.table", []Column{c.column("chapter.cover.agency", Prose, 4), c.column("chapter.cover.orgnr", Label, 0),
		c.column("sector.col.standing", Label, 0), c.column("sector.col.reason", Prose, 4)})
	for _, s := range standings() {
		if many && s == overview.Submitted {
			continue
		}
		for i := range c.s.Agencies {
			if a := &c.s.Agencies[i]; a.Standing == s {
				g.row(Body, c.words(c.nameOf(a)), c.orgNrOf(a.OrgNr), c.words(c.standing(a)), c.reason(a))
			}
		}
	}
	if many {
		g.note(Words(c.say("sector.reported.many", arg("n", c.s.Reporting()))))
	}
	if len(g.Rows) > 0 {
		g.put()
	}
}

func (c *sectorComposer) orgNrOf(orgnr string) Text {
	if orgnr == "" {
		return c.empty
	}
	return c.words(c.v.OrgNr(orgnr))
}

// standingKey is where the words for a standing are.
func standingKey(s overview.Standing) string {
	return map[overview.Standing]string{overview.Submitted: "sector.standing.submitted", overview.Blocked: "sector.standing.blocked",
		overview.Refused: "sector.standing.refused", overview.Duplicate: "sector.standing.duplicate", overview.Missing: "sector.standing.missing"}[s]
}

func (c *sectorComposer) standing(a *overview.Agency) string {
	if a.Report != nil && !a.Report.Final {
		return c.say("sector.standing.draft")
	}
	return c.say(standingKey(a.Standing))
}

func (c *sectorComposer) reason(a *overview.Agency) Text {
	switch {
	case a.Reason != "":
		return c.words(clean(a.Reason))
	case a.Report != nil && a.Report.Warnings > 0:
		return c.words(c.say("sector.warnings", arg("n", a.Report.Warnings)))
	default:
		return c.empty
	}
}

func (c *sectorComposer) drafts() string {
	n := 0
	for _, a := range c.s.Agencies {
		if a.Report != nil && !a.Report.Final {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return c.say("sector.drafts", arg("n", n))
}

func (c *sectorComposer) unexpected() string {
	var names []string
	for i := range c.s.Agencies {
		if a := &c.s.Agencies[i]; a.Expected != nil && !*a.Expected {
			names = append(names, c.nameOf(a))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return c.say("sector.unexpected", arg("n", len(names)), arg("names", c.some(names)))
}

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
	c.sumTable()
	c.figure(&Figure{Caption: c.bridgeFinding(b), Alt: c.bridgeAlt(b), Chart: c.waterfall(b)})
	c.add(&Note{Title: c.say("chapter.authority.title"), Text: Words(c.say("chapter.authority"))})
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
		amount: func(b *ledger.Bridge) report.Kroner { return b.Uncovered.Neg() }}}, keep[4:]...)...)
}

// sideBySide shows the agencies with most to reallocate, the rest as one line.
func (c *sectorComposer) sideBySide() {
	c.heading(2, "sector.sides")
	all := c.byAmount()
	shown := len(all)
	if shown > mostRows {
		shown = mostRows
		c.paragraph("sector.sides.many", arg("shown", shown), arg("n", len(all)-shown))
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
		arg("now", c.v.Money(now.New)), arg("then", c.v.Money(then.New)))
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
}
