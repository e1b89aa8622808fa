package chapter

import (
	"slices"
	"strings"

	"gevinst/report"
)

// source names where something comes from, and remembers it for the list of
// sources, which also says where it is found and whether it was confirmed.
func (c *composer) source(id string) Text {
	if id == report.OwnSource {
		return c.words(c.say("chapter.source.own"))
	}
	src, ok := c.sub.Spec.Sources[id]
	if !ok {
		return c.empty
	}
	c.cite(id)
	return c.titled(id, src)
}

// sourced is a reason with where it is from.
func (c *composer) sourced(reason, source Text) Text {
	return ended(join("", reason, Words(" "+c.say("chapter.sourced")+" "), source))
}

// cite puts a source on the list: something that stands in the section rests on it.
func (c *composer) cite(id string) {
	if _, ok := c.sub.Spec.Sources[id]; ok && id != report.OwnSource && !slices.Contains(c.cited, id) {
		c.cited = append(c.cited, id)
	}
}

// titled is the title of a source, which is Norwegian in every language. Where the set
// only describes a source, the section's language has its own words.
func (c *composer) titled(id string, src report.Source) Text {
	if key := "source.title." + id; c.v.Has(key) {
		return c.words(c.say(key))
	}
	lang := report.NB.Tag()
	if c.v.Lang() == report.NB {
		lang = ""
	}
	return Text{{Text: src.Title, Lang: lang}}
}

// found is where a source is found.
func (c *composer) found(id string, src report.Source) string {
	if key := "source.where." + id; c.v.Has(key) {
		return c.say(key)
	}
	return bracketed(src.Where)
}

// sources lists what the requirement and the lines, rates and warnings of this
// very section rest on, in the order of their use, and once what of it was not
// confirmed.
func (c *composer) sources() {
	c.heading(2, "chapter.sources")
	c.paragraph("chapter.sources.about")
	list := &List{}
	var unverified []Text
	for _, id := range c.cited {
		src := c.sub.Spec.Sources[id]
		if !src.Verified {
			unverified = append(unverified, c.titled(id, src))
			continue
		}
		list.Items = append(list.Items, join("", c.titled(id, src), c.words(" ("+c.found(id, src)+")")))
	}
	c.add(list)
	if len(unverified) > 0 {
		c.add(&Paragraph{append(append(Words(c.say("chapter.sources.unverified")+" "), join("; ", unverified...)...), Span{Text: "."})})
	}
}

// bracketed is a place for use in brackets: no bracket closes right before another.
func bracketed(where string) string {
	if !strings.HasSuffix(where, ")") {
		return where
	}
	return strings.NewReplacer(" (", ", ", ")", "").Replace(where)
}
