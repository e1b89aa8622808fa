package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
)

// extraction is section 6: how gains are taken out, what that leaves to
// reallocate, and what it is used for.
func (c *composer) extraction() {
	c.heading(1, "chapter.extraction")
	c.heading(2, "chapter.extraction.how")
	if !c.tell(c.agency.Extraction) {
		c.paragraph("chapter.extraction.none")
	}
	c.heading(2, "chapter.bridge")
	if !c.counted() && c.bridge.Result.Sign() == 0 {
		c.paragraph("chapter.bridge.none")
	} else {
		c.amounts()
	}
	c.uses()
	c.cuts()
}

// amounts shows the calculation: table, chart, what may be used as money, what
// the figure is no authority for, and each deduction.
func (c *composer) amounts() {
	c.add(&Paragraph{c.available(c.bridge)})
	c.bridgeTable()
	c.figure(&Figure{Caption: c.bridgeFinding(c.bridge), Alt: c.bridgeAlt(c.bridge), Chart: c.waterfall(c.bridge)})
	c.cashTest()
	c.fullYear()
	c.add(&Note{Title: c.say("chapter.authority.title"),
		Text: c.sourced(Words(c.say("chapter.authority")), c.source("r-110"))})
	c.deductions()
}

// step is one line of the bridge: what it is called, why it is there, and its
// amount as printed, a deduction with its sign turned.
type step struct {
	name, reason string // keys
	source       string // id, "" for a sum
	kind         RowKind
	amount       func(*ledger.Bridge) report.Kroner
}

// steps is the bridge from the net gain to what remains.
func steps(bridge *ledger.Bridge, coFinance, cutReason string) []step {
	all := []step{
		{"chapter.bridge.total", "chapter.bridge.total.why", "", Body, func(b *ledger.Bridge) report.Kroner { return b.Total }},
		{"chapter.bridge.earlier", "chapter.bridge.earlier.why", "", Body, func(b *ledger.Bridge) report.Kroner { return b.Earlier.Neg() }},
		{"chapter.bridge.new", "chapter.bridge.new.why", "", Sub, func(b *ledger.Bridge) report.Kroner { return b.New }},
		{"chapter.bridge.money", "chapter.bridge.money.why", "prosjektveiviseren", Body, func(b *ledger.Bridge) report.Kroner { return b.Money }},
		{"chapter.bridge.time", "chapter.bridge.time.why", "prosjektveiviseren", Body, func(b *ledger.Bridge) report.Kroner { return b.Time }},
		{"chapter.bridge.cofinance", "chapter.bridge.cofinance.why", coFinance, Body, func(b *ledger.Bridge) report.Kroner { return b.CoFinance.Neg() }},
		{"chapter.bridge.oneoff", "chapter.bridge.oneoff.why", report.OwnSource, Body, func(b *ledger.Bridge) report.Kroner { return b.OneOff.Neg() }},
		{"chapter.bridge.beforecut", "chapter.bridge.beforecut.why", "", Sub, func(b *ledger.Bridge) report.Kroner { return b.BeforeCut }},
		{"chapter.bridge.framecut", cutReason, "abe", Body, func(b *ledger.Bridge) report.Kroner { return b.FrameCut.Neg() }},
	}
	if bridge.Uncovered.Sign() > 0 {
		all = append(all, step{"chapter.bridge.uncovered", "chapter.bridge.uncovered.why", "", Sub, func(b *ledger.Bridge) report.Kroner { return b.Uncovered.Neg() }})
	}
	return append(all,
		step{"chapter.bridge.reallocable", "chapter.bridge.reallocable.why", "", Sum, func(b *ledger.Bridge) report.Kroner { return b.Reallocable }},
		step{"chapter.bridge.reallocmoney", "chapter.bridge.reallocmoney.why", "", Body, func(b *ledger.Bridge) report.Kroner { return b.ReallocMoney }},
		step{"chapter.bridge.used", "chapter.bridge.used.why", "", Body, func(b *ledger.Bridge) report.Kroner { return b.Used.Neg() }},
		step{"chapter.bridge.rest", "chapter.bridge.rest.why", "", Sum, func(b *ledger.Bridge) report.Kroner { return b.Rest }})
}

func (c *composer) coFinanceSource() string {
	if terms, ok := c.sub.Spec.CoFinanceTerm(c.year); ok {
		return terms.Source
	}
	return "medfinansiering"
}

func (c *composer) cutReason() string {
	if c.bridge.CutDeducted {
		return "chapter.bridge.framecut.why"
	}
	return "chapter.bridge.framecut.not"
}

func (c *composer) bridgeTable() {
	columns := []Column{c.column("chapter.col.line", Prose, 3), c.column("chapter.col.reason", Prose, 5)}
	if c.last.known {
		columns = append(columns, yearColumn(c.last.year))
	}
	g := c.table("chapter.bridge.table", append(columns, yearColumn(c.year)), arg("year", strconv.Itoa(c.year)))
	for _, s := range steps(c.bridge, c.coFinanceSource(), c.cutReason()) {
		cells := []Text{Words(c.say(s.name)), c.why(s)}
		if c.last.known {
			cells = append(cells, Words(c.inThousands(s.amount(c.last.bridge))))
		}
		g.row(s.kind, append(cells, Words(c.inThousands(s.amount(c.bridge))))...)
	}
	b := c.bridge
	g.off = !c.bridgeAddsUp(b)
	g.put()
}

