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
		c.add(&Paragraph{c.available()})
		c.bridgeTable()
		c.figure(c.waterfall())
		c.cashTest()
		c.fullYear()
		c.deductions()
	}
	c.add(&Note{Title: c.say("chapter.authority.title"),
		Text: append(Text{{Text: c.say("chapter.authority") + " "}, {Text: c.say("chapter.sourced") + " "}}, c.source("r-110")...)})
	c.uses()
	c.cuts()
}

// step is one line of the bridge.
type step struct {
	name, reason string // keys
	source       string // id, "" for a sum
	kind         RowKind
	amount       func(*ledger.Bridge) report.Kroner
	deducted     bool
	only         bool // shown only where it is not zero in any year
}

// steps is the bridge from the net gain to what remains.
func (c *composer) steps() []step {
	return []step{
		{"chapter.bridge.total", "chapter.bridge.total.why", ownMethod, Body, func(b *ledger.Bridge) report.Kroner { return b.Total }, false, false},
		{"chapter.bridge.earlier", "chapter.bridge.earlier.why", ownMethod, Body, func(b *ledger.Bridge) report.Kroner { return b.Earlier }, true, false},
		{"chapter.bridge.new", "chapter.bridge.new.why", "", Sub, func(b *ledger.Bridge) report.Kroner { return b.New }, false, false},
		{"chapter.bridge.money", "chapter.bridge.money.why", "prosjektveiviseren", Body, func(b *ledger.Bridge) report.Kroner { return b.Money }, false, false},
		{"chapter.bridge.time", "chapter.bridge.time.why", "prosjektveiviseren", Body, func(b *ledger.Bridge) report.Kroner { return b.Time }, false, false},
		{"chapter.bridge.cofinance", "chapter.bridge.cofinance.why", c.coFinanceSource(), Body, func(b *ledger.Bridge) report.Kroner { return b.CoFinance }, true, false},
		{"chapter.bridge.oneoff", "chapter.bridge.oneoff.why", "forsvaret", Body, func(b *ledger.Bridge) report.Kroner { return b.OneOff }, true, false},
		{"chapter.bridge.beforecut", "chapter.bridge.beforecut.why", "", Sub, func(b *ledger.Bridge) report.Kroner { return b.BeforeCut }, false, false},
		{"chapter.bridge.framecut", c.cutReason(), "abe", Body, func(b *ledger.Bridge) report.Kroner { return b.FrameCut }, true, false},
		{"chapter.bridge.uncovered", "chapter.bridge.uncovered.why", ownMethod, Body, func(b *ledger.Bridge) report.Kroner { return b.Uncovered }, false, true},
		{"chapter.bridge.reallocable", "chapter.bridge.reallocable.why", "", Sum, func(b *ledger.Bridge) report.Kroner { return b.Reallocable }, false, false},
		{"chapter.bridge.reallocmoney", "chapter.bridge.reallocmoney.why", ownMethod, Body, func(b *ledger.Bridge) report.Kroner { return b.ReallocMoney }, false, false},
		{"chapter.bridge.used", "chapter.bridge.used.why", "", Body, func(b *ledger.Bridge) report.Kroner { return b.Used }, true, false},
		{"chapter.bridge.rest", "chapter.bridge.rest.why", "", Sum, func(b *ledger.Bridge) report.Kroner { return b.Rest }, false, false},
	}
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

// amount is the step's amount as printed: a deduction with its sign turned.
func (s step) shown(b *ledger.Bridge) *report.Kroner {
	k := s.amount(b)
	if s.deducted {
		k = k.Neg()
	}
	return &k
}

func (c *composer) bridgeTable() {
	columns := []Column{c.column("chapter.col.line", Prose, 3), c.column("chapter.col.reason", Prose, 5)}
	if c.last.known {
		columns = append(columns, yearColumn(c.last.year))
	}
	g := c.table("chapter.bridge.table", append(columns, yearColumn(c.year)), arg("year", strconv.Itoa(c.year)))
	for _, s := range c.steps() {
		if s.only && s.amount(c.bridge).Sign() == 0 {
			continue
		}
		cells := []Text{Words(c.say(s.name)), c.why(s)}
		if c.last.known {
			cells = append(cells, c.thousands(s.shown(c.last.bridge)))
		}
		g.row(s.kind, append(cells, c.thousands(s.shown(c.bridge)))...)
	}
	b := c.bridge
	g.off = !addsUp(b.New, b.Total, b.Earlier.Neg()) || !addsUp(b.BeforeCut, b.New, b.CoFinance.Neg(), b.OneOff.Neg()) ||
		!addsUp(b.Result, b.BeforeCut, b.FrameCut.Neg()) || !addsUp(b.Rest, b.Reallocable, b.Used.Neg())
	g.put()
}

// addsUp tells whether parts add up to their sum also as they are shown.
func addsUp(sum report.Kroner, parts ...report.Kroner) bool {
	total := report.Kroner{}
	for _, p := range parts {
		total = total.Add(shown(p))
	}
	return total.Cmp(shown(sum)) == 0
}

// why is the step's reason with its source.
func (c *composer) why(s step) Text {
	reason := Words(c.say(s.reason))
	if s.source == "" || s.source == ownMethod {
		return reason
	}
	return append(append(reason, Span{Text: " " + c.say("chapter.sourced") + " "}), c.source(s.source)...)
}

// waterfall draws the bridge from the new net gain to what remains; a
// deduction of nothing has no bar.
func (c *composer) waterfall() *Figure {
	b := c.bridge
	f := &Figure{Caption: c.bridgeFinding(), Alt: c.bridgeAlt()}
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
	if b.Uncovered.Sign() > 0 {
		at("chapter.bridge.uncovered", b.Result)
	}
	at("chapter.bridge.reallocable", b.Reallocable)
	down("chapter.bridge.used", b.Used)
	at("chapter.bridge.rest", b.Rest)
	f.Chart = w
	return f
}

func (c *composer) bridgeFinding() string {
	if c.bridge.Reallocable.Sign() == 0 {
		return c.nothingAvailable()
	}
	if c.bridge.Used.Sign() == 0 {
		return c.say("chapter.bridge.finding.unused", arg("amount", c.v.Rough(c.bridge.Reallocable)))
	}
	return c.say("chapter.bridge.finding", arg("amount", c.v.Rough(c.bridge.Reallocable)), arg("used", c.v.Rough(c.bridge.Used)))
}

func (c *composer) bridgeAlt() string {
	b := c.bridge
	alt := c.say("chapter.bridge.alt.new", arg("amount", c.v.Money(b.New)))
	if b.Earlier.Sign() != 0 {
		alt = c.say("chapter.bridge.alt.earlier", arg("total", c.v.Money(b.Total)), arg("earlier", c.v.Money(b.Earlier))) + " " + alt
	}
	return alt + " " + c.say("chapter.bridge.alt", arg("cofinance", c.v.Money(b.CoFinance)), arg("oneoff", c.v.Money(b.OneOff)),
		arg("cut", c.v.Money(b.FrameCut)), arg("result", c.v.Money(b.Reallocable)), arg("used", c.v.Money(b.Used)), arg("rest", c.v.Money(b.Rest)))
}

// cashTest says how much may be used as money, and why the rest may not.
func (c *composer) cashTest() {
	b := c.bridge
	args := []report.Arg{arg("money", c.v.Money(b.Money)), arg("result", c.v.Money(b.ResultMoney)), arg("available", c.v.Money(b.ReallocMoney)),
		arg("time", c.v.Money(b.Reallocable.Sub(b.ReallocMoney)))}
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
