package tables

import (
	"strconv"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/sector/overview"
)

// overviews are the tables of what the sector report tells of all agencies together,
// for its year only: areas and who uses them, what became of each gain that the year
// before knew, values far from the usual, and gains that may be counted twice.
func (w writer) overviews(s *overview.Sector) []Table {
	if s == nil {
		s = &overview.Sector{}
	}
	return []Table{w.areas(s), w.areaUsers(s), w.outcomes(s), w.outliers(s), w.doubles(s)}
}

// loose is a table of rows that belong to no report. Where orgNr is nil no row belongs
// to an agency either.
func (w writer) loose(key, tab string, rows int, orgNr func(i int) string, columns ...Column) Table {
	t := w.own(key, tab, columns...)
	t.Loose, t.orgNr = true, orgNr
	t.rows = func(*batch.Document) int { return rows }
	t.number = func(_ *batch.Document, i int) int { return i + 1 }
	return t
}

// fact is a column of a loose table.
func fact(key string, kind report.ColumnType, of func(i int) string) Column {
	c := Column{Key: key, Type: kind, value: func(_ *batch.Document, i int) string { return of(i) }}
	if kind == report.MoneyType {
		c.Unit = "kr"
	}
	return c
}

// oneOf is a column of codes, given with what they stand for.
func oneOf(key string, codes [][2]string, of func(i int) string) Column {
	c := fact(key, report.CodeType, func(i int) string { return codeOf(codes, of(i)) })
	c.Codes = choices(codes)
	return c
}

// choices are the codes of pairs of a value and its code.
func choices(codes [][2]string) []report.Choice {
	var all []report.Choice
	for _, pair := range codes {
		all = append(all, report.Choice{Value: pair[1]})
	}
	return all
}

// codeOf is the code for a value; one that is not known stays as it is, and the table
// refuses it.
func codeOf(codes [][2]string, value string) string {
	for _, pair := range codes {
		if pair[0] == value {
			return pair[1]
		}
	}
	return value
}

func counted(key string, of func(i int) int) Column {
	return fact(key, countType, func(i int) string { return strconv.Itoa(of(i)) })
}

func (w writer) areas(s *overview.Sector) Table {
	named := func(key string, in report.Lang) Column {
		return fact(key, report.TextType, func(i int) string {
			if s.Uses[i].Priority == nil {
				return ""
			}
			return s.Uses[i].Priority.In(in)
		})
	}
	priority := fact("prioritert", report.CodeType, func(i int) string { return said(s.Uses[i].Priority != nil) })
	priority.Codes = yesNo()
	return w.loose("omraade", "Områder", len(s.Uses), nil,
		fact("omraade", report.TextType, func(i int) string { return s.Uses[i].Name }),
		priority, named("prioritert_nb", report.NB), named("prioritert_nn", report.NN),
		counted("virksomheter", func(i int) int { return len(s.Uses[i].Agencies) }),
		counted("linjer", func(i int) int { return s.Uses[i].Lines }),
		fact("belop_kr", report.MoneyType, func(i int) string { return s.Uses[i].Amount.String() }),
		fact("arbeidstid_kr", report.MoneyType, func(i int) string { return s.Uses[i].Time.String() }),
		fact("aarsverk", report.NumberType, func(i int) string { return exact(s.Uses[i].ManYears) }),
	)
}

// areaUsers is a row for each agency that uses anything for an area.
func (w writer) areaUsers(s *overview.Sector) Table {
	type user struct {
		area  int
		orgNr string
	}
	var rows []user
	for i := range s.Uses {
		for _, o := range s.Uses[i].Agencies {
			rows = append(rows, user{i, o})
		}
	}
	return w.loose("omraade_virksomhet", "Områder og virksomheter", len(rows), func(i int) string { return rows[i].orgNr },
		fact(agencyKey, report.TextType, func(i int) string { return nameOf(s, rows[i].orgNr) }),
		counted("omraade_rad", func(i int) int { return rows[i].area + 1 }),
		fact("omraade", report.TextType, func(i int) string { return s.Uses[rows[i].area].Name }),
	)
}

// nameOf is an agency's name, "" where the sector does not know it.
func nameOf(s *overview.Sector, orgNr string) string {
	if a := s.Find(orgNr); a != nil {
		return a.Name
	}
	return ""
}

