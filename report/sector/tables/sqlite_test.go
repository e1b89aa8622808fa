package tables_test

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/sector/tables"
)

// TestFileIsSound: SQLite finds no fault with the file, and its header says nothing
// of the run that made it.
func TestFileIsSound(t *testing.T) {
	folder := written(t, report.NB, sample(t))
	db := database(t, folder)
	if said := one(t, db, "PRAGMA integrity_check"); said != "ok" {
		t.Errorf("integrity: %s", said)
	}
	if broken := asked(t, db, "PRAGMA foreign_key_check"); len(broken) > 0 {
		t.Errorf("references: %v", broken)
	}
	for pragma, want := range map[string]string{"page_size": "4096", "encoding": "UTF-8", "journal_mode": "delete", "freelist_count": "0",
		"user_version": "1", "application_id": fmt.Sprint(0x67657669)} {
		if got := one(t, db, "PRAGMA "+pragma); got != want {
			t.Errorf("%s is %s, not %s", pragma, got, want)
		}
	}
	head, err := os.ReadFile(filepath.Join(folder, tables.SQLiteFile))
	if err != nil {
		t.Fatal(err)
	}
	changes, valid := binary.BigEndian.Uint32(head[24:]), binary.BigEndian.Uint32(head[92:])
	if changes != valid || changes == 0 {
		t.Errorf("changed %d times, valid for %d", changes, valid)
	}
}

// TestEveryValueIsThere compares the file with the documents, cell by cell: what
// is missing is NULL, and what is there is the same.
func TestEveryValueIsThere(t *testing.T) {
	all, form := sample(t), spec(t)
	db := database(t, written(t, report.NB, all))
	compared := 0
	for _, d := range all {
		for key, rows := range d.Records {
			for _, row := range rows {
				for _, column := range form.Sheet(key).Columns {
					if key == "virksomhet" && (column.Key == "orgnr" || column.Key == "rapportaar") {
						continue
					}
					want := "NULL"
					if value, there := row.Values[column.Key]; there {
						want = value
						if column.Type == report.MoneyType {
							want = report.MustKroner(value).String()
						}
					}
					got := one(t, db, valueOf(key, column.Key), *d.Agency.OrgNr, *d.Year, row.Row)
					if got != want {
						t.Errorf("%s %d %s.%s row %d: %q, not %q", *d.Agency.OrgNr, *d.Year, key, column.Key, row.Row, got, want)
					}
					compared++
				}
			}
		}
	}
	if compared < 8_000 {
		t.Errorf("only %d values compared", compared)
	}
	for key := range all[0].Records {
		want := 0
		for _, d := range all {
			want += len(d.Records[key])
		}
		if got := one(t, db, "SELECT COUNT(*) FROM "+key); got != fmt.Sprint(want) {
			t.Errorf("%s has %s rows, not %d", key, got, want)
		}
	}
}

func valueOf(sheet, column string) string {
	if sheet == "virksomhet" {
		return fmt.Sprintf("SELECT %q FROM virksomhet WHERE orgnr = ? AND rapportaar = ? AND ? = 0", column)
	}
	return fmt.Sprintf("SELECT %q FROM %s WHERE orgnr = ? AND rapportaar = ? AND rad = ?", column, sheet)
}

// TestAmountsAreExact: text with every decimal, øre rounded half away from zero,
// NULL where there is no amount or no room for it.
func TestAmountsAreExact(t *testing.T) {
	for amount, want := range map[string]string{
		"":                       "NULL NULL",
		"0":                      "0.00 0",
		"0.005":                  "0.005 1",
		"-0.005":                 "-0.005 -1",
		"0.0049999":              "0.0049999 0",
		"884020":                 "884020.00 88402000",
		"1234567.333333333333":   "1234567.333333333333 123456733",
		"92233720368547758.07":   "92233720368547758.07 9223372036854775807",
		"92233720368547758.075":  "92233720368547758.075 NULL",
		"-92233720368547758.08":  "-92233720368547758.08 -9223372036854775808",
		"1" + zeros(30):          "1" + zeros(30) + ".00 NULL",
		"99999999999999999999.9": "99999999999999999999.90 NULL",
	} {
		d := sample(t)[0]
		d.Records = map[string][]batch.Row{"virksomhet": d.Records["virksomhet"], "bevilgning": {{Row: 5, Values: report.Record{}}}}
		if amount != "" {
			d.Records["bevilgning"][0].Values["bevilgning_kr"] = amount
		}
		d.Gains, d.Measures = nil, nil
		db := database(t, written(t, report.NB, []*batch.Document{d}))
		got := asked(t, db, "SELECT bevilgning_kr, bevilgning_ore FROM bevilgning")[0]
		if got[0]+" "+got[1] != want {
			t.Errorf("%q became %v, not %s", amount, got, want)
		}
	}
}

func zeros(n int) string { return strings.Repeat("0", n) }
