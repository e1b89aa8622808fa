package page

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/report/chapter"
)

// cover is what was audited, and the verdict before the evidence.
func (c *composer) cover() chapter.Cover {
	facts := []chapter.Fact{c.fact("report", fileName(c.Verdict.Report))}
	if d := c.Trail.Document; d != nil {
		facts = append(facts, c.fact("agency", known(d.Agency.Name)), c.fact("orgnr", c.v.OrgNr(known(d.Agency.OrgNr))))
		if d.Year != nil {
			facts = append(facts, c.fact("year", strconv.Itoa(*d.Year)))
		}
		facts = append(facts, c.fact("set", d.Set.Version), c.fact("made", "gevinst "+d.Tool.Version))
	}
	signer := c.say("audit.page.unsigned")
	if c.Trail.Signer != "" {
		signer = c.Trail.Signer
	}
	facts = append(facts, c.fact("workbook", fileName(c.Verdict.Workbook)), c.fact("signer", signer), c.fact("by", "gevinst "+c.Version))
	return chapter.Cover{Facts: facts, Heading: c.say("audit.page.verdict"), Summary: c.summary()}
}

func (c *composer) fact(key, value string) chapter.Fact {
	return chapter.Fact{Label: c.say("audit.page.fact." + key), Value: c.or(shown(value))}
}

// summary is the verdict, what the exit code means, and how much was compared.
func (c *composer) summary() []chapter.Text {
	all := []chapter.Text{{{Text: c.Verdict.Words(c.v), Strong: true}, {Text: " " + c.say("audit.page.code."+string(c.Verdict.Level))}}}
	for _, e := range c.Verdict.Exceptions {
		if e.Stops {
			all = append(all, words(shown(opening(e.Sentence(c.v)))))
		}
	}
	if figures := len(c.Trail.Figures); figures > 0 && c.Trail.Spec != nil {
		all = append(all, words(c.say("audit.page.sum.figures", count("n", figures), count("same", c.same()))))
	}
	if printed := len(c.Trail.Printed); printed > 0 {
		all = append(all, words(c.say("audit.page.sum.printed", count("n", printed))))
	}
	if cells := c.Trail.Counts; cells.Read > 0 {
		all = append(all, words(c.counts(cells)))
	}
	return all
}

func (c *composer) counts(n report.Counts) string {
	return c.say("audit.page.sum.cells", count("read", n.Read), count("used", n.Used), count("form", n.Form), count("unused", n.Unused))
}

// same is how many figures are the same by both paths.
func (c *composer) same() int {
	n := 0
	for _, f := range c.Trail.Figures {
		if f.Same {
			n++
		}
	}
	return n
}

func known(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// checks is what was compared, check by check.
func (c *composer) checks() {
	c.heading(1, c.say("audit.page.checks"))
	var rows []chapter.Row
	for _, done := range c.Verdict.Checks {
		rows = append(rows, chapter.Row{Cells: []chapter.Text{words(done.Name(c.v)), words(c.Verdict.Outcome(done, c.v))}})
	}
	c.table(c.say("audit.page.checks.table"), []chapter.Column{c.column("check", chapter.Prose, 3), c.column("outcome", chapter.Prose, 3)}, rows)
}

// files is every hash, as it was stated and as it is.
func (c *composer) files() {
	c.heading(1, c.say("audit.page.files"))
	var rows []chapter.Row
	for _, h := range c.Trail.Files {
		rows = append(rows, chapter.Row{Cells: []chapter.Text{words(c.say("audit.page.hash."+string(h.Kind), word("name", shown(h.Name)))),
			c.equal(h), words(c.or(h.Found)), c.stated(h)}})
	}
	c.table(c.say("audit.page.files.table"), []chapter.Column{c.column("what", chapter.Prose, 2), c.column("same", chapter.Question, 0),
		c.column("now", chapter.Prose, 3), c.column("stated", chapter.Prose, 1)}, rows)
}

// stated is a hash as it was stated. The same one twice would tell nothing, in the width
// of a screen.
func (c *composer) stated(h audit.Hash) chapter.Text {
	if h.Found != "" && h.Found == h.Stated {
		return words(c.say("audit.page.hash.same"))
	}
	return words(c.or(shown(h.Stated)))
}

func (c *composer) equal(h audit.Hash) chapter.Text {
	switch {
	case h.Stated == "" || h.Found == "":
		return words(c.v.None())
	case h.Stated == h.Found:
		return words(c.say("chapter.yes"))
	default:
		return chapter.Text{{Text: c.say("chapter.no"), Strong: true}}
	}
}

// sample is how to go on: what to vouch.
func (c *composer) sample() {
	c.heading(1, c.say("audit.page.sample"))
	c.paragraph("audit.page.sample.why")
	c.add(&chapter.Paragraph{Text: chapter.Text{{Text: c.say("audit.page.sample.command", word("base", shown(c.Trail.Base))), Strong: true}}})
}
