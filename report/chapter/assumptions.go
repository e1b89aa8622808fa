package chapter

import (
	"maps"
	"slices"
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
)

// assumptions is section 9: everything that the figures rest on.
func (c *composer) assumptions() {
	c.heading(1, "chapter.assumptions")
	c.method()
	c.parameters()
	c.appropriations()
	c.derivations()
	c.indexRows()
	c.remarks()
	c.sources()
	c.data()
}

func (c *composer) method() {
	c.heading(2, "chapter.method")
	c.paragraph("chapter.method.about")
	c.paragraph("chapter.method.steps")
	rounding := c.say("chapter.method.rounding")
	if c.rounded {
		rounding += " " + c.say("chapter.method.rounded")
	}
	c.sentences(rounding, c.say("chapter.method.missing"))
	if !c.confirmed() {
		c.add(&Note{Title: c.say("chapter.unconfirmed.title"), Text: Words(c.say("chapter.unconfirmed", arg("year", strconv.Itoa(c.year)),
			arg("set", c.sub.Spec.Set)))})
	}
}

// confirmed tells whether the year's common requirements were found in a source.
func (c *composer) confirmed() bool { return slices.Contains(c.sub.Spec.Confirmed, c.year) }

// parameters shows the agency's own choices and the set's numbers, with sources.
func (c *composer) parameters() {
	c.heading(2, "chapter.parameters")
	g := c.table("chapter.parameters.table", []Column{c.column("chapter.col.parameter", Prose, 4), c.column("chapter.col.value", Prose, 2),
		c.column("chapter.col.source", Prose, 4)})
	row := func(key string, value, source Text) { g.row(Body, Words(c.say(key)), value, source) }
	a := c.agency
	row("chapter.parameter.budgetform", c.code("budsjettform", a.BudgetForm), c.stated(a.BudgetForm.At, c.empty))
	row("chapter.parameter.manyears", c.unitValue(a.ManYears, c.v.ManYears), c.definition(a.ManYearsMeans))
	row("chapter.parameter.hours", c.unitValue(a.HoursPerYear, c.v.Hours), c.stated(a.HoursPerYear.At, c.empty))
	row("chapter.parameter.deductcut", c.yesNo(c.bridge.CutDeducted), c.stated(a.DeductCut.At, Words(c.say("chapter.source.default"))))
	spec := c.sub.Spec
	if terms, ok := spec.CoFinanceTerm(c.year); ok && c.coFinanced() {
		row("chapter.parameter.cofinance", Words(c.v.Rate(terms.RatePst)), c.source(terms.Source))
	}
	rate, ok := spec.AbeRate(c.year)
	switch {
	case !c.cutByAbe():
	case ok:
		row("chapter.parameter.abe", Words(c.v.Rate(rate)), c.source("abe"))
	default:
		row("chapter.parameter.abe", c.empty, Words(c.say("chapter.parameter.abe.unknown")))
	}
	for _, name := range slices.Sorted(maps.Keys(spec.Parameters)) {
		if p := spec.Parameters[name]; name == deviationLimit || p.Source == report.MinistrySource {
			row("parameter."+name, c.parameter(p), c.source(p.Source))
		}
	}
	g.put()
}

// coFinanced tells whether any measure is paid for by co-financing.
func (c *composer) coFinanced() bool {
	return slices.ContainsFunc(c.sub.Measures, func(m report.Measure) bool { return ledger.CoFinanced(&m) })
}

// cutByAbe tells whether the agency has stated a cut of the general reform.
func (c *composer) cutByAbe() bool {
	return slices.ContainsFunc(c.sub.Budget, func(a report.Appropriation) bool { return a.AbeCut.OK() || a.AbeRate.OK() })
}

// parameter is the value of a parameter with its unit.
func (c *composer) parameter(p report.Parameter) Text {
	if p.Unit == "pst" {
		return Words(c.v.Rate(p.Value))
	}
	return Words(c.v.Money(p.Value))
}

func (c *composer) unitValue(f report.Field[report.Kroner], say func(report.Kroner) string) Text {
	if !f.OK() {
		return c.empty
	}
	return Words(say(f.Value))
}

