package overview

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// Standing is how it went with an agency.
type Standing string

// The standings.
const (
	Submitted Standing = "submitted"
	Blocked   Standing = "blocked"   // findings block its report
	Refused   Standing = "refused"   // its file cannot be read
	Duplicate Standing = "duplicate" // it sent different workbooks for the year
	Missing   Standing = "missing"   // it is expected and has sent nothing
)

// Agency is one agency of the sector.
type Agency struct {
	OrgNr    string      `json:"orgnr"`
	Name     string      `json:"name"`
	Form     report.Lang `json:"written_form"` // of its own words, "" where it is not known
	Standing Standing    `json:"standing"`
	Files    []File      `json:"files"`    // that it sent and that are in no sum; of one that is missing, those that may be its own
	Errors   int         `json:"errors"`   // findings that block
	Rules    []string    `json:"rules"`    // of its findings, what blocks first
	Reason   *Reason     `json:"reason"`   // why it has no report; nil for Submitted
	Expected *bool       `json:"expected"` // nil where nobody said whom to expect
	Report   *Reported   `json:"report"`   // nil for all but Submitted
}

// File is a file that came.
type File struct {
	Name   string `json:"file"`   // as batch was given it
	SHA256 string `json:"sha256"` // "" where it could not be read at all
}

// Reason says why a file is in no sum, as a code and in the words of the batch.
type Reason struct {
	Code     string      `json:"code"` // id of a rule, or of the kind "batch.limit.time"
	Sentence string      `json:"sentence"`
	Language report.Lang `json:"language"` // of Sentence
}

// Unread is a file that does not say whose it is.
type Unread struct {
	File
	Reason *Reason `json:"reason"`
}

// Reported is what one agency's report comes to.
type Reported struct {
	Final    bool           `json:"final"`
	Source   string         `json:"workbook"` // file name
	SHA256   string         `json:"workbook_sha256"`
	Digest   string         `json:"report_sha256"` // of its JSON
	Warnings int            `json:"warnings"`
	Bridge   ledger.Bridge  `json:"bridge"`
	Earlier  *ledger.Bridge `json:"earlier_bridge"` // of Sector.Earlier
	Running  report.Kroner  `json:"running_costs"`  // Σ permanent running cost of the gains that count
	ManYears *report.Kroner `json:"man_years"`
	Approved *report.Date   `json:"approved"` // by the head of the agency; nil where the workbook has no day
	Measures MeasureTally   `json:"measures"`
}

// MeasureTally counts measures by status; Digital are those of the kind
// digitalisation among all.
type MeasureTally struct {
	Planned int `json:"planned"`
	Done    int `json:"implemented"` // implemented or completed
	Stopped int `json:"stopped"`
	Digital int `json:"digital"`
}

// Late tells whether an agency's report was approved after the deadline. One that was
// approved in time may still have come too late: no workbook says when it was sent.
func (s *Sector) Late(a *Agency) bool {
	return s.Deadline != nil && a.Report != nil && a.Report.Approved != nil && s.Deadline.Before(*a.Report.Approved)
}

// Lacks tells whether nothing of an agency is in the sums.
func (a *Agency) Lacks() bool { return a.Standing != Submitted }

// Find is the agency with the organisation number, nil where there is none.
func (s *Sector) Find(orgnr string) *Agency {
	for i := range s.Agencies {
		if s.Agencies[i].OrgNr == orgnr {
			return &s.Agencies[i]
		}
	}
	return nil
}

// Reporting counts the agencies whose reports are summed.
func (s *Sector) Reporting() int { return s.Count(Submitted) }

// Count is the number of agencies with a standing.
func (s *Sector) Count(standing Standing) int {
	n := 0
	for _, a := range s.Agencies {
		if a.Standing == standing {
			n++
		}
	}
	return n
}
