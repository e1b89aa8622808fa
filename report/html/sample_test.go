package html_test

import (
	"gevinst/report"
	"gevinst/report/chapter"
)

func kr(s string) report.Kroner { return report.MustKroner(s) }

func cells(words ...string) []chapter.Text {
	var all []chapter.Text
	for _, w := range words {
		all = append(all, chapter.Words(w))
	}
	return all
}

// sample is a small chapter with every kind of block and chart. Its figures are
// those of the worked example.
func sample() *chapter.Chapter {
	return &chapter.Chapter{
		Lang:     report.NB,
		Title:    "Effektivisering og gevinstrealisering 2017",
		Contents: "Innhold",
		Header:   "Direktoratet for prøving · 2017",
		Footer:   "Side {page} av {pages}",
		Draft:    "Utkast",
		Skip:     "Hopp til innholdet",
		Author:   "Direktoratet for prøving",
		Subject:  "Effektiviseringstiltak og gevinster i 2017",
		Keywords: []string{"effektivisering", "gevinster"},
		Dated:    report.Date{Year: 2018, Month: 3, Day: 1},
		ID:       "0123456789",
		Colophon: []chapter.Fact{{Label: "Status", Value: "Utkast"}, {Label: "Dokument-id", Value: "0123456789"}},
		Cover: chapter.Cover{
			Facts: []chapter.Fact{
				{Label: "Virksomhet", Value: "Direktoratet for prøving"},
				{Label: "Organisasjonsnummer", Value: "123\u00a0456\u00a0785"},
				{Label: "Rapportår", Value: "2017"},
				{Label: "Status", Value: "Utkast"},
			},
			Heading: "Kort oppsummert",
			Summary: []chapter.Text{
				{{Text: "Tre tiltak er iverksatt og ett er planlagt; "}, {Text: "to er digitale", Strong: true}, {Text: "."}},
				chapter.Words("Ny nettogevinst er 3 948 040 kroner."),
				chapter.Words("884 020 kroner kan omdisponeres. Alt er frigjort arbeidstid."),
			},
		},
		Blocks: []chapter.Block{
			&chapter.Heading{Level: 1, Number: "1", Text: "Systematisk arbeid", ID: "systematisk"},
			&chapter.Paragraph{Text: chapter.Text{
				{Text: "Direktoratet arbeider etter "},
				{Text: "Prosjektveiviseren", Href: "https://www.prosjektveiviseren.no/"},
				{Text: " og kaller metoden "}, {Text: "benefits management", Lang: "en"}, {Text: "."},
			}},
			&chapter.List{Items: cells("nullpunkt måles før tiltaket virker", "linjeleder eier gevinsten")},
			&chapter.Heading{Level: 1, Number: "2", Text: "Iverksatte tiltak", ID: "iverksatte"},
			&chapter.Heading{Level: 2, Number: "2.1", Text: "Digitale tiltak", ID: "digitale"},
			measures(),
			&chapter.Heading{Level: 1, Number: "3", Text: "Uttak og omdisponering", ID: "uttak"},
			bridge(),
			waterfall(),
			bars(),
			&chapter.Note{Title: "Varsel", Text: chapter.Text{{Text: "Bruken krysser post; departementet er varslet om "}, {Text: "tiltak T3", To: "rad/T3"}, {Text: "."}}},
		},
	}
}

