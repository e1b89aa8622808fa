package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/text"
)

// Input is what a section is composed of. Ledger, with its submission, and Voice
// are required.
type Input struct {
	Ledger   *ledger.Ledger
	Previous *ledger.Ledger // last year's, with its submission; nil where it is not known
	Remarks  []Remark       // warnings that the agency has accepted by issuing the section
	Voice    *text.Voice    // the section's language
	Words    report.Lang    // of the agency's own words; its written form where empty
	Final    bool           // the section is issued; otherwise each page is marked as a draft
	Dated    report.Date    // of the document's properties; the day of approval where it is zero
	Embedded bool           // workbook and figures lie inside the PDF
}

// Remark is a finding with its sentence in the section's language. Only
// warnings are printed: errors block the section and information is for the desk.
type Remark struct {
	Finding  report.Finding
	Sentence string
}

// Compose makes the section. It is total and deterministic: what is missing is
// said, in one sentence or by an empty sign, and never taken for zero.
func Compose(in Input) *Chapter {
	c := newComposer(in)
	c.cite(c.sub.Spec.Requirement)
	c.systematic()
	c.implemented()
	c.planned()
	c.digital()
	c.gains()
	c.extraction()
	c.deviations()
	c.demands()
	c.assumptions()
	return c.chapter()
}

// composer is a chapter in the making.
type composer struct {
	Input
	writer
	sub    *report.Submission
	agency *report.Agency
	bridge *ledger.Bridge
	year   int

	last    lastYear
	tally   tally
	byID    map[string]*report.Measure
	service map[string]string // name by id
	cited   []string          // ids of sources, in the order of their use
}

func newComposer(in Input) *composer {
	c := &composer{
		Input: in, sub: in.Ledger.Submission, year: in.Ledger.Year, bridge: &in.Ledger.Bridge,
		byID: map[string]*report.Measure{}, service: map[string]string{},
	}
	c.writer = newWriter(in.Voice, c.sub.Spec)
	c.agency = &c.sub.Agency
	if words := c.wordsLang(); words != c.v.Lang() {
		c.ownLang = words.Tag()
	}
	for i := range c.sub.Measures {
		if m := &c.sub.Measures[i]; m.ID.OK() && c.byID[m.ID.Value] == nil {
			c.byID[m.ID.Value] = m
		}
	}
	for _, s := range c.sub.Services {
		if s.ID.OK() {
			c.service[s.ID.Value] = clean(s.Name.Or(s.ID.Value))
		}
	}
	c.last = lastYearOf(in.Previous)
	c.tally = count(c.sub)
	return c
}

// wordsLang is the language of the agency's own words.
func (c *composer) wordsLang() report.Lang {
	if c.Words != "" {
		return c.Words
	}
	return c.agency.Form.Or(c.v.Lang())
}

// chapter is the finished section.
func (c *composer) chapter() *Chapter {
	name, year := clean(c.agency.Name.Or(c.v.None())), strconv.Itoa(c.year)
	out := &Chapter{
		Lang:      c.v.Lang(),
		Title:     c.say("chapter.title", arg("year", year)),
		Cover:     c.cover(),
		Contents:  c.say("chapter.contents"),
		Header:    name + " · " + year,
		Footer:    c.say("chapter.footer"),
		Continued: c.say("chapter.continued"),
		Author:    name,
		Subject:   c.say("chapter.subject", arg("agency", name), arg("year", year)),
		Keywords:  []string{c.say("chapter.keyword.measures"), c.say("chapter.keyword.gains"), c.say("chapter.keyword.reallocation"), year},
		Dated:     c.Dated,
		ID:        c.id(),
		Skip:      c.say("chapter.skip"),
		Colophon:  []Fact{{c.say("chapter.cover.status"), c.status()}, {c.say("chapter.cover.id"), c.id()}},
		Blocks:    c.blocks,
	}
	if out.Dated == (report.Date{}) {
		out.Dated = c.agency.ApprovedOn.Value
	}
	if !c.Final {
		out.Draft = c.say("chapter.draft")
	}
	c.explainAbbreviations(out)
	return out
}

// idDigits is the length of the short document id.
const idDigits = 10

func (c *composer) id() string { return c.sub.Origin.Data[:min(idDigits, len(c.sub.Origin.Data))] }
