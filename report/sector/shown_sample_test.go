package sector_test

import (
	"fmt"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/sector/sectortest"
)

type plan = *fixtures.Sector

// telling writes the reports of a sector that has something for every table: questions
// of every kind, services that are late, chains with strangers, values far from the usual.
func telling(t *testing.T, dir string, agencies int) plan {
	t.Helper()
	s := fixtures.NewSector(fixtures.SectorPlan{Seed: 7, Agencies: agencies, Flaws: []string{}})
	for i := range s.Members {
		f := s.Answering(i)
		ask(f)
		twist(f, i, s)
		d := sectortest.Document(t, f)
		answerAsTyped(d.Records["departementskrav"], f["departementskrav"])
		answerAsTyped(d.Records["kravtabeller"], f["kravtabeller"])
		sectortest.Put(t, dir, d)
		if last := s.Last(i); last != nil {
			sectortest.Put(t, dir, sectortest.Document(t, last))
		}
	}
	return s
}

// ask puts the ministry's questions to what an agency answers, as an ordered workbook
// has them.
func ask(f report.Filling) {
	kinds := map[string]string{"D1": "TEKST", "D2": "JA_NEI", "D3": "BELOP", "D4": "TALL", "D5": "DATO", "D6": "TABELL"}
	f["departementskrav"] = append(f["departementskrav"], report.Record{"krav_id": "D6"})
	for _, d := range f["departementskrav"] {
		d["krav_tekst"], d["svartype"], d["maa_besvares"] = "Spørsmål "+d["krav_id"]+" "+f["virksomhet"][0]["maalform"], kinds[d["krav_id"]], "JA"
	}
	rows := []report.Record{
		{"krav_id": "D6", "radtype": "OVERSKRIFT", "felt_1": "Løsning", "felt_2": "Når", "felt_3": "Kostnad", "felt_4": "Brukere", "felt_5": "Vedtatt"},
		{"krav_id": "D6", "radtype": "SVARTYPE", "felt_1": "TEKST", "felt_2": "DATO", "felt_3": "BELOP", "felt_4": "TALL", "felt_5": "JA_NEI"}}
	for _, r := range f["kravtabeller"] {
		r["radtype"] = "SVAR"
		rows = append(rows, r)
	}
	f["kravtabeller"] = rows
}

// twist makes some agencies unlike the others.
func twist(f report.Filling, i int, s plan) {
	services, own := f["tjenester"], f["virksomhet"][0]
	switch i {
	case 1:
		services[0]["digital_status"], services[0]["videre"], services[0]["planlagt_digital_dato"] = "DELVIS", "FORENKLES", fmt.Sprint(s.Year, "-06-01")
		f["planer"] = append(f["planer"], report.Record{"plan_id": "P8", "tittel": "Uten dager", "type": "ANNET"},
			report.Record{"plan_id": "P9", "tittel": "Vedtatt etterpå", "type": "ANNET", "vedtatt_dato": fmt.Sprint(s.Year+1, "-01-01")})
	case 2:
		for _, column := range []string{"potensial_kr", "egnet_selvbetjening", "egnet_straksavgjorelse", "digital_status", "videre"} {
			delete(services[0], column)
		}
		own["trekk_rammekutt"] = "NEI"
	case 3:
		link := report.Record{"kjede_id": "K7", "kjede_navn": "Ny  kjede", "tjeneste_id": "S1", "partner_navn": "Kommunene", "ansvarlig": "Vi selv"}
		other := report.Record{"kjede_id": "K7", "kjede_navn": "ny kjede", "tjeneste_id": "S1", "partner_orgnr": two1, "partner_navn": "Dobbelt etat", "ansvarlig": "Andre"}
		f["tjenestekjeder"] = append(f["tjenestekjeder"], link, other)
		f["planer"] = append(f["planer"], report.Record{"plan_id": "P9", "tittel": "Uten slutt", "type": "STRATEGI", "vedtatt_dato": fmt.Sprint(s.Year, "-12-31")})
	case 4:
		for _, g := range f["gevinster"] {
			if g["metode"] == "TID_VOLUM" {
				g["timekostnad_kr"] = "2500.50"
			}
		}
		f["regelverk"] = append(f["regelverk"], report.Record{"regelverk": "Lov uten eier", "behov": "Finne eieren.", "status": "INGEN", "tjeneste_id": "S1"})
		f["budsjettuttak"] = append(f["budsjettuttak"], report.Record{"aar": fmt.Sprint(s.Year), "type": "ANNET_RAMMEKUTT", "belop_kr": "100000.50", "hjemmel": "Prop. 1 S"})
	case 5:
		f["omdisponering"][0]["prioritert_omraade"] = " KORTERE   ventetid "
		f["omdisponering"][0]["art"] = "KJOP"
		f["gevinster"][0]["uttaksgrad_pst"] = "12.5"
	}
}

// answerAsTyped puts numbers and days in a report as a workbook with cells for them
// would: here all that is filled in is text.
func answerAsTyped(rows []batch.Row, filled []report.Record) {
	for i := range rows {
		for column, value := range filled[i] {
			rows[i].Values[column] = value
		}
	}
}
