package hyphen_test

import (
	"strings"
	"testing"
	"unicode"

	"gevinst/report/pdf/hyphen"
)

func shown(t *testing.T, tag, word string) string {
	t.Helper()
	p, err := hyphen.For(tag)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	from := 0
	for _, at := range p.Points(word) {
		b.WriteString(word[from:at] + "-")
		from = at
	}
	return b.String() + word[from:]
}

// TestWords divides words that the section uses, as a dictionary divides them.
func TestWords(t *testing.T) {
	for _, c := range []struct{ tag, want string }{
		{"nb-NO", "gevinst-rea-li-se-ring"}, {"nb-NO", "saks-behand-ling"}, {"nb-NO", "med-finan-sie-ring"},
		{"nb", "netto-gevinst"}, {"nb", "gevins-tene"}, {"nb", "gevinst-beløp"}, {"nb", "hel-digi-talt"}, {"nb", "års-effekt"},
		{"nb", "skje-ma-ver-sjon"}, {"nb", "rapportår"}, {"nb", "rapport-året"}, {"nb", "pris-indeks"}, {"nb", "inn-tekts-kapit-tel"},
		{"nb", "sammen-slå-in-gen"}, {"nb", "søk-nads-dialog"}, {"nb", "Leie-avtalen"}, {"nn", "Leige-avtalen"},
		{"nn", "netto-gevinst"}, {"nn", "gevins-tane"}, {"nn", "heil-digi-talt"}, {"nn", "sjølv-bete-ning"}, {"nn", "teikn-bi-lete"},
		{"nb", "attende"}, {"nb", "Ram-me-kutt"}, {"nb", "år"}, {"nb", "også"},
		{"nn-NO", "verk-semd"}, {"nn", "att-ende"},
		{"en-GB", "effi-ciency"}, {"en", "real-loc-at-able"},
		{"sv", "effektivisering"}, {"", "effektivisering"},
	} {
		if got := shown(t, c.tag, strings.ReplaceAll(c.want, "-", "")); got != c.want {
			t.Errorf("%s: %s, want %s", c.tag, got, c.want)
		}
	}
}

func FuzzPoints(f *testing.F) {
	f.Add("nb", "Effektiviseringstiltak")
	f.Add("nn", "ÅÅÅæøå")
	f.Add("en", "İstanbulẞ\xff")
	f.Fuzz(func(t *testing.T, tag, word string) {
		p, err := hyphen.For(tag)
		if err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, at := range p.Points(strings.Map(letter, word)) {
			if at <= last || at >= len(word) {
				t.Fatalf("%q may be divided at %d after %d", word, at, last)
			}
			last = at
		}
	})
}

func letter(r rune) rune {
	if unicode.IsLetter(r) {
		return r
	}
	return -1
}
