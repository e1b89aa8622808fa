package chapter

import (
	"cmp"
	"slices"
	"time"

	"gevinst/report"
	"gevinst/report/sector/overview"
)

// deadline tells of the ministry's deadline, and whose report was approved after it.
// When a report was sent no workbook says, so that it is not told either.
func (c *sectorComposer) deadline() {
	if c.s.Deadline == nil {
		return
	}
	late, undated := c.late()
	c.sentences(c.say("sector.deadline", arg("day", c.v.LongDate(*c.s.Deadline))), c.lateWords(late), c.undatedWords(undated), c.say("sector.deadline.about"))
	if len(late) == 0 {
		return
	}
	g := c.table("sector.deadline.table", []Column{c.column("chapter.cover.agency", Prose, 4), c.column("sector.col.approved", Label, 0), c.column("sector.col.days", Figures, 0)})
	for _, a := range late[:min(len(late), mostRows)] {
		g.row(Body, c.words(c.nameOf(a)), c.day(a.Report.Approved), c.number(daysBetween(*c.s.Deadline, *a.Report.Approved)))
	}
	g.cutOff("sector.cutoff.some", mostRows, len(late))
	g.put()
}

// late is the agencies whose reports were approved after the deadline, latest first,
// and those whose reports have no day.
func (c *sectorComposer) late() (late, undated []*overview.Agency) {
	for i := range c.s.Agencies {
		switch a := &c.s.Agencies[i]; {
		case c.s.Late(a):
			late = append(late, a)
		case a.Report != nil && a.Report.Approved == nil:
			undated = append(undated, a)
		}
	}
	slices.SortStableFunc(late, func(a, b *overview.Agency) int {
		return cmp.Compare(b.Report.Approved.String(), a.Report.Approved.String())
	})
	return late, undated
}

func (c *sectorComposer) lateWords(late []*overview.Agency) string {
	if len(late) == 0 {
		return c.say("sector.deadline.kept")
	}
	return c.say("sector.deadline.late", arg("n", len(late)))
}

func (c *sectorComposer) undatedWords(undated []*overview.Agency) string {
	if len(undated) == 0 {
		return ""
	}
	names := make([]string, 0, len(undated))
	for _, a := range undated {
		names = append(names, c.nameOf(a))
	}
	return c.say("sector.deadline.undated", arg("n", len(undated)), arg("names", c.some(names)))
}

// daysBetween counts the days from one day to a later one.
func daysBetween(from, to report.Date) int {
	day := func(d report.Date) time.Time {
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	}
	return int(day(to).Sub(day(from)) / (24 * time.Hour))
}
