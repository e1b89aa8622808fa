package overview

import "gevinst/report"

// Outcome is what became of a gain in the agency's own money or time that the earlier
// year's report knew: one that was realised then, or one that was planned with its
// effect from this year. What is planned for a gain is its plan for the report year
// where the measure is carried out, and for the year the effect begins where it is
// planned; so the plan that an earlier report has for this year is that of a measure
// that was still planned then, and of no other.
type Outcome struct {
	OrgNr    string         `json:"orgnr"`
	ID       string         `json:"gain_id"`
	Measure  string         `json:"measure"` // its name
	Fate     Fate           `json:"fate"`
	Foreseen *report.Kroner `json:"planned_before"`  // for this year, by the earlier report
	Planned  *report.Kroner `json:"planned"`         // for this year, by this year's report
	Before   *report.Kroner `json:"realised_before"` // net, in the earlier year
	Realised *report.Kroner `json:"realised"`        // net, in this year
}

// Fate is what became of a gain.
type Fate string

// The fates. All but Kept are of gains that were planned with effect from this year.
const (
	Came    Fate = "came"    // the measure is carried out
	Delayed Fate = "delayed" // it is still planned
	Halted  Fate = "stopped" // it was stopped
	Gone    Fate = "gone"    // this year's report does not name the gain
	Kept    Fate = "kept"    // it was realised in the earlier year; Realised tells of this one
)

// Fates lists the fates in the order of the telling.
func Fates() []Fate { return []Fate{Came, Delayed, Halted, Gone, Kept} }
