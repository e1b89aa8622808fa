package chapter

import (
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/ledger"
	"gevinst/report/text"
)

// cover is the head of the first page: who, when, by which rules, and the answer.
func (c *composer) cover() Cover {
	facts := []Fact{
		c.fact("chapter.cover.agency", c.said(c.agency.Name)),
		c.fact("chapter.cover.orgnr", c.orgNr(c.agency.OrgNr)),
		c.fact("chapter.cover.ministry", c.said(c.agency.Ministry)),
		c.fact("chapter.cover.year", Words(strconv.Itoa(c.year))),
		c.fact("chapter.cover.part", c.part()),
		c.fact("chapter.cover.status", Words(c.status())),
		c.fact("chapter.cover.rules", Words(c.sub.Spec.Version)), // its sources stand among the assumptions
		c.fact("chapter.cover.id", Words(c.id())),
	}
	return Cover{Facts: facts, Heading: c.say("chapter.summary"), Summary: c.summary()}
}

func (c *writer) fact(key string, value Text) Fact { return Fact{c.say(key), value.Plain()} }

func (c *writer) orgNr(f report.Field[string]) Text {
	if !f.OK() {
		return c.empty
	}
	return Words(c.v.OrgNr(clean(f.Value)))
}

// part is the part of the annual report where the section stands: IV unless the
// agency has chosen another.
func (c *composer) part() Text {
	if c.agency.Part.OK() {
		return c.code("rapportdel", c.agency.Part)
	}
	return Words(c.labels[report.Code{List: "rapportdel", Value: "IV"}])
}

// status says draft or final, and who approved it when.
func (c *composer) status() string {
	if !c.Final {
		return c.say("chapter.status.draft")
	}
	if !has(c.agency.ApprovedBy) || !c.agency.ApprovedOn.OK() {
		return c.say("chapter.status.final")
	}
	return c.say("chapter.status.approved", arg("who", clean(c.agency.ApprovedBy.Value)), arg("when", c.v.LongDate(c.agency.ApprovedOn.Value)))
}

// summary is at most five lines.
func (c *composer) summary() []Text {
	lines := []Text{
		Words(c.say("chapter.summary.measures",
			arg("done", opening(c.doneCount())), arg("donedigital", c.digitalOf(c.tally.done, c.tally.doneDigital)),
			arg("planned", opening(c.plannedCount())), arg("planneddigital", c.digitalOf(c.tally.planned, c.tally.plannedDigital)))),
		Words(c.newGain()),
		c.available(c.bridge),
	}
	if c.bridge.Reallocable.Sign() > 0 {
		lines = append(lines, c.usedLine(), Words(c.restLine()))
	}
	return lines
}

// measures is "1 tiltak", "7 tiltak".
func (c *composer) measures(n int) string {
	return c.say("chapter.n.measures", arg("n", text.Count(n)))
}

func (c *composer) doneCount() string {
	return c.say("chapter.n.done", arg("n", text.Count(c.tally.done)))
}
func (c *composer) plannedCount() string {
	return c.say("chapter.n.planned", arg("n", text.Count(c.tally.planned)))
}

// digitalOf is ", av dem 3 digitale", nothing where there is nothing to part.
func (c *composer) digitalOf(all, digital int) string {
	switch {
	case all == 0:
		return ""
	case digital == 0 && all == 1:
		return c.say("chapter.n.digital.not")
	case digital == 0:
		return c.say("chapter.n.digital.none")
	case digital == all && all == 1:
		return c.say("chapter.n.digital.it")
	case digital == all:
		return c.say("chapter.n.digital.all")
	default:
		return c.say("chapter.n.digital", arg("n", numeral(digital, all)))
	}
}

// newGain says the new net gain, or that nothing of the agency's own was measured.
func (c *composer) newGain() string {
	if !c.counted() {
		return c.say("chapter.summary.uncounted", arg("year", strconv.Itoa(c.year)))
	}
	if c.last.known {
		return c.say("chapter.summary.new.last", arg("year", strconv.Itoa(c.year)), arg("amount", c.v.Money(c.bridge.New)),
			arg("last", strconv.Itoa(c.last.year)), arg("before", c.v.Money(c.last.bridge.New)))
	}
	return c.say("chapter.summary.new", arg("year", strconv.Itoa(c.year)), arg("amount", c.v.Money(c.bridge.New)))
}

// counted tells whether any gain line counts.
func (c *composer) counted() bool {
	for i := range c.Ledger.Gains {
		if c.Ledger.Gains[i].Counts() {
			return true
		}
	}
	return false
}

// available says the reallocatable amount and what part of it is money.
func (c *writer) available(b *ledger.Bridge) Text {
	if b.Reallocable.Sign() == 0 {
		return Words(c.nothingAvailable(b))
	}
	return Text{
		{Text: c.say("chapter.available", arg("amount", c.kroner(b.Reallocable))), Strong: true},
		{Text: " " + c.kindOf(b)},
	}
}

func (c *writer) nothingAvailable(b *ledger.Bridge) string {
	if b.Uncovered.Sign() > 0 {
		return c.say("chapter.available.uncovered", arg("amount", c.kroner(b.Uncovered)))
	}
	return c.say("chapter.available.none")
}

// kindOf says how the reallocatable amount parts into money and working time.
func (c *writer) kindOf(b *ledger.Bridge) string {
	time := b.Reallocable.Sub(b.ReallocMoney)
	switch {
	case b.ReallocMoney.Sign() == 0:
		return c.say("chapter.available.time")
	case time.Sign() == 0:
		return c.say("chapter.available.money")
	default:
		return c.say("chapter.available.both", arg("money", c.kroner(b.ReallocMoney)), arg("time", c.kroner(time)))
	}
}

// namedAreas is how many priority areas the summary names.
const namedAreas = 3

func (c *composer) usedLine() Text {
	if len(c.sub.Uses) == 0 {
		return Words(c.say("chapter.used.none"))
	}
	areas := areasOf(c.sub.Uses)
	names, said := make([]string, 0, namedAreas+1), make([]Text, 0, namedAreas)
	for _, a := range areas[:min(namedAreas, len(areas))] {
		if a.name == "" {
			names = append(names, c.say("chapter.area.unnamed"))
			continue
		}
		names, said = append(names, c.say("chapter.quoted", arg("words", place))), append(said, c.own(a.name))
	}
	if more := len(areas) - namedAreas; more > 0 {
		names = append(names, c.say("chapter.n.areas", arg("n", text.Count(more))))
	}
	return filled(c.say("chapter.used", arg("amount", c.v.Money(c.bridge.Used)), arg("areas", c.v.List(names))), said)
}

// place stands in a sentence where words go that keep their own language.
const place = "\x00"

// filled is a sentence with words in its places, one for each.
func filled(sentence string, words []Text) Text {
	parts := strings.Split(sentence, place)
	all := Words(parts[0])
	for i, part := range parts[1:] {
		all = join("", all, words[i], Words(part))
	}
	return all
}

// inSentence quotes the name of a priority area.
func (c *writer) inSentence(name string) string {
	if name == "" {
		return c.say("chapter.area.unnamed")
	}
	return c.say("chapter.quoted", arg("words", name))
}

func (c *composer) restLine() string {
	if c.bridge.Rest.Sign() == 0 {
		return c.say("chapter.rest.none")
	}
	return c.say("chapter.rest", arg("amount", c.v.Money(c.bridge.Rest)))
}