// stated says that the agency stated a field, or else what holds where it did not.
func (c *composer) stated(field report.At, otherwise Text) Text {
	if field.OK() {
		return Words(c.say("chapter.source.agency"))
	}
	return otherwise
}

// definition is what the agency means by a man-year, as far as it has said so.
func (c *composer) definition(f report.Field[string]) Text {
	if has(f) {
		return c.said(f)
	}
	return c.stated(c.agency.ManYears.At, c.empty)
}

func (c *composer) appropriations() {
	c.heading(2, "chapter.appropriations")
	if len(c.sub.Budget) == 0 {
		c.paragraph("chapter.appropriations.none")
		return
	}
	g := c.table("chapter.appropriations.table", []Column{c.column("chapter.col.post", Label, 0), c.column("chapter.col.name", Prose, 3),
		c.column("chapter.col.appropriation", Figures, 0), c.column("chapter.col.aberate", Figures, 0), c.column("chapter.col.abecut", Figures, 0),
		c.column("chapter.col.evidence", Prose, 3)})
	var amount, cut *report.Kroner
	for _, a := range c.sub.Budget {
		amount, cut = sum(amount, known(a.Amount)), sum(cut, known(a.AbeCut))
		g.row(Body, c.post(a.Chapter, a.Post), c.said(a.Name), g.count(2, known(a.Amount)), c.amount(a.AbeRate),
			g.count(4, known(a.AbeCut)), c.said(a.Evidence))
	}
	if len(c.sub.Budget) > 1 {
		g.row(Sum, Words(c.say("chapter.sum")), nil, g.total(2, amount), nil, g.total(4, cut), nil)
	}
	g.put()
}

// indexRows shows the price index where a gain uses it.
func (c *composer) indexRows() {
	c.heading(2, "chapter.index")
	if len(c.sub.Index) == 0 {
		c.paragraph("chapter.index.none", arg("year", strconv.Itoa(c.year)))
		return
	}
	c.paragraph("chapter.index.about", arg("year", strconv.Itoa(c.year)))
	g := c.table("chapter.index.table", []Column{c.column("chapter.col.year", Label, 0), c.column("chapter.col.index", Figures, 0),
		c.column("chapter.col.series", Prose, 2), c.column("chapter.col.evidence", Prose, 3)})
	for _, p := range c.sub.Index {
		year := c.empty
		if p.Year.OK() {
			year = Words(strconv.Itoa(p.Year.Value))
		}
		g.row(Body, year, c.amount(p.Index), c.said(p.Series), c.said(p.Evidence))
	}
	g.put()
}

// data says what the section was made of, so that anybody can check it.
func (c *composer) data() {
	c.heading(2, "chapter.data")
	counts := c.sub.Counts
	c.sentences(c.say("chapter.data.cells", arg("n", counts.Read), arg("used", counts.Used), arg("form", counts.Form)), c.unused(counts.Unused))
	o := c.sub.Origin
	list := &List{}
	for _, f := range []struct{ key, value string }{
		{"chapter.data.file", clean(fileName(o.File))}, {"chapter.data.sha256", o.SHA256}, {"chapter.data.hash", o.Data},
		{"chapter.data.version", c.sub.Spec.Version}, {"chapter.data.rules", c.sub.Spec.Hash},
	} {
		if f.value == "" {
			f.value = c.v.None()
		}
		list.Items = append(list.Items, Text{{Text: c.say(f.key) + " "}, {Text: f.value}})
	}
	c.add(list)
	if c.Embedded {
		c.sentences(c.say("chapter.data.pdf.embedded"))
		return
	}
	c.sentences(c.say("chapter.data.pdf"))
}

func (c *composer) unused(n int) string {
	if n == 0 {
		return c.say("chapter.data.unused.none")
	}
	return c.say("chapter.data.unused", arg("n", n))
}

// fileName is the name without its folders, which are nobody's business.
func fileName(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' || path[i] == '\\' {
			return path[i+1:]
		}
	}
	return path
}
