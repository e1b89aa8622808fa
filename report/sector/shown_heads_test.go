package sector_test

import (
	"strconv"
	"strings"
)

// head is the heads of the table with a caption, in the order of its columns.
func (a *again) head(caption string) string {
	for _, x := range [][2]string{
		{"Virksomhetene og rapportene", "Virksomhet | Org.nr. | Rapport | Merknad"},
		{"Godkjent etter", "Virksomhet | Godkjent | Dager etter"},
		{"Filer som ikke", "Fil | Merknad"},
		{"Fra nettogevinst", "Linje | Virksomheter | {year}"},
		{"Regnestykket for hver", "Virksomhet | Ny netto | Medfinansiering | Engangskost. | Rammekutt | Udekket | Omdisponerbart | – som midler | Omdisponert | Rest"},
		{"Driftskostnader", "Virksomhet | Varig drift | Engangskostnader | Rammekutt | Medfinansiering"},
		{"Virksomheter som er kjent", "Virksomhet | Ny netto {last} | Ny netto {year} | Endring | Omdisponerbart {last} | Omdisponerbart {year}"},
		{"Egne gevinster", "Virksomhet | Tiltak | Gevinst | Plan i {last} | Plan {year} | Netto {last} | Netto {year}"},
		{"Planlagte og realiserte", "Klasse | Antall | Planlagt | Realisert"},
		{"Gevinster med størst", "Virksomhet | Tiltak | Klasse | Varig drift | Ny netto"},
		{"Omdisponert etter", "Prioritert område | Virksomheter | Arbeidstid | Midler | Årsverk | Beløp"},
		{"Tjenester og arbeidsprosesser etter digital", "Digital status | Tjenester | Prosesser | Potensial"},
		{"Tjenester og arbeidsprosesser etter egnethet", "Egnet for | Ja | Delvis | Nei | Ikke vurdert | Ikke besvart | Potensial"},
		{"Tjenester og arbeidsprosesser etter videre", "Videre | Tjenester | Prosesser | Potensial"},
		{"Tjenester og arbeidsprosesser som ikke", "Virksomhet | Tjeneste | Digital status | Videre | Digital fra | Potensial"},
		{"Antall tjenester", "Virksomhet | Over tiden | {1} | {2} | {3} | Uten dato | Sum"},
		{"Uten planlagt dato", "Virksomhet | Tjeneste | Videre | Potensial"},
		{"Planlagt etter", "Virksomhet | Tjeneste | Videre | Potensial | Digital fra"},
		{"Skulle vært", "Virksomhet | Tjeneste | Videre | Potensial | Digital fra"},
		{"Tjenestekjedene", "Virksomhet | Svar | Ansvarlig | Motsier"},
		{"Hvem som venter", "Informasjon | Venter | Har delvis | Har"},
		{"Regelendringer", "Regelverk | Behov | Status | Virksomhet"},
		{"Utløpt ved", "Virksomhet | Tittel | Type | Vedtatt | Gjelder til | Status"},
		{"Gjeldende ved", "Virksomhet | Tittel | Type | Vedtatt | Gjelder til | Status"},
		{"Svar på krav D3", "Virksomhet | Svar (kr)"},
		{"Svar på krav D6", "Løsning | Når | Kostnad (kr) | Brukere | Vedtatt"},
		{"Svar på krav", "Virksomhet | Svar"},
		{"Spørsmål om", "Virksomhet | Gevinst | Spørsmål"},
		{"Gevinster med samme", "Virksomhet | Gevinst | Ny netto"},
	} {
		if strings.HasPrefix(caption, x[0]) {
			year := func(n int) string { return strconv.Itoa(a.year + n) }
			return strings.NewReplacer("{last}", year(-1), "{year}", year(0), "{1}", year(1), "{2}", year(2), "{3}", year(3)).Replace(x[1])
		}
	}
	return ""
}
