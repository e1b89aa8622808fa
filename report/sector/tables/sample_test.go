package tables_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/sector/tables"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/templates"
)

func spec(t testing.TB) *report.Spec {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	return sets[0]
}

func voice(t testing.TB, lang report.Lang) *text.Voice {
	t.Helper()
	v, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// documentOf takes a filling the whole way to its document.
func documentOf(t testing.TB, press *fixtures.Press, filling report.Filling) *batch.Document {
	t.Helper()
	data, err := press.Print(filling)
	if err != nil {
		t.Fatal(err)
	}
	draft, found, err := workbook.Read(context.Background(), "rapport.xlsx", bytes.NewReader(data), int64(len(data)), []*report.Spec{spec(t)})
	if err != nil {
		t.Fatal(err)
	}
	outcome := check.Run(draft, found, check.Options{})
	if outcome.Blocks() {
		t.Fatalf("the agency is not sound: %v", outcome.Findings)
	}
	d := batch.DocumentOf(outcome, batch.Telling{Version: "v0.1.0", Status: batch.Final, Voice: voice(t, report.NB)})
	return &d
}

// sector is the documents of a small sector over two years, made once.
var sector = sync.OnceValues(func() ([]*batch.Document, error) {
	t := &quiet{}
	s := fixtures.NewSector(fixtures.SectorPlan{Seed: 7, Agencies: 14, Flaws: []string{}})
	var all []*batch.Document
	for _, year := range []int{s.Year - 1, s.Year} {
		press, err := fixtures.NewPress(spec(t), year)
		if err != nil {
			return nil, err
		}
		for i := range s.Members {
			filling := s.Filling(i)
			if year < s.Year {
				filling = s.Last(i)
			}
			if filling != nil {
				all = append(all, documentOf(t, press, filling))
			}
		}
	}
	return all, t.err
})

// quiet lets a sample be made outside a test.
type quiet struct {
	testing.TB
	err error
}

func (q *quiet) Helper()           {}
func (q *quiet) Fatal(args ...any) { panic(args) }
func (q *quiet) Fatalf(f string, args ...any) {
	panic(append([]any{f}, args...))
}

func sample(t testing.TB) []*batch.Document {
	t.Helper()
	all, err := sector()
	if err != nil {
		t.Fatal(err)
	}
	copies := make([]*batch.Document, len(all))
	for i, d := range all {
		c := *d
		copies[i] = &c
	}
	return copies
}

func inTurn(all []*batch.Document) iter.Seq2[*batch.Document, error] {
	return func(yield func(*batch.Document, error) bool) {
		for _, d := range all {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func build(t testing.TB, lang report.Lang, all []*batch.Document) *tables.Tables {
	t.Helper()
	made, err := tables.Build(context.Background(), tables.Order{Spec: spec(t), Voice: voice(t, lang), Reports: inTurn(all)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { made.Close() })
	return made
}

// written is the folder with everything that is written of the reports.
func written(t testing.TB, lang report.Lang, all []*batch.Document) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, tables.CSVFolder), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := batch.WriteFiles(nil, build(t, lang, all).Outputs(context.Background(), folder)...); err != nil {
		t.Fatal(err)
	}
	return folder
}

func database(t testing.TB, folder string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(folder, tables.SQLiteFile))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// asked is the rows of a query as text, NULL as "NULL".
func asked(t testing.TB, db *sql.DB, query string, args ...any) [][]string {
	t.Helper()
	rows, err := db.Query(query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var all [][]string
	for rows.Next() {
		cells, into := make([]sql.NullString, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		row := make([]string, len(names))
		for i, c := range cells {
			row[i] = "NULL"
			if c.Valid {
				row[i] = c.String
			}
		}
		all = append(all, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return all
}

// one is the only value of a query.
func one(t testing.TB, db *sql.DB, query string, args ...any) string {
	t.Helper()
	rows := asked(t, db, query, args...)
	if len(rows) != 1 || len(rows[0]) != 1 {
		t.Fatalf("%s gave %v", query, rows)
	}
	return rows[0][0]
}

// TestSameReportsSameBytes: two runs write every file alike.
func TestSameReportsSameBytes(t *testing.T) {
	first, again := written(t, report.NB, sample(t)), written(t, report.NB, sample(t))
	files := 0
	err := filepath.WalkDir(first, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		name, _ := filepath.Rel(first, path)
		one, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		two, err := os.ReadFile(filepath.Join(again, name))
		if err == nil && !bytes.Equal(one, two) {
			t.Errorf("%s differs", name)
		}
		return err
	})
	if err != nil || files != 2+24 {
		t.Errorf("%d files, %v", files, err)
	}
}

// TestUnfitReportsAreRefused: what was changed by hand is refused by name, and
// nothing is left behind.
func TestUnfitReportsAreRefused(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	changed := func(sheet string, row int, column, value string) func(d *batch.Document) {
		return func(d *batch.Document) {
			records := map[string][]batch.Row{}
			for key, rows := range d.Records {
				records[key] = slices.Clone(rows)
			}
			values := report.Record{}
			for k, v := range records[sheet][row].Values {
				values[k] = v
			}
			values[column] = value
			records[sheet][row].Values = values
			d.Records = records
		}
	}
	for name, spoil := range map[string]func(d *batch.Document){
		"an amount in words":         changed("bevilgning", 0, "bevilgning_kr", "mye"),
		"a code of no list":          changed("tiltak", 0, "status", "KANSKJE"),
		"a day that is none":         changed("tiltak", 0, "startdato", "2018-02-30"),
		"the clock":                  changed("tiltak", 0, "startdato", "now"),
		"a measure that is not":      changed("gevinster", 0, "tiltak_id", "T999"),
		"an identifier twice":        changed("tiltak", 1, "tiltak_id", "T1"),
		"a column of no form":        changed("tiltak", 0, "hemmelig", "x"),
		"gains without their rows":   func(d *batch.Document) { d.Gains = d.Gains[1:] },
		"measures without their row": func(d *batch.Document) { d.Measures = nil },
		"no amounts":                 func(d *batch.Document) { d.Bridge = nil },
		"no year":                    func(d *batch.Document) { d.Year = nil },
		"no hash":                    func(d *batch.Document) { d.Source.SHA256 = "abc" },
		"a reason of its own": func(d *batch.Document) {
			why := "because"
			d.Gains = slices.Clone(d.Gains)
			d.Gains[0].Why = &why
		},
		"an error among the findings": func(d *batch.Document) {
			d.Findings = []batch.FindingLine{{Rule: "G-001", Severity: "error", Sentence: "x"}}
		},
	} {
		all := sample(t)
		last := all[len(all)-1]
		last.Source.File = "rar.xlsx"
		spoil(last)
		_, err := tables.Build(context.Background(), tables.Order{Spec: spec(t), Voice: voice(t, report.NB), Reports: inTurn(all)})
		var unfit *tables.Unfit
		if !errors.As(err, &unfit) || unfit.File != "rar.xlsx" {
			t.Errorf("%s: %v", name, err)
		}
	}
	all := sample(t)
	for name, order := range map[string][]*batch.Document{"twice": {all[0], all[0]}, "backwards": {all[1], all[0]}} {
		_, err := tables.Build(context.Background(), tables.Order{Spec: spec(t), Voice: voice(t, report.NB), Reports: inTurn(order)})
		var unfit *tables.Unfit
		if !errors.As(err, &unfit) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestNobodyWaits: an interrupted run ends, and an unreadable report ends the run.
func TestNobodyWaits(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	order := tables.Order{Spec: spec(t), Voice: voice(t, report.NB), Reports: inTurn(sample(t))}
	if _, err := tables.Build(ctx, order); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
	broken := errors.New("broken")
	order.Reports = func(yield func(*batch.Document, error) bool) { yield(nil, broken) }
	if _, err := tables.Build(context.Background(), order); !errors.Is(err, broken) {
		t.Errorf("unreadable: %v", err)
	}
}

// TestNoReportIsNoMistake: a sector that nobody has reported in has empty tables.
func TestNoReportIsNoMistake(t *testing.T) {
	db := database(t, written(t, report.NB, nil))
	if n := one(t, db, "SELECT COUNT(*) FROM regnestykke_sum"); n != "0" {
		t.Errorf("%s sums of nothing", n)
	}
}

func TestEverythingIsSaid(t *testing.T) {
	for _, lang := range report.Langs() {
		db := database(t, written(t, lang, sample(t)))
		for _, row := range asked(t, db, "SELECT * FROM dokumentasjon UNION ALL SELECT tabell, '', kolonne, nr, verdi, betydning, '', '', '' FROM kode") {
			if said := strings.Join(row, " "); strings.Contains(said, "«tables.") || strings.Contains(said, "{") || row[5] == "" {
				t.Errorf("%s: %v is not said", lang, row)
			}
		}
	}
}
