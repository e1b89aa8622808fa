package chapter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviation is a short form with the words that it stands for. One whose words stand
// right before its first use, in front of a bracket, needs no more.
type abbreviation struct{ short, means string }

// explainAbbreviations marks each abbreviation of the document's own language where it is
// first used with what it stands for, which whoever listens hears.
func (c *writer) explainAbbreviations(out *Chapter) {
	var left []abbreviation
	for _, key := range []string{"chapter.short.chapter", "chapter.short.kroner", "chapter.short.abe"} {
		if short, means, ok := strings.Cut(c.say(key), " = "); ok {
			left = append(left, abbreviation{short, means})
		}
	}
	eachText(out, func(t *Text) bool {
		for i := 0; i < len(left); i++ {
			if t.explain(left[i]) {
				left = append(left[:i], left[i+1:]...)
				i--
			}
		}
		return len(left) > 0
	})
}

// eachText visits the texts of a document in reading order, while visit wants more.
func eachText(out *Chapter, visit func(*Text) bool) {
	all := func(texts []Text) bool {
		for i := range texts {
			if !visit(&texts[i]) {
				return false
			}
		}
		return true
	}
	if !all(out.Cover.Summary) {
		return
	}
	for _, b := range out.Blocks {
		more := true
		switch x := b.(type) {
		case *Paragraph:
			more = visit(&x.Text)
		case *List:
			more = all(x.Items)
		case *Note:
			more = visit(&x.Text)
		case *Table:
			for i := range x.Rows {
				more = more && all(x.Rows[i].Cells)
			}
			more = more && all(x.Notes)
		}
		if !more {
			return
		}
	}
}

// explain marks the abbreviation's first use in the text, and tells whether there is one.
func (t *Text) explain(a abbreviation) bool {
	for i, s := range *t {
		if s.Lang != "" || s.Href != "" || s.To != "" {
			continue
		}
		at := standing(s.Text, a.short)
		if at < 0 {
			continue
		}
		if strings.HasSuffix(s.Text[:at], "(") {
			return true
		}
		before, short, after := s, s, s
		before.Text, short.Text, after.Text = s.Text[:at], a.short, s.Text[at+len(a.short):]
		short.Means = a.means
		parted := append(Text{}, (*t)[:i]...)
		for _, part := range []Span{before, short, after} {
			if part.Text != "" {
				parted = append(parted, part)
			}
		}
		*t = append(parted, (*t)[i+1:]...)
		return true
	}
	return false
}

// standing is where a short form stands as a word of its own, or first in a compound with
// a hyphen; -1 where it does not.
func standing(text, short string) int {
	for from := 0; ; {
		at := strings.Index(text[from:], short)
		if at < 0 {
			return -1
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(short):])
		if !partOfWord(before) && !partOfWord(after) {
			return at
		}
		from = at + len(short)
	}
}

func partOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
