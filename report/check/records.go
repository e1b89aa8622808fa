package check

import "gevinst/report"

// agency reads sheet Virksomhet.
func (p *parser) agency() {
	r, rows := p.sheet("virksomhet")
	if r == nil {
		return
	}
	if len(rows) > 0 {
		r.at(rows[0])
	}
	p.sub.Agency = report.Agency{
		SchemaVersion:  r.text("skjemaversjon"),
		OrgNr:          r.orgnr("orgnr", "V-002"),
		Name:           r.text("navn"),
		Ministry:       r.text("departement"),
		Year:           r.whole("rapportaar", "V-003", 1900, 2200),
		Form:           r.lang("maalform"),
		BudgetForm:     r.code("budsjettform"),
		ManYears:       r.amount("aarsverk"),
		ManYearsMeans:  r.text("aarsverk_definisjon"),
		HoursPerYear:   r.amount("timer_per_aarsverk"),
		Part:           r.code("rapportdel"),
		DeductCut:      r.flag("trekk_rammekutt"),
		SystematicWork: r.text("systematisk_arbeid"),
		WhyNoneDone:    r.text("ingen_iverksatte_begrunnelse"),
		WhyNonePlanned: r.text("ingen_planlagte_begrunnelse"),
		Extraction:     r.text("uttak_tekst"),
		WhyRest:        r.text("rest_begrunnelse"),
		ApprovedBy:     r.text("godkjent_av"),
		ApprovedOn:     r.date("godkjent_dato"),
		Profile:        r.text("profil"),
	}
	r.require()
	r.own()
}

func appropriation(r *row) report.Appropriation {
	return report.Appropriation{
		Row: r.number, Chapter: r.chapter("kapittel"), Post: r.post("post"), Name: r.text("betegnelse"),
		Amount: r.amount("bevilgning_kr"), AbeRate: r.amount("abe_sats_pst"), AbeCut: r.amount("abe_kutt_kr"),
		Evidence: r.text("kilde"),
	}
}

func measure(r *row) report.Measure {
	return report.Measure{
		Row: r.number, ID: r.text("tiltak_id"), Name: r.text("navn"), Description: r.text("beskrivelse"),
		Status: r.code("status"), Kind: r.code("tiltakstype"),
		DigitalSeen: r.flag("digital_saerlig_vurdert"), DigitalText: r.text("digital_vurdering"),
		Service: r.text("tjeneste_id"), Start: r.date("startdato"), EffectFrom: r.date("effekt_fra"),
		Finance: r.code("finansiering"), Grant: r.amount("medfin_tilsagn_kr"), Cost: r.amount("prosjektkostnad_kr"),
		Owner: r.text("tiltakseier"),
	}
}

func gain(r *row) report.Gain {
	return report.Gain{
		Row: r.number, ID: r.text("gevinst_id"), Measure: r.text("tiltak_id"),
		Class: r.code("gevinstklasse"), Type: r.code("gevinsttype"), Duration: r.code("varighet"),
		Method: r.code("metode"), Owner: r.text("gevinstansvarlig"),
		BaseValue: r.amount("nullpunkt_verdi"), BaseUnit: r.text("nullpunkt_enhet"),
		BaseDate: r.date("nullpunkt_dato"), BaseEvidence: r.text("nullpunkt_kilde"),
		PriceYear: r.year("prisaar"), Volume: r.amount("volum"),
		MinutesBefore: r.amount("enhet_for_min"), MinutesAfter: r.amount("enhet_etter_min"),
		HourlyCost: r.amount("timekostnad_kr"), CostBefore: r.amount("kostnad_for_kr"),
		CostAfter: r.amount("kostnad_etter_kr"), Amount: r.amount("belop_kr"),
		ExtractionRate: r.amount("uttaksgrad_pst"), RunningCost: r.amount("varig_driftskostnad_kr"),
		FullYear: r.amount("helaarseffekt_kr"), Planned: r.amount("planlagt_kr"),
		MeasuredOn: r.date("maalt_dato"), MeasuredBy: r.text("maalt_kilde"),
		Earlier:       r.amount("foert_tidligere_kr"),
		QualityBefore: r.text("kvalitet_for"), QualityAfter: r.text("kvalitet_etter"),
		Deviation: r.text("avvik_forklaring"),
	}
}

func oneOff(r *row) report.OneOffCost {
	return report.OneOffCost{Row: r.number, Measure: r.text("tiltak_id"), Year: r.year("aar"),
		Amount: r.amount("belop_kr"), Kind: r.text("art")}
}

func budgetCut(r *row) report.BudgetCut {
	return report.BudgetCut{Row: r.number, Measure: r.text("tiltak_id"), Year: r.year("aar"),
		Type: r.code("type"), Amount: r.amount("belop_kr"), Basis: r.text("hjemmel")}
}

func reallocation(r *row) report.Reallocation {
	return report.Reallocation{
		Row: r.number, ID: r.text("linje_id"), Kind: r.code("art"), Area: r.text("prioritert_omraade"),
		Purpose: r.text("formaal"), Chapter: r.chapter("kapittel"), Post: r.post("post"),
		Amount: r.amount("belop_kr"), ManYears: r.amount("aarsverk"), Permanent: r.flag("varig"),
		Decision: r.text("beslutning_ref"), DecidedOn: r.date("beslutning_dato"),
	}
}

func service(r *row) report.Service {
	return report.Service{
		Row: r.number, ID: r.text("tjeneste_id"), Name: r.text("navn"), Kind: r.code("art"),
		Audience: r.text("maalgruppe"), Volume: r.amount("volum_per_aar"), Status: r.code("digital_status"),
		SelfService: r.code("egnet_selvbetjening"), Instant: r.code("egnet_straksavgjorelse"),
		Automatic: r.code("egnet_automatisering"), UserOriented: r.code("brukerorientert"),
		Next: r.code("videre"), Potential: r.amount("potensial_kr"),
		PlannedOn: r.date("planlagt_digital_dato"), PlanReference: r.text("plan_ref"),
	}
}

func chainLink(r *row) report.ChainLink {
	return report.ChainLink{
		Row: r.number, ID: r.text("kjede_id"), Name: r.text("kjede_navn"), Service: r.text("tjeneste_id"),
		PartnerOrgNr: r.orgnr("partner_orgnr", "V-002"), PartnerName: r.text("partner_navn"),
		Responsible: r.text("ansvarlig"), Plan: r.text("plan"),
	}
}

func reuse(r *row) report.Reuse {
	return report.Reuse{Row: r.number, Information: r.text("informasjon"), Holder: r.text("kilde"),
		Reused: r.code("gjenbrukes"), Plan: r.text("plan"), Service: r.text("tjeneste_id")}
}

func regulation(r *row) report.Regulation {
	return report.Regulation{Row: r.number, Name: r.text("regelverk"), Need: r.text("behov"),
		Status: r.code("status"), Responsible: r.text("ansvarlig"), Service: r.text("tjeneste_id")}
}

func plan(r *row) report.Plan {
	return report.Plan{Row: r.number, ID: r.text("plan_id"), Title: r.text("tittel"), Type: r.code("type"),
		Adopted: r.date("vedtatt_dato"), Until: r.date("gjelder_til"), Link: r.text("lenke")}
}

func priceIndex(r *row) report.PriceIndex {
	return report.PriceIndex{Row: r.number, Year: r.year("aar"), Index: r.amount("indeks"),
		Series: r.text("serie"), Evidence: r.text("kilde")}
}
