// Package overview is what a ministry sees of its sector: pure data, folded from
// the agencies' reports, without a word of any language but the agencies' own.
//
// Amounts are exact kroner; a nil amount does not exist, which is never zero.
// Agencies are named by organisation number, codes by their value in the
// requirement set. Every list has a fixed order that no order of reports changes.
package overview

import (
	"gevinst/report"
	"gevinst/report/ledger"
)

// Format names the shape of a Sector as JSON; its schema is sector.schema.json.
const Format = "gevinst-sector/1"

// Sector is the overview of one report year.
type Sector struct {
	Format   string        `json:"format"`
	Version  string        `json:"tool_version"`    // of the program that made the reports, and this
	Set      string        `json:"requirement_set"` // version of the set that the reports were checked by
	SetHash  string        `json:"requirement_set_sha256"`
	Ministry string        `json:"ministry"` // "" where no profile names it
	Year     int           `json:"year"`
	Earlier  int           `json:"earlier_year"`    // 0 where no report of an earlier year is known
	Approved *report.Date  `json:"latest_approval"` // of the reports that are summed
	Agencies []Agency      `json:"agencies"`        // in order of organisation number; those without one last
	Sum      ledger.Bridge `json:"sum"`             // Σ over the agencies that reported, line by line
	Measures MeasureTally  `json:"measures"`
	Classes  []ClassSum    `json:"classes"`   // priced classes, in the order of the set
	Gains    []Gain        `json:"top_gains"` // at most TopGains
	Counting int           `json:"gains_counting"`
	Uses     []Area        `json:"uses"` // greatest amount first
	Services []Service     `json:"services"`
	Chains   []Chain       `json:"chains"`
	Needs    []Need        `json:"information"`
	Changes  []Change      `json:"regulation_changes"`
	Plans    []Plan        `json:"plans"`
	Demands  []Demand      `json:"demands"`
	Outliers []Outlier     `json:"outliers"`
	Doubles  []Double      `json:"possible_double_counts"`
	Medians  []Median      `json:"medians"` // what Outliers were held against
}

// TopGains is how many gains are named one by one.
const TopGains = 20

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
	OrgNr    string      `json:"orgnr"` // "" where a refused file does not say
	Name     string      `json:"name"`
	Form     report.Lang `json:"written_form"` // of its own words, "" where it is not known
	Standing Standing    `json:"standing"`
	Reason   string      `json:"reason"`   // why it has no report, in the words of the batch
	Expected *bool       `json:"expected"` // nil where nobody said whom to expect
	Report   *Reported   `json:"report"`   // nil for all but Submitted
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

// ClassSum is plan and result of one class of gains, over measures that were to
// give a gain in the year.
type ClassSum struct {
	Class    string         `json:"class"`
	Gains    int            `json:"gains"`
	Planned  *report.Kroner `json:"planned"`
	Realised *report.Kroner `json:"realised"`
}

// Gain is one gain that counts.
type Gain struct {
	OrgNr   string        `json:"orgnr"`
	ID      string        `json:"gain_id"`
	Measure string        `json:"measure"` // its name
	Class   string        `json:"class"`
	New     report.Kroner `json:"new_net"`
	Running report.Kroner `json:"running_cost"`
}

// Area is a priority area that freed resources are used for.
type Area struct {
	Name     string         `json:"area"`     // as first written, "" where none is named
	Form     report.Lang    `json:"language"` // of Name
	Agencies []string       `json:"agencies"`
	Lines    int            `json:"lines"`
	Amount   report.Kroner  `json:"amount"`
	Time     report.Kroner  `json:"working_time"` // the part of Amount that is freed working time
	ManYears *report.Kroner `json:"man_years"`
}

// Service is a service or a process of an agency.
type Service struct {
	OrgNr       string         `json:"orgnr"`
	ID          string         `json:"service_id"`
	Name        string         `json:"name"`
	Kind        string         `json:"kind"`
	Status      string         `json:"digital_status"`
	SelfService string         `json:"self_service"`
	Instant     string         `json:"instant_decision"`
	Automatic   string         `json:"automatic"`
	Users       string         `json:"user_oriented"`
	Next        string         `json:"next"`
	Potential   *report.Kroner `json:"potential"`
	Planned     *report.Date   `json:"planned_digital"`
	Schedule    Schedule       `json:"schedule"`
}

// Schedule is when a service becomes digital, seen from the end of the report year.
type Schedule string

// The schedules.
const (
	IsDigital Schedule = "digital" // it is already
	Dropped   Schedule = "dropped" // it is to cease
	Ahead     Schedule = "ahead"   // planned after the report year
	PastDue   Schedule = "pastdue" // planned within the report year or before, and not digital
	Undated   Schedule = "undated" // no date
)

// Chain is a chain of services over agencies.
type Chain struct {
	Name    string      `json:"name"`
	Form    report.Lang `json:"language"` // of Name
	Parties []Party     `json:"parties"`
}

