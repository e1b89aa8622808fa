package workbook

import (
	"fmt"

	"gevinst/report"
)

// noValue is the formula for a cell that holds something that is no value of its
// column's type, and the words for it; empty where anything will do.
func (b *book) noValue(s *report.SheetSpec, col *report.ColumnSpec, cell string) (broken, words string) {
	switch col.Type {
	case report.MoneyType, report.NumberType, report.PercentType:
		return typed(cell), "row.number"
	case report.DateType:
		return typed(cell), "row.date"
	case report.CodeType:
		return b.noCode(s, col, cell), "row.code"
	case report.YearType:
		return notWhole(cell, 1900, 2200), "row.value"
	case report.ChapterType:
		return notWhole(cell, 1, 9999), "row.value"
	case report.PostType:
		return notWhole(cell, 1, 99), "row.value"
	case report.OrgNrType:
		return notOrgNr(cell), "row.value"
	}
	if col.Ref != "" {
		target := b.spec.Sheet(col.Ref)
		ids := b.span(target.Key, target.Columns[0].Key)
		return fmt.Sprintf(`IF(%s,FALSE,SUMPRODUCT(--%s)=0)`, blankCell(cell), same(ids, cell)), "row.unknown"
	}
	return "", ""
}

// noCode is true where a cell holds neither a code nor, as check takes it too, the
// words of one. Where the workbook's own formulas read the code, words would leave
// the row out of the sums on Kontroll, so there the code is asked for.
func (b *book) noCode(s *report.SheetSpec, col *report.ColumnSpec, cell string) string {
	unknown := func(list string) string { return fmt.Sprintf(`ISNA(MATCH(TRIM(%s),%s,0))`, cell, list) }
	list := b.lists[col.Codes]
	if readByFormulas(s.Key + "." + col.Key) {
		return fmt.Sprintf(`IF(%s,FALSE,%s)`, blankCell(cell), unknown(list))
	}
	return fmt.Sprintf(`IF(%s,FALSE,AND(%s,%s))`, blankCell(cell), unknown(list), unknown(wordsOfCodes(list)))
}

// readByFormulas tells whether a formula of the workbook compares a column with codes.
func readByFormulas(column string) bool {
	switch column {
	case "virksomhet.trekk_rammekutt", "tiltak.status", "tiltak.finansiering", "gevinster.gevinstklasse", "gevinster.metode",
		"budsjettuttak.type", "omdisponering.art", "departementskrav.svartype", "departementskrav.maa_besvares":
		return true
	}
	return false
}

// typed is true where letters stand in a cell for a number.
func typed(cell string) string { return fmt.Sprintf(`(TRIM(T(%s))<>"")`, cell) }

// notWhole is true where something else than a whole number between two stands.
func notWhole(cell string, low, high int) string {
	return fmt.Sprintf(`IF(%s,FALSE,IFERROR(OR(VALUE(%s)<>INT(VALUE(%s)),VALUE(%s)<%d,VALUE(%s)>%d),TRUE))`, blankCell(cell), cell, cell, cell, low, cell, high)
}

// notOrgNr is true where a number's digits do not add up: weights 3 2 7 6 5 4 3 2
// and 1 for the check digit give a multiple of 11.
func notOrgNr(cell string) string {
	digits := fmt.Sprintf(`SUBSTITUTE(%s," ","")`, cell)
	return fmt.Sprintf(`IF(%s,FALSE,IFERROR(OR(LEN(%s)<>9,MOD(SUMPRODUCT(MID(%s,{1,2,3,4,5,6,7,8,9},1)*{3,2,7,6,5,4,3,2,1}),11)<>0),TRUE))`, blankCell(cell), digits, digits)
}

// namesOneRow are the columns whose value names one row alone, by sheet.
func namesOneRow(sheet string) string {
	switch sheet {
	case "tiltak":
		return "tiltak_id"
	case "gevinster":
		return "gevinst_id"
	case "omdisponering":
		return "linje_id"
	case "tjenester":
		return "tjeneste_id"
	case "planer":
		return "plan_id"
	case "departementskrav":
		return "krav_id"
	case "prisindeks":
		return "aar"
	}
	return ""
}

// identity are the rules about a value that names one row: it stands once, and
// once but for letter case, which Excel's own comparisons do not see.
func (b *book) identity(s *report.SheetSpec, row int) []rowRule {
	column := namesOneRow(s.Key)
	if column == "" {
		return nil
	}
	cell, all := b.cell(s, column, row), b.span(s.Key, column)
	twice := fmt.Sprintf("COUNTIF(%s,%s)>1", all, cell)
	return []rowRule{
		{column, "", fmt.Sprintf(`IF(%s,SUMPRODUCT(--%s)>1,FALSE)`, twice, same(all, cell)), b.said(s, "row.twice", column)},
		{column, "", twice, b.said(s, "row.case", column)},
	}
}

