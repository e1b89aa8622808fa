package intake

import (
	"cmp"
	"path/filepath"
	"slices"

	"gevinst/report/batch"
)

// Row is everything that is known about one workbook, or about an agency that
// sent none.
type Row struct {
	State    State
	OrgNr    string // "" where it is not known
	Name     string
	Year     int // 0 where it is not known
	File     string
	SHA256   string
	Expected *bool
	Previous *Source
	Findings batch.FindingTally
	Rules    []string
	Reason   *Reason
	Notes    []Reason
	Outputs  []Made
}

// Compare orders rows by agency, year and file; those that nobody can tell whose
// they are come last.
func (r *Row) Compare(other *Row) int {
	return cmp.Or(
		-compareBool(r.OrgNr != "", other.OrgNr != ""),
		cmp.Compare(r.OrgNr, other.OrgNr),
		cmp.Compare(r.Year, other.Year),
		cmp.Compare(r.File, other.File),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}

// entry is the row as the manifest has it.
func (r *Row) entry() Entry {
	e := Entry{State: r.State, OrgNr: filled(r.OrgNr), Year: filled(r.Year), Previous: r.Previous, Outputs: slices.Clone(r.Outputs)}
	if r.File != "" {
		e.Input = &Source{r.File, r.SHA256}
	}
	if e.Outputs == nil {
		e.Outputs = []Made{}
	}
	return e
}

// line is the row as the status has it.
func (r *Row) line() Line {
	l := Line{State: r.State, OrgNr: filled(r.OrgNr), Name: filled(r.Name), Year: filled(r.Year), File: filled(r.File),
		Expected: r.Expected, Findings: r.Findings, Rules: []string{}, Reason: r.Reason, Notes: []Reason{}, Outputs: []string{}}
	l.Rules = append(l.Rules, r.Rules...)
	l.Notes = append(l.Notes, r.Notes...)
	for _, m := range r.Outputs {
		l.Outputs = append(l.Outputs, m.File)
	}
	return l
}

// filled is nil for what is not known.
func filled[T comparable](value T) *T {
	var zero T
	if value == zero {
		return nil
	}
	return &value
}

// slashed is a path as every system writes it.
func slashed(path string) string { return filepath.ToSlash(filepath.Clean(path)) }
