package chapter

import (
	"fmt"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/sector/overview"
	"gevinst/report/text"
	"gevinst/templates"
)

// TestSectorOfManyStaysReadable: beyond what the appendix lists, each table says how
// much of how many it shows and where all stand, and nothing points to the appendix.
func TestSectorOfManyStaysReadable(t *testing.T) {
	for n, cut := range map[int]bool{mostListed: false, mostListed + 1: true} {
		for _, lang := range report.Langs() {
			words, most := sectorWords(t, lang, n)
			if most > mostListed+2 { // the others, and the sum
				t.Errorf("%s, %d agencies: a table of %d rows", lang, n, most)
			}
			voice, err := text.For(lang)
			if err != nil {
				t.Fatal(err)
			}
			for where, want := range map[string]bool{"sector.in.tables": cut, "sector.in.appendix": !cut} {
				said := strings.Contains(words, voice.Say("sector.demands.appendix", report.Arg{Name: "where", Value: voice.Say(where)}))
				if said != want {
					t.Errorf("%s, %d agencies: the answers are said to stand in %q: %t", lang, n, voice.Say(where), said)
				}
			}
			cutOff := voice.Say("sector.cutoff.some", report.Arg{Name: "shown", Value: mostListed}, report.Arg{Name: "all", Value: n})
			if strings.Contains(words, cutOff) != cut {
				t.Errorf("%s, %d agencies: %q", lang, n, cutOff)
			}
		}
	}
}

// sectorWords are the words of the report on a sector of so many agencies that all
// answer one question, and the number of rows of its longest table.
func sectorWords(t *testing.T, lang report.Lang, agencies int) (string, int) {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	voice, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	s := &overview.Sector{Year: 2018, Demands: []overview.Demand{{ID: "D1", Kind: report.TextAnswer, Asked: []overview.Wording{{Form: report.NB, Text: "Hvordan?"}}}}}
	for i := range agencies {
		a := overview.Agency{OrgNr: fmt.Sprint(100_000_000 + i), Name: "Etaten", Standing: overview.Submitted, Report: &overview.Reported{}}
		s.Agencies = append(s.Agencies, a)
		s.Demands[0].Answers = append(s.Demands[0].Answers, overview.Answer{OrgNr: a.OrgNr, Text: "Slik."})
	}
	var words strings.Builder
	most := 0
	for _, b := range ComposeSector(SectorInput{Sector: s, Spec: sets[0], Voice: voice}).Blocks {
		switch x := b.(type) {
		case *Paragraph:
			words.WriteString(x.Text.Plain() + "\n")
		case *Table:
			most = max(most, len(x.Rows))
			for _, note := range x.Notes {
				words.WriteString(note.Plain() + "\n")
			}
		}
	}
	return words.String(), most
}
