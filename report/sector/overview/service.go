package overview

import "gevinst/report"

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
