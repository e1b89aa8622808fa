package workbook

import (
	"fmt"

	"gevinst/report"
)

// rowFormula is the formula of one computed cell.
func (b *book) rowFormula(s *report.SheetSpec, key string, row int) string {
	at := func(key string) string { return fmt.Sprintf("%s%d", b.column(s, key), row) }
	if key == CheckColumn {
		return b.checkFormula(s, row)
	}
	if s.Key == "tiltak" {
		return b.measureFormula(key, at)
	}
	return b.gainFormula(key, at)
}

func (b *book) measureFormula(key string, at func(string) string) string {
	if key == "_ny_netto" {
		return fmt.Sprintf(`IF(%s="","",SUMPRODUCT(--%s,--(%s="JA"),%s))`, at("tiltak_id"),
			same(b.span("gevinster", "tiltak_id"), at("tiltak_id")), b.span("gevinster", "_teller"), b.span("gevinster", "_ny_netto"))
	}
	return fmt.Sprintf(`IF(ISNUMBER(%s),IF(%s="MEDFINANSIERING",%s/100*MAX(%s,0),0),"")`,
		at("_ny_netto"), at("finansiering"), b.controlCell("medfin_sats"), at("_ny_netto"))
}

func (b *book) gainFormula(key string, at func(string) string) string {
	switch key {
	case "_status":
		return fmt.Sprintf(`IF(%s="","",IFERROR(%s&"",""))`, at("tiltak_id"), b.ofMeasure("status", at("tiltak_id")))
	case "_effekt":
		from := b.ofMeasure("effekt_fra", at("tiltak_id"))
		return fmt.Sprintf(`IF(%s="","",IFERROR(IF(N(%s)>0,%s,""),""))`, at("tiltak_id"), from, from)
	case "_timer":
		return fmt.Sprintf(`IF(AND(%s="TID_VOLUM",ISNUMBER(%s),ISNUMBER(%s),ISNUMBER(%s)),%s*(%s-%s)/60,"")`, at("metode"),
			at("volum"), at("enhet_for_min"), at("enhet_etter_min"), at("volum"), at("enhet_for_min"), at("enhet_etter_min"))
	case "_indeks":
		return b.indexFormula(at)
	case "_brutto":
		return b.grossFormula(at)
	case "_uttatt":
		return fmt.Sprintf(`IF(AND(ISNUMBER(%s),ISNUMBER(%s),OR(%s="BUDSJETT",%s="ALTERNATIV")),%s*%s/100,"")`,
			at("_brutto"), at("uttaksgrad_pst"), at("gevinstklasse"), at("gevinstklasse"), at("_brutto"), at("uttaksgrad_pst"))
	case "_netto":
		return fmt.Sprintf(`IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s-%s,"")`, at("_uttatt"), at("varig_driftskostnad_kr"), at("_uttatt"), at("varig_driftskostnad_kr"))
	case "_ny_netto":
		// blank means nothing reported only where the effect began in the report year, as in the ledger
		fresh := fmt.Sprintf(`IF(ISNUMBER(%s),IF(YEAR(%s)>=%s,%s,""),"")`, at("_effekt"), at("_effekt"), b.fieldCell("rapportaar"), at("_netto"))
		return fmt.Sprintf(`IF(ISNUMBER(%s),IF(ISNUMBER(%s),%s-%s,IF(%s,%s,"")),"")`, at("_netto"), at("foert_tidligere_kr"),
			at("_netto"), at("foert_tidligere_kr"), blankCell(at("foert_tidligere_kr")), fresh)
	default: // _teller
		return fmt.Sprintf(`IF(%s="","",IF(AND(ISNUMBER(%s),ISNUMBER(%s),NOT(%s)),"JA","NEI"))`, at("gevinst_id"), at("_ny_netto"), at("maalt_dato"), blankCell(at("maalt_kilde")))
	}
}

// indexFormula is the price index of the report year over that of the price year,
// 1 where they are the same, and nothing where a row of the index is missing.
func (b *book) indexFormula(at func(string) string) string {
	index := func(year string) string {
		return fmt.Sprintf("IFERROR(INDEX(%s,MATCH(%s,%s,0)),0)", b.span("prisindeks", "indeks"), year, b.span("prisindeks", "aar"))
	}
	year := b.fieldCell("rapportaar")
	now, then := index(year), index(at("prisaar"))
	return fmt.Sprintf(`IF(OR(%s="KRONER_DIFF",%s="FASTBELOP"),IF(OR(%s,%s=%s),1,IF(AND(%s>0,%s>0),%s/%s,"")),"")`,
		at("metode"), at("metode"), blankCell(at("prisaar")), at("prisaar"), year, now, then, now, then)
}

// ofMeasure is a column of the measure that an identifier names, an error where
// there is none. Letter case counts, as in the ledger.
func (b *book) ofMeasure(column, id string) string {
	return fmt.Sprintf(`LOOKUP(2,1/%s,%s)`, same(b.span("tiltak", "tiltak_id"), id), b.span("tiltak", column))
}

// same compares identifiers as the ledger does: to the letter, but for spaces around.
func same(all, one string) string { return fmt.Sprintf("EXACT(TRIM(%s),TRIM(%s))", all, one) }

// blankCell is true where a cell holds nothing that a person would see.
func blankCell(cell string) string { return fmt.Sprintf(`(TRIM(%s)="")`, cell) }

// grossFormula is the gross value of a realised, priced gain by its method.
func (b *book) grossFormula(at func(string) string) string {
	hours := fmt.Sprintf(`IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s*%s,"")`, at("_timer"), at("timekostnad_kr"), at("_timer"), at("timekostnad_kr"))
	diff := fmt.Sprintf(`IF(AND(ISNUMBER(%s),ISNUMBER(%s),ISNUMBER(%s)),%s*%s-%s,"")`, at("kostnad_for_kr"), at("_indeks"), at("kostnad_etter_kr"),
		at("kostnad_for_kr"), at("_indeks"), at("kostnad_etter_kr"))
	fixed := fmt.Sprintf(`IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s*%s,"")`, at("belop_kr"), at("_indeks"), at("belop_kr"), at("_indeks"))
	return fmt.Sprintf(`IF(AND(OR(%s="IVERKSATT",%s="AVSLUTTET"),%s<>"",%s<>"IKKE_PRISSATT"),IF(%s="TID_VOLUM",%s,IF(%s="KRONER_DIFF",%s,IF(%s="FASTBELOP",%s,""))),"")`,
		at("_status"), at("_status"), at("gevinstklasse"), at("gevinstklasse"), at("metode"), hours, at("metode"), diff, at("metode"), fixed)
}
