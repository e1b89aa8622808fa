package chapter

import (
	"gevinst/report"
	"gevinst/report/sector/overview"
)

// namedAgencies is how many agencies a sentence names.
const namedAgencies = 5

// some is a list of names in a sentence, cut off where it is long.
func (c *sectorComposer) some(names []string) string {
	if more := len(names) - namedAgencies; more > 1 {
		names = append(names[:namedAgencies:namedAgencies], c.say("sector.n.others", arg("n", more)))
	}
	return c.v.List(names)
}

// nameOf is an agency's name, else its number.
func (c *sectorComposer) nameOf(a *overview.Agency) string {
	if name := clean(a.Name); name != "" {
		return name
	}
	return c.v.OrgNr(a.OrgNr)
}

// who is the name of the agency with the number. A name belongs to no language.
func (c *sectorComposer) who(orgnr string) Text { return c.words(c.whoWords(orgnr)) }

func (c *sectorComposer) whoWords(orgnr string) string {
	if a := c.s.Find(orgnr); a != nil {
		return c.nameOf(a)
	}
	return c.v.OrgNr(orgnr)
}

// whoAll is the names of several agencies in a cell.
func (c *sectorComposer) whoAll(orgnrs []string) Text {
	if len(orgnrs) == 0 {
		return c.empty
	}
	names := make([]string, 0, len(orgnrs))
	for _, o := range orgnrs {
		names = append(names, c.whoWords(o))
	}
	return c.words(c.some(names))
}

// wrote is words of an agency, marked with the language of its written form.
func (c *sectorComposer) wrote(s string, form report.Lang) Text {
	s = clean(s)
	if s == "" {
		return c.empty
	}
	c.ownLang = ""
	if form.Known() && form != c.v.Lang() {
		c.ownLang = form.Tag()
	}
	return c.own(s)
}

// theirs is words of the agency with the number.
func (c *sectorComposer) theirs(orgnr, s string) Text {
	if a := c.s.Find(orgnr); a != nil {
		return c.wrote(s, a.Form)
	}
	return c.wrote(s, "")
}

// coded is a value of a code list in words.
func (c *sectorComposer) coded(list, value string) Text {
	return c.code(list, report.Field[string]{Value: value, At: report.At{State: stateOf(value)}})
}

func stateOf(value string) report.State {
	if value == "" {
		return report.Missing
	}
	return report.Known
}

func (c *sectorComposer) day(d *report.Date) Text {
	if d == nil {
		return c.empty
	}
	return c.words(c.v.Date(*d))
}

// cutOff says, in the words of a key, that a table does not show all there is.
func (g *grid) cutOff(key string, shown, all int) {
	if shown < all {
		g.note(Words(g.c.say(key, arg("shown", shown), arg("all", all))))
	}
}

func (c *sectorComposer) number(n int) Text { return c.words(c.v.Int(n)) }
