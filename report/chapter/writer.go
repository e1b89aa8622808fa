package chapter

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/text"
)

// writer is a document in the making: its voice, its blocks and their numbers. It
// knows nothing of what the document is about.
type writer struct {
	v       *text.Voice
	ownLang string // of an agency's own words, "" where it is the document's
	labels  map[report.Code]string
	empty   Text // the sign of a value that does not exist

	blocks  []Block
	spans   []Span // room for short texts, taken piece by piece
	number  [3]int // of the latest heading, by level
	tables  int
	charts  int
	rounded bool // a table's sum differs from the sum of what it shows
	whole   bool // running text says whole kroner
}

func newWriter(v *text.Voice, spec *report.Spec) writer {
	w := writer{v: v, labels: map[report.Code]string{}, empty: Words(v.None())}
	for list, choices := range spec.Codes {
		for _, choice := range choices {
			w.labels[report.Code{List: list, Value: choice.Value}] = choice.Label.In(v.Lang())
		}
	}
	return w
}

func arg(name string, value any) report.Arg { return report.Arg{Name: name, Value: value} }

func (c *writer) say(key string, args ...report.Arg) string { return c.v.Say(key, args...) }

// kroner is an amount in running text. A sum over a sector has the decimals of every
// rate in it, which nobody reads; an agency's own amounts keep all they have.
func (c *writer) kroner(k report.Kroner) string {
	if c.whole {
		k = k.Round(0)
	}
	return c.v.Money(k)
}

func (c *writer) add(b Block) { c.blocks = append(c.blocks, b) }

// heading opens a numbered section of level 1 to 3 under the key's words.
func (c *writer) heading(level int, key string, args ...report.Arg) {
	c.headed(level, c.say(key, args...))
}

func (c *writer) headed(level int, words string) {
	c.number[level-1]++
	for i := level; i < len(c.number); i++ {
		c.number[i] = 0
	}
	number := strconv.Itoa(c.number[0])
	for _, n := range c.number[1:level] {
		number += "." + strconv.Itoa(n)
	}
	c.add(&Heading{Level: level, Number: number, Text: words, ID: "s-" + number})
}

// paragraph adds the key's sentence as a paragraph of its own.
func (c *writer) paragraph(key string, args ...report.Arg) {
	c.add(&Paragraph{Words(opening(c.say(key, args...)))})
}

// sentences adds one paragraph of several sentences; empty ones are left out.
func (c *writer) sentences(all ...string) {
	words := ""
	for _, s := range all {
		if s != "" && words != "" {
			words += " "
		}
		words += opening(s)
	}
	if words != "" {
		c.add(&Paragraph{Words(words)})
	}
}
