package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"gevinst/report"
)

// profile is what a ministry asks of its agencies beside the common
// requirements: its name, the agencies it is for by organisation number (none:
// for all), and its own requirements.
type profile struct {
	Name     string   `json:"name"`
	Agencies []string `json:"agencies"`
	Demands  []demand `json:"demands"`
}

type demand struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// parseProfile reads a profile strictly: an unknown key is an error, since a
// misspelt one would lose a requirement without a word.
func parseProfile(data []byte) (*profile, error) {
	p := &profile{}
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	dec.DisallowUnknownFields()
	if err := dec.Decode(p); err != nil {
		return nil, err
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("more than one JSON value")
	}
	if p.Name == "" || len(p.Demands) == 0 {
		return nil, errors.New(`"name" and "demands" are needed`)
	}
	seen := map[string]bool{}
	for i, d := range p.Demands {
		if d.ID == "" || d.Text == "" {
			return nil, fmt.Errorf(`demands[%d]: "id" and "text" are needed`, i)
		}
		if seen[d.ID] {
			return nil, fmt.Errorf("demands[%d]: the id %q stands twice", i, d.ID)
		}
		seen[d.ID] = true
	}
	return p, nil
}

func (p *profile) covers(orgnr string) bool {
	return len(p.Agencies) == 0 || slices.Contains(p.Agencies, orgnr)
}

func (p *profile) rows() []report.Record {
	rows := make([]report.Record, 0, len(p.Demands))
	for _, d := range p.Demands {
		rows = append(rows, report.Record{"krav_id": literal(d.ID), "krav_tekst": literal(d.Text)})
	}
	return rows
}

// literal keeps a ministry's words from being taken for a formula.
func literal(s string) string {
	if s[0] == '=' || s[0] == '\'' || s[0] == '#' {
		return "'" + s
	}
	return s
}
