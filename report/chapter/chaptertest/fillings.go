package chaptertest

import (
	"strconv"
	"strings"

	"gevinst/report"
)

// Bare is a workbook with nothing in it but who reports for which year.
func Bare() report.Filling {
	return report.Filling{"virksomhet": {{
		"orgnr": "123456785", "navn": "Direktoratet for prøving", "rapportaar": "2017", "maalform": "nb",
	}}}
}

// Small is an agency with two measures and text alone: nothing in kroner.
func Small() report.Filling {
	f := Bare()
	f["virksomhet"][0]["systematisk_arbeid"] = "Vi er ni ansatte og går gjennom arbeidsmåtene våre hver vår."
	f["virksomhet"][0]["uttak_tekst"] = "Tiden vi sparer, brukes til flere tilsyn."
	f["tiltak"] = []report.Record{
		{"tiltak_id": "T1", "navn": "Timebestilling på nett", "status": "IVERKSATT", "tiltakstype": "DIGITALISERING", "digital_saerlig_vurdert": "JA",
			"digital_vurdering": "Ferdig løsning er valgt", "startdato": "2017-02-01", "effekt_fra": "2017-05-01", "finansiering": "EGEN"},
		{"tiltak_id": "T2", "navn": "Felles postmottak", "status": "PLANLAGT", "tiltakstype": "ORGANISERING", "digital_saerlig_vurdert": "JA",
			"digital_vurdering": "Egner seg ikke.", "finansiering": "EGEN"},
	}
	f["gevinster"] = []report.Record{
		{"gevinst_id": "G1", "tiltak_id": "T1", "gevinstklasse": "IKKE_PRISSATT", "gevinsttype": "KVALITET", "metode": "IKKE_KR",
			"gevinstansvarlig": "Direktøren", "kvalitet_for": "Åtte av ti ringte", "kvalitet_etter": "Tre av ti ringer"},
	}
	return f
}

// Hostile is the small agency with words that try to break a page: names longer
// than a line without a place to break, letters of many scripts, control
// characters, marks of other formats, and amounts below zero and below a thousand.
func Hostile() report.Filling {
	f := Small()
	long := strings.Repeat("Eksempelforvaltningsdigitaliseringsgevinst", 6)
	f["virksomhet"][0]["navn"] = "Sámediggi – Čáhcesuolu ŋ đ ŧ ž & <b>Sønner</b> 🙂"
	f["virksomhet"][0]["systematisk_arbeid"] = "Første avsnitt.\r\n\r\nAndre\u202e avsnitt\x00 med\ttabulator. " + long
	f["tiltak"][0]["navn"] = long
	f["tiltak"][0]["beskrivelse"] = "«Sitat» {year} {amount} <script>alert(1)</script> \\ % $ 👩\u200d💻 ﷽ 漢字"
	for i := 2; i < 6; i++ {
		id := strconv.Itoa(i)
		f["gevinster"] = append(f["gevinster"], report.Record{"gevinst_id": "G" + id, "tiltak_id": "T1", "gevinstklasse": "BUDSJETT",
			"gevinsttype": "EFFEKTIVISERING", "varighet": "VARIG", "metode": "FASTBELOP", "gevinstansvarlig": long,
			"belop_kr": map[int]string{2: "400", 3: "4.49", 4: "-1234567.50", 5: "1499.5"}[i], "uttaksgrad_pst": "100", "varig_driftskostnad_kr": "0",
			"planlagt_kr": "0", "maalt_dato": "2017-12-31", "maalt_kilde": "Regnskapet", "foert_tidligere_kr": "0",
			"avvik_forklaring": "Det gikk ikke."})
	}
	return f
}

// Large is a workbook with so many measures, each with four gains.
func Large(measures int) report.Filling {
	f := Bare()
	f["virksomhet"][0]["uttak_tekst"] = "Rammene er redusert."
	for m := 1; m <= measures; m++ {
		id := "T" + strconv.Itoa(m)
		f["tiltak"] = append(f["tiltak"], report.Record{"tiltak_id": id, "navn": "Tiltak nummer " + strconv.Itoa(m), "beskrivelse": "Dette er gjort.",
			"status": "IVERKSATT", "tiltakstype": "DIGITALISERING", "digital_saerlig_vurdert": "JA", "digital_vurdering": "Vurdert.",
			"startdato": "2016-01-01", "effekt_fra": "2017-01-01", "finansiering": "EGEN", "tiltakseier": "Avdelingsdirektøren"})
		for g := 0; g < 4; g++ {
			f["gevinster"] = append(f["gevinster"], largeGain(id, m, g))
		}
	}
	return f
}

func largeGain(measure string, m, g int) report.Record {
	return report.Record{"gevinst_id": measure + "-" + strconv.Itoa(g), "tiltak_id": measure,
		"gevinstklasse": []string{"BUDSJETT", "ALTERNATIV", "NAERING_INNB", "IKKE_PRISSATT"}[g], "gevinsttype": "EFFEKTIVISERING",
		"varighet": "VARIG", "metode": []string{"FASTBELOP", "TID_VOLUM", "FASTBELOP", "IKKE_KR"}[g], "gevinstansvarlig": "Seksjonssjefen",
		"nullpunkt_verdi": "10", "nullpunkt_enhet": "kroner", "nullpunkt_dato": "2016-01-01", "nullpunkt_kilde": "Regnskapet 2016",
		"belop_kr": strconv.Itoa(1000*m + g), "volum": strconv.Itoa(100 * m), "enhet_for_min": "10", "enhet_etter_min": "3", "timekostnad_kr": "400",
		"uttaksgrad_pst": "80", "varig_driftskostnad_kr": "1000", "planlagt_kr": strconv.Itoa(900 * m), "maalt_dato": "2017-12-31",
		"maalt_kilde": "Regnskapet 2017", "foert_tidligere_kr": "0", "kvalitet_for": "Dårlig", "kvalitet_etter": "Bedre"}
}
