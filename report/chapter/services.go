package chapter

import (
	"gevinst/report"
	"gevinst/report/chapter/address"
	"gevinst/report/text"
)

// services answers what the ministry asks of every service: what remains, what
// it suits, whether it serves its users and what becomes of it.
func (c *composer) services() {
	c.heading(2, "chapter.services")
	if len(c.sub.Services) == 0 {
		c.paragraph("chapter.services.none")
		return
	}
	c.cite("digitalt-forstevalg") // asks these questions
	c.remaining()
	c.suited()
	c.onwards()
}

func countServices(all []report.Service, value func(*report.Service) report.Field[string]) map[string]int {
	n := map[string]int{}
	for i := range all {
		n[value(&all[i]).Or("")]++
	}
	return n
}

// remaining shows how far each service is digital.
func (c *composer) remaining() {
	c.heading(3, "chapter.services.remaining")
	n := countServices(c.sub.Services, func(s *report.Service) report.Field[string] { return s.Status })
	c.sentences(c.digitalServices(n), c.left(n["DELVIS"]+n["IKKE_DIGITAL"], n[""]), c.unanswered(n[""]))
	g := c.table("chapter.services.table", []Column{c.column("chapter.col.id", Label, 0), c.column("chapter.col.service", Prose, 2),
		c.column("chapter.col.servicekind", Label, 0), c.column("chapter.col.audience", Prose, 1), c.column("chapter.col.volume", Figures, 0),
		c.column("chapter.col.digitalstatus", Label, 0)})
	for _, s := range c.sub.Services {
		g.row(Body, c.name(s.ID), c.said(s.Name), c.code("tjeneste_art", s.Kind), c.said(s.Audience), c.amount(s.Volume),
			c.code("digital_status", s.Status))
	}
	g.put()
}

// digitalServices counts the services by how digital they are.
func (c *composer) digitalServices(n map[string]int) string {
	parts := c.parts(len(c.sub.Services), part{"chapter.n.digitalservice", n["DIGITAL"]}, part{"chapter.n.partlyservice", n["DELVIS"]},
		part{"chapter.n.notservice", n["IKKE_DIGITAL"]})
	if parts == "" {
		return c.say("chapter.services.count.bare", c.servicesInAll())
	}
	return c.say("chapter.services.count", c.servicesInAll(), arg("parts", parts))
}

// servicesInAll is "tre tjenester og arbeidsprosesser".
func (c *composer) servicesInAll() report.Arg {
	return arg("services", c.say("chapter.n.services", arg("n", text.Count(len(c.sub.Services)))))
}

// left is how many services remain. One without a status may be digital or not: it
// is not counted, and where there is one, it is not said that nothing remains.
func (c *composer) left(n, unanswered int) string {
	switch {
	case n > 0:
		return c.say("chapter.services.left", arg("n", numeral(n, len(c.sub.Services))))
	case unanswered > 0:
		return ""
	default:
		return c.say("chapter.services.left.none")
	}
}

func (c *composer) unanswered(n int) string {
	if n == 0 {
		return ""
	}
	return c.say("chapter.services.unanswered", arg("n", numeral(n, len(c.sub.Services))))
}

// suited shows what each service suits, and whether it is made for its users.
func (c *composer) suited() {
	c.heading(3, "chapter.services.suited")
	c.sentences(c.fitness(), c.usersSentence())
	g := c.table("chapter.services.suited.table", []Column{c.column("chapter.col.id", Label, 0), c.column("chapter.col.service", Prose, 1),
		c.column("chapter.col.selfservice", Question, 0), c.column("chapter.col.instant", Question, 0), c.column("chapter.col.automatic", Question, 0),
		c.column("chapter.col.users", Question, 0)})
	for _, s := range c.sub.Services {
		g.row(Body, c.name(s.ID), c.said(s.Name), c.code("vurdering", s.SelfService), c.code("vurdering", s.Instant), c.code("vurdering", s.Automatic),
			c.code("vurdering", s.UserOriented))
	}
	g.put()
}

// onwards shows what becomes of each service, and what there is to gain.
func (c *composer) onwards() {
	c.heading(3, "chapter.services.next")
	next := countServices(c.sub.Services, func(s *report.Service) report.Field[string] { return s.Next })
	parts := c.parts(len(c.sub.Services), part{"chapter.n.keep", next["BEHOLDES"]}, part{"chapter.n.redesign", next["REDESIGN"]},
		part{"chapter.n.simplify", next["FORENKLES"]}, part{"chapter.n.drop", next["BORTFALLER"]})
	if parts == "" {
		c.paragraph("chapter.services.next.none")
	} else {
		c.paragraph("chapter.services.next.count", c.servicesInAll(), arg("parts", parts))
	}
	g := c.table("chapter.services.next.table", []Column{c.column("chapter.col.id", Label, 0), c.column("chapter.col.service", Prose, 1),
		c.column("chapter.col.next", Label, 0), c.column("chapter.col.planref", Prose, 1), c.column("chapter.col.digitalby", Label, 0),
		c.column("chapter.col.potential", Figures, 0)})
	var potential *report.Kroner
	titles := c.planTitles()
	for _, s := range c.sub.Services {
		plan := c.said(s.PlanReference)
		if title := titles[s.PlanReference.Or("")]; title != "" {
			plan = c.own(title)
		}
		potential = sum(potential, known(s.Potential))
		g.row(Body, c.name(s.ID), c.said(s.Name), c.code("videre", s.Next), plan, c.date(s.PlannedOn), g.count(5, known(s.Potential)))
	}
	if potential != nil {
		g.row(Sum, Words(c.say("chapter.sum")), nil, nil, nil, nil, g.total(5, potential))
		g.note(Words(c.say("chapter.services.potential.note")))
	}
	g.put()
}

func (c *composer) planTitles() map[string]string {
	titles := map[string]string{}
	for _, p := range c.sub.Plans {
		if p.ID.OK() && has(p.Title) {
			titles[p.ID.Value] = clean(p.Title.Value)
		}
	}
	return titles
}

// link is an address that can be followed, where it is one. What was typed decides:
// without the characters that cannot be printed, it might be another address.
func (c *writer) link(f report.Field[string]) Text {
	words := c.said(f)
	if !has(f) {
		return words
	}
	if address.Of(f.Value) != "" {
		words[0].Href = words[0].Text
		words[0].Lang = ""
	}
	return words
}
