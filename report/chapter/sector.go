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
	c.whole = true
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

// mostListed is how many agencies, chains and answers the appendix lists, more than any
// ministry has of agencies. A document of thousands of pages is read by nobody, and to
// set it takes memory without bound; the tables beside it have them all.
const mostListed = 400

// where says where so many of a kind are listed in full.
func (c *sectorComposer) where(n int) report.Arg {
	if n > mostListed {
		return arg("where", c.say("sector.in.tables"))
	}
	return arg("where", c.say("sector.in.appendix"))
}

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
	c.explainAbbreviations(out)
	return out
}
