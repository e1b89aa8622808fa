package chapter_test

import (
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
)

func holds(t *testing.T, c *chapter.Chapter, sentences ...string) {
	t.Helper()
	dump := strings.ReplaceAll(chaptertest.Dump(c), "~", " ")
	for _, s := range sentences {
		if !strings.Contains(strings.ReplaceAll(dump, "\u00a0", " "), s) {
			t.Errorf("nothing says: %s", s)
		}
	}
}

// TestOneIsOne holds the number of the noun in each language.
func TestOneIsOne(t *testing.T) {
	holds(t, compose(t, report.NB, chaptertest.Small()), "Ett tiltak er iverksatt, og det er digitalt. Ett tiltak er planlagt, og det er ikke digitalt.", "Én gevinst er ikke verdsatt")
	holds(t, compose(t, report.NN, chaptertest.Small()), "Eitt tiltak er sett i verk, og det er digitalt. Eitt tiltak er planlagt, og det er ikkje digitalt.", "Éin gevinst er ikkje verdsett")
	holds(t, compose(t, report.EN, chaptertest.Small()), "One measure has been implemented, and it is digital. One measure is planned, and it is not digital.", "One gain is not valued")
}

// TestOwnWordsAreMarked gives a screen reader the right voice for the agency's
// own words where the section is in another language; ids have no language.
func TestOwnWordsAreMarked(t *testing.T) {
	holds(t, compose(t, report.EN, chaptertest.Small()), "[nb-NO: Timebestilling på nett]", "  T1 | ")
	for _, span := range []string{"[nb-NO: Timebestilling", "[en"} {
		if strings.Contains(chaptertest.Dump(compose(t, report.NB, chaptertest.Small())), span) {
			t.Errorf("the section's own language is marked: %s", span)
		}
	}
}

// TestLastYearStandsBeside shows last year where it is known, and nothing where
// it has nothing.
func TestLastYearStandsBeside(t *testing.T) {
	in := chaptertest.Input(t, report.NB, chaptertest.DemoFilling(t, report.NB))
	last := chaptertest.DemoFilling(t, report.NB)
	last["virksomhet"][0]["rapportaar"] = "2016"
	in.Previous = chaptertest.Input(t, report.NB, last).Ledger
	holds(t, chapter.Compose(in),
		"Ny nettogevinst i 2017 er 3 948 040 kroner, mot 3 888 040 kroner i 2016.",
		"Planlagt 2016 | Realisert 2016 | Planlagt 2017 | Realisert 2017",
		"Avsluttet | 01.08.2016 | – | –")
}

// TestUncoveredIsTold shows a year whose deductions exceed its gain.
func TestUncoveredIsTold(t *testing.T) {
	f := chaptertest.DemoFilling(t, report.NB)
	f["bevilgning"][0]["abe_kutt_kr"] = "3000000"
	holds(t, compose(t, report.NB, f), "Ingenting kan omdisponeres: Etter alle fradrag mangler det 635 980 kroner.", "Udekket beløp | Så mye mangler det etter alle fradrag. | −636",
		"Omdisponerbart beløp | Det som er igjen etter alle fradrag, aldri mindre enn null. | 0")
}

// TestCutThatIsNotDeductedIsTold prints the agency's choice.
func TestCutThatIsNotDeductedIsTold(t *testing.T) {
	f := chaptertest.DemoFilling(t, report.NB)
	f["virksomhet"][0]["trekk_rammekutt"] = "NEI"
	holds(t, compose(t, report.NB, f), "Virksomheten har valgt å ikke trekke fra kutt i rammen.", "Rammekutt trekkes fra | Nei | Oppgitt av virksomheten", "2 364 020 kroner kan omdisponeres.")
}