func measures() *chapter.Table {
	return &chapter.Table{
		ID: "tabell-1", Label: "Tabell 1", Caption: "Iverksatte tiltak. Tall i 1000 kroner",
		Columns: []chapter.Column{
			{Title: "Tiltak", Kind: chapter.Label}, {Title: "Navn", Weight: 2}, {Title: "Vurdering av digitalisering", Weight: 4},
			{Title: "Type", Weight: 1}, {Title: "Digitalt", Kind: chapter.Question}, {Title: "Virker fra", Kind: chapter.Label},
			{Title: "Netto 2016", Kind: chapter.Figures}, {Title: "Netto 2017", Kind: chapter.Figures},
		},
		Rows: []chapter.Row{
			{Kind: chapter.Group, Cells: cells("Medfinansierte tiltak", "", "", "", "", "", "", "")},
			{Cells: cells("T1", "Automatisk behandling av søknader om støtte", "Saksbehandlingen er automatisert for alle saker som oppfyller vilkårene uten skjønn.", "Digitalisering", "Ja", "01.02.2017", "–", "2\u00a0348")},
			{Kind: chapter.Sub, Cells: cells("", "Delsum", "", "", "", "", "–", "2\u00a0348")},
			{Kind: chapter.Group, Cells: cells("Egne tiltak", "", "", "", "", "", "", "")},
			{Cells: cells("T2", "Digital post til innbyggerne", "Brevene går nå digitalt; porto faller bort.", "Digitalisering", "Ja", "01.01.2017", "–", "980")},
			{ID: "rad/T3", Cells: cells("T3", "Nye lokaler", "Ikke egnet for digitalisering.", "Lokaler", "Nei", "01.09.2017", "–", "620")},
			{Kind: chapter.Sum, Cells: cells("Sum", "", "", "", "", "", "–", "3\u00a0948")},
		},
		Notes: cells("Tallene er avrundet hver for seg."),
	}
}

func bridge() *chapter.Table {
	rows := [][2]string{{"Ny nettogevinst", "3\u00a0948"}, {"Medfinansiering", "−1\u00a0174"}, {"Engangskostnader", "−410"},
		{"Rammekutt", "−1\u00a0480"}}
	t := &chapter.Table{ID: "tabell-2", Label: "Tabell 2", Caption: "Fra gevinst til omdisponerbart beløp. Tall i 1000 kroner",
		Columns: []chapter.Column{{Title: "Post", Weight: 1}, {Title: "2017", Kind: chapter.Figures}}}
	for _, r := range rows {
		t.Rows = append(t.Rows, chapter.Row{Cells: cells(r[0], r[1])})
	}
	t.Rows = append(t.Rows, chapter.Row{Kind: chapter.Sum, Cells: cells("Omdisponerbart", "884")})
	return t
}

func waterfall() *chapter.Figure {
	return &chapter.Figure{
		ID: "figur-1", Label: "Figur 1", Caption: "Omdisponerbart beløp er 0,9 mill. kroner etter at fradragene er gjort.",
		Alt:  "Fra 3 948 går det av 1 174, 410 og 1 480; 884 blir igjen. 800 er omdisponert og resten er 84.",
		Unit: "1000 kroner",
		Chart: &chapter.Waterfall{Steps: []chapter.Step{
			{Label: "Nettogevinst", Value: "3\u00a0948", From: kr("0"), To: kr("3948040")},
			{Label: "Tilbakeføring av medfinansiering fra departementet", Value: "−1\u00a0174", From: kr("3948040"), To: kr("2774020"), Role: chapter.Minus},
			{Label: "Engangskostnader", Value: "−410", From: kr("2774020"), To: kr("2364020"), Role: chapter.Minus},
			{Label: "Rammekutt", Value: "−1\u00a0480", From: kr("2364020"), To: kr("884020"), Role: chapter.Minus},
			{Label: "Omdisponerbart", Value: "884", From: kr("0"), To: kr("884020")},
			{Label: "Omdisponert", Value: "−800", From: kr("884020"), To: kr("84020"), Role: chapter.Minus},
			{Label: "Rest", Value: "84", From: kr("0"), To: kr("84020")},
		}},
	}
}

func bars() *chapter.Figure {
	return &chapter.Figure{
		ID: "figur-2", Label: "Figur 2", Caption: "Gevinstene ble mindre enn planlagt.", Alt: "Planlagt 4 200, realisert 3 948.",
		Unit: "1000 kroner",
		Chart: &chapter.Bars{Groups: []chapter.BarGroup{
			{Label: "Budsjetteffekt", Bars: []chapter.Bar{
				{Label: "Planlagt", Value: "1\u00a0800", Amount: kr("1800000"), Role: chapter.Wanted},
				{Label: "Realisert", Value: "1\u00a0600", Amount: kr("1600000"), Role: chapter.Done}}},
			{Label: "Frigjort arbeidstid", Bars: []chapter.Bar{
				{Label: "Planlagt", Value: "2\u00a0400", Amount: kr("2400000"), Role: chapter.Wanted},
				{Label: "Realisert", Value: "−348", Amount: kr("-348040"), Role: chapter.Done}}},
		}},
	}
}
