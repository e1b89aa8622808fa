package tables_test

import (
	"context"
	"database/sql"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
	fold "gevinst/report/sector"
	"gevinst/report/sector/overview"
	"gevinst/report/sector/sectortest"
	"gevinst/report/sector/tables"
)

// folded is the sample as the sector report tells it, and the file with its tables.
func folded(t *testing.T) (*overview.Sector, *sql.DB) {
	t.Helper()
	dir, folder := t.TempDir(), t.TempDir()
	all := sample(t)
	for _, d := range all {
		sectortest.Put(t, dir, *d)
	}
	reports, err := fold.Read(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	s, err := fold.Consolidate(context.Background(), reports, 2018, fold.Options{Areas: []report.Words{{NB: "Ingens område"}, {NB: "kortere ventetid", NN: "Kortare ventetid"}}})
	if err != nil {
		t.Fatal(err)
	}
	s.Outliers = append(s.Outliers, overview.Outlier{Trait: overview.HourlyCost, OrgNr: s.Agencies[0].OrgNr, Gain: "G1", Value: report.MustKroner("1500.25")})
	if err := os.Mkdir(filepath.Join(folder, tables.CSVFolder), 0o777); err != nil {
		t.Fatal(err)
	}
	made, err := tables.Build(context.Background(), tables.Order{Spec: spec(t), Voice: voice(t, report.NB), Reports: inTurn(all), Sector: s})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { made.Close() })
	if err := batch.WriteFiles(nil, made.Outputs(context.Background(), folder)...); err != nil {
		t.Fatal(err)
	}
	return s, database(t, folder)
}

// TestAreasAreThere: each area with its exact amount and its øre, its agencies by
// number, and what is neither working time nor nothing as money.
func TestAreasAreThere(t *testing.T) {
	s, db := folded(t)
	sum := map[string]*big.Rat{}
	users := map[string]map[string]bool{}
	for _, d := range sample(t) {
		for _, u := range d.Records["omdisponering"] {
			area := strings.ToLower(u.Values["prioritert_omraade"])
			if *d.Year != 2018 {
				continue
			}
			if sum[area] == nil {
				sum[area], users[area] = new(big.Rat), map[string]bool{}
			}
			k, _ := new(big.Rat).SetString(u.Values["belop_kr"])
			sum[area].Add(sum[area], k)
			users[area][*d.Agency.OrgNr] = true
		}
	}
	rows := asked(t, db, "SELECT rad, omraade, prioritert, virksomheter, belop_kr, belop_ore, arbeidstid_ore, rapportaar FROM omraade ORDER BY rad")
	if len(rows) != len(sum)+1 || len(sum) < 3 {
		t.Fatalf("%d areas, %d used", len(rows), len(sum))
	}
	for _, r := range rows {
		area := strings.ToLower(r[1])
		if sum[area] == nil {
			sum[area] = new(big.Rat) // nobody's
		}
		if got, _ := new(big.Rat).SetString(r[4]); got.Cmp(sum[area]) != 0 || r[5] != oere(r[4]).String() || r[3] != fmt.Sprint(len(users[area])) || r[7] != "2018" {
			t.Errorf("%v, the records say %s", r, sum[area].FloatString(2))
		}
		if ours := area == "kortere ventetid" || area == "ingens område"; (r[2] == "JA") != ours {
			t.Errorf("%v is the ministry's: %v", r, !ours)
		}
		var orgs []string
		for _, u := range asked(t, db, "SELECT orgnr, omraade FROM omraade_virksomhet WHERE omraade_rad = "+r[0]) {
			if users[area][u[0]] && u[1] == r[1] {
				orgs = append(orgs, u[0])
			}
		}
		if len(slices.Compact(orgs)) != len(users[area]) {
			t.Errorf("%v is used by %v", r, orgs)
		}
	}
	for _, r := range asked(t, db, "SELECT belop_ore, arbeidstid_ore, midler_ore, virksomheter, brukes_av FROM omraade_bruk") {
		amount, _ := new(big.Int).SetString(r[0], 10)
		working, _ := new(big.Int).SetString(r[1], 10)
		if amount.Sub(amount, working).String() != r[2] || r[3] != "0" && r[3] != fmt.Sprint(1+strings.Count(r[4], ", ")) {
			t.Errorf("%v", r)
		}
	}
	if s.Uses[0].Priority == nil {
		t.Error("the ministry's areas are not first")
	}
}

