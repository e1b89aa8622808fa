package chapter

import (
	"strings"
)

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
	return c.say("sector.coverage", arg("reported", c.s.Reporting()), arg("all", len(c.s.Agencies)))
}

// summary is at most five lines.
func (c *sectorComposer) summary() []Text {
	if c.s.Reporting() == 0 {
		return append([]Text{Words(c.say("sector.summary.nobody", arg("year", c.year)))}, c.lacking()...)
	}
	b := &c.s.Sum
	lines := []Text{
		Words(c.say("sector.summary.reported", arg("reported", c.agencies(c.s.Reporting())), arg("all", len(c.s.Agencies)),
			arg("done", c.say("chapter.n.done", arg("n", c.s.Measures.Done))), arg("planned", c.v.Int(c.s.Measures.Planned)))),
		Words(c.say("sector.summary.new", arg("year", c.year), arg("amount", c.kroner(b.New)), arg("money", c.kroner(b.Money)), arg("time", c.kroner(b.Time)))),
		c.available(b),
	}
	if b.Reallocable.Sign() > 0 {
		lines = append(lines, Words(c.usedWords()+" "+c.restWords()))
	}
	return append(lines, c.lacking()...)
}

func (c *sectorComposer) agencies(n int) string { return c.say("sector.n.agencies", arg("n", n)) }

func (c *sectorComposer) usedWords() string {
	names := make([]string, 0, len(c.s.Uses))
	for i := range c.s.Uses {
		if a := &c.s.Uses[i]; a.Lines > 0 {
			names = append(names, c.areaWords(a))
		}
	}
	if len(names) == 0 {
		return c.say("chapter.used.none")
	}
	if more := len(names) - namedAreas; more > 0 {
		names = append(names[:namedAreas], c.say("chapter.n.areas", arg("n", more)))
	}
	return c.say("chapter.used", arg("amount", c.kroner(c.s.Sum.Used)), arg("areas", c.v.List(names)))
}

func (c *sectorComposer) restWords() string {
	if c.s.Sum.Rest.Sign() == 0 {
		return c.say("chapter.rest.none")
	}
	return c.say("chapter.rest", arg("amount", c.kroner(c.s.Sum.Rest)))
}

// lacking names who has not reported, and counts the files that cannot be read; no
// line where all is there.
func (c *sectorComposer) lacking() []Text {
	var names, said []string
	for i := range c.s.Agencies {
		if a := &c.s.Agencies[i]; a.Lacks() {
			names = append(names, c.nameOf(a))
		}
	}
	if len(names) > 0 {
		said = append(said, c.say("sector.summary.lacking", arg("n", len(names)), arg("names", c.some(names))))
	}
	if n := len(c.s.Unread); n > 0 {
		said = append(said, c.say("sector.unread", arg("n", n)))
	}
	if len(said) == 0 {
		return nil
	}
	return []Text{Words(strings.Join(said, " "))}
}
