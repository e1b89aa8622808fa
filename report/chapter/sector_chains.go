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
		c.chainTable("sector.chains.asked.table", asked[:min(len(asked), mostRows)], len(asked))
		c.paragraph("sector.chains.appendix")
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

// needs shows who waits for whose information.
func (c *sectorComposer) needs() {
	c.heading(1, "sector.needs")
	if len(c.s.Needs) == 0 {
		c.paragraph("sector.needs.none")
		return
	}
	waiting := 0
	for _, n := range c.s.Needs {
		if len(n.Waits)+len(n.Partly) > 0 {
			waiting++
		}
	}
	c.paragraph("sector.needs.count", arg("n", len(c.s.Needs)), arg("waiting", c.v.Int(waiting)))
	g := c.table("sector.needs.table", []Column{c.column("sector.col.information", Prose, 3), c.column("sector.col.waits", Prose, 4),
		c.column("sector.col.partly", Prose, 4), c.column("sector.col.reuses", Figures, 0)})
	holder := "\x00"
	for _, n := range c.s.Needs {
		if n.Holder != holder {
			holder = n.Holder
			g.group(c.orUnstated(c.wrote(n.Holder, n.Form), n.Holder))
		}
		g.row(Body, c.wrote(n.Information, n.Form), c.whoAll(n.Waits), c.whoAll(n.Partly), c.number(len(n.Reuses)))
	}
	g.put()
}

// orUnstated says that the agencies did not state something.
func (c *sectorComposer) orUnstated(t Text, s string) Text {
	if clean(s) == "" {
		return c.words(c.say("sector.unstated"))
	}
	return t
}

// changes shows which regulations agencies want changed, by whose they are.
func (c *sectorComposer) changes() {
	c.heading(1, "sector.changes")
	if len(c.s.Changes) == 0 {
		c.paragraph("sector.changes.none")
		return
	}
	wishes, n := 0, map[string]int{}
	for _, x := range c.s.Changes {
		for _, w := range x.Wishes {
			wishes++
			n[w.Status]++
		}
	}
	c.paragraph("sector.changes.count", arg("n", len(c.s.Changes)), arg("wishes", c.v.Int(wishes)), arg("decided", c.v.Int(n["VEDTATT"])))
	g := c.table("sector.changes.table", []Column{c.column("chapter.col.regulation", Prose, 3), c.column("chapter.col.need", Prose, 5),
		c.column("chapter.col.status", Prose, 1), c.column("chapter.cover.agency", Prose, 4)})
	owner := "\x00"
	for _, x := range c.s.Changes {
		if x.Owner != owner {
			owner = x.Owner
			g.group(c.orUnstated(c.wrote(x.Owner, x.Form), x.Owner))
		}
		for _, w := range alikeWishes(x.Wishes) {
			g.row(Body, c.wrote(x.Regulation, x.Form), c.theirs(w.orgs[0], w.need), c.coded("regelverk_status", w.status), c.whoAll(w.orgs))
		}
	}
	g.put()
}

// wish is one need at one stage, with the agencies that have it.
type wish struct {
	need, status string
	orgs         []string
}

func alikeWishes(all []overview.Wish) []wish {
	var out []wish
	for _, w := range all {
		at := slices.IndexFunc(out, func(o wish) bool { return o.need == w.Need && o.status == w.Status })
		if at < 0 {
			out = append(out, wish{w.Need, w.Status, nil})
			at = len(out) - 1
		}
		out[at].orgs = append(out[at].orgs, w.OrgNr)
	}
	return out
}

// inForce shows which plans and strategies hold at the end of the report year.
func (c *sectorComposer) inForce() {
	c.heading(1, "sector.plans")
	if len(c.s.Plans) == 0 {
		c.paragraph("sector.plans.none")
		return
	}
	n := map[overview.Force]int{}
	have := map[string]bool{}
	for _, p := range c.s.Plans {
		n[p.Force]++
		if p.Force == overview.InForce || p.Force == overview.Open {
			have[p.OrgNr] = true
		}
	}
	var without []string
	for _, a := range c.s.Agencies {
		if a.Report != nil && !have[a.OrgNr] {
			without = append(without, c.nameOf(&a))
		}
	}
	c.sentences(c.say("sector.plans.count", arg("n", len(c.s.Plans)), arg("inforce", c.v.Int(n[overview.InForce]+n[overview.Open])), arg("expired", c.v.Int(n[overview.Expired])),
		arg("year", c.year)), c.withoutPlan(without))
	c.plansOf("sector.plans.expired.table", overview.Expired)
	c.plansOf("sector.plans.inforce.table", overview.InForce, overview.Open, overview.Later, overview.Unknown)
}

func (c *sectorComposer) withoutPlan(names []string) string {
	if len(names) == 0 {
		return c.say("sector.plans.all")
	}
	return c.say("sector.plans.without", arg("n", len(names)), arg("names", c.some(names)))
}

// plansOf lists the plans that stand so, those that end first first.
func (c *sectorComposer) plansOf(key string, want ...overview.Force) {
	var list []*overview.Plan
	for i := range c.s.Plans {
		if p := &c.s.Plans[i]; slices.Contains(want, p.Force) {
			list = append(list, p)
		}
	}
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b *overview.Plan) int { return compareDays(dayOrder(a.Until), dayOrder(b.Until)) })
	g := c.table(key, []Column{c.column("chapter.cover.agency", Prose, 3), c.column("chapter.col.title", Prose, 4), c.column("chapter.col.kind", Label, 0),
		c.column("chapter.col.adopted", Label, 0), c.column("chapter.col.until", Label, 0), c.column("chapter.col.status", Label, 0)}, arg("year", c.year))
	for _, p := range list[:min(len(list), mostRows)] {
		g.row(Body, c.who(p.OrgNr), c.theirs(p.OrgNr, p.Title), c.coded("plan_type", p.Type), c.day(p.Adopted), c.day(p.Until), c.words(c.say(forceKey(p.Force))))
	}
	g.cutOff(mostRows, len(list))
	g.put()
}

// compareDays puts days in order, those without one last.
func compareDays(a, b string) int {
	switch {
	case a == b:
		return 0
	case a == "" || b != "" && a > b:
		return 1
	default:
		return -1
	}
}

func forceKey(f overview.Force) string {
	return map[overview.Force]string{overview.InForce: "sector.force.inforce", overview.Expired: "sector.force.expired",
		overview.Later: "sector.force.later", overview.Open: "sector.force.open", overview.Unknown: "sector.force.unknown"}[f]
}
