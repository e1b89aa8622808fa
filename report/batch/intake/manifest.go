package intake

import (
	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/text"
)

// The files about a batch as a whole, beside the outputs of its agencies.
const (
	ManifestName   = "manifest.json"
	StatusName     = "status.json"
	StatusCSVName  = "status.csv"
	ManifestFormat = "gevinst-batch/1"
	StatusFormat   = "gevinst-batch-status/1"
)

// Manifest is manifest.json: what went into a batch, what came out, and by what
// it was made. It holds no word of any language. Two runs over the same files
// with the same options give the same bytes.
//
// The folder of a batch holds, beside manifest.json, status.json and status.csv:
//
//	<orgnr>-<year>.pdf .html .json   the section, where nothing blocks it
//	<orgnr>-<year>-funn.xlsx         a copy with the findings, where one is an error or a warning
//	.gevinst/                        of no interest to a reader
//
// and whatever else the walk of one file writes beside a section. A workbook whose
// agency or year cannot be read gets its copy under its own name and the first
// eight digits of its hash. Every output stands in Rows with its hash.
//
// Shards of one batch have equal Tool, Sets, Profile, Options and Shard.Of. Their
// folders have no file in common but these three, and the rows of the
// whole batch are their rows together, sorted by Row.Compare: an agency, whether it
// reported or not, belongs to one shard.
type Manifest struct {
	Format  string     `json:"format"`
	Tool    batch.Tool `json:"tool"`
	Sets    []Set      `json:"requirement_sets"` // those that the program knows, newest first
	Profile *Profile   `json:"profile"`          // nil where none was given
	Options Options    `json:"options"`
	Shard   Shard      `json:"shard"`
	Rows    []Entry    `json:"rows"` // in the order of Row.Compare
}

// Set is a requirement set.
type Set struct {
	Set     string `json:"set"`
	Version string `json:"version"`
	SHA256  string `json:"sha256"`
}

// Profile is the ministry's profile that the batch was checked by.
type Profile struct {
	Ministry string `json:"ministry"`
	SHA256   string `json:"sha256"` // report.Profile's Hash
}

// Options are what decides about the outputs, beside the inputs.
type Options struct {
	Status   batch.Status `json:"status"`
	Embed    bool         `json:"embed"`
	Language *report.Lang `json:"language"` // nil: each section in its workbook's own written form
	Dated    *string      `json:"dated"`    // ISO 8601; nil: by the day of approval
}

// Entry is a row of the manifest: an input, or an agency that is missing.
type Entry struct {
	State    State   `json:"state"`
	OrgNr    *string `json:"orgnr"` // nil where the workbook does not say
	Year     *int    `json:"year"`
	Input    *Source `json:"input"`    // nil where nothing came
	Previous *Source `json:"previous"` // last year's workbook that it was checked against
	Outputs  []Made  `json:"outputs"`  // in order of name
}

// Source is a file that was read.
type Source struct {
	File   string `json:"file"`   // as the user named it, with slashes
	SHA256 string `json:"sha256"` // empty where it could not be read at all
}

// Made is a file that was written.
type Made struct {
	File   string `json:"file"` // in the folder of the batch
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"` // bytes
}

// Status is status.json: how it went, for each agency. Sentences are in Language.
type Status struct {
	Format   string      `json:"format"`
	Language report.Lang `json:"language"`
	Shard    Shard       `json:"shard"`
	Rows     []Line      `json:"rows"` // in the order of Row.Compare
}

// Line is a row of the status.
type Line struct {
	State    State              `json:"state"`
	OrgNr    *string            `json:"orgnr"`
	Name     *string            `json:"name"`
	Year     *int               `json:"year"`
	File     *string            `json:"file"`
	Expected *bool              `json:"expected"` // nil where nobody said whom to expect
	Findings batch.FindingTally `json:"findings"`
	Rules    []string           `json:"rules"` // of the findings, what blocks first
	Reason   *Reason            `json:"reason"`
	Notes    []Reason           `json:"notes"`
	Outputs  []string           `json:"outputs"`
}

// State is how it went with one workbook, or with an agency that sent none.
type State string

// The states.
const (
	Submitted State = "submitted" // the section is written
	Blocked   State = "blocked"   // findings block the section
	Refused   State = "refused"   // the file cannot be read, or took too much
	Duplicate State = "duplicate" // the agency sent different workbooks for the year, and none is taken
	Copy      State = "copy"      // the same bytes as another file, which is taken
	Missing   State = "missing"   // expected, and no workbook that can be read came
)

// States lists the states in a fixed order.
func States() []State { return []State{Submitted, Blocked, Refused, Duplicate, Copy, Missing} }

// Reason says why, as a code and in words.
type Reason struct {
	Code     string `json:"code"` // id of a rule, or of the kind "limit.time"
	Sentence string `json:"sentence"`
	Remedy   string `json:"remedy"`

	Key  string       `json:"-"` // of the sentence, to say it in another language; "" where it is not known
	Args []report.Arg `json:"-"`
}

// In is the reason in another language, where it can be said in it.
func (r Reason) In(v *text.Voice) (Reason, bool) {
	if r.Key == "" {
		return r, false
	}
	again := said(v, r.Key, r.Args...)
	again.Code = r.Code
	return again, true
}
