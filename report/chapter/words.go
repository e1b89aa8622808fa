package chapter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gevinst/report"
)

// clean takes the control characters out of somebody's own words, and those
// that would turn the direction of the text around; a line break becomes a
// space. Everything else is theirs and stays.
func clean(s string) string {
	if plain(s) {
		return s
	}
	return strings.TrimSpace(strings.Map(visible, strings.ToValidUTF8(s, "\uFFFD")))
}

// plain tells whether there is nothing to clean, which a glance at the bytes
// shows for most words.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] <= ' ' && (s[i] != ' ' || i == 0 || i == len(s)-1) || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

func visible(r rune) rune {
	switch {
	case r == '\t' || report.Breaks(r):
		return ' '
	case report.Unseen(r):
		return -1
	default:
		return r
	}
}

// paragraphs splits somebody's own words at their line breaks and cleans each.
func paragraphs(s string) []string {
	var all []string
	for _, line := range strings.FieldsFunc(s, report.Breaks) {
		if line = clean(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// said is the agency's own words in a field, marked where their language is not
// the section's; the empty sign where there are none.
func (c *writer) said(f report.Field[string]) Text {
	words := ""
	if f.OK() {
		words = clean(f.Value)
	}
	if words == "" {
		return c.empty
	}
	return c.own(words)
}

// told is the agency's own words of a field with room for several lines, which stay lines.
func (c *writer) told(f report.Field[string]) Text {
	if !f.OK() {
		return c.empty
	}
	all := paragraphs(f.Value)
	if len(all) == 0 {
		return c.empty
	}
	return c.own(strings.Join(all, "\n"))
}

// name is an identifier of the agency's choice. It belongs to no language.
func (c *writer) name(f report.Field[string]) Text {
	if !has(f) {
		return c.empty
	}
	return c.words(clean(f.Value))
}

// own marks cleaned words as the agency's.
func (c *writer) own(words string) Text {
	t := c.words(words)
	t[0].Lang = c.ownLang
	return t
}

// slab is how many short texts get their room at once: a table may have
// thousands of cells.
const slab = 256

// words is a Text of plain words in the section's language.
func (c *writer) words(s string) Text {
	if len(c.spans) == cap(c.spans) {
		c.spans = make([]Span, 0, slab)
	}
	c.spans = append(c.spans, Span{Text: s})
	return c.spans[len(c.spans)-1 : len(c.spans) : len(c.spans)]
}

// has tells whether a field has words that can be seen.
func has(f report.Field[string]) bool { return f.OK() && clean(f.Value) != "" }

// tell prints the agency's own text as paragraphs and tells whether there was any.
func (c *writer) tell(f report.Field[string]) bool {
	if !f.OK() {
		return false
	}
	all := paragraphs(f.Value)
	for _, p := range all {
		c.add(&Paragraph{c.own(p)})
	}
	return len(all) > 0
}

// code is a value of a code list in words, the empty sign where it is missing.
// A value that the list does not have is shown as the agency wrote it.
func (c *writer) code(list string, f report.Field[string]) Text {
	if !f.OK() {
		return c.empty
	}
	if words := c.labels[report.Code{List: list, Value: f.Value}]; words != "" {
		return c.words(words)
	}
	return c.said(f)
}

// answer is yes or no, the empty sign where nothing was answered.
func (c *writer) answer(f report.Field[bool]) Text {
	if !f.OK() {
		return c.empty
	}
	return c.yesNo(f.Value)
}

func (c *writer) yesNo(yes bool) Text {
	if yes {
		return c.words(c.say("chapter.yes"))
	}
	return c.words(c.say("chapter.no"))
}

func (c *writer) date(f report.Field[report.Date]) Text {
	if !f.OK() {
		return c.empty
	}
	return c.words(c.v.Date(f.Value))
}

// amount is an exact number in a table that is not kroner: a volume, an index.
func (c *writer) amount(f report.Field[report.Kroner]) Text {
	if !f.OK() {
		return c.empty
	}
	return c.words(c.v.Short(f.Value))
}

// join is several texts with a separator between them. Neighbours in the same
// manner become one span.
func join(separator string, parts ...Text) Text {
	var all Text
	for _, p := range parts {
		if len(p) == 0 {
			continue
		}
		if len(all) == 0 {
			all = append(all, p...)
			continue
		}
		last := &all[len(all)-1]
		if last.Strong == p[0].Strong && last.Lang == p[0].Lang && last.Href == p[0].Href {
			last.Text += separator + p[0].Text
			all = append(all, p[1:]...)
			continue
		}
		all = append(append(all, Span{Text: separator}), p...)
	}
	return all
}

// continued is words of a code list as they go on a line, after a comma.
func continued(t Text) Text {
	first, size := utf8.DecodeRuneInString(t[0].Text)
	if second, _ := utf8.DecodeRuneInString(t[0].Text[size:]); !unicode.IsLower(second) {
		return t // an abbreviation
	}
	return append(Text{{Text: string(unicode.ToLower(first)) + t[0].Text[size:], Lang: t[0].Lang}}, t[1:]...)
}

// strong is the text in bold.
func strong(t Text) Text {
	bold := make(Text, len(t))
	for i, span := range t {
		span.Strong = true
		bold[i] = span
	}
	return bold
}
