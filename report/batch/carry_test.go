package batch_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
	"gevinst/templates"
)

// examined is the example agency, patched, written, read and checked.
func examined(t *testing.T, patch func(report.Filling)) *batch.Examined {
	t.Helper()
	path := filepath.Join(t.TempDir(), "last.xlsx")
	if err := os.WriteFile(path, booktest.Demo(t, workbook.Order{Year: 2017}, patch), 0o666); err != nil {
		t.Fatal(err)
	}
	e, err := batch.Examine(context.Background(), path, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if e.Outcome.Blocks() {
		t.Fatalf("the example agency does not pass: %+v", e.Outcome.Findings)
	}
	return e
}

func carried(t *testing.T, patch func(report.Filling)) batch.Carried {
	e := examined(t, patch)
	return batch.CarryOver(e.Outcome.Submission, e.Outcome.Ledger, 2018)
}

// TestNoAmountOfTheYearIsCarried holds the carried columns to those that the
// set marks, and to all of those that were filled in.
func TestNoAmountOfTheYearIsCarried(t *testing.T) {
	e := examined(t, func(report.Filling) {})
	c := batch.CarryOver(e.Outcome.Submission, e.Outcome.Ledger, 2018)
	demo, _ := templates.Demo("2017", report.NB)
	for _, sheet := range e.Draft.Spec.Sheets {
		for _, column := range sheet.Columns {
			filled := has(demo[sheet.Key], column.Key)
			got := has(c.Filling[sheet.Key], column.Key)
			if column.Key == "rapportaar" {
				continue
			}
			if got != (filled && column.Prefilled) {
				t.Errorf("%s.%s: carried %v, filled in last year %v, prefilled by the set %v", sheet.Key, column.Key, got, filled, column.Prefilled)
			}
		}
	}
	if year := c.Filling["virksomhet"][0]["rapportaar"]; year != "2018" {
		t.Errorf("the new workbook is for %s", year)
	}
}

func has(records []report.Record, key string) bool {
	return slices.ContainsFunc(records, func(r report.Record) bool { return r[key] != "" })
}

// TestEarlierIsWhatLastYearCounted: new is set against new only if what was
// counted last year stands as reported.
func TestEarlierIsWhatLastYearCounted(t *testing.T) {
	c := carried(t, func(f report.Filling) {
		f["gevinster"][2]["foert_tidligere_kr"] = "400000"
		f["omdisponering"] = f["omdisponering"][:1] // there is less to use
	})
	want := map[string]string{
		"G1":  "2348040.00", // its net
		"G3":  "980000.00",  // the whole net, not only what was new
		"G5":  "620000.00",  // four months, not the full year
		"G7":  "",           // somebody else's gain is never reported as available
		"G10": "",           // planned
	}
	for _, r := range c.Filling["gevinster"] {
		if expected, ok := want[r["gevinst_id"]]; ok && r["foert_tidligere_kr"] != expected {
			t.Errorf("%s: reported earlier %q, want %q", r["gevinst_id"], r["foert_tidligere_kr"], expected)
		}
		delete(want, r["gevinst_id"])
	}
	if len(want) > 0 {
		t.Errorf("not carried: %v", want)
	}
}

// TestWhatStaysBehind: stopped, completed and realised one-off rows end with
// their year, but nothing that another row still needs.
func TestWhatStaysBehind(t *testing.T) {
	c := carried(t, func(f report.Filling) {
		f["gevinster"][4]["varighet"] = "ENGANGS"                      // G5 of T3
		f["gevinster"][4]["helaarseffekt_kr"] = ""                     //
		f["tiltak"][1]["status"] = "AVSLUTTET"                         // T2 has a lasting budget gain
		f["budsjettuttak"][0]["tiltak_id"] = "T9"                      // stopped, but a cut names it
		f["omdisponering"] = f["omdisponering"][:1]                    // within what lasts
		f["virksomhet"][0]["rest_begrunnelse"] = "Fordeles neste vår." //
	})
	want := []batch.Left{{"T8", batch.Finished}, {"G4", batch.Finished}, {"G5", batch.Once}, {"G15", batch.Stopped}}
	if !slices.Equal(c.Left, want) {
		t.Errorf("left behind %v, want %v", c.Left, want)
	}
	if !slices.ContainsFunc(c.Filling["tiltak"], func(r report.Record) bool { return r["tiltak_id"] == "T9" }) {
		t.Error("T9 is gone, and a carried budget cut names it")
	}
}

// TestThePlanOfAPlannedMeasureIsCarried: what was planned stands to be held against
// the result when the year comes; the plan for last year does not.
func TestThePlanOfAPlannedMeasureIsCarried(t *testing.T) {
	demo, err := templates.Demo("2017", report.NB)
	if err != nil {
		t.Fatal(err)
	}
	status := map[string]string{}
	for _, m := range demo["tiltak"] {
		status[m["tiltak_id"]] = m["status"]
	}
	last := map[string]report.Record{}
	for _, g := range demo["gevinster"] {
		last[g["gevinst_id"]] = g
	}
	plans := 0
	for _, g := range carried(t, func(report.Filling) {}).Filling["gevinster"] {
		want := ""
		if was := last[g["gevinst_id"]]; status[was["tiltak_id"]] == "PLANLAGT" {
			want = was["planlagt_kr"]
		}
		if g["planlagt_kr"] != want {
			t.Errorf("%s: the plan is %q, want %q", g["gevinst_id"], g["planlagt_kr"], want)
		}
		if want != "" {
			plans++
		}
	}
	if plans == 0 {
		t.Error("the example has no plan to carry over")
	}
}

// TestWhatIsCarriedHasNoMoreThanOre: the new form must not find fault with what gevinst
// itself filled in, nor count a part of an øre as new once more.
func TestWhatIsCarriedHasNoMoreThanOre(t *testing.T) {
	for _, volume := range []string{"42001", "42002"} { // net …,28666… and …,57333…
		e := examined(t, func(f report.Filling) {
			f["gevinster"][0]["volum"] = volume
			f["gevinster"][9]["planlagt_kr"] = "1500000.123456"
		})
		c := batch.CarryOver(e.Outcome.Submission, e.Outcome.Ledger, 2018)
		net, earlier := *e.Outcome.Ledger.Gains[0].Net, report.MustKroner(c.Filling["gevinster"][0]["foert_tidligere_kr"])
		if left := earlier.Sub(net); left.Sign() < 0 || left.Cmp(report.MustKroner("0.01")) >= 0 {
			t.Errorf("%s units: of a net of %s, %s is carried as reported", volume, net, earlier)
		}
		for _, f := range begun(t, c).Outcome.Findings {
			if f.Rule == "N-003" {
				t.Errorf("%s units: the new form objects to %s, which gevinst filled in", volume, f.Place)
			}
		}
	}
}

// begun is next year's workbook as it is written, read and checked.
func begun(t *testing.T, c batch.Carried) *batch.Examined {
	t.Helper()
	path := filepath.Join(t.TempDir(), "next.xlsx")
	if err := os.WriteFile(path, booktest.Write(t, workbook.Order{Year: 2018, Lang: report.NB, Filling: c.Filling}), 0o666); err != nil {
		t.Fatal(err)
	}
	e, err := batch.Examine(context.Background(), path, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}
