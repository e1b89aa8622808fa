// Package sectortest makes reports of invented agencies for tests of what is
// folded from them, without workbooks between.
package sectortest

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/sector"
	"gevinst/report/sector/overview"
	"gevinst/report/text"
	"gevinst/templates"
)

// Version is that of the program that the reports say they were made by.
const Version = "v1.0.0"

// Set is the newest requirement set.
func Set(t testing.TB) *report.Spec {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	return sets[0]
}

// Demo is the example agency's filling.
func Demo(t testing.TB) report.Filling {
	t.Helper()
	filling, err := templates.Demo(Set(t).Set, report.NB)
	if err != nil {
		t.Fatal(err)
	}
	return filling
}

// Document is the report of a filling, stamped as a form that we issue. It need not
// be without findings.
func Document(t testing.TB, filling report.Filling) batch.Document {
	t.Helper()
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	filling["virksomhet"][0]["skjemaversjon"] = Set(t).Version
	outcome := check.Run(fixtures.Draft(Set(t), filling), nil, check.Options{})
	return batch.DocumentOf(outcome, batch.Telling{Version: Version, Status: batch.Final, Voice: voice})
}

// Put writes a report into a folder under the name that batch gives it, and says
// which that is.
func Put(t testing.TB, folder string, d batch.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := batch.WriteJSON(&b, d); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, *d.Agency.OrgNr+"-"+strconv.Itoa(*d.Year)+".json")
	PutFile(t, path, b.Bytes())
	return path
}

// PutFile writes a file with the folders above it.
func PutFile(t testing.TB, path string, b []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// Invented writes the reports of an invented sector without flaws into a folder,
// of its year and of the year before.
func Invented(t testing.TB, folder string, seed uint64, agencies int) *fixtures.Sector {
	t.Helper()
	s := fixtures.NewSector(fixtures.SectorPlan{Seed: seed, Agencies: agencies, Flaws: []string{}})
	for i := range s.Members {
		Put(t, folder, Document(t, s.Filling(i)))
		if last := s.Last(i); last != nil {
			Put(t, folder, Document(t, last))
		}
	}
	return s
}

// Folded is the overview of an invented sector of so many agencies.
func Folded(t testing.TB, agencies int) *overview.Sector {
	t.Helper()
	dir := t.TempDir()
	plan := Invented(t, dir, 3, agencies)
	reports, err := sector.Read(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	s, err := sector.Consolidate(context.Background(), reports, plan.Year, sector.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
