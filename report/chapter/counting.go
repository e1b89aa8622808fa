package chapter

import (
	"unicode"
	"unicode/utf8"

	"gevinst/report/text"
)

// mostInWords is the greatest number that is said in a word; beside a greater one
// the small ones stay figures too.
const mostInWords = 12

// numeral is n of a whole, in a word where the whole is few enough.
func numeral(n, whole int) any {
	if whole > mostInWords {
		return n
	}
	return text.Count(n)
}

// part is how many of a whole something holds for.
type part struct {
	key string
	n   int
}

// parts lists what there is any of: "én digital og to ikke digitale". It is empty
// where there is nothing.
func (c *writer) parts(whole int, all ...part) string {
	var words []string
	for _, p := range all {
		if p.n > 0 {
			words = append(words, c.say(p.key, arg("n", numeral(p.n, whole))))
		}
	}
	return c.v.List(words)
}

// opening lets a sentence begin with a capital letter.
func opening(sentence string) string {
	first, size := utf8.DecodeRuneInString(sentence)
	if !unicode.IsLower(first) {
		return sentence
	}
	return string(unicode.ToUpper(first)) + sentence[size:]
}
