package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gevinst/report"
	"gevinst/report/near"
)

// otherYear finds a row that is counted in the report year and says in its own words that
// it is of the year before. Aside tells what the year is named for otherwise: the letter
// of allocation for a year is dated in the year before.
func (c *Case) otherYear(year report.Field[int], words report.Field[string], aside func(mention) bool) {
	const ago = "ifjor"
	folded := strings.NewReplacer("i fjor", ago, "last year", ago).Replace(near.Fold(words.Value))
	before := append(mentions(folded, strconv.Itoa(year.Value-1)), mentions(folded, ago)...)
	c.placedElsewhere("other_year", year, words, slices.DeleteFunc(before, aside))
}

// thisYear finds a row of an earlier year, which is not deducted, that says in its own words
// that it is of the report year.
func (c *Case) thisYear(year report.Field[int], words report.Field[string], aside func(mention) bool) {
	named := mentions(words.Value, strconv.Itoa(c.Ledger.Year))
	c.placedElsewhere("this_year", year, words, slices.DeleteFunc(named, aside), arg("rapportaar", Year(c.Ledger.Year)))
}

// placedElsewhere finds a row whose words name another year for its amount, and not its own.
func (c *Case) placedElsewhere(variant string, year report.Field[int], words report.Field[string], named []mention, more ...report.Arg) {
	if !words.OK() || len(named) == 0 || len(mentions(words.Value, strconv.Itoa(year.Value))) > 0 {
		return
	}
	found := c.find("T-006", variant, report.Warning, year.At, append([]report.Arg{arg("funnet", shorten(words.Value)), arg("aar", Year(year.Value))}, more...)...)
	found.Related = []report.Place{c.Sub.Place(words.At)}
}

// mention is a year named in a text, with the words around it.
type mention struct {
	before []string // without the month and day, and without the little words before them
	links  []string // those little words: "av", "fra", "i"
	after  string
	month  bool // the year has a month
	day    bool // and a day: it is part of a whole date
}

// mentions are the places where words name a year, not as the number of a case ("14/2016")
// or as the first of several ("2016–2020", "2016–17").
func mentions(words, year string) (all []mention) {
	number, _ := strconv.Atoi(year)
	each := strings.FieldsFunc(near.Fold(words), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '/' })
	for i, w := range each {
		if w != year || i+1 < len(each) && begun(number, each[i+1]) {
			continue
		}
		m := mention{before: each[:i]}
		if i+1 < len(each) {
			m.after = each[i+1]
		}
		m.dropDay()
		if i+2 < len(each) && within(each[i+1], 12) && within(each[i+2], 31) { // 2016-12-20
			m.month, m.day = true, true
		}
		for one(m.last(), links) {
			m.links = append(m.links, m.drop())
		}
		all = append(all, m)
	}
	return all
}

// last is the word before all that belongs to the year, "" where there is none.
func (m *mention) last() string {
	if len(m.before) == 0 {
		return ""
	}
	return m.before[len(m.before)-1]
}

func (m *mention) drop() string {
	last := m.last()
	m.before = m.before[:len(m.before)-1]
	return last
}

// dropDay takes the month or season before a year away, and the day before that.
func (m *mention) dropDay() {
	n := len(m.before)
	numbers := n > 1 && within(m.before[n-1], 12) && within(m.before[n-2], 31)
	m.month = numbers || begins(m.last(), months)
	if !m.month {
		if begins(m.last(), seasons) {
			m.drop()
		}
		return
	}
	m.drop()
	if within(m.last(), 31) {
		m.drop()
		m.day = true
	}
}

// ofDocument tells whether the year is that of a document or a decision ("avtale fra
// 2016", "vedtatt i 2016"), of a product ("Office 2016"), of prices ("2016-kroner") or of
// what something is held against ("som i 2016"), and not that of the amount. A letter, a
// bill or a plan is for the year that it names, unless that is its date.
func (m mention) ofDocument() bool {
	dated := m.month || slices.ContainsFunc(m.links, func(w string) bool { return one(w, dating) })
	named := slices.ContainsFunc(m.before, func(w string) bool { return heads(w, documents+letters) })
	nearby := m.before[max(0, len(m.before)-3):] // "vedtatt i ledermøtet 12. desember 2016"
	acted := m.month && slices.ContainsFunc(nearby, func(w string) bool { return one(w, acts) })
	switch {
	case begins(m.after, prices), one(m.last(), "enn som than as"), one(m.last(), products), named && dated, acted:
		return true
	default:
		return !slices.Contains(m.links, "for") && (heads(m.last(), documents) || one(m.last(), acts))
	}
}

// ofBasis is ofDocument for the authority of a cut, where a whole date is a document's.
func (m mention) ofBasis() bool { return m.day || m.ofDocument() }

// The words that tell what a year is named for, in the three languages.
const (
	links     = "av fra frå datert dagsett i den per pr for of from dated in on the"
	dating    = "av fra frå datert dagsett of from dated"
	months    = "jan feb mars apr mai juni juli aug sep okt nov des march may june july oct dec"
	seasons   = "vår sommer sommar høst haust vinter spring summer autumn winter"
	documents = "avtale kontrakt vedtak beslutning avgjerd avgjørelse anbud anbod tilbud tilbod rundskriv forskrift resolusjon agreement contract decision tender circular regulation "
	letters   = "brev prop proposisjon innst innstilling instruks notat referat protokoll forslag framlegg fremlegg plan strategi letter memo minutes proposal strategy"
	acts      = "vedtatt vedteke vedteken besluttet bestemt avgjort inngått signert undertegnet underskrevet underskriven bestilt tinga gitt gjeve tildelt startet starta påbegynt begynte byrja decided signed agreed ordered awarded started begun began"
	products  = "office windows server sharepoint exchange outlook excel visio versjon versjonen utgave utgåve version edition" // "Windows Server 2016"
	prices    = "krone pris prices nivå level"
)

// one tells whether a word is one of those of a list.
func one(word, list string) bool { return slices.Contains(strings.Fields(list), word) }

// begins tells whether a word begins as one of a list.
func begins(word, list string) bool {
	return slices.ContainsFunc(strings.Fields(list), func(start string) bool { return strings.HasPrefix(word, start) })
}

// heads tells whether a word is one of a list, or is made of another word and that one,
// in any form: "rammeavtalen", but not "avtalegebyr".
func heads(word, list string) bool {
	return slices.ContainsFunc(strings.Fields(list), func(head string) bool {
		at := strings.LastIndex(word, head)
		return at >= 0 && slices.Contains([]string{"", "a", "n", "en", "et", "r", "s", "ar", "er", "ne", "ane", "ene"}, word[at+len(head):])
	})
}

// begun tells whether a year is the first of those up to another, which stands next.
func begun(year int, next string) bool {
	last, err := strconv.Atoi(next)
	return err == nil && year > 0 && (len(next) == 4 && last > year || len(next) == 2 && last > year%100)
}

// within tells whether a word is a number from one to a limit.
func within(word string, limit int) bool {
	n, err := strconv.Atoi(word)
	return err == nil && n > 0 && n <= limit
}