// bridgeAddsUp tells whether every sum of a bridge adds up as it is shown.
func (c *writer) bridgeAddsUp(b *ledger.Bridge) bool {
	return c.addsUp(b.New, b.Total, b.Earlier.Neg()) && c.addsUp(b.BeforeCut, b.New, b.CoFinance.Neg(), b.OneOff.Neg()) &&
		c.addsUp(b.Result, b.BeforeCut, b.FrameCut.Neg()) && c.addsUp(b.Rest, b.Reallocable, b.Used.Neg())
}

// addsUp tells whether parts add up to their sum also as they are shown.
func (c *writer) addsUp(sum report.Kroner, parts ...report.Kroner) bool {
	total := report.Kroner{}
	for _, p := range parts {
		k, _ := c.figures(p)
		total = total.Add(k)
	}
	k, _ := c.figures(sum)
	return total.Cmp(k) == 0
}

// amountsTo tells whether a step is anything but zero in a year that is shown.
func (c *composer) amountsTo(s step) bool {
	return s.amount(c.bridge).Sign() != 0 || c.last.known && s.amount(c.last.bridge).Sign() != 0
}

// why is the step's reason with its source.
func (c *composer) why(s step) Text {
	reason := Words(c.say(s.reason))
	if s.source == "" || !c.amountsTo(s) {
		return reason
	}
	return c.sourced(reason, c.source(s.source))
}

// waterfall draws the bridge from the new net gain to what remains; a
// deduction of nothing has no bar.
func (c *writer) waterfall(b *ledger.Bridge) *Waterfall {
	w := &Waterfall{}
	level := report.Kroner{}
	down := func(key string, amount report.Kroner) {
		if amount.Sign() == 0 {
			return
		}
		role, to := Minus, level.Sub(amount)
		if amount.Sign() < 0 {
			role = Plus
		}
		w.Steps = append(w.Steps, Step{c.say(key), c.inThousands(amount.Neg()), level, to, role})
		level = to
	}
	at := func(key string, amount report.Kroner) {
		level = amount
		w.Steps = append(w.Steps, Step{Label: c.say(key), Value: c.inThousands(amount), To: amount, Role: Level})
	}
	if b.Earlier.Sign() != 0 {
		at("chapter.bridge.total", b.Total)
		down("chapter.bridge.earlier", b.Earlier)
	}
	at("chapter.bridge.new", b.New)
	down("chapter.bridge.cofinance", b.CoFinance)
	down("chapter.bridge.oneoff", b.OneOff)
	down("chapter.bridge.framecut", b.FrameCut)
	switch {
	case b.Uncovered.Sign() > 0 && b.Reallocable.Sign() > 0: // of several agencies: some lack what others cannot cover
		down("sector.bridge.uncovered", b.Uncovered.Neg())
	case b.Uncovered.Sign() > 0:
		at("chapter.bridge.uncovered", b.Result)
	}
	at("chapter.bridge.reallocable", b.Reallocable)
	down("chapter.bridge.used", b.Used)
	at("chapter.bridge.rest", b.Rest)
	return w
}

func (c *writer) bridgeFinding(b *ledger.Bridge) string {
	if b.Reallocable.Sign() == 0 {
		return c.nothingAvailable(b)
	}
	if b.Used.Sign() == 0 {
		return c.say("chapter.bridge.finding.unused", arg("amount", c.v.Rough(b.Reallocable)))
	}
	amount, used := c.v.RoughPair(b.Reallocable, b.Used)
	return c.say("chapter.bridge.finding", arg("amount", amount), arg("used", used))
}

func (c *writer) bridgeAlt(b *ledger.Bridge) string {
	alt := c.say("chapter.bridge.alt.new", arg("amount", c.kroner(b.New)))
	if b.Earlier.Sign() != 0 {
		alt = c.say("chapter.bridge.alt.earlier", arg("total", c.kroner(b.Total)), arg("earlier", c.kroner(b.Earlier))) + " " + alt
	}
	return alt + " " + c.say("chapter.bridge.alt", arg("cofinance", c.kroner(b.CoFinance)), arg("oneoff", c.kroner(b.OneOff)),
		arg("cut", c.kroner(b.FrameCut)), arg("result", c.kroner(b.Reallocable)), arg("used", c.kroner(b.Used)), arg("rest", c.kroner(b.Rest)))
}

// cashTest says how much may be used as money, and why the rest may not.
func (c *composer) cashTest() {
	b := c.bridge
	args := []report.Arg{arg("money", c.kroner(b.Money)), arg("result", c.kroner(b.ResultMoney)), arg("available", c.kroner(b.ReallocMoney)),
		arg("time", c.kroner(b.Reallocable.Sub(b.ReallocMoney)))}
	switch {
	case b.Reallocable.Sign() == 0:
		c.paragraph("chapter.cash.nothing", args...)
	case b.ReallocMoney.Sign() == 0:
		c.paragraph("chapter.cash.time", args...)
	case b.ReallocMoney.Cmp(b.Reallocable) == 0:
		c.paragraph("chapter.cash.money", args...)
	default:
		c.paragraph("chapter.cash.both", args...)
	}
}

func (c *composer) fullYear() {
	if c.counted() {
		c.paragraph("chapter.fullyear", arg("amount", c.v.Money(c.bridge.FullYear)))
	}
}