// fateCodes are the fates of a gain and their codes here.
func fateCodes() [][2]string {
	return [][2]string{{string(overview.Came), "IVERKSATT"}, {string(overview.Delayed), "FORTSATT_PLANLAGT"}, {string(overview.Halted), "TILTAK_STANSET"},
		{string(overview.Gone), "IKKE_NEVNT"}, {string(overview.Kept), "REALISERT_I_FJOR"}}
}

func (w writer) outcomes(s *overview.Sector) Table {
	amount := func(key string, of func(o *overview.Outcome) *report.Kroner) Column {
		return fact(key, report.MoneyType, func(i int) string { return exact(of(&s.Outcomes[i])) })
	}
	return w.loose("gevinstutfall", "Gevinst for gevinst", len(s.Outcomes), func(i int) string { return s.Outcomes[i].OrgNr },
		fact(agencyKey, report.TextType, func(i int) string { return nameOf(s, s.Outcomes[i].OrgNr) }),
		fact("gevinst_id", report.IDType, func(i int) string { return s.Outcomes[i].ID }),
		fact("tiltaksnavn", report.TextType, func(i int) string { return s.Outcomes[i].Measure }),
		oneOf("utfall", fateCodes(), func(i int) string { return string(s.Outcomes[i].Fate) }),
		amount("plan_i_fjor_kr", func(o *overview.Outcome) *report.Kroner { return o.Foreseen }),
		amount("plan_kr", func(o *overview.Outcome) *report.Kroner { return o.Planned }),
		amount("netto_i_fjor_kr", func(o *overview.Outcome) *report.Kroner { return o.Before }),
		amount("netto_naa_kr", func(o *overview.Outcome) *report.Kroner { return o.Realised }),
	)
}

// traitCodes are the traits that agencies are compared by and their codes here.
func traitCodes() [][2]string {
	return [][2]string{{string(overview.HourlyCost), "TIMEKOSTNAD"}, {string(overview.ExtractionRate), "UTTAKSGRAD"}, {string(overview.GainPerManYear), "GEVINST_PER_AARSVERK"}}
}

func (w writer) outliers(s *overview.Sector) Table {
	return w.loose("uvanlig_verdi", "Uvanlige verdier", len(s.Outliers), func(i int) string { return s.Outliers[i].OrgNr },
		fact(agencyKey, report.TextType, func(i int) string { return nameOf(s, s.Outliers[i].OrgNr) }),
		oneOf("trekk", traitCodes(), func(i int) string { return string(s.Outliers[i].Trait) }),
		fact("gevinst_id", report.IDType, func(i int) string { return s.Outliers[i].Gain }),
		fact("oppgitt_verdi", report.NumberType, func(i int) string { return s.Outliers[i].Value.Decimal().String() }),
		fact("median", report.NumberType, func(i int) string { return medianOf(s, s.Outliers[i].Trait) }),
	)
}

func medianOf(s *overview.Sector, trait overview.Trait) string {
	for _, m := range s.Medians {
		if m.Trait == trait && m.Median != nil {
			return m.Median.Decimal().String()
		}
	}
	return ""
}

// doubles is a row for each gain that may also be another agency's; those that may be
// one have the same number.
func (w writer) doubles(s *overview.Sector) Table {
	type claim struct {
		number int
		overview.Claim
	}
	var rows []claim
	for i := range s.Doubles {
		for _, c := range s.Doubles[i].Claims {
			rows = append(rows, claim{i + 1, c})
		}
	}
	return w.loose("mulig_dobbelttelling", "Mulig dobbelttelling", len(rows), func(i int) string { return rows[i].OrgNr },
		fact(agencyKey, report.TextType, func(i int) string { return nameOf(s, rows[i].OrgNr) }),
		counted("nummer", func(i int) int { return rows[i].number }),
		fact("nullpunkt", report.LongType, func(i int) string { return s.Doubles[rows[i].number-1].Evidence }),
		fact("gevinst_id", report.IDType, func(i int) string { return rows[i].Gain }),
		fact("ny_netto_kr", report.MoneyType, func(i int) string { return exact(rows[i].New) }),
	)
}