// TestMoneyAndTimeAreToldApart passes the cash test in part and in full.
func TestMoneyAndTimeAreToldApart(t *testing.T) {
	f := chaptertest.DemoFilling(t, report.NB)
	f["bevilgning"][0]["abe_kutt_kr"] = "0"
	holds(t, compose(t, report.NB, f), "Av dette er 15 980 kroner budsjettmidler og 2 348 040 kroner frigjort arbeidstid.", "De øvrige 2 348 040 kroner er frigjort arbeidstid")
	f["gevinster"][0]["gevinstklasse"] = "BUDSJETT"
	holds(t, compose(t, report.NB, f), "Alt er budsjettmidler.", "Hele det omdisponerbare beløpet er derfor penger")
}

// TestWarningsCarryTheirExplanation prints an accepted warning with the
// agency's own words to it, and nothing that is no warning.
func TestWarningsCarryTheirExplanation(t *testing.T) {
	in := chaptertest.Input(t, report.NB, chaptertest.DemoFilling(t, report.NB))
	row := int(in.Ledger.Submission.Gains[4].ID.Row)
	in.Remarks = []chapter.Remark{
		{Finding: report.Finding{Rule: "G-015", Severity: report.Warning, Place: report.Place{Sheet: "Gevinster", Row: row, Col: 3}}, Sentence: "Gevinsten er negativ."},
		{Finding: report.Finding{Rule: "T-004", Severity: report.Warning}, Sentence: "Ingen tiltak er digitale."},
		{Finding: report.Finding{Rule: "R-001", Severity: report.Info}, Sentence: "Bare til opplysning."},
	}
	c := chapter.Compose(in)
	holds(t, c, "ga to varsler", "Gevinsten er negativ. Virksomhetens forklaring: Fraflyttingen var planlagt til 1. juli.",
		"Ingen tiltak er digitale. Virksomheten har ikke gitt noen forklaring.")
	if strings.Contains(chaptertest.Dump(c), "Bare til opplysning") {
		t.Error("what only informs the desk is printed")
	}
}

// TestUnconfirmedYearIsTold says that nobody has confirmed the requirements of a later year.
func TestUnconfirmedYearIsTold(t *testing.T) {
	f := chaptertest.Small()
	f["virksomhet"][0]["rapportaar"] = "2019"
	holds(t, compose(t, report.NB, f), "Det er ikke funnet noen kilde som viser at felleskravene gjelder for 2019.")
}

// TestStatusIsTold marks a draft as one and names who approved the rest.
func TestStatusIsTold(t *testing.T) {
	c := compose(t, report.NB, chaptertest.Small())
	if c.Draft == "" {
		t.Error("a draft has no mark")
	}
	holds(t, c, "Status: Utkast, ikke godkjent")
	demo := chaptertest.Demo(t, report.NB)
	if demo.Draft != "" || demo.Dated != (report.Date{Year: 2018, Month: 3, Day: 1}) {
		t.Errorf("final section: mark %q, dated %s", demo.Draft, demo.Dated)
	}
	holds(t, demo, "Status: Endelig, godkjent 1. mars 2018 av Ingrid Eksempelsen, direktør")
}

// TestSameTwice composes the same section from the same ledger.
func TestSameTwice(t *testing.T) {
	first, second := chaptertest.Dump(chaptertest.Demo(t, report.NB)), chaptertest.Dump(chaptertest.Demo(t, report.NB))
	if first != second {
		t.Error("two sections of one ledger differ")
	}
}

// TestLastYearsUncountedIsNotShown leaves out what last year's report did not
// count: reported, not realised.
func TestLastYearsUncountedIsNotShown(t *testing.T) {
	in := chaptertest.Input(t, report.NB, chaptertest.DemoFilling(t, report.NB))
	last := chaptertest.DemoFilling(t, report.NB)
	last["virksomhet"][0]["rapportaar"] = "2016"
	for _, gain := range last["gevinster"] {
		if gain["tiltak_id"] == "T2" {
			delete(gain, "maalt_dato")
		}
	}
	in.Previous = chaptertest.Input(t, report.NB, last).Ledger
	holds(t, chapter.Compose(in), "Digital post til mottakerne | Digitalisering | Ja | Iverksatt | 01.01.2017 | – | 980")
}
