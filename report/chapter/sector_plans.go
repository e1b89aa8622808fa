package chapter

import (
	"slices"

	"gevinst/report/sector/overview"
)

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
	g.cutOff("sector.cutoff.some", mostRows, len(list))
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