// Party is an agency's part in a chain.
type Party struct {
	OrgNr       string      `json:"orgnr"` // "" where a partner is only named
	Name        string      `json:"name"`
	Reports     bool        `json:"reports"`     // it reports the chain itself
	Responsible []string    `json:"responsible"` // whom it says is responsible
	NamedBy     []string    `json:"named_by"`    // the agencies that name it as partner
	Answer      ChainAnswer `json:"answer"`
	Against     []string    `json:"against"` // the agencies whom it contradicts
}

// ChainAnswer is what an agency's own report says of what others say of it.
type ChainAnswer string

// The answers, for a party that others name; the gravest holds.
//
// A party contradicts an agency that names it if it reports the chain itself and
// either does not name that agency, or states another one responsible.
const (
	Confirms    ChainAnswer = "confirms"    // it reports the chain, names them all, and states the same one responsible
	Contradicts ChainAnswer = "contradicts" // see above
	Silent      ChainAnswer = "silent"      // it has reported, but not this chain
	Outside     ChainAnswer = "outside"     // no report of it is known
	Unnamed     ChainAnswer = "unnamed"     // it reports the chain, but nobody names it
)

// Need is information that agencies want to reuse.
type Need struct {
	Holder      string      `json:"holder"`
	Information string      `json:"information"`
	Form        report.Lang `json:"language"`
	Waits       []string    `json:"waiting"`    // agencies that do not reuse it yet
	Partly      []string    `json:"partly"`     // agencies that reuse it in part
	Reuses      []string    `json:"reusing"`    // agencies that reuse it
	Unstated    []string    `json:"not_stated"` // agencies that do not say
}

// Change is a regulation that agencies want changed.
type Change struct {
	Owner      string      `json:"owner"`
	Regulation string      `json:"regulation"`
	Form       report.Lang `json:"language"`
	Wishes     []Wish      `json:"wishes"`
}

// Wish is one agency's need for a change.
type Wish struct {
	OrgNr  string `json:"orgnr"`
	Need   string `json:"need"`
	Status string `json:"status"`
}

// Plan is a plan or strategy.
type Plan struct {
	OrgNr   string       `json:"orgnr"`
	Title   string       `json:"title"`
	Type    string       `json:"type"`
	Adopted *report.Date `json:"adopted"`
	Until   *report.Date `json:"until"`
	Force   Force        `json:"force"`
}

// Force tells whether a plan holds at the end of the report year.
type Force string

// The forces.
const (
	InForce Force = "inforce"
	Expired Force = "expired" // it holds until a day before the end of the report year
	Later   Force = "later"   // adopted after the report year
	Open    Force = "open"    // adopted, with no end
	Unknown Force = "unknown" // neither day is stated
)

// Demand is a question of the ministry's with every answer.
type Demand struct {
	ID      string   `json:"demand_id"`
	Text    string   `json:"text"`
	Answers []Answer `json:"answers"`
}

// Answer is one agency's answer, "" where it gave none.
type Answer struct {
	OrgNr string `json:"orgnr"`
	Text  string `json:"text"`
}

// Trait is what is compared between agencies.
type Trait string

// The traits.
const (
	HourlyCost     Trait = "hourly_cost"       // of a gain, kroner
	ExtractionRate Trait = "extraction_rate"   // of a gain, percent
	GainPerManYear Trait = "gain_per_man_year" // new net gain of an agency, kroner
)

// Traits lists the traits in a fixed order.
func Traits() []Trait { return []Trait{HourlyCost, ExtractionRate, GainPerManYear} }

// Outlier is a value that is far from what is usual in the sector: a question,
// never an error.
type Outlier struct {
	Trait Trait         `json:"trait"`
	OrgNr string        `json:"orgnr"`
	Gain  string        `json:"gain_id"` // "" for a trait of the agency
	Value report.Kroner `json:"value"`
}

// Median is the middle of all values of a trait.
type Median struct {
	Trait    Trait          `json:"trait"`
	Values   int            `json:"values"`
	Agencies int            `json:"agencies"`
	Median   *report.Kroner `json:"median"` // nil where too few values make one
}

// Double is a gain that two agencies may both have counted: they measure it from
// the same baseline.
type Double struct {
	Evidence string      `json:"evidence"`
	Form     report.Lang `json:"language"`
	Claims   []Claim     `json:"claims"`
	Chains   []string    `json:"chains"` // that the agencies have in common, by name
}

// Claim is one of the gains that may be the same.
type Claim struct {
	OrgNr string         `json:"orgnr"`
	Gain  string         `json:"gain_id"`
	New   *report.Kroner `json:"new_net"`
}

// Find is the agency with the organisation number, nil where there is none.
func (s *Sector) Find(orgnr string) *Agency {
	for i := range s.Agencies {
		if s.Agencies[i].OrgNr == orgnr && orgnr != "" {
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
