package chapter

import (
	"slices"

	"gevinst/report"
	"gevinst/report/sector/overview"
)

// mapping is the potential for digitalisation over all services and processes.
func (c *sectorComposer) mapping() {
	c.heading(1, "sector.mapping")
	if len(c.s.Services) == 0 {
		c.paragraph("sector.mapping.none")
		return
	}
	left, potential := c.remaining()
	c.sentences(c.say("sector.mapping.count", arg("n", len(c.s.Services)), arg("left", c.v.Int(len(left)))), c.potentialWords(potential))
	c.heading(2, "sector.mapping.status")
	c.sharesBy("sector.mapping.status.table", "chapter.col.digitalstatus", "digital_status", func(s *overview.Service) string { return s.Status })
	c.heading(2, "sector.mapping.suited")
	c.suitability()
	c.heading(2, "sector.mapping.next")
	c.sharesBy("sector.mapping.next.table", "chapter.col.next", "videre", func(s *overview.Service) string { return s.Next })
	c.heading(2, "sector.mapping.left")
	c.greatestLeft(left)
}

// remaining is what is not digital and is not to cease, greatest potential first,
// and its potential.
func (c *sectorComposer) remaining() (left []*overview.Service, potential *report.Kroner) {
	for i := range c.s.Services {
		if s := &c.s.Services[i]; s.Schedule != overview.IsDigital && s.Schedule != overview.Dropped {
			left, potential = append(left, s), sum(potential, s.Potential)
		}
	}
	return left, potential
}

func (c *sectorComposer) potentialWords(k *report.Kroner) string {
	if k == nil {
		return c.say("sector.mapping.potential.none")
	}
	return c.say("sector.mapping.potential", arg("amount", c.kroner(*k)))
}

// share is how many services and processes have an answer in common.
type share struct {
	services, processes int
	potential           *report.Kroner
}

func (x *share) add(s *overview.Service) {
	if s.Kind == "ARBEIDSPROSESS" {
		x.processes++
	} else {
		x.services++
	}
	x.potential = sum(x.potential, s.Potential)
}

// sharesBy shows services, processes and potential by an answer.
func (c *sectorComposer) sharesBy(caption, head, list string, answer func(*overview.Service) string) {
	g := c.table(caption, []Column{c.column(head, Prose, 3), c.column("sector.col.services", Figures, 0),
		c.column("sector.col.processes", Figures, 0), c.column("chapter.col.potential", Figures, 0)})
	by := map[string]*share{}
	all := &share{}
	for i := range c.s.Services {
		s := &c.s.Services[i]
		if by[answer(s)] == nil {
			by[answer(s)] = &share{}
		}
		by[answer(s)].add(s)
		all.add(s)
	}
	for _, choice := range append(slices.Clone(c.Spec.Codes[list]), report.Choice{}) {
		x := by[choice.Value]
		if x == nil {
			continue
		}
		name := c.coded(list, choice.Value)
		if choice.Value == "" {
			name = Words(c.say("sector.unanswered"))
		}
		g.row(Body, name, c.number(x.services), c.number(x.processes), g.count(3, x.potential))
	}
	g.row(Sum, Words(c.say("chapter.sum")), c.number(all.services), c.number(all.processes), g.total(3, all.potential))
	g.put()
}

// suits is the questions that every service answers by yes, partly or no.
func suits() []struct {
	key    string
	answer func(*overview.Service) string
} {
	return []struct {
		key    string
		answer func(*overview.Service) string
	}{
		{"chapter.col.selfservice", func(s *overview.Service) string { return s.SelfService }},
		{"chapter.col.instant", func(s *overview.Service) string { return s.Instant }},
		{"chapter.col.automatic", func(s *overview.Service) string { return s.Automatic }},
		{"chapter.col.users", func(s *overview.Service) string { return s.Users }},
	}
}

// suitability shows what services suit, and the potential of those that do and are
// not digital yet.
func (c *sectorComposer) suitability() {
	columns := []Column{c.column("sector.col.suits", Prose, 3)}
	choices := c.Spec.Codes["vurdering"]
	for _, choice := range choices {
		columns = append(columns, Column{Title: choice.Label.In(c.v.Lang()), Kind: Figures})
	}
	g := c.table("sector.mapping.suited.table", append(columns, c.column("sector.unanswered", Figures, 0), c.column("sector.col.suitedpotential", Figures, 0)))
	for _, q := range suits() {
		n := map[string]int{}
		var potential *report.Kroner
		for i := range c.s.Services {
			s := &c.s.Services[i]
			n[q.answer(s)]++
			if (q.answer(s) == "JA" || q.answer(s) == "DELVIS") && s.Schedule != overview.IsDigital && s.Schedule != overview.Dropped {
				potential = sum(potential, s.Potential)
			}
		}
		cells := []Text{Words(c.say(q.key))}
		for _, choice := range choices {
			cells = append(cells, c.number(n[choice.Value]))
		}
		g.row(Body, append(cells, c.number(n[""]), c.thousands(potential))...)
	}
	g.note(Words(c.say("sector.mapping.suited.note")))
	g.put()
}

func (c *sectorComposer) greatestLeft(left []*overview.Service) {
	if len(left) == 0 {
		c.paragraph("sector.mapping.left.none")
		return
	}
	g := c.table("sector.mapping.left.table", []Column{c.column("chapter.cover.agency", Prose, 3), c.column("chapter.col.service", Prose, 4),
		c.column("chapter.col.digitalstatus", Prose, 1), c.column("chapter.col.next", Prose, 1), c.column("chapter.col.digitalby", Label, 0), c.column("chapter.col.potential", Figures, 0)})
	for _, s := range left[:min(len(left), mostRows)] {
		g.row(Body, c.who(s.OrgNr), c.theirs(s.OrgNr, s.Name), c.coded("digital_status", s.Status), c.coded("videre", s.Next), c.day(s.Planned), g.count(5, s.Potential))
	}
	g.cutOff("sector.cutoff", mostRows, len(left))
	g.put()
}
