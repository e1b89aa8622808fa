package chapter_test

import (
	"maps"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
)

// fewServices is an agency with one service and one kind of information.
func fewServices(t *testing.T, lang report.Lang) report.Filling {
	f := chaptertest.DemoFilling(t, lang)
	f["tjenester"], f["gjenbruk"] = f["tjenester"][:1], f["gjenbruk"][:1]
	f["tjenester"][0]["brukerorientert"], f["tjenester"][0]["egnet_straksavgjorelse"] = "JA", "NEI"
	f["gjenbruk"][0]["gjenbrukes"] = "DELVIS"
	return f
}

// TestNothingIsCountedAsNought leaves out what there is none of, and says few in words.
func TestNothingIsCountedAsNought(t *testing.T) {
	for lang, want := range map[report.Lang]string{report.NB: "Oversikten omfatter ett slag informasjon: ett gjenbrukes delvis.",
		report.NN: "Oversikta omfattar eitt slag informasjon: eitt blir delvis brukt på nytt.",
		report.EN: "The overview covers one kind of information: one is partly reused."} {
		c := compose(t, lang, fewServices(t, lang))
		holds(t, c, want)
		for _, b := range c.Blocks {
			if h, ok := b.(*chapter.Heading); ok && h.Number == "9" {
				break // a filling that is no file has no cells of the form
			}
			if p, ok := b.(*chapter.Paragraph); ok && regexp.MustCompile(`(^|\s)0 [^k%]`).MatchString(p.Text.Plain()) {
				t.Errorf("%s: a part of nothing is counted: %s", lang, p.Text.Plain())
			}
		}
	}
	holds(t, compose(t, report.NB, fewServices(t, report.NB)), "Én er brukerorientert.", "ingen for straksavgjørelse", "Av de iverksatte tiltakene er ett avsluttet.")
}

// TestUnansweredIsNotNone says that nothing was answered where nothing was.
func TestUnansweredIsNotNone(t *testing.T) {
	f := fewServices(t, report.NB)
	for _, key := range []string{"egnet_selvbetjening", "egnet_straksavgjorelse", "egnet_automatisering", "brukerorientert", "videre"} {
		delete(f["tjenester"][0], key)
	}
	holds(t, compose(t, report.NB, f), "Det er ikke vurdert hva tjenestene og arbeidsprosessene passer for. Det er ikke vurdert om de er brukerorienterte.",
		"Det er ikke oppgitt hva som videre skal skje med dem.")
}

// TestSourcesAreTheSectionsOwn lists what the section rests on and no more, and
// says once what is not confirmed.
func TestSourcesAreTheSectionsOwn(t *testing.T) {
	small := chaptertest.Dump(compose(t, report.NB, chaptertest.Small()))
	_, list, _ := strings.Cut(small, "Kilder\n")
	list, _, _ = strings.Cut(list, "\n#")
	if n := strings.Count(list, "\n* "); n != 1 {
		t.Errorf("an agency with two measures and no amount has %d sources:\n%s", n, list)
	}
	demo := chaptertest.Dump(chaptertest.Demo(t, report.NB))
	if strings.Contains(demo, "forsvarssektoren") || strings.Contains(demo, "FFI") {
		t.Error("another sector's sources are cited")
	}
	if n := strings.Count(demo, "bekreftet i kilden"); n != 1 {
		t.Errorf("it is said %d times that something is not confirmed", n)
	}
}

// TestMissingResultIsSaid says in words what an unpriced gain of an implemented
// measure lacks.
func TestMissingResultIsSaid(t *testing.T) {
	f := chaptertest.Small()
	delete(f["gevinster"][0], "kvalitet_etter")
	c := compose(t, report.NB, f)
	holds(t, c, "Åtte av ti ringte | Resultatet er ikke oppgitt")
	holds(t, c, "| Måletidspunkt og kilde er ikke oppgitt")
}

// TestRoundedDeviationIsNoted explains a deviation that the figures shown do not give.
func TestRoundedDeviationIsNoted(t *testing.T) {
	const note = "Et avvik kan derfor være et annet enn forskjellen mellom de viste tallene."
	if strings.Contains(chaptertest.Dump(compose(t, report.NB, chaptertest.DemoFilling(t, report.NB))), note) {
		t.Error("a note stands where every deviation adds up")
	}
	f := chaptertest.DemoFilling(t, report.NB)
	f["gevinster"][0]["planlagt_kr"] = "2400490"
	f["gevinster"][0]["varig_driftskostnad_kr"] = "1150500" // 2347.54 − 2400.49 = −52.95: 2 348 less 2 400, shown as −53
	holds(t, compose(t, report.NB, f), note)
}

// TestServiceWithoutStatusIsNotLeft counts as left what is known not to be digital:
// a service whose status was not given may be either.
func TestServiceWithoutStatusIsNotLeft(t *testing.T) {
	statuses := func(given ...string) report.Filling {
		f := fewServices(t, report.NB)
		one := f["tjenester"][0]
		f["tjenester"] = nil
		for i, status := range given {
			service := maps.Clone(one)
			service["tjeneste_id"] = "S" + strconv.Itoa(i+1)
			if delete(service, "digital_status"); status != "" {
				service["digital_status"] = status
			}
			f["tjenester"] = append(f["tjenester"], service)
		}
		return f
	}
	said := chaptertest.Dump(compose(t, report.NB, statuses("DELVIS", "IKKE_DIGITAL", "")))
	for _, want := range []string{"To gjenstår å digitalisere helt ut.", "For én er digital status ikke oppgitt."} {
		if !strings.Contains(said, want) {
			t.Errorf("two services remain and one has no status, but it does not say: %s", want)
		}
	}
	said = chaptertest.Dump(compose(t, report.NB, statuses("DIGITAL", "")))
	if strings.Contains(said, "Ingen gjenstår") || strings.Contains(said, "Én gjenstår") {
		t.Error("a service without status is said to remain or not to remain")
	}
}
