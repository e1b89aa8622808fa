// Package text says things: findings, amounts, dates and code values in the
// reader's language. It decides and computes nothing.
package text

import (
	"fmt"
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
// voice's own manner. Where an argument named "n" is the int 1 and the key has
// a twin ending in ".one", the twin is said. An unknown key is said in «» so
// that a test can see it.
func (v *Voice) Say(key string, args ...report.Arg) string {
	sentence, ok := v.sentences[v.number(key, args)]
	if !ok {
		return "«" + key + "»"
	}
	if len(args) == 0 {
		return sentence
	}
	pairs := make([]string, 0, 2*len(args))
	for _, a := range args {
		pairs = append(pairs, "{"+a.Name+"}", v.Value(a.Value))
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

func (v *Voice) number(key string, args []report.Arg) string {
	for _, a := range args {
		if n, ok := a.Value.(int); ok && a.Name == "n" && n == 1 && v.Has(key+".one") {
			return key + ".one"
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
	case report.Kroner:
		return v.Kroner(x)
	case report.Date:
		return v.Date(x)
	case report.Words:
		return x.In(v.lang)
	case report.Place:
		return x.String()
	case []string:
		return strings.Join(x, ", ")
	default:
		return fmt.Sprint(x)
	}
}
