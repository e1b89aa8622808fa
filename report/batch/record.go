package batch

import (
	"strconv"

	"gevinst/report"
)

// sheets writes every sheet but measures and gains back as records. Columns
// that are never carried over are left out here already.
func (c *carrier) sheets() report.Filling {
	s := c.last
	return report.Filling{
		"virksomhet":     {agencyRecord(&s.Agency)},
		"bevilgning":     records(s.Budget, budgetRecord),
		"budsjettuttak":  records(s.Cuts, cutRecord),
		"tjenester":      records(s.Services, serviceRecord),
		"tjenestekjeder": records(s.Chains, chainRecord),
		"gjenbruk":       records(s.Reuse, reuseRecord),
		"regelverk":      records(s.Regulations, regulationRecord),
		"planer":         records(s.Plans, planRecord),
		"prisindeks":     records(s.Index, indexRecord),
	}
}

func records[T any](rows []T, record func(*T) report.Record) []report.Record {
	all := make([]report.Record, 0, len(rows))
	for i := range rows {
		all = append(all, record(&rows[i]))
	}
	return all
}

func agencyRecord(a *report.Agency) report.Record {
	return report.Record{
		"orgnr": textCell(a.OrgNr), "navn": textCell(a.Name), "departement": textCell(a.Ministry),
		"maalform": string(a.Form.Or("")), "budsjettform": textCell(a.BudgetForm),
		"aarsverk_definisjon": textCell(a.ManYearsMeans), "timer_per_aarsverk": numberCell(a.HoursPerYear),
		"rapportdel": textCell(a.Part),
	}
}

func budgetRecord(a *report.Appropriation) report.Record {
	return report.Record{"kapittel": yearCell(a.Chapter), "post": textCell(a.Post), "betegnelse": textCell(a.Name)}
}

func measureRecord(m *report.Measure) report.Record {
	return report.Record{
		"tiltak_id": textCell(m.ID), "navn": textCell(m.Name), "beskrivelse": textCell(m.Description),
		"tiltakstype": textCell(m.Kind), "tjeneste_id": textCell(m.Service),
		"startdato": dayCell(m.Start), "effekt_fra": dayCell(m.EffectFrom), "finansiering": textCell(m.Finance),
		"medfin_tilsagn_kr": numberCell(m.Grant), "prosjektkostnad_kr": numberCell(m.Cost), "tiltakseier": textCell(m.Owner),
	}
}

func gainRecord(g *report.Gain) report.Record {
	return report.Record{
		"gevinst_id": textCell(g.ID), "tiltak_id": textCell(g.Measure), "gevinstklasse": textCell(g.Class),
		"gevinsttype": textCell(g.Type), "varighet": textCell(g.Duration), "metode": textCell(g.Method),
		"gevinstansvarlig": textCell(g.Owner), "nullpunkt_verdi": numberCell(g.BaseValue),
		"nullpunkt_enhet": textCell(g.BaseUnit), "nullpunkt_dato": dayCell(g.BaseDate), "nullpunkt_kilde": textCell(g.BaseEvidence),
		"prisaar": yearCell(g.PriceYear), "enhet_for_min": numberCell(g.MinutesBefore), "kostnad_for_kr": numberCell(g.CostBefore),
		"kvalitet_for": textCell(g.QualityBefore),
	}
}

func cutRecord(b *report.BudgetCut) report.Record {
	return report.Record{
		"tiltak_id": textCell(b.Measure), "aar": yearCell(b.Year), "type": textCell(b.Type),
		"belop_kr": numberCell(b.Amount), "hjemmel": textCell(b.Basis),
	}
}

func serviceRecord(s *report.Service) report.Record {
	return report.Record{
		"tjeneste_id": textCell(s.ID), "navn": textCell(s.Name), "art": textCell(s.Kind), "maalgruppe": textCell(s.Audience),
		"digital_status": textCell(s.Status), "egnet_selvbetjening": textCell(s.SelfService),
		"egnet_straksavgjorelse": textCell(s.Instant), "egnet_automatisering": textCell(s.Automatic),
		"brukerorientert": textCell(s.UserOriented), "videre": textCell(s.Next), "potensial_kr": numberCell(s.Potential),
		"planlagt_digital_dato": dayCell(s.PlannedOn), "plan_ref": textCell(s.PlanReference),
	}
}

func chainRecord(c *report.ChainLink) report.Record {
	return report.Record{
		"kjede_id": textCell(c.ID), "kjede_navn": textCell(c.Name), "tjeneste_id": textCell(c.Service),
		"partner_orgnr": textCell(c.PartnerOrgNr), "partner_navn": textCell(c.PartnerName), "ansvarlig": textCell(c.Responsible),
	}
}

func reuseRecord(r *report.Reuse) report.Record {
	return report.Record{"informasjon": textCell(r.Information), "kilde": textCell(r.Holder), "tjeneste_id": textCell(r.Service)}
}

func regulationRecord(r *report.Regulation) report.Record {
	return report.Record{
		"regelverk": textCell(r.Name), "behov": textCell(r.Need),
		"ansvarlig": textCell(r.Responsible), "tjeneste_id": textCell(r.Service),
	}
}

func planRecord(p *report.Plan) report.Record {
	return report.Record{
		"plan_id": textCell(p.ID), "tittel": textCell(p.Title), "type": textCell(p.Type),
		"vedtatt_dato": dayCell(p.Adopted), "gjelder_til": dayCell(p.Until), "lenke": textCell(p.Link),
	}
}

func indexRecord(x *report.PriceIndex) report.Record {
	return report.Record{"aar": yearCell(x.Year), "indeks": numberCell(x.Index), "serie": textCell(x.Series), "kilde": textCell(x.Evidence)}
}

// textCell is a text as a literal of a Record. One that would be taken for a
// formula, an error value or forced text is forced to stay text.
func textCell(f report.Field[string]) string {
	s := f.Or("")
	if s != "" && (s[0] == '=' || s[0] == '\'' || s[0] == '#') {
		return "'" + s
	}
	return s
}

func numberCell(f report.Field[report.Kroner]) string {
	if !f.OK() {
		return ""
	}
	return f.Value.Decimal().String()
}

func yearCell(f report.Field[int]) string {
	if !f.OK() {
		return ""
	}
	return strconv.Itoa(f.Value)
}

func dayCell(f report.Field[report.Date]) string {
	if !f.OK() {
		return ""
	}
	return f.Value.String()
}
