package tables

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/batch"
)

// once is the number of rows of a table that has one a report.
func once(*batch.Document) int { return 1 }

// files is the table of what was sent in, which every other row belongs to.
func (w writer) files() Table {
	facts := func(key string, kind report.ColumnType, of func(d *batch.Document) string) Column {
		return Column{Key: key, Type: kind, value: func(d *batch.Document, _ int) string { return of(d) }}
	}
	count := func(key string, of func(t *batch.Tally) int) Column {
		return facts(key, countType, func(d *batch.Document) string { return strconv.Itoa(of(&d.Counts)) })
	}
	state := facts("tilstand", report.CodeType, stateOf)
	state.Codes = []report.Choice{{Value: "ENDELIG"}, {Value: "UTKAST"}}
	t := w.own(filesKey, "Innlevering",
		facts(agencyKey, report.TextType, func(d *batch.Document) string { return or(d.Agency.Name) }),
		facts("departement", report.TextType, func(d *batch.Document) string { return or(d.Agency.Ministry) }),
		state,
		facts("godkjent_av", report.TextType, func(d *batch.Document) string { return or(d.Agency.ApprovedBy) }),
		facts("godkjent_dato", report.DateType, func(d *batch.Document) string { return or(d.Agency.ApprovedOn) }),
		count("celler_lest", func(t *batch.Tally) int { return t.Cells.Read }),
		count("celler_brukt", func(t *batch.Tally) int { return t.Cells.Used }),
		count("celler_ubrukt", func(t *batch.Tally) int { return t.Cells.Unused }),
		count("tiltak", func(t *batch.Tally) int { return t.Measures.Total }),
		count("planlagte", func(t *batch.Tally) int { return t.Measures.Planned }),
		count("iverksatte", func(t *batch.Tally) int { return t.Measures.Implemented }),
		count("avsluttede", func(t *batch.Tally) int { return t.Measures.Completed }),
		count("stansede", func(t *batch.Tally) int { return t.Measures.Stopped }),
		count("digitale", func(t *batch.Tally) int { return t.Measures.Digital }),
		count("gevinster", func(t *batch.Tally) int { return t.Gains }),
		count("gevinster_teller", func(t *batch.Tally) int { return t.Counting }),
		count("omdisponeringer", func(t *batch.Tally) int { return t.Uses }),
		count("tjenester", func(t *batch.Tally) int { return t.Services }),
		count("varsler", func(t *batch.Tally) int { return t.Findings.Warnings }),
		count("opplysninger", func(t *batch.Tally) int { return t.Findings.Infos }),
		facts("kravsett", report.TextType, func(d *batch.Document) string { return d.Set.Version }),
		facts("kravsett_sha256", hashType, func(d *batch.Document) string { return d.Set.SHA256 }),
		facts("verktoy", report.TextType, func(d *batch.Document) string { return d.Tool.Name + " " + d.Tool.Version }),
		facts(fileKey, report.TextType, func(d *batch.Document) string { return d.Source.File }),
		facts(hashKey, hashType, func(d *batch.Document) string { return d.Source.SHA256 }),
		facts("data_sha256", hashType, func(d *batch.Document) string { return d.Source.Data }),
	)
	t.Form, t.rows = true, once
	return t
}

func stateOf(d *batch.Document) string {
	if d.Status == batch.Final {
		return "ENDELIG"
	}
	return "UTKAST"
}

// bridge is the table of the way from net gain to what remains, one row a report.
func (w writer) bridge() Table {
	line := func(key string, of func(b *batch.Bridge) report.Kroner) Column {
		return Column{Key: key, Type: report.MoneyType, Unit: "kr", value: func(d *batch.Document, _ int) string { return of(d.Bridge).String() }}
	}
	t := w.own("regnestykke", "Regnestykke",
		line("netto_kr", func(b *batch.Bridge) report.Kroner { return b.Total }),
		line("tidligere_kr", func(b *batch.Bridge) report.Kroner { return b.Earlier }),
		line("ny_netto_kr", func(b *batch.Bridge) report.Kroner { return b.New }),
		line("ny_netto_midler_kr", func(b *batch.Bridge) report.Kroner { return b.Money }),
		line("ny_netto_tid_kr", func(b *batch.Bridge) report.Kroner { return b.Time }),
		line("medfinansiering_kr", func(b *batch.Bridge) report.Kroner { return b.CoFinance }),
		line("engangskostnad_kr", func(b *batch.Bridge) report.Kroner { return b.OneOff }),
		line("for_rammekutt_kr", func(b *batch.Bridge) report.Kroner { return b.BeforeCut }),
		line("rammekutt_kr", func(b *batch.Bridge) report.Kroner { return b.FrameCut }),
		line("resultat_kr", func(b *batch.Bridge) report.Kroner { return b.Result }),
		line("omdisponerbart_kr", func(b *batch.Bridge) report.Kroner { return b.Reallocable }),
		line("udekket_rammekutt_kr", func(b *batch.Bridge) report.Kroner { return b.Uncovered }),
		line("resultat_midler_kr", func(b *batch.Bridge) report.Kroner { return b.ResultMoney }),
		line("omdisponerbart_midler_kr", func(b *batch.Bridge) report.Kroner { return b.ReallocMoney }),
		line("omdisponert_kr", func(b *batch.Bridge) report.Kroner { return b.Used }),
		line("omdisponert_kjop_kr", func(b *batch.Bridge) report.Kroner { return b.UsedMoney }),
		line("rest_kr", func(b *batch.Bridge) report.Kroner { return b.Rest }),
		line("helaar_kr", func(b *batch.Bridge) report.Kroner { return b.FullYear }),
		Column{Key: "rammekutt_trukket", Type: report.CodeType, Codes: yesNo(), value: func(d *batch.Document, _ int) string { return said(d.Bridge.CutDeducted) }},
	)
	t.Form, t.rows = true, once
	return t
}

// findings is the table of what the check found, in the language of each report.
func (w writer) findings() Table {
	fact := func(key string, kind report.ColumnType, of func(f *batch.FindingLine) string) Column {
		return Column{Key: key, Type: kind, value: func(d *batch.Document, i int) string { return of(&d.Findings[i]) }}
	}
	severity := fact("alvor", report.CodeType, severityOf)
	severity.Codes = []report.Choice{{Value: "VARSEL"}, {Value: "OPPLYSNING"}}
	t := w.own("funn", "Funn",
		fact("regel", report.IDType, func(f *batch.FindingLine) string { return f.Rule }), severity,
		fact("ark", report.TextType, func(f *batch.FindingLine) string {
			if f.Place == nil {
				return ""
			}
			return f.Place.Sheet
		}),
		fact("celle", report.IDType, func(f *batch.FindingLine) string {
			if f.Place == nil {
				return ""
			}
			return or(f.Place.Cell)
		}),
		fact("setning", report.LongType, func(f *batch.FindingLine) string { return f.Sentence }),
		fact("raad", report.LongType, func(f *batch.FindingLine) string { return f.Remedy }),
	)
	t.rows = func(d *batch.Document) int { return len(d.Findings) }
	t.number = func(_ *batch.Document, i int) int { return i + 1 }
	return t
}

// severityOf is the code of a severity; an error has no place in a sector's tables.
func severityOf(f *batch.FindingLine) string {
	switch f.Severity {
	case "warning":
		return "VARSEL"
	case "info":
		return "OPPLYSNING"
	default:
		return f.Severity
	}
}

func or(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
