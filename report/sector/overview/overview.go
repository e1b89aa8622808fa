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
	Deadline *report.Date  `json:"deadline"`        // the ministry's; nil where no profile sets one
	Agencies []Agency      `json:"agencies"`        // in order of organisation number
	Unread   []Unread      `json:"unread_files"`    // that do not say whose they are, in order of name
	Sum      ledger.Bridge `json:"sum"`             // Σ over the agencies that reported, line by line
	Measures MeasureTally  `json:"measures"`
	Classes  []ClassSum    `json:"classes"`   // priced classes, in the order of the set
	Gains    []Gain        `json:"top_gains"` // at most TopGains
	Counting int           `json:"gains_counting"`
	Outcomes []Outcome     `json:"gain_outcomes"` // of the gains that the earlier year knew
	Uses     []Area        `json:"uses"`          // those of the ministry first, then greatest amount first
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
	Priority *report.Words  `json:"prioritised_as"` // as the ministry's profile names it; nil where it does not
}
