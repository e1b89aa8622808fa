package chapter

import (
	"cmp"
	"slices"
	"strconv"

	"gevinst/report"
	"gevinst/report/sector/overview"
)

// schedule is what becomes digital when, by agency, and what is late or has no day.
func (c *sectorComposer) schedule() {
	c.heading(1, "sector.plan")
	left, _ := c.remaining()
	if len(left) == 0 {
		c.paragraph("sector.plan.none")
		return
	}
	n := map[overview.Schedule]int{}
	for _, s := range left {
		n[s.Schedule]++
	}
	c.paragraph("sector.plan.count", arg("n", len(left)), arg("ahead", c.v.Int(n[overview.Ahead])), arg("late", c.v.Int(n[overview.PastDue])), arg("undated", c.v.Int(n[overview.Undated])))
	c.heading(2, "sector.plan.years")
	c.planByAgency(left)
	c.scheduled([3]string{"sector.plan.ahead", "sector.plan.ahead.none", "sector.plan.ahead.table"}, left, overview.Ahead)
	c.scheduled([3]string{"sector.plan.late", "sector.plan.late.none", "sector.plan.late.table"}, left, overview.PastDue)
	c.scheduled([3]string{"sector.plan.undated", "sector.plan.undated.none", "sector.plan.undated.table"}, left, overview.Undated)
}

// planByAgency counts what each agency plans for each year.
func (c *sectorComposer) planByAgency(left []*overview.Service) {
	years := plannedYears(left)
	columns := []Column{c.column("chapter.cover.agency", Prose, 4), c.column("sector.col.late", Figures, 0)}
	for i, y := range years {
		title := strconv.Itoa(y)
		if i == planYears-1 && len(years) == planYears {
			title = c.say("sector.plan.later", arg("year", title))
		}
		columns = append(columns, Column{Title: title, Kind: Figures})
	}
	columns = append(columns, c.column("sector.col.undated", Figures, 0), c.column("chapter.sum", Figures, 0))
	g := c.table("sector.plan.years.table", columns)
	by := map[string][]int{}
	all, rest := make([]int, len(columns)), make([]int, len(columns))
	for _, s := range left {
		if by[s.OrgNr] == nil {
			by[s.OrgNr] = make([]int, len(columns))
		}
		at := planColumn(s, years)
		for _, n := range [][]int{by[s.OrgNr], all} {
			n[at]++
			n[len(n)-1]++
		}
	}
	orgs := mostFirst(by)
	for _, org := range orgs[min(len(orgs), mostRows):] {
		for i, n := range by[org] {
			rest[i] += n
		}
	}
	for _, org := range orgs[:min(len(orgs), mostRows)] {
		g.row(Body, c.counts(c.who(org), by[org])...)
	}
	if more := len(orgs) - mostRows; more > 0 {
		g.row(Body, c.counts(Words(c.say("sector.n.others", arg("n", more))), rest)...)
	}
	g.row(Sum, c.counts(Words(c.say("chapter.sum")), all)...)
	g.put()
}

// planYears is how many years get a column; the last takes what comes after too.
const planYears = 5

func plannedYears(left []*overview.Service) []int {
	var years []int
	for _, s := range left {
		if s.Schedule == overview.Ahead {
			years = append(years, s.Planned.Year)
		}
	}
	slices.Sort(years)
	years = slices.Compact(years)
	return years[:min(len(years), planYears)]
}

// planColumn is the column of a service: late, a year, or without a day.
func planColumn(s *overview.Service, years []int) int {
	switch s.Schedule {
	case overview.PastDue:
		return 1
	case overview.Undated:
		return 2 + len(years)
	}
	at, found := slices.BinarySearch(years, s.Planned.Year)
	if !found {
		at = len(years) - 1
	}
	return 2 + at
}

// mostFirst is the agencies with most services left first.
func mostFirst(by map[string][]int) []string {
	orgs := make([]string, 0, len(by))
	for org := range by {
		orgs = append(orgs, org)
	}
	slices.SortFunc(orgs, func(a, b string) int {
		last := len(by[a]) - 1
		return cmp.Or(by[b][last]-by[a][last], cmp.Compare(a, b))
	})
	return orgs
}

// counts is a row of counts after its name; the first number is the name's own.
func (c *sectorComposer) counts(name Text, n []int) []Text {
	cells := []Text{name}
	for _, k := range n[1:] {
		cells = append(cells, c.number(k))
	}
	return cells
}

// scheduled lists services of one kind in the order of their days, of many those
// with the greatest potential. The keys are of the heading, of none and of the table.
func (c *sectorComposer) scheduled(keys [3]string, left []*overview.Service, want overview.Schedule) {
	c.heading(2, keys[0])
	var list []*overview.Service
	for _, s := range left {
		if s.Schedule == want {
			list = append(list, s)
		}
	}
	if len(list) == 0 {
		c.paragraph(keys[1])
		return
	}
	all := len(list)
	list = list[:min(all, mostRows)]
	slices.SortStableFunc(list, func(a, b *overview.Service) int { return cmp.Compare(dayOrder(a.Planned), dayOrder(b.Planned)) })
	columns := []Column{c.column("chapter.cover.agency", Prose, 3), c.column("chapter.col.service", Prose, 4),
		c.column("chapter.col.next", Prose, 1), c.column("chapter.col.potential", Figures, 0), c.column("chapter.col.digitalby", Label, 0)}
	if want == overview.Undated {
		columns = columns[:4]
	}
	g := c.table(keys[2], columns, arg("year", c.year))
	for _, s := range list {
		cells := []Text{c.who(s.OrgNr), c.theirs(s.OrgNr, s.Name), c.coded("videre", s.Next), g.count(3, s.Potential), c.day(s.Planned)}
		g.row(Body, cells[:len(columns)]...)
	}
	g.cutOff("sector.cutoff.potential", mostRows, all)
	g.put()
}

func dayOrder(d *report.Date) string {
	if d == nil {
		return ""
	}
	return d.String()
}
