package check

import (
	"slices"
	"testing"
)

// TestWhatAYearIsNamedFor: of a row of 2017, words that place its amount in 2016 are told
// from those that date what it rests on.
func TestWhatAYearIsNamedFor(t *testing.T) {
	of := func(words string, aside func(mention) bool) bool {
		return len(slices.DeleteFunc(mentions(words, "2016"), aside)) > 0
	}
	for _, words := range []string{
		"Flytting høsten 2016", "Flytting 14. november 2016", "Flytting, fakturert i 2016", "Husleie fra 2016", "Kurs for 2016",
		"Rammekutt i saldert budsjett 2016", "Tildelingsbrev 2016", "Tildelingsbrevet for 2016", "Tildelingsbrev for 2016, utdypet i brev",
		"Avtale for 2016", "Avtalegebyr 2016", "Omskriving av vedtaksmaler 2016", "Moving costs of 2016", "Prop. 1 S (2015–2016)",
		"Flytting høsten 2016 etter avtale", "Handlingsplan 2016", "Flytting 2016: kr 410 000", "Flytting startet i 2015, betalt 12. desember 2016", "Flytting 2016, 12 arbeidsplasser", "Reiser i 2016, jf. avtale fra 2016",
	} {
		if !of(words, mention.ofDocument) {
			t.Errorf("%q does not place the amount in 2016", words)
		}
	}
	for _, words := range []string{
		"Tildelingsbrev av 20. desember 2016", "Tildelingsbrev frå KMD av 20.12.2016", "Brev 2016-12-20 om rammekutt", "Tildelingsbrev av den 20. desember 2016",
		"Husleie etter avtale fra 2016", "Leige etter rammeavtalen frå hausten 2016", "Flytting, kontrakt 2016", "Kurs vedtatt i 2016", "Opplæring, avtale inngått høsten 2016",
		"Flytting, vedteke i desember 2016", "Innkjøp, prisjustert til 2016-kroner", "Samme lisens som i 2016", "Lavere husleie enn i 2016", "Flytting, sak 14/2016",
		"Lease under the agreement of 3 May 2016", "Move decided in 2016", "Flytting, startet i 2016", "Flytting",
		"Flytting etter IKT-strategi 2016–2020", "Lisensperiode 2016–17", "Regjeringens budsjettforslag fra oktober 2016", "Plan av 3. mai 2016", "Oppgradering til Windows Server 2016", "Office 2016-lisenser", "Timer, oppdrag gitt høsten 2016", "Opplæring, vedteke i leiarmøte 12. desember 2016",
	} {
		if of(words, mention.ofDocument) {
			t.Errorf("%q is taken to place the amount in 2016", words)
		}
	}
	if words := "Kommunal- og moderniseringsdepartementet 20. desember 2016"; of(words, mention.ofBasis) || !of(words, mention.ofDocument) {
		t.Errorf("%q dates the authority of a cut, and no cost", words)
	}
}
