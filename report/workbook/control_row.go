package workbook

import (
	"fmt"
	"slices"
	"strings"

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
		return fmt.Sprintf(`IF(%s="","",SUMIFS(%s,%s,%s,%s,"JA"))`, at("tiltak_id"),
			b.span("gevinster", "_ny_netto"), b.span("gevinster", "tiltak_id"), at("tiltak_id"), b.span("gevinster", "_teller"))
	}
	return fmt.Sprintf(`IF(AND(%s="MEDFINANSIERING",ISNUMBER(%s)),%s/100*MAX(%s,0),0)`,
		at("finansiering"), at("_ny_netto"), b.controlCell("medfin_sats"), at("_ny_netto"))
}

func (b *book) gainFormula(key string, at func(string) string) string {
	switch key {
	case "_status":
		return fmt.Sprintf(`IF(%s="","",IFERROR(INDEX(%s,MATCH(%s,%s,0)),""))`, at("tiltak_id"),
			b.span("tiltak", "status"), at("tiltak_id"), b.span("tiltak", "tiltak_id"))
	case "_timer":
		return fmt.Sprintf(`IF(AND(%s="TID_VOLUM",ISNUMBER(%s),ISNUMBER(%s),ISNUMBER(%s)),%s*(%s-%s)/60,"")`, at("metode"),
			at("volum"), at("enhet_for_min"), at("enhet_etter_min"), at("volum"), at("enhet_for_min"), at("enhet_etter_min"))
	case "_indeks":
		year, list, points := b.fieldCell("rapportaar"), b.span("prisindeks", "aar"), b.span("prisindeks", "indeks")
		return fmt.Sprintf(`IF(OR(%s="",%s=%s),1,IFERROR(INDEX(%s,MATCH(%s,%s,0))/INDEX(%s,MATCH(%s,%s,0)),""))`,
			at("prisaar"), at("prisaar"), year, points, year, list, points, at("prisaar"), list)
	case "_brutto":
		return b.grossFormula(at)
	case "_uttatt":
		return fmt.Sprintf(`IF(AND(ISNUMBER(%s),ISNUMBER(%s),OR(%s="BUDSJETT",%s="ALTERNATIV")),%s*%s/100,"")`,
			at("_brutto"), at("uttaksgrad_pst"), at("gevinstklasse"), at("gevinstklasse"), at("_brutto"), at("uttaksgrad_pst"))
	case "_netto":
		return fmt.Sprintf(`IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s-%s,"")`, at("_uttatt"), at("varig_driftskostnad_kr"), at("_uttatt"), at("varig_driftskostnad_kr"))
	case "_ny_netto":
		// blank means nothing reported only where the effect began in the report year, as in the ledger
		fresh := fmt.Sprintf(`IFERROR(YEAR(INDEX(%s,MATCH(%s,%s,0)))>=%s,FALSE)`, b.span("tiltak", "effekt_fra"), at("tiltak_id"), b.span("tiltak", "tiltak_id"), b.fieldCell("rapportaar"))
		return fmt.Sprintf(`IF(ISNUMBER(%s),IF(ISNUMBER(%s),%s-%s,IF(AND(%s="",%s),%s,"")),"")`, at("_netto"), at("foert_tidligere_kr"),
			at("_netto"), at("foert_tidligere_kr"), at("foert_tidligere_kr"), fresh, at("_netto"))
	default: // _teller
		return fmt.Sprintf(`IF(%s="","",IF(AND(ISNUMBER(%s),%s<>"",%s<>""),"JA","NEI"))`, at("gevinst_id"), at("_ny_netto"), at("maalt_dato"), at("maalt_kilde"))
	}
}

// grossFormula is the gross value of a realised, priced gain by its method.
func (b *book) grossFormula(at func(string) string) string {
	hours := fmt.Sprintf(`IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s*%s,"")`, at("_timer"), at("timekostnad_kr"), at("_timer"), at("timekostnad_kr"))
	diff := fmt.Sprintf(`IF(AND(ISNUMBER(%s),ISNUMBER(%s),ISNUMBER(%s)),%s*%s-%s,"")`, at("kostnad_for_kr"), at("_indeks"), at("kostnad_etter_kr"),
		at("kostnad_for_kr"), at("_indeks"), at("kostnad_etter_kr"))
	fixed := fmt.Sprintf(`IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s*%s,"")`, at("belop_kr"), at("_indeks"), at("belop_kr"), at("_indeks"))
	return fmt.Sprintf(`IF(AND(OR(%s="IVERKSATT",%s="AVSLUTTET"),%s<>"",%s<>"IKKE_PRISSATT"),IF(%s="TID_VOLUM",%s,IF(%s="KRONER_DIFF",%s,IF(%s="FASTBELOP",%s,""))),"")`,
		at("_status"), at("_status"), at("gevinstklasse"), at("gevinstklasse"), at("metode"), hours, at("metode"), diff, at("metode"), fixed)
}

// checkFormula names the first required field that a row lacks, "OK" where it
// lacks none, and nothing for an empty row.
func (b *book) checkFormula(s *report.SheetSpec, row int) string {
	formula := `"OK"`
	for _, same := range slices.Backward(sameConditions(s)) {
		var empty []string
		chain := formula
		for _, col := range slices.Backward(same) {
			cell := fmt.Sprintf("%s%d", b.column(s, col.Key), row)
			empty = append(empty, cell+`=""`)
			chain = fmt.Sprintf(`IF(%s="",%s&%s$%d,%s)`, cell, quote(b.say("workbook.missing")), b.column(s, col.Key), report.HeadRow, chain)
		}
		if len(same[0].When) == 0 {
			formula = chain
			continue
		}
		inner := strings.TrimSuffix(chain, ","+formula+strings.Repeat(")", len(same))) + `,""` + strings.Repeat(")", len(same))
		slices.Reverse(empty)
		formula = fmt.Sprintf(`IF(AND(%s,OR(%s)),%s,%s)`, b.condition(s, same[0], row), strings.Join(empty, ","), inner, formula)
	}
	return fmt.Sprintf(`IF(%s,%s,"")`, b.anything(s, row), formula)
}

// sameConditions groups the required columns that are required under the same
// conditions, in the order of the form.
func sameConditions(s *report.SheetSpec) [][]*report.ColumnSpec {
	var groups [][]*report.ColumnSpec
	at := map[string]int{}
	for i := range s.Columns {
		col := &s.Columns[i]
		if !col.Required && len(col.When) == 0 {
			continue
		}
		key := fmt.Sprint(col.When)
		n, ok := at[key]
		if !ok {
			n = len(groups)
			at[key] = n
			groups = append(groups, nil)
		}
		groups[n] = append(groups[n], col)
	}
	return groups
}

func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
