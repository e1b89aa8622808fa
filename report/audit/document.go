package audit

import (
	"io"
	"path/filepath"

	"gevinst/report"
	"gevinst/report/jsonout"
	"gevinst/report/text"
)

// Format names the shape of an audit in JSON; a change that could break a reader
// gets a new number. Its schema is audit.schema.json in templates/schema.
const Format = "gevinst-audit/1"

// document is verdicts as a program reads them.
type document struct {
	Format string        `json:"format"`
	Audits []oneDocument `json:"audits"`
}

type oneDocument struct {
	Report     string              `json:"report"`
	Workbook   *string             `json:"workbook"`
	Verdict    Level               `json:"verdict"`
	Words      string              `json:"verdict_words"`
	Checks     []checkedDocument   `json:"checks"`
	Exceptions []exceptionDocument `json:"exceptions"`
}

type checkedDocument struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Done     bool   `json:"done"`
	Compared int    `json:"compared"`
}

type exceptionDocument struct {
	Check    string        `json:"check"`
	Kind     string        `json:"kind"`
	Severity string        `json:"severity"`
	Stops    bool          `json:"stops"`
	File     *string       `json:"file"`
	Place    placeDocument `json:"place"`
	Reported *string       `json:"reported"`
	Found    *string       `json:"found"`
	Rule     *string       `json:"rule"`
	Sentence string        `json:"sentence"`
}

type placeDocument struct {
	Heading *string `json:"heading"`
	Page    *int    `json:"page"`
	Table   *string `json:"table"`
	Row     *string `json:"row"`
	Column  *string `json:"column"`
	Key     *string `json:"key"`
	Cell    *string `json:"cell"`
}

// WriteJSON writes verdicts in a stable order, indented by two spaces.
func WriteJSON(w io.Writer, all []*Verdict, v *text.Voice) error {
	d := document{Format: Format, Audits: []oneDocument{}}
	for _, one := range all {
		d.Audits = append(d.Audits, told(one, v))
	}
	return jsonout.Write(w, d)
}

func told(one *Verdict, v *text.Voice) oneDocument {
	d := oneDocument{Report: filepath.Base(one.Report), Verdict: one.Level, Words: one.Words(v), Checks: []checkedDocument{}, Exceptions: []exceptionDocument{}}
	if one.Workbook != "" {
		d.Workbook = some(filepath.Base(one.Workbook))
	}
	for _, c := range one.Checks {
		d.Checks = append(d.Checks, checkedDocument{c.ID, c.Name(v), c.Done, c.Compared})
	}
	for _, e := range one.Exceptions {
		x := exceptionDocument{Check: e.Check, Kind: e.Kind, Severity: severity(e.Severity), Stops: e.Stops, File: some(e.File),
			Reported: some(e.Reported), Found: some(e.Found), Sentence: e.Sentence(v),
			Place: placeOf(e.Place)}
		if e.Finding != nil {
			x.Rule = some(e.Finding.Rule)
		}
		d.Exceptions = append(d.Exceptions, x)
	}
	return d
}

func placeOf(p Place) placeDocument {
	d := placeDocument{Heading: some(p.Heading), Table: some(p.Table), Row: some(p.Row), Column: some(p.Column), Key: some(p.Key), Cell: some(p.Cell.String())}
	if p.Page > 0 {
		d.Page = &p.Page
	}
	return d
}

func severity(s report.Severity) string {
	return map[report.Severity]string{report.Info: "info", report.Warning: "warning", report.Error: "error"}[s]
}

// some is s, nil where it is empty.
func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// Words is the verdict in one sentence.
func (one *Verdict) Words(v *text.Voice) string {
	n := 0
	for _, e := range one.Exceptions {
		n += e.Differences()
	}
	return v.Say("audit.verdict."+string(one.Level), report.Arg{Name: "n", Value: n})
}
