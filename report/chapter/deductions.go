package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
)

// deductions shows each deduction by itself, with its reason and where that is stated.
func (c *composer) deductions() {
	g := c.table("chapter.deductions.table", []Column{c.column("chapter.col.deduction", Prose, 3), c.column("chapter.col.reason", Prose, 4),
		c.column("chapter.col.amount", Figures, 0)})
	c.coFinanceLines(g)
	c.oneOffLines(g)
	if c.bridge.CutDeducted {
		c.cutLines(g)
	}
	b := c.bridge
	if len(g.Rows) == 0 {
		c.sentences(c.say("chapter.deductions.none"))
		c.otherYears()
		return
	}
	g.row(Sum, Words(c.say("chapter.sum")), nil, g.total(2, of(b.CoFinance.Add(b.OneOff).Add(b.FrameCut).Neg())))
	c.heading(3, "chapter.deductions")
	c.sentences(c.say("chapter.deductions.about"))
	g.put()
	c.otherYears()
}

// deduct adds one deduction, shown with its sign.
func (g *grid) deduct(what, why Text, amount report.Kroner) {
	g.row(Body, what, why, g.count(2, of(amount.Neg())))
}

func (c *composer) coFinanceLines(g *grid) {
	terms, _ := c.sub.Spec.CoFinanceTerm(c.year)
	for i := range c.Ledger.Measures {
		line := &c.Ledger.Measures[i]
		if !line.CoFinanced {
			continue
		}
		why := Words(c.say("chapter.deductions.cofinance.why", arg("rate", c.v.Rate(terms.RatePst)), arg("new", c.v.Money(line.New))))
		g.deduct(append(Words(c.say("chapter.bridge.cofinance")+": "), join(" ", c.said(line.Measure.ID), c.said(line.Measure.Name))...),
			c.sourced(why, c.source(terms.Source)), line.CoFinance)
	}
}

func (c *composer) oneOffLines(g *grid) {
	for _, o := range c.sub.OneOffs {
		if o.Year.Value != c.year || !o.Year.OK() || !o.Amount.OK() {
			continue
		}
		g.deduct(append(Words(c.say("chapter.bridge.oneoff")+": "), c.said(o.Kind)...),
			ended(join("", Words(c.say("chapter.deductions.oneoff.why")+" "), c.measureName(o.Measure))), o.Amount.Value)
	}
}

func (c *composer) cutLines(g *grid) {
	for _, a := range c.sub.Budget {
		if !a.AbeCut.OK() {
			continue
		}
		why := Words(c.say("chapter.deductions.abe.why", arg("rate", c.rate(a.AbeRate)), arg("base", c.moneyOf(a.Amount))))
		if has(a.Evidence) {
			why = c.sourced(why, c.said(a.Evidence))
		}
		g.deduct(append(Words(c.say("chapter.deductions.abe")+", "), c.post(a.Chapter, a.Post)...), why, a.AbeCut.Value)
	}
	for _, k := range c.sub.Cuts {
		if !ledger.OtherCut(&k, c.year) || !k.Amount.OK() {
			continue
		}
		g.deduct(c.code("uttakstype", k.Type), c.said(k.Basis), k.Amount.Value)
	}
}

// otherYears tells of one-off costs that belong to other years and are not deducted.
func (c *composer) otherYears() {
	var total *report.Kroner
	list := &List{}
	for _, o := range c.sub.OneOffs {
		if o.Year.OK() && o.Year.Value != c.year {
			total = sum(total, known(o.Amount))
			list.Items = append(list.Items, c.otherYear(o))
		}
	}
	if total != nil {
		c.paragraph("chapter.deductions.otheryears", arg("amount", c.v.Money(*total)), arg("year", strconv.Itoa(c.year)))
		c.add(list)
	}
}

// otherYear is one cost of another year: when, of what, for what and how much.
func (c *composer) otherYear(o report.OneOffCost) Text {
	parts := []Text{Words(strconv.Itoa(o.Year.Value) + ": "), c.measureName(o.Measure)}
	if has(o.Kind) {
		parts = append(parts, Words(", "), c.said(o.Kind))
	}
	return join("", append(parts, Words(", "+c.moneyOf(o.Amount)))...)
}

// measureName is a measure's id and name; the id alone where it resolves to none.
func (c *composer) measureName(id report.Field[string]) Text {
	if m := c.byID[id.Or("")]; m != nil {
		return join(" ", c.name(m.ID), c.said(m.Name))
	}
	return c.said(id)
}

// post is a budget line: "kap. 599 post 01".
func (c *composer) post(chapter report.Field[int], post report.Field[string]) Text {
	switch {
	case !chapter.OK() && !has(post):
		return c.empty
	case !chapter.OK():
		return c.words(c.say("chapter.post.only", arg("post", clean(post.Value))))
	case !has(post):
		return c.words(c.say("chapter.post.chapter", arg("chapter", strconv.Itoa(chapter.Value))))
	default:
		return c.words(c.say("chapter.post", arg("chapter", strconv.Itoa(chapter.Value)), arg("post", clean(post.Value))))
	}
}

func (c *composer) rate(f report.Field[report.Kroner]) string {
	if !f.OK() {
		return c.say("chapter.rate.unstated")
	}
	return c.v.Rate(f.Value)
}

func (c *composer) moneyOf(f report.Field[report.Kroner]) string { return c.money(known(f)) }
