package sector_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/sector"
	"gevinst/report/sector/overview"
	"gevinst/report/sector/sectortest"
)

// TestPrioritisedAreas: every area of the ministry is told, those nobody uses too, and
// one that was written in two written forms is one.
func TestPrioritisedAreas(t *testing.T) {
	dir := t.TempDir()
	for org, area := range map[string]string{one1: "Kortere ventetid", two1: "kortare  ventetid", three1: "Noe annet"} {
		filling := sectortest.Demo(t)
		filling["virksomhet"][0]["orgnr"] = org
		for _, use := range filling["omdisponering"] {
			use["prioritert_omraade"] = area
		}
		sectortest.Put(t, dir, sectortest.Document(t, filling))
	}
	s := consolidated(t, dir, 2017, sector.Options{Areas: []report.Words{{NB: "Klart språk", NN: "Klart språk"}, {NB: "Kortere ventetid", NN: "Kortare ventetid"}}})
	sums := map[string]*big.Rat{}
	each(rawReports(t, dir, 2017), "omdisponering", func(r raw, v map[string]string) {
		name := map[bool]string{true: "Noe annet", false: "Kortere ventetid"}[r.org == three1]
		if sums[name] == nil {
			sums[name] = new(big.Rat)
		}
		sums[name].Add(sums[name], rat(v["belop_kr"]))
	})
	var got []string
	for _, a := range s.Uses {
		got = append(got, fmt.Sprint(a.Name, "|", a.Priority != nil, "|", len(a.Agencies)))
		if want := sums[a.Name]; want != nil {
			equal(t, a.Name, a.Amount, want)
		} else if a.Amount.Sign() != 0 || a.Lines != 0 {
			t.Errorf("%s has %s", a.Name, a.Amount)
		}
	}
	if want := "Kortere ventetid|true|2 Klart språk|true|0 Noe annet|false|1"; strings.Join(got, " ") != want {
		t.Errorf("the areas are %v", got)
	}
}

// TestLate: the day of approval against the deadline; the day itself is in time.
func TestLate(t *testing.T) {
	dir := t.TempDir()
	for org, day := range map[string]string{one1: "2018-03-15", two1: "2018-03-16", three1: ""} {
		filling := sectortest.Demo(t)
		filling["virksomhet"][0]["orgnr"], filling["virksomhet"][0]["godkjent_dato"] = org, day
		sectortest.Put(t, dir, sectortest.Document(t, filling))
	}
	s := consolidated(t, dir, 2017, sector.Options{Deadline: report.Date{Year: 2018, Month: 3, Day: 15}})
	for i, want := range []bool{false, true, false} {
		if a := &s.Agencies[i]; s.Late(a) != want {
			t.Errorf("%s is late: %v", a.OrgNr, !want)
		}
	}
	if s := consolidated(t, dir, 2017, sector.Options{}); s.Late(&s.Agencies[1]) {
		t.Error("late without a deadline")
	}
}

