package batch

import (
	"strconv"

	"gevinst/report"
)

// rival is an agency and a year.
type rival struct {
	orgnr string
	year  int
}

// Rivals tells of each workbook whether another one of the same agency and year is among
// those that were checked with it, and says which: X-001, which blocks a batch and only warns
// where nothing is made. Files of the same bytes are one workbook, and nil is none.
func Rivals(all []*Examined) map[*Examined]report.Finding {
	by := map[rival][]*Examined{}
	for _, e := range all {
		if e == nil {
			continue
		}
		if a := &e.Outcome.Submission.Agency; a.OrgNr.OK() && a.Year.OK() {
			key := rival{a.OrgNr.Value, a.Year.Value}
			by[key] = append(by[key], e)
		}
	}
	found := map[*Examined]report.Finding{}
	for key, same := range by {
		var files []string
		seen := map[string]bool{}
		for _, e := range same {
			files, seen[e.Draft.Origin.SHA256] = append(files, e.Draft.Origin.File), true
		}
		for _, e := range same {
			if len(seen) > 1 {
				found[e] = report.Finding{Rule: "X-001", Variant: "beside", Severity: report.Warning, Place: e.Outcome.Submission.Place(e.Outcome.Submission.Agency.OrgNr.At),
					Args: []report.Arg{{Name: "orgnr", Value: key.orgnr}, {Name: "aar", Value: strconv.Itoa(key.year)}, {Name: "filer", Value: files}}}
			}
		}
	}
	return found
}