// measureRules: T-006 and the part of G-004 that stands on sheet Tiltak.
func (b *book) measureRules(s *report.SheetSpec, at func(string) string) []rowRule {
	done := isOneOf(at("status"), "IVERKSATT", "AVSLUTTET")
	priced := fmt.Sprintf(`SUMPRODUCT(--%s,--(%s<>""),--(%s<>"IKKE_PRISSATT"))>0`, same(b.span("gevinster", "tiltak_id"), at("tiltak_id")),
		b.span("gevinster", "gevinstklasse"), b.span("gevinster", "gevinstklasse"))
	start, from := at("startdato"), at("effekt_fra")
	return []rowRule{
		{"effekt_fra", done, fmt.Sprintf(`IF(%s,%s,FALSE)`, blankCell(from), priced), b.said(s, "missing", "effekt_fra")},
		{"startdato", done, fmt.Sprintf(`IF(ISNUMBER(%s),YEAR(%s)>%s,FALSE)`, start, start, b.fieldCell("rapportaar")), b.said(s, "row.later", "startdato")},
		{"effekt_fra", "", fmt.Sprintf(`AND(ISNUMBER(%s),ISNUMBER(%s),INT(N(%s))<INT(N(%s)))`, start, from, from, start), b.said(s, "row.order", "effekt_fra")},
	}
}

// gainRules: G-013, G-004, G-014, G-008, G-010 and G-009.
func (b *book) gainRules(s *report.SheetSpec, at func(string) string) []rowRule {
	done := isOneOf(at("_status"), "IVERKSATT", "AVSLUTTET")
	own := isOneOf(at("gevinstklasse"), "BUDSJETT", "ALTERNATIV")
	year := b.fieldCell("rapportaar")
	result := fmt.Sprintf(`IF(%s,%s,%s)`, own, at("_netto"), at("_brutto"))
	rate, planned, index := at("uttaksgrad_pst"), at("planlagt_kr"), at("_indeks")
	limit := b.spec.Parameters["deviation_pst"].Value.Decimal().String()
	return []rowRule{
		{"belop_kr", isOneOf(at("_status"), "PLANLAGT", "STANSET"), fmt.Sprintf(`COUNT(%s,%s,%s)>0`, at("belop_kr"), at("kostnad_etter_kr"), at("enhet_etter_min")),
			quote(b.say("workbook.row.early"))},
		{"nullpunkt_dato", done, fmt.Sprintf(`AND(ISNUMBER(%s),ISNUMBER(%s),%s<>"",%s<>"IKKE_PRISSATT",INT(N(%s))>=INT(N(%s)))`, at("nullpunkt_dato"), at("_effekt"),
			at("gevinstklasse"), at("gevinstklasse"), at("nullpunkt_dato"), at("_effekt")), quote(b.say("workbook.row.baseline"))},
		{"prisaar", done, fmt.Sprintf(`AND(%s,%s="")`, isOneOf(at("metode"), "KRONER_DIFF", "FASTBELOP"), index), quote(b.say("workbook.row.index"))},
		{"uttaksgrad_pst", done, fmt.Sprintf(`AND(ISNUMBER(%s),OR(%s<0,%s>100))`, rate, rate, rate), b.said(s, "row.value", "uttaksgrad_pst")},
		{"foert_tidligere_kr", done, fmt.Sprintf(`IF(AND(%s,ISNUMBER(%s),ISNUMBER(%s),%s),YEAR(N(%s))<%s,FALSE)`, own, at("_uttatt"), at("_effekt"),
			blankCell(at("foert_tidligere_kr")), at("_effekt"), year), b.said(s, "missing", "foert_tidligere_kr")},
		{"avvik_forklaring", done, fmt.Sprintf(`AND(%s,ISNUMBER(%s),ISNUMBER(%s),ROUND(ABS(N(%s)-N(%s))-ABS(N(%s))*%s/100,6)>0)`, blankCell(at("avvik_forklaring")),
			planned, result, result, planned, planned, limit), b.said(s, "row.explain", "avvik_forklaring")},
	}
}

// agencyRules: V-003, T-001 and T-002.
func (b *book) agencyRules(s *report.SheetSpec, at func(string) string) []rowRule {
	year, status := at("rapportaar"), b.span("tiltak", "status")
	outside := fmt.Sprintf("VALUE(%s)<%d", year, b.spec.AppliesFrom)
	if b.spec.AppliesTo > 0 {
		outside = fmt.Sprintf("OR(%s,VALUE(%s)>%d)", outside, year, b.spec.AppliesTo)
	}
	none := func(why, codes string) rowRule {
		return rowRule{why, "", fmt.Sprintf(`IF(%s,SUMPRODUCT(COUNTIF(%s,%s))=0,FALSE)`, blankCell(at(why)), status, codes), b.said(s, "missing", why)}
	}
	return []rowRule{
		{"rapportaar", "", fmt.Sprintf(`IF(%s,FALSE,IFERROR(%s,TRUE))`, blankCell(year), outside), b.said(s, "row.value", "rapportaar")},
		none("ingen_iverksatte_begrunnelse", `{"IVERKSATT","AVSLUTTET"}`),
		none("ingen_planlagte_begrunnelse", `{"PLANLAGT"}`),
	}
}

func isOneOf(cell, one, other string) string {
	return fmt.Sprintf(`OR(%s="%s",%s="%s")`, cell, one, cell, other)
}
