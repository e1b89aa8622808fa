package chapter

import (
	"gevinst/report"
	"gevinst/report/text"
)

// digital is section 4: that digitalisation was specially assessed, of measures
// and of services.
func (c *composer) digital() {
	c.heading(1, "chapter.digital")
	c.assessed()
	c.services()
	c.chains()
	c.reuse()
	c.regulations()
	c.plans()
}

// assessed shows the assessment of every measure, whatever its status.
func (c *composer) assessed() {
	c.heading(2, "chapter.assessed")
	if len(c.sub.Measures) == 0 {
		c.paragraph("chapter.assessed.none")
		return
	}
	seen := 0
	for i := range c.sub.Measures {
		if c.sub.Measures[i].DigitalSeen.Or(false) {
			seen++
		}
	}
	c.paragraph("chapter.assessed.count", arg("measures", c.measures(len(c.sub.Measures))),
		arg("seen", c.seen(seen)), arg("digital", opening(c.say("chapter.n.isdigital", arg("n", numeral(c.tally.digital, len(c.sub.Measures)))))))
	g := c.table("chapter.assessed.table", []Column{c.column("chapter.col.id", Label, 0), c.column("chapter.col.measure", Prose, 2),
		c.column("chapter.col.digital", Question, 0), c.column("chapter.col.seen", Question, 0), c.column("chapter.col.assessment", Prose, 4)})
	for i := range c.sub.Measures {
		m := &c.sub.Measures[i]
		g.row(Body, c.name(m.ID), c.said(m.Name), c.yesNo(isDigital(m)), c.answer(m.DigitalSeen), c.told(m.DigitalText))
	}
	g.put()
}

func (c *composer) seen(n int) string {
	switch {
	case n == len(c.sub.Measures) && n == 1:
		return c.say("chapter.n.seen.it")
	case n == len(c.sub.Measures):
		return c.say("chapter.n.seen.all")
	case n == 0:
		return c.say("chapter.n.seen.none")
	default:
		return c.say("chapter.n.seen", arg("n", numeral(n, len(c.sub.Measures))))
	}
}

// chains shows which services belong together with other agencies' services.
func (c *composer) chains() {
	c.heading(2, "chapter.chains")
	if len(c.sub.Chains) == 0 {
		c.paragraph("chapter.chains.none")
		return
	}
	names := map[string]bool{}
	for _, l := range c.sub.Chains {
		names[l.ID.Or("")+"\x00"+l.Name.Or("")] = true
	}
	c.paragraph("chapter.chains.count", arg("n", text.Count(len(names))))
	g := c.table("chapter.chains.table", []Column{c.column("chapter.col.service", Prose, 1), c.column("chapter.col.partner", Prose, 1),
		c.column("chapter.col.responsible", Prose, 1), c.column("chapter.col.plan", Prose, 3)})
	before := ""
	for i, l := range c.sub.Chains {
		if name := l.ID.Or("") + " " + l.Name.Or(""); i == 0 || name != before {
			before = name
			g.group(join(" ", c.name(l.ID), c.said(l.Name)))
		}
		g.row(Body, c.serviceName(l.Service), c.partner(l), c.said(l.Responsible), c.told(l.Plan))
	}
	g.put()
}

func (c *composer) partner(l report.ChainLink) Text {
	if !l.PartnerOrgNr.OK() {
		return c.said(l.PartnerName)
	}
	return append(c.said(l.PartnerName), Span{Text: " (" + c.orgNr(l.PartnerOrgNr).Plain() + ")"})
}

// serviceName is the service's name for its id; the id itself where it resolves
// to none.
func (c *composer) serviceName(id report.Field[string]) Text {
	if name := c.service[id.Or("")]; id.OK() && name != "" {
		return c.own(name)
	}
	return c.said(id)
}

func (c *composer) reuse() {
	c.heading(2, "chapter.reuse")
	if len(c.sub.Reuse) == 0 {
		c.paragraph("chapter.reuse.none")
		return
	}
	n := map[string]int{}
	for _, r := range c.sub.Reuse {
		n[r.Reused.Or("")]++
	}
	all := arg("all", c.say("chapter.n.information", arg("n", text.Count(len(c.sub.Reuse)))))
	parts := c.parts(len(c.sub.Reuse), part{"chapter.n.reused", n["JA"]}, part{"chapter.n.reusedpartly", n["DELVIS"]}, part{"chapter.n.notreused", n["NEI"]})
	if parts == "" {
		c.paragraph("chapter.reuse.count.bare", all)
	} else {
		c.paragraph("chapter.reuse.count", all, arg("parts", parts))
	}
	g := c.table("chapter.reuse.table", []Column{c.column("chapter.col.information", Prose, 2), c.column("chapter.col.reused", Question, 0),
		c.column("chapter.col.service", Prose, 1), c.column("chapter.col.plan", Prose, 3)})
	for _, r := range c.sub.Reuse {
		g.row(Body, c.with(r.Information, r.Holder), c.code("gjenbrukes", r.Reused), c.serviceName(r.Service), c.told(r.Plan))
	}
	g.put()
}

// with is words with what belongs to them in brackets: "Medlemstall (Frivillighetsregisteret)".
func (c *composer) with(words, more report.Field[string]) Text {
	switch {
	case !has(more):
		return c.said(words)
	case !has(words):
		return c.said(more)
	default:
		return c.own(clean(words.Value) + " (" + clean(more.Value) + ")")
	}
}

func (c *composer) regulations() {
	c.heading(2, "chapter.regulations")
	if len(c.sub.Regulations) == 0 {
		c.paragraph("chapter.regulations.none")
		return
	}
	c.paragraph("chapter.regulations.count", arg("n", text.Count(len(c.sub.Regulations))))
	g := c.table("chapter.regulations.table", []Column{c.column("chapter.col.regulation", Prose, 2), c.column("chapter.col.need", Prose, 3),
		c.column("chapter.col.statuswho", Prose, 1), c.column("chapter.col.service", Prose, 1)})
	for _, r := range c.sub.Regulations {
		g.row(Body, c.said(r.Name), c.told(r.Need), c.regulationStatus(r), c.serviceName(r.Service))
	}
	g.put()
}

// regulationStatus is how far a change has come and whose it is.
func (c *composer) regulationStatus(r report.Regulation) Text {
	status := c.code("regelverk_status", r.Status)
	if !has(r.Responsible) {
		return status
	}
	return join(", ", status, c.said(r.Responsible))
}

func (c *composer) plans() {
	c.heading(2, "chapter.plans")
	if len(c.sub.Plans) == 0 {
		c.paragraph("chapter.plans.none")
		return
	}
	g := c.table("chapter.plans.table", []Column{c.column("chapter.col.id", Label, 0), c.column("chapter.col.title", Prose, 3),
		c.column("chapter.col.kind", Prose, 1), c.column("chapter.col.adopted", Label, 0), c.column("chapter.col.until", Label, 0),
		c.column("chapter.col.link", Prose, 2)})
	for _, p := range c.sub.Plans {
		g.row(Body, c.name(p.ID), c.said(p.Title), c.code("plan_type", p.Type), c.date(p.Adopted), c.date(p.Until), c.link(p.Link))
	}
	g.put()
}
