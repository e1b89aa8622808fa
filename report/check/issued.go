package check

import (
	"slices"

	"gevinst/report"
	"gevinst/report/near"
)

// expected: R-007, the profile is for this agency.
func expected(c *Case) {
	orgnr := c.Sub.Agency.OrgNr
	if c.Profile != nil && len(c.Profile.Agencies) > 0 && orgnr.OK() && c.Profile.Expects(orgnr.Value) == nil {
		c.find("R-007", "", report.Warning, orgnr.At, arg("funnet", orgnr.Value), arg("departement", c.Profile.Ministry))
	}
}

// sameProfile: R-005, the workbook was issued with the profile it is held to.
func sameProfile(c *Case) {
	mark := c.Sub.Agency.Profile
	switch {
	case c.Profile == nil:
	case mark.Missing():
		c.find("R-005", "none", report.Warning, mark.At, arg("departement", c.Profile.Ministry))
	case mark.Value != c.Profile.Stamp:
		c.find("R-005", "other", report.Warning, mark.At, arg("departement", c.Profile.Ministry), arg("funnet", mark.Value), arg("profil", c.Profile.Stamp))
	}
}

// asIssued: R-004, the ministry's questions stand in the workbook as it asked them.
func asIssued(c *Case) {
	if c.Profile == nil {
		return
	}
	asked := c.Profile.Asked(c.Profile.Group(c.Sub.Agency.OrgNr.Value))
	for _, q := range asked {
		at := slices.IndexFunc(c.Sub.Demands, func(d report.Demand) bool { return d.ID.Value == q.ID })
		if at < 0 {
			f := c.find("R-004", "removed", report.Error, report.At{}, arg("krav", q.ID), arg("tekst", q.Text))
			f.Place = c.sheet("departementskrav")
			continue
		}
		c.unchanged(&c.Sub.Demands[at], &q)
	}
	for _, d := range c.Sub.Demands {
		if d.ID.OK() && !slices.ContainsFunc(asked, func(q report.Question) bool { return q.ID == d.ID.Value }) {
			c.find("R-004", "added", report.Warning, d.ID.At, arg("krav", d.ID.Value))
		}
	}
}

// sheet is the place of a whole sheet.
func (c *Case) sheet(key string) report.Place {
	at := slices.IndexFunc(c.Spec.Sheets, func(s report.SheetSpec) bool { return s.Key == key })
	return report.Place{Sheet: c.Sub.SheetNames[at]}
}

// unchanged finds what was changed in a question: its words, or what it asks for.
func (c *Case) unchanged(d *report.Demand, q *report.Question) {
	id := arg("krav", q.ID)
	if !said(q.Text, d.Text.Value) {
		c.find("R-004", "text", report.Error, d.Text.At, id, arg("tekst", q.Text))
	}
	if d.Kind.Value != string(q.Kind) {
		c.find("R-004", "kind", report.Error, d.Kind.At, id, arg("slag", c.code("svartype", string(q.Kind))))
	}
	if d.Required.Value != q.Required {
		c.find("R-004", "required", report.Error, d.Required.At, id)
	}
	if d.Kind.Value == string(report.TableAnswer) && !slices.EqualFunc(d.Columns, q.Columns, sameColumn) {
		f := c.find("R-004", "columns", report.Error, report.At{}, id)
		f.Place = c.sheet("kravtabeller")
	}
}

func sameColumn(has report.AnswerColumn, asked report.QuestionColumn) bool {
	return has.Kind == asked.Kind && said(asked.Label, has.Label)
}

// said tells whether words are those of the profile in one of its languages. A
// spreadsheet may have changed the ends of lines.
func said(asked report.Words, words string) bool {
	return slices.ContainsFunc(asked.All(), func(s string) bool { return near.Fold(s) == near.Fold(words) })
}

// knownAreas: O-007, gains are used for an area that the ministry gave priority.
func knownAreas(c *Case) {
	if c.Profile == nil || len(c.Profile.Areas) == 0 {
		return
	}
	for _, u := range c.Sub.Uses {
		if u.Area.OK() && !slices.ContainsFunc(c.Profile.Areas, func(a report.Words) bool { return said(a, u.Area.Value) }) {
			c.find("O-007", "", report.Warning, u.Area.At, arg("funnet", shorten(u.Area.Value)), arg("departement", c.Profile.Ministry))
		}
	}
}
