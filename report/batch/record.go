package batch

import (
	"strconv"

	"gevinst/report"
)

// Row is one record of a sheet as it was understood: what every cell with a value
// means, by column key. Numbers are plain decimals, dates ISO 8601, codes their
// values, yes and no JA and NEI. A cell that is missing or bad has no value.
type Row struct {
	Row    int           `json:"row"` // 0 on a form sheet
	Values report.Record `json:"values"`
}

// Records is a submission written back as rows, by sheet key, in the order of the workbook.
func Records(s *report.Submission) map[string][]Row {
	return map[string][]Row{
		"virksomhet":       {filled(0, agencyRecord(&s.Agency))},
		"bevilgning":       rows(s.Budget, budgetRow),
		"tiltak":           rows(s.Measures, measureRow),
		"gevinster":        rows(s.Gains, gainRow),
		"engangskostnader": rows(s.OneOffs, oneOffRow),
		"budsjettuttak":    rows(s.Cuts, cutRow),
		"omdisponering":    rows(s.Uses, useRow),
		"tjenester":        rows(s.Services, serviceRow),
		"tjenestekjeder":   rows(s.Chains, chainRow),
		"gjenbruk":         rows(s.Reuse, reuseRow),
		"regelverk":        rows(s.Regulations, regulationRow),
		"planer":           rows(s.Plans, planRow),
		"prisindeks":       rows(s.Index, indexRow),
		"departementskrav": rows(s.Demands, demandRow),
		"kravtabeller":     tableRows(s.Demands),
	}
}

// Filling is a submission as it may be filled into a workbook again.
func Filling(s *report.Submission) report.Filling {
	filling := report.Filling{}
	for sheet, rows := range Records(s) {
		for _, r := range rows {
			record := report.Record{}
			for key, value := range r.Values {
				record[key] = literal(value)
			}
			filling[sheet] = append(filling[sheet], record)
		}
	}
	return filling
}

func rows[T any](from []T, row func(*T) Row) []Row {
	all := make([]Row, 0, len(from))
	for i := range from {
		all = append(all, row(&from[i]))
	}
	return all
}

// filled is a row without the columns that have no value.
func filled(row int, values report.Record) Row {
	for key, value := range values {
		if value == "" {
			delete(values, key)
		}
	}
	return Row{row, values}
}

func agencyRecord(a *report.Agency) report.Record {
	return report.Record{
		"skjemaversjon": a.SchemaVersion.Or(""), "orgnr": a.OrgNr.Or(""), "navn": a.Name.Or(""), "departement": a.Ministry.Or(""),
		"rapportaar": whole(a.Year), "maalform": string(a.Form.Or("")), "budsjettform": a.BudgetForm.Or(""),
		"aarsverk": number(a.ManYears), "aarsverk_definisjon": a.ManYearsMeans.Or(""), "timer_per_aarsverk": number(a.HoursPerYear),
		"rapportdel": a.Part.Or(""), "trekk_rammekutt": yesNo(a.DeductCut), "systematisk_arbeid": a.SystematicWork.Or(""),
		"ingen_iverksatte_begrunnelse": a.WhyNoneDone.Or(""), "ingen_planlagte_begrunnelse": a.WhyNonePlanned.Or(""),
		"uttak_tekst": a.Extraction.Or(""), "rest_begrunnelse": a.WhyRest.Or(""),
		"godkjent_av": a.ApprovedBy.Or(""), "godkjent_dato": date(a.ApprovedOn), "profil": a.Profile.Or(""),
	}
}

func budgetRow(a *report.Appropriation) Row {
	return filled(a.Row, report.Record{
		"kapittel": whole(a.Chapter), "post": a.Post.Or(""), "betegnelse": a.Name.Or(""), "bevilgning_kr": number(a.Amount),
		"abe_sats_pst": number(a.AbeRate), "abe_kutt_kr": number(a.AbeCut), "kilde": a.Evidence.Or(""),
	})
}

func measureRow(m *report.Measure) Row {
	return filled(m.Row, report.Record{
		"tiltak_id": m.ID.Or(""), "navn": m.Name.Or(""), "beskrivelse": m.Description.Or(""), "status": m.Status.Or(""),
		"tiltakstype": m.Kind.Or(""), "digital_saerlig_vurdert": yesNo(m.DigitalSeen), "digital_vurdering": m.DigitalText.Or(""),
		"tjeneste_id": m.Service.Or(""), "startdato": date(m.Start), "effekt_fra": date(m.EffectFrom), "finansiering": m.Finance.Or(""),
		"medfin_tilsagn_kr": number(m.Grant), "prosjektkostnad_kr": number(m.Cost), "tiltakseier": m.Owner.Or(""),
	})
}

