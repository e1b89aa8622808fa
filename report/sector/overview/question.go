package overview

import "gevinst/report"

// Demand is a question of the ministry's with every answer.
type Demand struct {
	ID          string              `json:"demand_id"`
	Kind        report.AnswerKind   `json:"kind"`
	Required    bool                `json:"required"`
	Asked       []Wording           `json:"asked"`        // one for each written form that it was put in, but where it was put in several ways
	ColumnKinds []report.AnswerKind `json:"column_kinds"` // of a table's columns
	Answers     []Answer            `json:"answers"`      // in order of organisation number
	Sum         *report.Kroner      `json:"sum"`          // of the answers of kind BELOP
}

// Wording is a question in the words of one written form.
type Wording struct {
	Form  report.Lang `json:"language"`
	Text  string      `json:"text"`
	Heads []string    `json:"heads"` // of a table's columns
}

// In is a question's words in a language, else in the first that it was put in.
func (d *Demand) In(lang report.Lang) Wording {
	for _, w := range d.Asked {
		if w.Form == lang {
			return w
		}
	}
	return d.Asked[0]
}

// Answer is one agency's answer. A value is written as a record writes it: a plain
// decimal, an ISO date, JA or NEI.
type Answer struct {
	OrgNr string     `json:"orgnr"`
	Text  string     `json:"text"` // "" where it gave none, and of a table
	Rows  [][]string `json:"rows"` // of a table
}

// Given tells whether an agency has answered.
func (a *Answer) Given() bool { return a.Text != "" || len(a.Rows) > 0 }

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
