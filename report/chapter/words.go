package chapter

import (
	"strings"
	"unicode"

	"gevinst/report"
)

// clean takes the control characters out of somebody's own words, and those
// that would turn the direction of the text around; a line break becomes a
// space. Everything else is theirs and stays.
func clean(s string) string {
	return strings.TrimSpace(strings.Map(visible, strings.ToValidUTF8(s, "\uFFFD")))
}

func visible(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
		return ' '
	case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\uFEFF':
		return -1
	default:
		return r
	}
}

// paragraphs splits somebody's own words at their line breaks and cleans each.
func paragraphs(s string) []string {
	var all []string
	for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' }) {
		if line = clean(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// said is the agency's own words in a field, marked where their language is not
// the section's; the empty sign where there are none.
func (c *composer) said(f report.Field[string]) Text {
	words := ""
	if f.OK() {
		words = clean(f.Value)
	}
	if words == "" {
		return c.empty
	}
	return c.own(words)
}

// own marks cleaned words as the agency's.
func (c *composer) own(words string) Text { return Text{{Text: words, Lang: c.ownLang}} }

// has tells whether a field has words that can be seen.
func has(f report.Field[string]) bool { return f.OK() && clean(f.Value) != "" }

// tell prints the agency's own text as paragraphs and tells whether there was any.
func (c *composer) tell(f report.Field[string]) bool {
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
func (c *composer) code(list string, f report.Field[string]) Text {
	if !f.OK() {
		return c.empty
	}
	if words := c.labels[report.Code{List: list, Value: f.Value}]; words != "" {
		return Words(words)
	}
	return c.said(f)
}

// answer is yes or no, the empty sign where nothing was answered.
func (c *composer) answer(f report.Field[bool]) Text {
	if !f.OK() {
		return c.empty
	}
	return c.yesNo(f.Value)
}

func (c *composer) yesNo(yes bool) Text {
	if yes {
		return Words(c.say("chapter.yes"))
	}
	return Words(c.say("chapter.no"))
}

func (c *composer) date(f report.Field[report.Date]) Text {
	if !f.OK() {
		return c.empty
	}
	return Words(c.v.Date(f.Value))
}

// amount is an exact number in a table that is not kroner: a volume, an index.
func (c *composer) amount(f report.Field[report.Kroner]) Text {
	if !f.OK() {
		return c.empty
	}
	return Words(c.v.Short(f.Value))
}

// source names where something comes from, and says where it was not confirmed.
// Titles of sources are Norwegian in every language.
func (c *composer) source(id string) Text {
	src, ok := c.sub.Spec.Sources[id]
	switch {
	case id == ownMethod:
		return Words(c.say("chapter.source.own"))
	case !ok:
		return c.empty
	}
	lang := report.NB.Tag()
	if c.v.Lang() == report.NB {
		lang = ""
	}
	if !src.Verified {
		return Text{{Text: src.Title, Lang: lang}, {Text: " " + c.say("chapter.source.unverified")}}
	}
	return Text{{Text: src.Title + " (" + src.Where + ")", Lang: lang}}
}

// ownMethod is the source id of what no published source prescribes.
const ownMethod = "gevinst"

// join is several texts with a separator between them.
func join(separator string, parts ...Text) Text {
	var all Text
	for _, p := range parts {
		if len(p) == 0 {
			continue
		}
		if len(all) > 0 {
			all = append(all, Span{Text: separator})
		}
		all = append(all, p...)
	}
	return all
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
