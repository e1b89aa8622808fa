package tables

import (
	"strconv"
	"strings"

	"gevinst/report"
	"gevinst/report/sector/overview"
)

// standings is the table of who has reported and who has not: one row an agency,
// then one for each file that nobody can tell whose it is.
func (w writer) standings(s *overview.Sector) Table {
	if s == nil {
		s = &overview.Sector{}
	}
	rows := heardOf(s)
	fact := func(key string, kind report.ColumnType, of func(a *overview.Agency) string) Column {
		return fact(key, kind, func(i int) string { return of(&rows[i]) })
	}
	standing := oneOf("rapportering", standingCodes(), func(i int) string { return string(rows[i].Standing) })
	expected := fact("ventet", report.CodeType, func(a *overview.Agency) string {
		if a.Expected == nil {
			return ""
		}
		return said(*a.Expected)
	})
	expected.Codes = yesNo()
	return w.loose("virksomhetsstatus", "Hvem har rapportert", len(rows), func(i int) string { return rows[i].OrgNr },
		fact(agencyKey, report.TextType, func(a *overview.Agency) string { return a.Name }),
		standing, expected,
		fact("feil", countType, func(a *overview.Agency) string { return countOf(a) }),
		fact("regler", report.TextType, func(a *overview.Agency) string { return strings.Join(a.Rules, " ") }),
		fact("grunn", report.IDType, func(a *overview.Agency) string {
			return reasonPart(a, func(r *overview.Reason) string { return r.Code })
		}),
		fact("begrunnelse", report.LongType, func(a *overview.Agency) string {
			return reasonPart(a, func(r *overview.Reason) string { return r.Sentence })
		}),
		fact("filer", report.LongType, func(a *overview.Agency) string { return joined(a, func(f overview.File) string { return f.Name }) }),
		fact("filer_sha256", report.LongType, func(a *overview.Agency) string { return joined(a, func(f overview.File) string { return f.SHA256 }) }),
	)
}

// heardOf is every agency, and each file without one as a refused agency without a
// number.
func heardOf(s *overview.Sector) []overview.Agency {
	all := s.Agencies[:len(s.Agencies):len(s.Agencies)]
	for _, u := range s.Unread {
		all = append(all, overview.Agency{Standing: overview.Refused, Files: []overview.File{u.File}, Reason: u.Reason})
	}
	return all
}

// standingCodes are the standings and their codes here.
func standingCodes() [][2]string {
	return [][2]string{{string(overview.Submitted), "LEVERT"}, {string(overview.Blocked), "STANSET"}, {string(overview.Refused), "AVVIST"},
		{string(overview.Duplicate), "DOBBELT"}, {string(overview.Missing), "MANGLER"}}
}

// countOf is how many errors an agency's workbook has, "" where none was checked.
func countOf(a *overview.Agency) string {
	if a.Standing != overview.Submitted && a.Standing != overview.Blocked {
		return ""
	}
	return strconv.Itoa(a.Errors)
}

func reasonPart(a *overview.Agency, of func(r *overview.Reason) string) string {
	if a.Reason == nil {
		return ""
	}
	return of(a.Reason)
}

// joined is what the files of an agency have, one a line; of one with a report, of
// the workbook that it was made from.
func joined(a *overview.Agency, of func(f overview.File) string) string {
	files := a.Files
	if a.Report != nil {
		files = []overview.File{{Name: a.Report.Source, SHA256: a.Report.SHA256}}
	}
	var all []string
	for _, f := range files {
		all = append(all, of(f))
	}
	return strings.Join(all, "\n")
}