// TestOutcomesFollowThePlan works every outcome out of the two years' records again.
func TestOutcomesFollowThePlan(t *testing.T) {
	dir, s, now := invented(t, 20)
	want := map[string]int{}
	sums := map[string]*big.Rat{}
	add := func(key string, v any) {
		if sums[key] == nil {
			sums[key] = new(big.Rat)
		}
		sums[key].Add(sums[key], rat(v))
	}
	for _, last := range rawReports(t, dir, s.Earlier) {
		at := slices.IndexFunc(now, func(r raw) bool { return r.org == last.org })
		from := map[string]string{}
		for _, m := range last.records["tiltak"] {
			from[m["tiltak_id"]] = m["effekt_fra"]
		}
		for _, g := range last.gains {
			if g["class"] != "BUDSJETT" && g["class"] != "ALTERNATIV" {
				continue
			}
			measure := g["measure_id"].(string)
			planned := last.status[measure] == "PLANLAGT" && strings.HasPrefix(from[measure], fmt.Sprint(s.Year))
			if !planned && g["counts"] != true {
				continue
			}
			fate := "kept"
			i := slices.IndexFunc(now[at].gains, func(x map[string]any) bool { return x["gain_id"] == g["gain_id"] })
			if planned {
				fate = "gone"
				add("foreseen", g["planned"])
				if i >= 0 {
					fate = map[string]string{"IVERKSATT": "came", "AVSLUTTET": "came", "PLANLAGT": "delayed", "STANSET": "stopped"}[now[at].status[measure]]
				}
			} else {
				add("before", g["net"])
			}
			want[fate]++
			if i >= 0 && now[at].gains[i]["counts"] == true {
				add("realised", now[at].gains[i]["net"])
			}
			if i >= 0 && now[at].status[measure] != "PLANLAGT" {
				add("planned", now[at].gains[i]["planned"])
			}
		}
	}
	got := map[string]int{}
	total := map[string]report.Kroner{}
	for _, o := range s.Outcomes {
		got[string(o.Fate)]++
		for key, k := range map[string]*report.Kroner{"foreseen": o.Foreseen, "before": o.Before, "realised": o.Realised, "planned": o.Planned} {
			if k != nil {
				total[key] = total[key].Add(*k)
			}
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) || want["came"] == 0 || want["delayed"] == 0 || want["kept"] == 0 {
		t.Errorf("the fates are %v, the records say %v", got, want)
	}
	for key, sum := range sums {
		equal(t, key, total[key], sum)
	}
}

// TestGoneAndStopped takes a gain out of this year's report, and stops a measure.
func TestGoneAndStopped(t *testing.T) {
	dir := t.TempDir()
	last, now := sectortest.Demo(t), sectortest.Demo(t)
	last["virksomhet"][0]["rapportaar"] = "2017"
	now["virksomhet"][0]["rapportaar"] = "2018"
	for i, fate := range []string{"stopped", "gone"} {
		id := fmt.Sprint("Q", i)
		gain := report.Record{"gevinst_id": id, "tiltak_id": id, "gevinstklasse": "BUDSJETT", "gevinsttype": "EFFEKTIVISERING", "metode": "FASTBELOP", "planlagt_kr": "500"}
		last["tiltak"] = append(last["tiltak"], report.Record{"tiltak_id": id, "navn": "X", "status": "PLANLAGT", "effekt_fra": "2018-05-01"})
		last["gevinster"] = append(last["gevinster"], gain)
		if fate == "stopped" {
			now["tiltak"] = append(now["tiltak"], report.Record{"tiltak_id": id, "navn": "X", "status": "STANSET", "effekt_fra": "2018-05-01"})
			now["gevinster"] = append(now["gevinster"], gain)
		}
	}
	sectortest.Put(t, dir, sectortest.Document(t, last))
	sectortest.Put(t, dir, sectortest.Document(t, now))
	s := consolidated(t, dir, 2018, sector.Options{})
	fates := map[string]overview.Fate{}
	for _, o := range s.Outcomes {
		if fates[o.ID] = o.Fate; strings.HasPrefix(o.ID, "Q") && (o.Foreseen == nil || o.Foreseen.String() != "500.00" || o.Realised != nil) {
			t.Errorf("%+v", o)
		}
	}
	if fates["Q0"] != overview.Halted || fates["Q1"] != overview.Gone {
		t.Errorf("the fates are %v", fates)
	}
}

// TestGainsOfUnknownMeasures: a report that somebody has changed by hand is summed as
// far as it goes.
func TestGainsOfUnknownMeasures(t *testing.T) {
	dir, nowhere := t.TempDir(), "T999"
	for _, year := range []string{"2016", "2017"} {
		d := of(t, one1, year)
		if year == "2017" {
			for i := range d.Gains {
				d.Gains[i].Measure = &nowhere
			}
		}
		sectortest.Put(t, dir, d)
	}
	s := consolidated(t, dir, 2017, sector.Options{})
	if len(s.Outcomes) == 0 {
		t.Fatal("the gains of the year before are not there")
	}
	for _, o := range s.Outcomes {
		if o.Fate == overview.Gone {
			t.Errorf("%s is told as gone, though the report has it", o.ID)
		}
	}
}
