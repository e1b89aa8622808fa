package chapter

import (
	"slices"

	"gevinst/report/sector/overview"
)

// linked shows every chain of services over agencies once, and what each partner
// says of it.
func (c *sectorComposer) linked() {
	c.heading(1, "sector.chains")
	if len(c.s.Chains) == 0 {
		c.paragraph("sector.chains.none")
		return
	}
	n := map[overview.ChainAnswer]int{}
	for _, chain := range c.s.Chains {
		for _, p := range chain.Parties {
			n[p.Answer]++
		}
	}
	c.sentences(c.say("sector.chains.count", arg("n", len(c.s.Chains))), c.say("sector.chains.answers", arg("confirm", c.v.Int(n[overview.Confirms])),
		arg("against", c.v.Int(n[overview.Contradicts])), arg("silent", c.v.Int(n[overview.Silent])), arg("outside", c.v.Int(n[overview.Outside]))))
	c.paragraph("sector.chains.about")
	if asked := askedOf(c.s.Chains); len(c.s.Chains) > mostRows {
		c.paragraph("sector.chains.appendix", c.where(len(c.s.Chains)))
		c.chainTable("sector.chains.asked.table", asked[:min(len(asked), mostRows)], len(asked))
		return
	}
	c.chainTable("sector.chains.table", c.s.Chains, len(c.s.Chains))
}

// askedOf is the chains that somebody contradicts or is silent about.
func askedOf(all []overview.Chain) []overview.Chain {
	return slices.DeleteFunc(slices.Clone(all), func(chain overview.Chain) bool {
		return !slices.ContainsFunc(chain.Parties, func(p overview.Party) bool {
			return p.Answer == overview.Contradicts || p.Answer == overview.Silent
		})
	})
}

func (c *sectorComposer) chainTable(key string, chains []overview.Chain, all int) {
	g := c.table(key, []Column{c.column("chapter.cover.agency", Prose, 3), c.column("sector.col.answer", Label, 0),
		c.column("chapter.col.responsible", Prose, 3), c.column("sector.col.against", Prose, 3)})
	for _, chain := range chains {
		g.group(c.wrote(chain.Name, chain.Form))
		for _, p := range chain.Parties {
			g.row(Body, c.party(p), c.words(c.say(answerKey(p.Answer))), c.theirs(p.OrgNr, c.v.List(p.Responsible)), c.whoAll(p.Against))
		}
	}
	if len(chains) == 0 {
		return
	}
	if len(chains) < all {
		g.note(Words(c.say("sector.chains.cutoff", arg("shown", len(chains)), arg("all", all))))
	}
	g.put()
}

func (c *sectorComposer) party(p overview.Party) Text {
	if name := clean(p.Name); name != "" {
		return c.words(name)
	}
	return c.who(p.OrgNr)
}

func answerKey(a overview.ChainAnswer) string {
	return map[overview.ChainAnswer]string{overview.Confirms: "sector.answer.confirms", overview.Contradicts: "sector.answer.contradicts",
		overview.Silent: "sector.answer.silent", overview.Outside: "sector.answer.outside", overview.Unnamed: "sector.answer.unnamed"}[a]
}
