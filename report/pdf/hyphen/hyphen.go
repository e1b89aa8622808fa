// Package hyphen tells where a word may be divided at the end of a line, after
// Liang's method and the patterns of TeX.
//
// A part of a word has at least three letters. A language without patterns
// divides no word.
package hyphen

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"gevinst/templates"
)

// least is the number of letters that stand on either side of a division.
const least = 3

// Patterns is what is known of a language.
type Patterns struct {
	// values are the weights between the letters of a pattern, a point being the
	// end of a word: ".ab1c" is [0 0 0 1 0] of ".abc".
	values  map[string][]byte
	longest int              // letters of the longest pattern
	except  map[string][]int // divisions of words, in letters
}

var (
	bokmaal = sync.OnceValues(func() (*Patterns, error) { return read("hyph-no.tex", "hyph-gevinst.tex", "hyph-nb.tex") })
	nynorsk = sync.OnceValues(func() (*Patterns, error) { return read("hyph-no.tex", "hyph-gevinst.tex", "hyph-nn.tex") })
	british = sync.OnceValues(func() (*Patterns, error) { return read("hyph-en-gb.tex") })
)

// For returns the patterns of a language by its BCP 47 tag; for a language that
// is not known it returns nil. An error means that the program was built with a
// broken file.
func For(tag string) (*Patterns, error) {
	language, _, _ := strings.Cut(tag, "-")
	switch language {
	case "nb", "no":
		return bokmaal()
	case "nn":
		return nynorsk()
	case "en":
		return british()
	default:
		return nil, nil
	}
}

func read(files ...string) (*Patterns, error) {
	p := &Patterns{values: map[string][]byte{}, except: map[string][]int{}}
	for _, name := range files {
		file, err := templates.Hyphenation(name)
		if err != nil {
			return nil, err
		}
		if err := p.parse(string(file)); err != nil {
			return nil, fmt.Errorf("patterns %s: %w", name, err)
		}
	}
	return p, nil
}

// parse reads the groups \patterns{...} and \hyphenation{...} of a TeX file. All
// else in it is comment, or asks for a file that is read anyway.
func (p *Patterns) parse(tex string) error {
	var add func(string)
	for line := range strings.Lines(tex) {
		line, _, _ = strings.Cut(line, "%")
		for _, word := range strings.Fields(strings.ReplaceAll(line, "}", " } ")) {
			switch {
			case strings.HasPrefix(word, `\patterns{`):
				add = p.pattern
				word = strings.TrimPrefix(word, `\patterns{`)
			case strings.HasPrefix(word, `\hyphenation{`):
				add = p.exception
				word = strings.TrimPrefix(word, `\hyphenation{`)
			case word == "}":
				add, word = nil, ""
			}
			if add != nil && word != "" {
				add(word)
			}
		}
	}
	if add != nil {
		return fmt.Errorf("a group is not closed")
	}
	return nil
}

// pattern adds a pattern; of two with the same letters, each place has the greater weight.
func (p *Patterns) pattern(s string) {
	var letters strings.Builder
	values := []byte{0}
	for _, r := range s {
		if r >= '0' && r <= '9' {
			values[len(values)-1] = byte(r - '0')
			continue
		}
		letters.WriteRune(r)
		values = append(values, 0)
	}
	for i, v := range p.values[letters.String()] {
		values[i] = max(values[i], v)
	}
	p.values[letters.String()] = values
	p.longest = max(p.longest, len(values)-1)
}

func (p *Patterns) exception(s string) {
	parts := strings.Split(strings.ToLower(s), "-")
	var at []int
	n := 0
	for _, part := range parts[:len(parts)-1] {
		n += utf8.RuneCountInString(part)
		at = append(at, n)
	}
	p.except[strings.Join(parts, "")] = at
}

// Points are the bytes of a word in front of which it may be divided, in order.
// The word is letters only.
func (p *Patterns) Points(word string) []int {
	if p == nil {
		return nil
	}
	letters := []rune(word)
	for i, r := range letters {
		letters[i] = unicode.ToLower(r)
	}
	var points []int
	for _, n := range p.divisions(letters) {
		if n >= least && n <= len(letters)-least {
			points = append(points, len(string([]rune(word)[:n])))
		}
	}
	return points
}

// divisions are the numbers of letters after which a word may be divided.
func (p *Patterns) divisions(letters []rune) []int {
	if at, ok := p.except[string(letters)]; ok {
		return at
	}
	dotted := append(append([]rune{'.'}, letters...), '.')
	weights := make([]byte, len(dotted)+1)
	for from := range dotted {
		for to := from + 1; to <= min(len(dotted), from+p.longest); to++ {
			for i, v := range p.values[string(dotted[from:to])] {
				weights[from+i] = max(weights[from+i], v)
			}
		}
	}
	var at []int
	for n := 1; n < len(letters); n++ {
		if weights[n+1]%2 == 1 {
			at = append(at, n)
		}
	}
	return at
}
