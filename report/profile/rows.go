package profile

import (
	"strconv"

	"gevinst/report"
)

// Put writes into a filling what the profile asks of the agency that it is for:
// the ministry, its questions, and the mark of the profile.
func Put(filling report.Filling, p *report.Profile, lang report.Lang) {
	agency := filling["virksomhet"][0]
	if agency["departement"] == "" {
		agency["departement"] = report.Literal(p.Ministry)
	}
	agency["profil"] = p.Stamp
	filling["departementskrav"], filling["kravtabeller"] = nil, nil
	for _, q := range p.Asked(p.Group(agency["orgnr"])) {
		filling["departementskrav"] = append(filling["departementskrav"], report.Record{
			"krav_id": report.Literal(q.ID), "krav_tekst": report.Literal(q.Text.In(lang)),
			"svartype": string(q.Kind), "maa_besvares": yesNo(q.Required),
		})
		if q.Kind == report.TableAnswer {
			filling["kravtabeller"] = append(filling["kravtabeller"], tableRows(q, lang)...)
		}
	}
}

// tableRows is a question's part of Kravtabeller: headings, kinds, rows to fill in.
func tableRows(q report.Question, lang report.Lang) []report.Record {
	row := func(kind string) report.Record {
		return report.Record{"krav_id": report.Literal(q.ID), "radtype": kind}
	}
	heads, kinds := row(report.HeadingRow), row(report.KindRow)
	for i, c := range q.Columns {
		key := "felt_" + strconv.Itoa(i+1)
		heads[key], kinds[key] = report.Literal(c.Label.In(lang)), string(c.Kind)
	}
	rows := []report.Record{heads, kinds}
	for range q.Rows {
		rows = append(rows, row(report.AnswerRow))
	}
	return rows
}

func yesNo(yes bool) string {
	if yes {
		return "JA"
	}
	return "NEI"
}
