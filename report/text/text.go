// Package text says things: findings, amounts, dates and code values in the
// reader's language. It decides and computes nothing.
package text

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"gevinst/report"
	"gevinst/templates"
)

// Voice speaks one language.
type Voice struct {
	lang      report.Lang
	sentences map[string]string
}

// For makes the voice of a language. An error means that the program was built
// from broken text files.
func For(lang report.Lang) (*Voice, error) {
	sentences, err := templates.Sentences(lang)
	if err != nil {
		return nil, err
	}
	return &Voice{lang, sentences}, nil
}

// Lang is the language of the voice.
func (v *Voice) Lang() report.Lang { return v.lang }

// Has tells whether there is a sentence under the key.
func (v *Voice) Has(key string) bool { _, ok := v.sentences[key]; return ok }

// Keys lists every key, sorted.
func (v *Voice) Keys() []string {
	keys := make([]string, 0, len(v.sentences))
	for k := range v.sentences {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Say is the sentence under the key with {name} replaced by its argument in the
// voice's own manner. Where an argument named "n" is the int or Count 1 or 0 and the key
// has a twin ending in ".one" or ".zero", the twin is said. An unknown key is said in «» so
// that a test can see it.
func (v *Voice) Say(key string, args ...report.Arg) string {
	sentence, ok := v.sentences[v.number(key, args)]
	if !ok {
		return "«" + key + "»"
	}
	if len(args) == 0 {
		return sentence
	}
	return v.fill(sentence, args)
}

// fill puts the arguments into the sentence, once: a name that stands in an
// argument's own words is not replaced.
func (v *Voice) fill(sentence string, args []report.Arg) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		at := slices.IndexFunc(args, func(a report.Arg) bool { return a.Name == name })
		if !closed || at < 0 {
			b.WriteString("{")
			sentence = rest
			continue
		}
		b.WriteString(v.Value(args[at].Value))
		sentence = after
	}
}

func (v *Voice) number(key string, args []report.Arg) string {
	for _, a := range args {
		n, ok := whole(a.Value)
		if !ok || a.Name != "n" || n < 0 || n > 1 {
			continue
		}
		if twin := key + [...]string{".zero", ".one"}[n]; v.Has(twin) {
			return twin
		}
	}
	return key
}

// Value says one argument.
func (v *Voice) Value(value any) string {
	switch x := value.(type) {
	case string:
		return x
	case int:
		return v.Int(x)
	case Count:
		return v.Count(x)
	case report.Kroner:
		return v.Kroner(x)
	case report.Numeral:
		return v.Numeral(report.Kroner(x))
	case report.Date:
		return v.Date(x)
	case report.Words:
		return x.In(v.lang)
	case report.Place:
		return x.String()
	case report.Phrase:
		return v.Say(string(x))
	case []report.Words:
		all := make([]string, len(x))
		for i, w := range x {
			all[i] = w.In(v.lang)
		}
		return strings.Join(all, ", ")
	case []string:
		return strings.Join(x, ", ")
	default:
		return fmt.Sprint(x)
	}
}
