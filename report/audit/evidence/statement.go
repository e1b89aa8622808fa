// Package evidence holds what lies beside a report so that anybody can prove it:
// the manifest, an in-toto Statement of what was made from what and how, and
// the signature over it.
//
// A manifest is written by batch and read by audit; this package knows neither.
// It names everything that decides the bytes of a report, and nothing that does
// not: no clock, no machine, no folder.
package evidence

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"

	"gevinst/report/jsonout"
)

// The types of the statement and of its predicate. The statement's is fixed by
// in-toto; the predicate's is ours, and a change that could break a reader gets
// a new number. Its schema is manifest.schema.json in templates/schema.
const (
	StatementType = "https://in-toto.io/Statement/v1"
	PredicateType = "urn:gevinst:predicate:report:1"
)

// The ends of the names of a manifest and of its signature, which begin as the report does.
const (
	ManifestSuffix  = ".manifest.json"
	SignatureSuffix = ".sig"
)

// Statement says which files were made (Subject), and how (Predicate).
type Statement struct {
	Type          string    `json:"_type"`
	Subject       []Subject `json:"subject"`
	PredicateType string    `json:"predicateType"`
	Predicate     Predicate `json:"predicate"`
}

// Subject is one file of the report. Name is without its folder.
type Subject struct {
	Name   string `json:"name"`
	Digest Digest `json:"digest"`
}

// Digest is the SHA-256 of a file, in hex.
type Digest struct {
	SHA256 string `json:"sha256"`
}

// Predicate is everything that decides what the files say.
type Predicate struct {
	Tool       Tool       `json:"tool"`
	Set        Set        `json:"requirement_set"`
	Parameters Parameters `json:"parameters"`
	Workbook   Workbook   `json:"workbook"`
	Previous   *Workbook  `json:"previous"` // last year's, nil where none was given
	Profile    *Profile   `json:"profile"`  // the ministry's, nil where none was given
}

// Tool is the program and its build.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Build   Build  `json:"build"`
}

// Build is what the program was built from, as far as the Go toolchain noted it.
type Build struct {
	Go       string `json:"go"`       // version of the toolchain
	Revision string `json:"revision"` // of the source, "" where it is not known
	Modified bool   `json:"modified"` // the source was not the revision's alone
}

// Set is the requirement set that the workbook was checked by.
type Set struct {
	Set     string `json:"set"`
	Version string `json:"version"`
	SHA256  string `json:"sha256"`
}

// Parameters are the choices that were made when the report was issued.
type Parameters struct {
	Language string `json:"language"`       // of the report: nb, nn or en
	Words    string `json:"words_language"` // of the agency's own words, "" for its written form
	Status   string `json:"status"`         // draft or final
	Dated    string `json:"dated"`          // ISO 8601, "" for the day of approval
	Embedded bool   `json:"embedded"`       // workbook and figures lie inside the PDF
}

// Workbook is a workbook that was read. Data survives a re-save, SHA256 does not.
type Workbook struct {
	File   string `json:"file"` // without its folder
	SHA256 string `json:"sha256"`
	Data   string `json:"data_sha256"`
}

// Profile is the ministry's profile that the workbook was checked under. SHA256 is
// of what it says: its layout and its comments do not change it.
type Profile struct {
	Ministry string `json:"ministry"`
	SHA256   string `json:"sha256"`
}

// New is a statement about files in the order in which they were made.
func New(subject []Subject, p Predicate) Statement {
	return Statement{Type: StatementType, Subject: subject, PredicateType: PredicateType, Predicate: p}
}

// Write writes the statement in a stable order, indented by two spaces, with a
// line feed at its end.
func Write(w io.Writer, s Statement) error {
	return jsonout.Write(w, s)
}

// Read reads a statement strictly: what Write would not have written is an error,
// since an auditor must not take a manifest for more than it says.
func Read(b []byte) (Statement, error) {
	var s Statement
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&s); err != nil {
		return Statement{}, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return Statement{}, errors.New("more than one JSON value")
	}
	var again bytes.Buffer
	if err := Write(&again, s); err != nil {
		return Statement{}, err
	}
	if !bytes.Equal(again.Bytes(), b) {
		return Statement{}, errors.New("not in the form in which gevinst writes it")
	}
	return s, s.valid()
}

var digest = regexp.MustCompile(`^[0-9a-f]{64}$`)

func (s Statement) valid() error {
	if s.Type != StatementType || s.PredicateType != PredicateType {
		return fmt.Errorf("a statement of another type: %q about %q", s.Type, s.PredicateType)
	}
	sums := []string{s.Predicate.Set.SHA256, s.Predicate.Workbook.SHA256, s.Predicate.Workbook.Data}
	if w := s.Predicate.Previous; w != nil {
		sums = append(sums, w.SHA256, w.Data)
	}
	if p := s.Predicate.Profile; p != nil {
		sums = append(sums, p.SHA256)
	}
	names := map[string]bool{}
	for _, sub := range s.Subject {
		sums = append(sums, sub.Digest.SHA256)
		if names[sub.Name] {
			return fmt.Errorf("%q stands twice", sub.Name)
		}
		names[sub.Name] = true
	}
	for _, sum := range sums {
		if !digest.MatchString(sum) {
			return fmt.Errorf("%q is no SHA-256", sum)
		}
	}
	return nil
}
