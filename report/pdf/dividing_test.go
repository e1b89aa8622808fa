package pdf

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/pdf/layout"
)

// TestDividing holds the rules of divided words: some are, never in headings and
// captions, never a name or a number, never a part of fewer than three letters,
// never more than two lines in a row.
func TestDividing(t *testing.T) {
	for _, lang := range report.Langs() {
		doc := set(t, chaptertest.Demo(t, lang))
		divided := 0
		eachElem(doc.Root, func(e *layout.Elem) {
			inRow := 0
			lines := linesOf(doc, e)
			for i, line := range lines {
				if !strings.HasSuffix(line, "\u00ad") {
					inRow = 0
					continue
				}
				divided++
				if inRow++; inRow > 2 {
					t.Errorf("%s: three lines in a row end with a hyphen: %q", lang, lines)
				}
				if strings.HasPrefix(e.Type, "H") || e.Type == "Caption" || e.Type == "TH" && e.Scope == "Column" {
					t.Errorf("%s: %s is divided: %q", lang, e.Type, lines)
				}
				if i+1 < len(lines) { // else it goes on in another language
					checkParts(t, line, lines[i+1])
				}
			}
		})
		if divided < 10 {
			t.Errorf("%s: only %d words are divided", lang, divided)
		}
	}
}

func checkParts(t *testing.T, line, next string) {
	t.Helper()
	before := strings.TrimSuffix(line[strings.LastIndexAny(line, " \u00a0")+1:], "\u00ad")
	after, _, _ := strings.Cut(next, " ")
	letters := strings.TrimFunc(before+after, func(r rune) bool { return !unicode.IsLetter(r) })
	if strings.ContainsFunc(letters, unicode.IsDigit) || strings.ContainsAny(letters, "@_") {
		t.Errorf("%q is divided, which is no word of prose", before+after)
	}
	for _, part := range []string{before, after} {
		if utf8.RuneCountInString(strings.TrimFunc(part, func(r rune) bool { return !unicode.IsLetter(r) })) < 3 {
			t.Errorf("%q and %q: a part is too short", before, after)
		}
	}
}

func eachElem(e *layout.Elem, visit func(*layout.Elem)) {
	visit(e)
	for _, k := range e.Kids {
		if k.Elem != nil {
			eachElem(k.Elem, visit)
		}
	}
}

// linesOf are the lines that are drawn for an element alone: texts on one height.
func linesOf(doc *layout.Document, e *layout.Elem) []string {
	var lines []string
	last := -1.0
	for _, k := range e.Kids {
		if k.Elem != nil || k.Link > 0 {
			continue
		}
		for _, m := range doc.Pages[k.Page].Marks {
			if m.Elem != e || m.MCID != k.MCID {
				continue
			}
			for _, s := range m.Shapes {
				text, ok := s.(*layout.Text)
				switch {
				case !ok:
				case text.Y == last:
					lines[len(lines)-1] += text.Text
				default:
					lines = append(lines, text.Text)
					last = text.Y
				}
			}
		}
	}
	return lines
}

// TestDividedWordsAreFound sees that a search in the file finds a word that is
// divided in print.
func TestDividedWordsAreFound(t *testing.T) {
	const long = "Forvaltningsdigitaliseringen "
	for _, lang := range report.Langs() {
		c := &chapter.Chapter{Lang: lang, Title: "x", Blocks: []chapter.Block{
			&chapter.Paragraph{Text: chapter.Words("Og " + strings.ToLower(strings.Repeat(long, 12)))}}}
		doc := set(t, c)
		drawn := 0
		eachElem(doc.Root, func(e *layout.Elem) {
			for _, line := range linesOf(doc, e) {
				drawn += strings.Count(line, "\u00ad")
			}
		})
		words := ""
		eachElem(doc.Root, func(e *layout.Elem) { words += strings.Join(linesOf(doc, e), "") })
		if n := strings.Count(strings.ReplaceAll(words, "\u00ad", ""), strings.ToLower(long)); n < 11 || drawn == 0 {
			t.Errorf("%s: %d of 12 words are found, %d divided", lang, n, drawn)
		}
	}
}

// TestAddressesArePartedWithoutHyphen breaks an address after one of its marks, wherever
// the line is full, and puts no hyphen into it, which would seem to be a part of it.
func TestAddressesArePartedWithoutHyphen(t *testing.T) {
	parted := 0
	for _, address := range []string{
		"https://www.regjeringen.no/no/dokumenter/tildelingsbrev/effektiviseringsarbeid/forvaltningsutvikling/",
		"(dfo.no/fagomrader/styring-i-staten/etatsstyring/arsrapportering/virksomhetsstyring?utgave=endelig&malform=bokmal).",
		"www.regjeringen.no/dokumentarkiv/tilskuddsforvaltningsutvalget/sluttrapport",
		"gevinstrealiseringskontakten@tilskuddsforvaltningsdirektoratet.eksempel.no",
	} {
		for shift := range 40 {
			words := "Se " + strings.Repeat("x", shift) + " saken om dette arbeidet i departementet på adressen " + address + " og videre i vedlegget."
			doc := set(t, &chapter.Chapter{Lang: report.NB, Blocks: []chapter.Block{&chapter.Paragraph{Text: chapter.Words(words)}}})
			eachElem(doc.Root, func(e *layout.Elem) {
				lines := linesOf(doc, e)
				for i := 0; i+1 < len(lines); i++ {
					before := lines[i][strings.LastIndex(lines[i], " ")+1:]
					after, _, _ := strings.Cut(lines[i+1], " ")
					if whole := strings.TrimSuffix(before, "\u00ad") + after; before == "" || !strings.Contains(address, whole) {
						continue
					}
					parted++
					if !strings.ContainsAny(before[len(before)-1:], "/.-?&=@") {
						t.Errorf("%s is parted after %q", address, before)
					}
				}
			})
		}
	}
	if parted < 40 {
		t.Errorf("only %d addresses are parted", parted)
	}
}
