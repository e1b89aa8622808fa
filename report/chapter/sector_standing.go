package chapter

import (
	"strings"

	"gevinst/report/sector/overview"
)

// reported tells who has reported and who has not.
func (c *sectorComposer) reported() {
	c.heading(1, "sector.reported")
	if len(c.s.Agencies) == 0 {
		c.paragraph("sector.reported.nobody")
	} else {
		c.sentences(c.say("sector.reported.count", arg("n", c.s.Reporting()), arg("all", len(c.s.Agencies))), c.drafts(), c.unexpected())
		c.standingTable(len(c.s.Agencies) > mostRows)
	}
	c.deadline()
	c.unreadTable()
}

// standings lists the standings in the order of the telling.
func standings() []overview.Standing {
	return []overview.Standing{overview.Submitted, overview.Blocked, overview.Refused, overview.Duplicate, overview.Missing}
}

// standingTable lists every agency, or, of many, those without a report; the others
// stand in the appendix.
func (c *sectorComposer) standingTable(many bool) {
	g := c.table("sector.reported.table", []Column{c.column("chapter.cover.agency", Prose, 4), c.column("sector.col.orgnr", Label, 0),
		c.column("sector.col.standing", Label, 0), c.column("sector.col.reason", Prose, 4)})
	for _, s := range standings() {
		if many && s == overview.Submitted {
			continue
		}
		for i := range c.s.Agencies {
			if a := &c.s.Agencies[i]; a.Standing == s {
				g.row(Body, c.words(c.nameOf(a)), c.words(c.v.OrgNr(a.OrgNr)), c.words(c.standing(a)), c.reason(a))
			}
		}
	}
	if many {
		g.note(Words(c.say("sector.reported.many", arg("n", c.s.Reporting()), c.where(c.s.Reporting()))))
	}
	if len(g.Rows) > 0 {
		g.put()
	}
}

// unreadTable lists the files that nobody can tell whose they are.
func (c *sectorComposer) unreadTable() {
	if len(c.s.Unread) == 0 {
		return
	}
	c.paragraph("sector.unread", arg("n", len(c.s.Unread)))
	g := c.table("sector.unread.table", []Column{c.column("sector.col.file", Prose, 3), c.column("sector.col.reason", Prose, 4)})
	for i := range c.s.Unread {
		u := &c.s.Unread[i]
		g.row(Body, c.words(clean(fileName(u.Name))), c.why(u.Reason, u.File))
	}
	g.put()
}

// standingKey is where the words for a standing are.
func standingKey(s overview.Standing) string {
	return map[overview.Standing]string{overview.Submitted: "sector.standing.submitted", overview.Blocked: "sector.standing.blocked",
		overview.Refused: "sector.standing.refused", overview.Duplicate: "sector.standing.duplicate", overview.Missing: "sector.standing.missing"}[s]
}

func (c *sectorComposer) standing(a *overview.Agency) string {
	if a.Report != nil && !a.Report.Final {
		return c.say("sector.standing.draft")
	}
	return c.say(standingKey(a.Standing))
}

// reason is the remark on an agency. What can be said in the report's own language
// is, and the rest is in the words of the batch.
func (c *sectorComposer) reason(a *overview.Agency) Text {
	switch {
	case a.Standing == overview.Submitted && a.Report.Warnings > 0:
		return c.words(c.say("sector.warnings", arg("n", a.Report.Warnings)))
	case a.Standing == overview.Blocked:
		return c.words(c.say("sector.blocked", arg("n", a.Errors), arg("rules", strings.Join(c.rules(a.Rules), "; "))))
	case a.Standing == overview.Duplicate:
		return c.words(c.say("sector.duplicate", arg("files", c.v.List(fileNames(a.Files)))))
	case a.Standing == overview.Refused && len(a.Files) > 0:
		return c.why(a.Reason, a.Files[0])
	case a.Standing == overview.Missing && len(a.Files) > 0:
		return c.words(c.say("sector.perhaps", arg("n", len(a.Files)), arg("files", c.v.List(fileNames(a.Files)))))
	default:
		return c.empty
	}
}

// rules is the rules behind their ids, with what they demand; of a ministry's own rules
// no report tells more than that they are its own.
func (c *sectorComposer) rules(ids []string) []string {
	all := make([]string, 0, len(ids))
	for _, id := range ids {
		if c.v.Has("rule." + id + ".title") {
			id += " " + c.v.Rule(id)
		} else {
			id = c.say("sector.rule.own", arg("id", id))
		}
		all = append(all, id)
	}
	return all
}

func fileNames(files []overview.File) []string {
	names := make([]string, 0, len(files))
	for _, f := range files {
		names = append(names, clean(fileName(f.Name)))
	}
	return names
}

// why says why a file was refused: by the title of the rule, or in the sentence of
// the batch.
func (c *sectorComposer) why(r *overview.Reason, f overview.File) Text {
	switch {
	case r == nil:
		return c.empty
	case c.v.Has("rule." + r.Code + ".title"):
		return c.words(c.v.Rule(r.Code) + ".")
	case c.v.Has(r.Code):
		return c.words(c.say(r.Code, arg("file", clean(fileName(f.Name)))))
	default:
		return c.wrote(r.Sentence, r.Language)
	}
}

func (c *sectorComposer) drafts() string {
	n := 0
	for _, a := range c.s.Agencies {
		if a.Report != nil && !a.Report.Final {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return c.say("sector.drafts", arg("n", n))
}

func (c *sectorComposer) unexpected() string {
	var names []string
	for i := range c.s.Agencies {
		if a := &c.s.Agencies[i]; a.Expected != nil && !*a.Expected {
			names = append(names, c.nameOf(a))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return c.say("sector.unexpected", arg("n", len(names)), arg("names", c.some(names)))
}