// TestOutcomesAreThere: each gain that the year before knew, its plan and its result,
// nothing where nothing is known; and what the views make of them.
func TestOutcomesAreThere(t *testing.T) {
	s, db := folded(t)
	codes := map[overview.Fate]string{overview.Came: "IVERKSATT", overview.Delayed: "FORTSATT_PLANLAGT", overview.Halted: "TILTAK_STANSET",
		overview.Gone: "IKKE_NEVNT", overview.Kept: "REALISERT_I_FJOR"}
	var want []string
	plan, now := sums{}, sums{}
	for _, o := range s.Outcomes {
		line := []string{o.OrgNr, o.ID, codes[o.Fate]}
		for _, k := range []*report.Kroner{o.Foreseen, o.Planned, o.Before, o.Realised} {
			if k == nil {
				line = append(line, "NULL", "NULL")
				continue
			}
			line = append(line, k.String(), oere(k.String()).String())
		}
		want = append(want, strings.Join(line, " "))
		plan.kroner(codes[o.Fate], o.Foreseen)
		if o.Fate != overview.Kept {
			now.kroner(o.OrgNr, o.Realised)
		} else if _, known := now[o.OrgNr]; !known {
			now[o.OrgNr] = nil
		}
	}
	var got []string
	for _, r := range asked(t, db, `SELECT orgnr, gevinst_id, utfall, plan_i_fjor_kr, plan_i_fjor_ore, plan_kr, plan_ore, netto_i_fjor_kr, netto_i_fjor_ore, netto_naa_kr, netto_naa_ore
		FROM gevinstutfall ORDER BY rad`) {
		got = append(got, strings.Join(r, " "))
	}
	if !slices.Equal(got, want) || len(want) < 10 {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for query, want := range map[string]sums{
		"SELECT utfall, plan_i_fjor_ore FROM gevinstutfall_sum":                plan,
		"SELECT orgnr, netto_for_planen_ore FROM gevinstutfall_per_virksomhet": now,
	} {
		var lines []string
		for _, r := range asked(t, db, query) {
			lines = append(lines, strings.Join(r, "="))
		}
		slices.Sort(lines)
		if !slices.Equal(lines, want.lines()) {
			t.Errorf("%s: got %v\nwant %v", query, lines, want.lines())
		}
	}
}

// TestWhatIsAskedIsThere: values far from the usual, and gains that may be one.
func TestWhatIsAskedIsThere(t *testing.T) {
	s, db := folded(t)
	claims := 0
	for _, d := range s.Doubles {
		claims += len(d.Claims)
	}
	if got := one(t, db, "SELECT COUNT(*) FROM mulig_dobbelttelling WHERE ny_netto_ore IS NOT NULL"); got != fmt.Sprint(claims) || claims < 2 {
		t.Errorf("%s claims, not %d", got, claims)
	}
	if got := one(t, db, "SELECT COUNT(*) FROM (SELECT nummer FROM mulig_dobbelttelling GROUP BY nummer HAVING COUNT(DISTINCT orgnr) > 1)"); got != fmt.Sprint(len(s.Doubles)) {
		t.Errorf("%s baselines, not %d", got, len(s.Doubles))
	}
	if got := one(t, db, "SELECT virksomhet || ' ' || gevinst_id || ' ' || oppgitt_verdi FROM uvanlig_verdi WHERE trekk = 'TIMEKOSTNAD' ORDER BY rad DESC LIMIT 1"); got != s.Agencies[0].Name+" G1 1500.25" {
		t.Errorf("the last question is %s", got)
	}
	for _, row := range asked(t, db, "SELECT objekt, kolonne, ledetekst, beskrivelse FROM dokumentasjon") {
		if strings.Contains(strings.Join(row, " "), "«tables.") || row[3] == "" {
			t.Errorf("%v is not said", row)
		}
	}
}
