package batch

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"gevinst/report"
	"gevinst/report/audit/evidence"
	"gevinst/report/jsonout"
	"gevinst/report/ledger"
)

// Format names the shape of a Document; a change that could break a reader
// gets a new number. Its schema is report.schema.json in templates/schema.
const Format = "gevinst-report/1"

// Document is the machine-readable report of one workbook: what was read,
// every amount with its derivation, and every finding. Amounts are decimal
// strings, exact; nil is what does not exist, which is never zero.
type Document struct {
	Format   string           `json:"format"`
	Tool     Tool             `json:"tool"`
	Set      RequirementSet   `json:"requirement_set"`
	Source   SourceFile       `json:"source"`
	Profile  *MinistryProfile `json:"profile"` // nil where the workbook was checked under none
	Language report.Lang      `json:"language"`
	Agency   AgencyFacts      `json:"agency"`
	Year     *int             `json:"year"`
	Status   Status           `json:"status"`
	Counts   Tally            `json:"counts"`
	Bridge   *Bridge          `json:"bridge"`
	Measures []MeasureSum     `json:"measures"`
	Gains    []GainLine       `json:"gains"`
	Entries  []Entry          `json:"entries"`

	// Records is the whole workbook as it was understood, by sheet key.
	Records  map[string][]Row `json:"records"`
	Sources  []SourceFact     `json:"sources"`
	Findings []FindingLine    `json:"findings"`
}

// Status says what the report is.
type Status string

// The states of a report. Draft may have findings that block.
const (
	Draft Status = "draft"
	Final Status = "final"
)

// Tool is the program that wrote the document.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// RequirementSet is the set that the workbook was checked by.
type RequirementSet struct {
	Set       string     `json:"set"`
	Version   string     `json:"version"`
	SHA256    string     `json:"sha256"`
	Confirmed bool       `json:"confirmed"`   // the common requirements were found in a source for this very year
	Asks      SourceFact `json:"requirement"` // the common requirement itself
}

// SourceFile is the workbook. Data survives a re-save, SHA256 does not.
type SourceFile struct {
	File   string `json:"file"` // without its folder
	SHA256 string `json:"sha256"`
	Data   string `json:"data_sha256"`
}

// MinistryProfile is the ministry's profile that the workbook was checked under, as
// the manifest names it.
type MinistryProfile = evidence.Profile

// AgencyFacts are who reports.
type AgencyFacts struct {
	OrgNr      *string `json:"orgnr"`
	Name       *string `json:"name"`
	Ministry   *string `json:"ministry"`
	ApprovedBy *string `json:"approved_by"`
	ApprovedOn *string `json:"approved_on"` // ISO 8601
}

// Tally shows that nothing was dropped, and how much there is of what.
type Tally struct {
	Cells    report.Counts `json:"cells"`
	Measures MeasureTally  `json:"measures"`
	Gains    int           `json:"gains"`
	Counting int           `json:"gains_counting"` // in the reallocatable amount
	Uses     int           `json:"reallocations"`
	Services int           `json:"services"`
	Findings FindingTally  `json:"findings"`
}

// MeasureTally counts measures by status; Digital are those of the kind
// digitalisation among Total.
type MeasureTally struct {
	Total       int `json:"total"`
	Planned     int `json:"planned"`
	Implemented int `json:"implemented"`
	Completed   int `json:"completed"`
	Stopped     int `json:"stopped"`
	Digital     int `json:"digital"`
}

// FindingTally counts findings by severity.
type FindingTally struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
}

// Bridge is the ledger's, whose JSON has the names of the formulas.
type Bridge = ledger.Bridge

// MeasureSum is what one measure's counting gains come to.
type MeasureSum struct {
	ID        *string       `json:"measure_id"`
	Name      *string       `json:"name"`
	Status    *string       `json:"status"`
	New       report.Kroner `json:"new_net"`
	CoFinance report.Kroner `json:"co_financing"`
	OneOff    report.Kroner `json:"one_off"`
}

// GainLine is one gain, whether it counts, and if not why.
type GainLine struct {
	ID       *string        `json:"gain_id"`
	Measure  *string        `json:"measure_id"`
	Row      int            `json:"row"`
	Class    *string        `json:"class"`
	Type     *string        `json:"type"`
	Method   *string        `json:"method"`
	Hours    *report.Kroner `json:"hours"`
	Gross    *report.Kroner `json:"gross"`
	Taken    *report.Kroner `json:"extracted"`
	Net      *report.Kroner `json:"net"`
	Earlier  *report.Kroner `json:"earlier"`
	New      *report.Kroner `json:"new_net"`
	FullYear *report.Kroner `json:"full_year"`
	Planned  *report.Kroner `json:"planned"`
	Eligible bool           `json:"counts"`
	Why      *string        `json:"excluded"`
	WhyWords *string        `json:"excluded_because"`
}

// Entry is one amount that remembers why.
type Entry struct {
	Key     string        `json:"key"`
	Name    string        `json:"name"` // in words
	Amount  report.Kroner `json:"amount"`
	Unit    string        `json:"unit"`
	Formula string        `json:"formula"`
	Words   string        `json:"formula_words"`
	Inputs  []Input       `json:"inputs"`
	Source  *string       `json:"source"`
	Place   *Place        `json:"place"`
}

// Input is one operand of an Entry: another entry (Key), a cell (Place) or a
// parameter of the set (Source); one that is missing is none of them and has no Amount.
type Input struct {
	Operand string         `json:"operand"`
	Name    string         `json:"name"` // in words
	Key     *string        `json:"key"`
	Amount  *report.Kroner `json:"amount"`
	Unit    *string        `json:"unit"`
	Minus   bool           `json:"subtracted"`
	Place   *Place         `json:"place"`
	Source  *string        `json:"source"`
}

// Place is a cell, a row (no Cell) or a sheet (neither).
type Place struct {
	Sheet string  `json:"sheet"`
	Row   *int    `json:"row"`
	Cell  *string `json:"cell"`
}

// SourceFact is where a rule, a rate or a formula comes from.
type SourceFact struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Where    string `json:"where"`
	Verified bool   `json:"verified"`
}

// FindingLine is one finding as data and in words.
type FindingLine struct {
	Rule     string  `json:"rule"`
	Variant  string  `json:"variant"`
	Severity string  `json:"severity"`
	Place    *Place  `json:"place"`
	Related  []Place `json:"related"`
	More     []Place `json:"more"` // places of which the same is true
	Args     []Arg   `json:"args"`
	Sentence string  `json:"sentence"`
	Remedy   string  `json:"remedy"`
}

// Arg is a named value of a finding. Value is a string, an int, a Place or a
// []string, as Type says; List names the code list of a code.
type Arg struct {
	Name  string `json:"name"`
	Type  string `json:"type"`
	Value any    `json:"value"`
	List  string `json:"list,omitempty"`
}

// WriteJSON writes the document in a stable order, indented by two spaces,
// with a line feed at its end and no character escaped for HTML.
func WriteJSON(w io.Writer, d Document) error {
	return jsonout.Write(w, d)
}

// ReadDocument reads what WriteJSON wrote, strictly: a key that it does not know,
// another format or anything behind the document is an error.
func ReadDocument(r io.Reader) (*Document, error) {
	d := &Document{}
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	if err := dec.Decode(d); err != nil {
		return nil, err
	}
	if d.Format != Format {
		return nil, fmt.Errorf("format %q, not %q", d.Format, Format)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("more than one JSON value")
	}
	return d, nil
}