func gainRow(g *report.Gain) Row {
	return filled(g.Row, report.Record{
		"gevinst_id": g.ID.Or(""), "tiltak_id": g.Measure.Or(""), "gevinstklasse": g.Class.Or(""), "gevinsttype": g.Type.Or(""),
		"varighet": g.Duration.Or(""), "metode": g.Method.Or(""), "gevinstansvarlig": g.Owner.Or(""),
		"nullpunkt_verdi": number(g.BaseValue), "nullpunkt_enhet": g.BaseUnit.Or(""), "nullpunkt_dato": date(g.BaseDate),
		"nullpunkt_kilde": g.BaseEvidence.Or(""), "prisaar": whole(g.PriceYear), "volum": number(g.Volume),
		"enhet_for_min": number(g.MinutesBefore), "enhet_etter_min": number(g.MinutesAfter), "timekostnad_kr": number(g.HourlyCost),
		"kostnad_for_kr": number(g.CostBefore), "kostnad_etter_kr": number(g.CostAfter), "belop_kr": number(g.Amount),
		"uttaksgrad_pst": number(g.ExtractionRate), "varig_driftskostnad_kr": number(g.RunningCost), "helaarseffekt_kr": number(g.FullYear),
		"planlagt_kr": number(g.Planned), "maalt_dato": date(g.MeasuredOn), "maalt_kilde": g.MeasuredBy.Or(""),
		"foert_tidligere_kr": number(g.Earlier), "kvalitet_for": g.QualityBefore.Or(""), "kvalitet_etter": g.QualityAfter.Or(""),
		"avvik_forklaring": g.Deviation.Or(""),
	})
}

func oneOffRow(o *report.OneOffCost) Row {
	return filled(o.Row, report.Record{
		"tiltak_id": o.Measure.Or(""), "aar": whole(o.Year), "belop_kr": number(o.Amount), "art": o.Kind.Or(""),
	})
}

func cutRow(b *report.BudgetCut) Row {
	return filled(b.Row, report.Record{
		"tiltak_id": b.Measure.Or(""), "aar": whole(b.Year), "type": b.Type.Or(""), "belop_kr": number(b.Amount), "hjemmel": b.Basis.Or(""),
	})
}

func useRow(u *report.Reallocation) Row {
	return filled(u.Row, report.Record{
		"linje_id": u.ID.Or(""), "art": u.Kind.Or(""), "prioritert_omraade": u.Area.Or(""), "formaal": u.Purpose.Or(""),
		"kapittel": whole(u.Chapter), "post": u.Post.Or(""), "belop_kr": number(u.Amount), "aarsverk": number(u.ManYears),
		"varig": yesNo(u.Permanent), "beslutning_ref": u.Decision.Or(""), "beslutning_dato": date(u.DecidedOn),
	})
}

func serviceRow(s *report.Service) Row {
	return filled(s.Row, report.Record{
		"tjeneste_id": s.ID.Or(""), "navn": s.Name.Or(""), "art": s.Kind.Or(""), "maalgruppe": s.Audience.Or(""),
		"volum_per_aar": number(s.Volume), "digital_status": s.Status.Or(""), "egnet_selvbetjening": s.SelfService.Or(""),
		"egnet_straksavgjorelse": s.Instant.Or(""), "egnet_automatisering": s.Automatic.Or(""),
		"brukerorientert": s.UserOriented.Or(""), "videre": s.Next.Or(""), "potensial_kr": number(s.Potential),
		"planlagt_digital_dato": date(s.PlannedOn), "plan_ref": s.PlanReference.Or(""),
	})
}

func chainRow(c *report.ChainLink) Row {
	return filled(c.Row, report.Record{
		"kjede_id": c.ID.Or(""), "kjede_navn": c.Name.Or(""), "tjeneste_id": c.Service.Or(""), "partner_orgnr": c.PartnerOrgNr.Or(""),
		"partner_navn": c.PartnerName.Or(""), "ansvarlig": c.Responsible.Or(""), "plan": c.Plan.Or(""),
	})
}

func reuseRow(r *report.Reuse) Row {
	return filled(r.Row, report.Record{
		"informasjon": r.Information.Or(""), "kilde": r.Holder.Or(""), "gjenbrukes": r.Reused.Or(""), "plan": r.Plan.Or(""), "tjeneste_id": r.Service.Or(""),
	})
}

func regulationRow(r *report.Regulation) Row {
	return filled(r.Row, report.Record{
		"regelverk": r.Name.Or(""), "behov": r.Need.Or(""), "status": r.Status.Or(""), "ansvarlig": r.Responsible.Or(""), "tjeneste_id": r.Service.Or(""),
	})
}

func planRow(p *report.Plan) Row {
	return filled(p.Row, report.Record{
		"plan_id": p.ID.Or(""), "tittel": p.Title.Or(""), "type": p.Type.Or(""),
		"vedtatt_dato": date(p.Adopted), "gjelder_til": date(p.Until), "lenke": p.Link.Or(""),
	})
}

func indexRow(x *report.PriceIndex) Row {
	return filled(x.Row, report.Record{"aar": whole(x.Year), "indeks": number(x.Index), "serie": x.Series.Or(""), "kilde": x.Evidence.Or("")})
}

func number(f report.Field[report.Kroner]) string {
	if !f.OK() {
		return ""
	}
	return f.Value.Decimal().String()
}

func whole(f report.Field[int]) string {
	if !f.OK() {
		return ""
	}
	return strconv.Itoa(f.Value)
}

func date(f report.Field[report.Date]) string {
	if !f.OK() {
		return ""
	}
	return f.Value.String()
}

func yesNo(f report.Field[bool]) string {
	switch {
	case !f.OK():
		return ""
	case f.Value:
		return "JA"
	default:
		return "NEI"
	}
}
