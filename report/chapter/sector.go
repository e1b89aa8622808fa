package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/sector/overview"
	"gevinst/report/text"
)

// SectorInput is what a sector report is composed of. Sector, Spec and Voice are required.
type SectorInput struct {
	Sector *overview.Sector
	Spec   *report.Spec // the set that the reports were checked by
	Voice  *text.Voice
	Final  bool        // otherwise each page is marked as a draft
	Dated  report.Date // of the document's properties
	ID     string      // short document id
}

// ComposeSector makes the ministry's report on its sector, total and deterministic
// as Compose is. What is summed is told first, what asks for an answer last.
func ComposeSector(in SectorInput) *Chapter {
	c := &sectorComposer{SectorInput: in, writer: newWriter(in.Voice, in.Spec), s: in.Sector, year: strconv.Itoa(in.Sector.Year)}
	c.reported()
	c.calculation()
	c.sectorGains()
	c.areas()
	c.mapping()
	c.schedule()
	c.linked()
	c.needs()
	c.changes()
	c.inForce()
	c.answers()
	c.questions()
	c.basis()
	c.appendix()
	return c.document()
}

// sectorComposer is a sector report in the making.
type sectorComposer struct {
	SectorInput
	writer
	s    *overview.Sector
	year string
}

// mostRows is how many rows a table of the report itself has where it lists what
// grows with the number of agencies. The whole of it stands in the appendix, or in
// the tables that are written beside the report.
const mostRows = 25

func (c *sectorComposer) document() *Chapter {
	name := c.ministry()
	out := &Chapter{
		Lang:      c.v.Lang(),
		Title:     c.say("sector.title", arg("year", c.year)),
		Cover:     Cover{Facts: c.facts(), Heading: c.say("chapter.summary"), Summary: c.summary()},
		Contents:  c.say("chapter.contents"),
		Header:    c.say("sector.header", arg("ministry", name), arg("year", c.year)),
		Footer:    c.say("chapter.footer"),
		Continued: c.say("chapter.continued"),
		Author:    name,
		Subject:   c.say("sector.subject", arg("year", c.year)),
		Keywords:  []string{c.say("chapter.keyword.measures"), c.say("chapter.keyword.gains"), c.say("chapter.keyword.reallocation"), c.year},
		Dated:     c.Dated,
		ID:        c.ID,
		Skip:      c.say("chapter.skip"),
		Colophon:  []Fact{{c.say("chapter.cover.status"), c.status()}, {c.say("chapter.cover.id"), c.ID}},
		Blocks:    c.blocks,
	}
	if !c.Final {
		out.Draft = c.say("chapter.draft")
	}
	return out
}

func (c *sectorComposer) ministry() string {
	if name := clean(c.s.Ministry); name != "" {
		return name
	}
	return c.say("sector.unnamed")
}

func (c *sectorComposer) status() string {
	if c.Final {
		return c.say("chapter.status.final")
	}
	return c.say("sector.status.draft")
}

func (c *sectorComposer) facts() []Fact {
	return []Fact{
		c.fact("chapter.cover.ministry", Words(c.ministry())),
		c.fact("chapter.cover.year", Words(c.year)),
		c.fact("sector.cover.agencies", Words(c.coverage())),
		c.fact("chapter.cover.status", Words(c.status())),
		c.fact("chapter.cover.rules", Words(c.s.Set)),
		c.fact("chapter.cover.id", Words(c.ID)),
	}
}

// coverage is how many reported of how many.
func (c *sectorComposer) coverage() string {
	return c.say("sector.coverage", arg("reported", c.s.Reporting()), arg("all", c.expectedAgencies()))
}

// expectedAgencies is how many agencies are heard of or waited for.
func (c *sectorComposer) expectedAgencies() int {
	seen := map[string]bool{}
	n := 0
	for _, a := range c.s.Agencies {
		if a.OrgNr == "" || !seen[a.OrgNr] {
			n++
		}
		seen[a.OrgNr] = true
	}
	return n
}

// summary is at most five lines.
func (c *sectorComposer) summary() []Text {
	if c.s.Reporting() == 0 {
		return append([]Text{Words(c.say("sector.summary.nobody", arg("year", c.year)))}, c.lacking()...)
	}
	b := &c.s.Sum
	lines := []Text{
		Words(c.say("sector.summary.reported", arg("reported", c.agencies(c.s.Reporting())), arg("all", c.expectedAgencies()),
			arg("done", c.say("chapter.n.done", arg("n", c.s.Measures.Done))), arg("planned", c.v.Int(c.s.Measures.Planned)))),
		Words(c.say("sector.summary.new", arg("year", c.year), arg("amount", c.v.Money(b.New)), arg("money", c.v.Money(b.Money)), arg("time", c.v.Money(b.Time)))),
		c.available(b),
	}
	if b.Reallocable.Sign() > 0 {
		lines = append(lines, Words(c.usedWords()+" "+c.restWords()))
	}
	return append(lines, c.lacking()...)
}

func (c *sectorComposer) agencies(n int) string { return c.say("sector.n.agencies", arg("n", n)) }

func (c *sectorComposer) usedWords() string {
	if len(c.s.Uses) == 0 {
		return c.say("chapter.used.none")
	}
	names := make([]string, 0, namedAreas+1)
	for _, a := range c.s.Uses {
		names = append(names, c.inSentence(clean(a.Name)))
	}
	if more := len(names) - namedAreas; more > 0 {
		names = append(names[:namedAreas], c.say("chapter.n.areas", arg("n", more)))
	}
	return c.say("chapter.used", arg("amount", c.v.Money(c.s.Sum.Used)), arg("areas", c.v.List(names)))
}

func (c *sectorComposer) restWords() string {
	if c.s.Sum.Rest.Sign() == 0 {
		return c.say("chapter.rest.none")
	}
	return c.say("chapter.rest", arg("amount", c.v.Money(c.s.Sum.Rest)))
}

// namedAgencies is how many agencies a sentence names.
const namedAgencies = 5

// lacking names who has not reported; no line where everybody has.
func (c *sectorComposer) lacking() []Text {
	var names []string
	for _, a := range c.s.Agencies {
		if a.Standing != overview.Submitted {
			names = append(names, c.nameOf(&a))
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []Text{Words(c.say("sector.summary.lacking", arg("n", len(names)), arg("names", c.some(names))))}
}

// some is a list of names in a sentence, cut off where it is long.
func (c *sectorComposer) some(names []string) string {
	if more := len(names) - namedAgencies; more > 1 {
		names = append(names[:namedAgencies:namedAgencies], c.say("sector.n.others", arg("n", more)))
	}
	return c.v.List(names)
}

// nameOf is an agency's name, else its number, else that it is not known.
func (c *sectorComposer) nameOf(a *overview.Agency) string {
	switch name := clean(a.Name); {
	case name != "":
		return name
	case a.OrgNr != "":
		return c.v.OrgNr(a.OrgNr)
	default:
		return c.say("sector.unknown")
	}
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

// cutOff says that a table does not show all there is.
func (g *grid) cutOff(shown, all int) {
	if shown < all {
		g.note(Words(g.c.say("sector.cutoff", arg("shown", shown), arg("all", all))))
	}
}

func (c *sectorComposer) number(n int) Text { return c.words(c.v.Int(n)) }
