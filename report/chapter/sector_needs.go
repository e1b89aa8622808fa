package chapter

import (
	"slices"
	"strings"

	"gevinst/report/sector/overview"
)

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
	wishes, n, regulations := 0, map[string]int{}, map[string]bool{}
	for _, x := range c.s.Changes {
		regulations[strings.ToLower(clean(x.Regulation))] = true // two may be said to own one
		for _, w := range x.Wishes {
			wishes++
			n[w.Status]++
		}
	}
	c.paragraph("sector.changes.count", arg("n", len(regulations)), arg("wishes", c.v.Int(wishes)), arg("decided", c.v.Int(n["VEDTATT"])))
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
