package ledger_test

import (
	"fmt"

	"pgregory.net/rapid"

	"gevinst/report"
)

// kroner draws what people type: mostly amounts, now and then nothing, nonsense,
// zero, a credit, or more decimals than money has.
func kroner(t *rapid.T, broken bool) string {
	kind := rapid.IntRange(0, 11).Draw(t, "kind")
	whole := rapid.IntRange(0, 99_999_999).Draw(t, "whole")
	switch {
	case broken && kind == 0:
		return ""
	case broken && kind == 1:
		return "x"
	case kind == 2:
		return "0"
	case kind == 3:
		return fmt.Sprintf("-%d", whole)
	case kind == 4:
		return fmt.Sprintf("%d.%03d", whole, rapid.IntRange(0, 999).Draw(t, "part"))
	case kind < 8:
		return fmt.Sprintf("%d.%02d", whole, rapid.IntRange(0, 99).Draw(t, "part"))
	default:
		return fmt.Sprint(whole)
	}
}

func one(t *rapid.T, broken bool, values ...string) string {
	if broken {
		values = append(values, "", nonsense)
	}
	return rapid.SampledFrom(values).Draw(t, "value")
}

// filled draws a workbook; a broken one has blanks, nonsense, dangling references
// and the same id twice.
func filled(t *rapid.T, broken bool) report.Filling {
	f := report.Filling{"virksomhet": {{"rapportaar": "2017", "trekk_rammekutt": rapid.SampledFrom([]string{"", "JA", "NEI"}).Draw(t, "K")}}}
	ids := []string{"T1", "T2", "T3"}
	for i, id := range ids {
		if broken && i == 2 {
			id = rapid.SampledFrom([]string{"T1", "T3", ""}).Draw(t, "id")
		}
		f["tiltak"] = append(f["tiltak"], report.Record{"tiltak_id": id, "navn": "Tiltak",
			"status":       one(t, broken, "IVERKSATT", "IVERKSATT", "AVSLUTTET", "PLANLAGT", "STANSET"),
			"effekt_fra":   rapid.SampledFrom([]string{"2016-06-01", "2017-01-01", "2017-12-31"}).Draw(t, "from"),
			"finansiering": one(t, broken, "EGEN", "MEDFINANSIERING", "MEDFINANSIERING")})
	}
	if broken {
		ids = append(ids, "T9", "")
	}
	for i := range rapid.IntRange(0, 8).Draw(t, "gains") {
		f["gevinster"] = append(f["gevinster"], randomGain(t, broken, fmt.Sprint("G", i), rapid.SampledFrom(ids).Draw(t, "of")))
	}
	f["prisindeks"] = []report.Record{{"aar": "2015", "indeks": "97.3"}, {"aar": "2016", "indeks": "100"}, {"aar": "2017", "indeks": "102.5"}}
	if broken {
		f["prisindeks"][1]["indeks"] = rapid.SampledFrom([]string{"", "0", "-1", "100"}).Draw(t, "index")
	}
	randomRows(t, broken, f)
	return f
}

func randomGain(t *rapid.T, broken bool, id, measure string) report.Record {
	g := report.Record{"gevinst_id": id, "tiltak_id": measure,
		"gevinstklasse": one(t, broken, "BUDSJETT", "BUDSJETT", "ALTERNATIV", "ALTERNATIV", "ANDRE_OFF", "NAERING_INNB", "IKKE_PRISSATT"),
		"metode":        one(t, broken, "TID_VOLUM", "TID_VOLUM", "KRONER_DIFF", "FASTBELOP", "IKKE_KR"),
		"varighet":      one(t, broken, "VARIG", "VARIG", "ENGANGS"),
		"prisaar":       rapid.SampledFrom([]string{"", "2015", "2016", "2017"}).Draw(t, "prices"),
		"maalt_dato":    "2017-12-31", "maalt_kilde": "Regnskapet"}
	for _, key := range []string{"volum", "enhet_for_min", "enhet_etter_min", "timekostnad_kr", "kostnad_for_kr", "kostnad_etter_kr",
		"belop_kr", "uttaksgrad_pst", "varig_driftskostnad_kr", "foert_tidligere_kr"} {
		g[key] = kroner(t, broken)
	}
	if rapid.Bool().Draw(t, "whole year") {
		g["helaarseffekt_kr"] = kroner(t, broken)
	}
	if broken && rapid.IntRange(0, 9).Draw(t, "unmeasured") == 0 {
		g[rapid.SampledFrom([]string{"maalt_dato", "maalt_kilde"}).Draw(t, "which")] = ""
	}
	return g
}

func randomRows(t *rapid.T, broken bool, f report.Filling) {
	year := []string{"2016", "2017", "2017"}
	for range rapid.IntRange(0, 3).Draw(t, "rows") {
		f["bevilgning"] = append(f["bevilgning"], report.Record{"kapittel": "315", "post": "01", "abe_kutt_kr": kroner(t, broken)})
		f["engangskostnader"] = append(f["engangskostnader"], report.Record{"tiltak_id": one(t, broken, "T1", "T2"),
			"aar": rapid.SampledFrom(year).Draw(t, "year"), "belop_kr": kroner(t, broken)})
		f["budsjettuttak"] = append(f["budsjettuttak"], report.Record{"aar": rapid.SampledFrom(year).Draw(t, "year"),
			"type": one(t, broken, "MEDFINANSIERING", "ANNET_RAMMEKUTT"), "belop_kr": kroner(t, broken)})
		f["omdisponering"] = append(f["omdisponering"], report.Record{"linje_id": "O", "art": one(t, broken, "LONN_TID", "KJOP", "INVESTERING"), "belop_kr": kroner(t, broken)})
	}
}
