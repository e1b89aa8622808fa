package chapter

import (
	"gevinst/report"
)

// area is a priority area with its uses, in the order of the workbook.
type area struct {
	name string // cleaned, "" where the agency named none
	uses []*report.Reallocation
}

// areasOf groups uses by priority area, in the order in which the areas come.
func areasOf(uses []report.Reallocation) []area {
	var all []area
	at := map[string]int{}
	for i := range uses {
		u := &uses[i]
		name := clean(u.Area.Or(""))
		if _, ok := at[name]; !ok {
			at[name] = len(all)
			all = append(all, area{name: name})
		}
		all[at[name]].uses = append(all[at[name]].uses, u)
	}
	return all
}

// uses shows what freed resources are used for, by priority area, and why
// something remains.
func (c *composer) uses() {
	c.heading(2, "chapter.uses")
	if len(c.sub.Uses) == 0 {
		c.paragraph("chapter.uses.none")
	} else {
		c.add(&Paragraph{c.usedLine()})
		c.usesTable()
	}
	if c.bridge.Rest.Sign() == 0 {
		c.tell(c.agency.WhyRest)
		return
	}
	c.add(&Paragraph{Words(c.restLine())})
	if !c.tell(c.agency.WhyRest) {
		c.paragraph("chapter.rest.unexplained")
	}
}

func (c *composer) usesTable() {
	g := c.table("chapter.uses.table", []Column{c.column("chapter.col.purpose", Prose, 3), c.column("chapter.col.usekind", Prose, 1),
		c.column("chapter.col.post", Label, 0), c.column("chapter.col.permanent", Question, 0), c.column("chapter.col.manyears", Figures, 0),
		c.column("chapter.col.amount", Figures, 0)})
	var manYears *report.Kroner
	for _, a := range areasOf(c.sub.Uses) {
		g.group(c.areaName(a))
		var total *report.Kroner
		for _, u := range a.uses {
			total, manYears = sum(total, known(u.Amount)), sum(manYears, known(u.ManYears))
			g.row(Body, c.use(u), c.code("omdisponering_art", u.Kind), c.post(u.Chapter, u.Post), c.answer(u.Permanent), c.manYears(known(u.ManYears)),
				g.count(5, known(u.Amount)))
		}
		if len(a.uses) > 1 {
			g.row(Sub, Words(c.say("chapter.uses.sub")), nil, nil, nil, nil, c.thousands(total))
		}
	}
	g.row(Sum, Words(c.say("chapter.sum")), nil, nil, nil, c.manYears(manYears), g.total(5, &c.bridge.Used))
	g.put()
}

// manYears is a number of man-years with two decimals, or with all it has where
// those would not be the whole truth.
func (c *writer) manYears(n *report.Kroner) Text {
	switch {
	case n == nil:
		return c.empty
	case n.Round(2).Cmp(*n) != 0:
		return c.words(c.v.Short(*n))
	default:
		return c.words(c.v.Fixed(*n, 2))
	}
}

// use is a use's identifier, what it is for, and who decided it when.
func (c *composer) use(u *report.Reallocation) Text {
	if !has(u.ID) {
		return c.purpose(u)
	}
	return join(" ", c.name(u.ID), c.purpose(u))
}

func (c *composer) purpose(u *report.Reallocation) Text {
	if !has(u.Decision) && !u.DecidedOn.OK() {
		return c.said(u.Purpose)
	}
	decision := append(Words(c.say("chapter.uses.decision")+" "), c.evidence(u.Decision, u.DecidedOn)...)
	if !has(u.Purpose) {
		return decision
	}
	return join(" ", c.sentence(u.Purpose), decision)
}

func (c *composer) areaName(a area) Text {
	if a.name == "" {
		return c.words(c.say("chapter.area.none"))
	}
	return c.own(a.name)
}
