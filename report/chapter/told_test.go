package chapter_test

import (
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
)

// TestLinesStayLines: what an agency wrote in lines, in a cell for several, stands in
// lines, and an end that has its mark gets no second.
func TestLinesStayLines(t *testing.T) {
	f := chaptertest.Small()
	f["tiltak"][0]["digital_vurdering"] = "Vurdert slik:\r\n– regelmotor\n\n– utkast \n"
	f["tiltak"][0]["beskrivelse"] = "Søkerne sa «endelig!»"
	dump := chaptertest.Dump(compose(t, report.NB, f))
	for _, want := range []string{"Vurdert slik:\n– regelmotor\n– utkast", "Søkerne sa «endelig!» "} {
		if !strings.Contains(dump, want) {
			t.Errorf("%q is not there", want)
		}
	}
}

// TestEachCutIsToldOf: the text above the cuts speaks of the kinds that stand there, and
// of no other.
func TestEachCutIsToldOf(t *testing.T) {
	for want, cut := range map[string]report.Record{
		"Kutt på grunn av medfinansiering er vist":          {"aar": "2017", "type": "MEDFINANSIERING", "belop_kr": "100"},
		"Andre rammekutt i 2017 er trukket fra":             {"aar": "2017", "type": "ANNET_RAMMEKUTT", "belop_kr": "100"},
		"Rammekutt i andre år enn 2017 er vist, men ikke":   {"aar": "2016", "type": "ANNET_RAMMEKUTT", "belop_kr": "100"},
		"Virksomheten har valgt å ikke trekke fra andre ra": {"aar": "2017", "type": "ANNET_RAMMEKUTT", "belop_kr": "200"},
	} {
		f := chaptertest.Small()
		f["budsjettuttak"] = []report.Record{cut}
		if cut["belop_kr"] == "200" {
			f["virksomhet"][0]["trekk_rammekutt"] = "NEI"
		}
		about := after(compose(t, report.NB, f), "Kutt som er gjort i rammen")
		if !strings.HasPrefix(about, want) || strings.Count(about, ". ") > 1 {
			t.Errorf("of %v is told %q", cut, about)
		}
	}
}

// after is the paragraph below a heading.
func after(c *chapter.Chapter, heading string) string {
	i := slices.IndexFunc(c.Blocks, func(b chapter.Block) bool {
		h, ok := b.(*chapter.Heading)
		return ok && h.Text == heading
	})
	if p, ok := c.Blocks[i+1].(*chapter.Paragraph); ok {
		return p.Text.Plain()
	}
	return ""
}

// TestForeignWordsSayTheirLanguage: the names of priority areas keep the workbook's
// language within a sentence of the section's, and so do titles of Norwegian sources;
// what only describes a source or tells where it is found is in the reader's own.
func TestForeignWordsSayTheirLanguage(t *testing.T) {
	in := chaptertest.Input(t, report.EN, chaptertest.DemoFilling(t, report.NB))
	in.Words = report.NB
	c := chapter.Compose(in)
	for _, span := range c.Cover.Summary[3] {
		if name := strings.Contains(span.Text, "Kontroll"); name != (span.Text == "Kontroll av tilskudd") || name && span.Lang != report.NB.Tag() {
			t.Errorf("the summary says %+v", span)
		}
	}
	for _, b := range c.Blocks {
		if list, ok := b.(*chapter.List); ok {
			for _, item := range list.Items {
				if strings.Contains(item.Plain(), "publisert") || strings.Contains(item.Plain(), "Fellesføringer") && item[0].Lang != report.NB.Tag() {
					t.Errorf("a source stands as %+v", item)
				}
			}
		}
	}
	if !strings.Contains(chaptertest.Dump(c), "published on 30 June 2017") {
		t.Error("the source is not told of")
	}
}

// TestSourcesInBokmaal: the set says the same of its sources as the section in bokmål.
func TestSourcesInBokmaal(t *testing.T) {
	in := chaptertest.Input(t, report.NB, chaptertest.Small())
	for _, key := range in.Voice.Keys() {
		if id, ok := strings.CutPrefix(key, "source.title."); ok && in.Ledger.Submission.Spec.Sources[id].Title != in.Voice.Say(key) {
			t.Errorf("%s is told of as %q", id, in.Voice.Say(key))
		}
		if id, ok := strings.CutPrefix(key, "source.where."); ok && in.Ledger.Submission.Spec.Sources[id].Where != in.Voice.Say(key) {
			t.Errorf("%s is found at %q", id, in.Voice.Say(key))
		}
	}
}
