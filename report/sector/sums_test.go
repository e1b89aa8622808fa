package sector_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/sector"
	"gevinst/report/sector/overview"
	"gevinst/report/sector/sectortest"
)

// raw is a report as plain JSON: what the sums below are computed from, sharing
// nothing with the fold.
type raw struct {
	org, name string
	warnings  int
	bridge    map[string]any
	gains     []map[string]any
	status    map[string]string // of measures, by id
	measures  map[string]string // their names, by id
	records   map[string][]map[string]string
}

func rawReports(t *testing.T, dir string, year int) []raw {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, fmt.Sprintf("*-%d.json", year)))
	if err != nil {
		t.Fatal(err)
	}
	var all []raw
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var d struct {
			Agency   struct{ OrgNr, Name string }
			Counts   struct{ Findings struct{ Warnings int } }
			Bridge   map[string]any
			Gains    []map[string]any
			Measures []struct{ Measure_id, Name, Status string }
			Records  map[string][]struct{ Values map[string]string }
		}
		if err := json.Unmarshal(data, &d); err != nil {
			t.Fatal(err)
		}
		r := raw{org: d.Agency.OrgNr, name: d.Agency.Name, warnings: d.Counts.Findings.Warnings, bridge: d.Bridge, gains: d.Gains,
			status: map[string]string{}, measures: map[string]string{}, records: map[string][]map[string]string{}}
		for _, m := range d.Measures {
			r.status[m.Measure_id], r.measures[m.Measure_id] = m.Status, m.Name
		}
		for sheet, rows := range d.Records {
			for _, row := range rows {
				r.records[sheet] = append(r.records[sheet], row.Values)
			}
		}
		all = append(all, r)
	}
	return all
}

// rat is an amount as a fraction; nothing counts as nothing.
func rat(v any) *big.Rat {
	s, _ := v.(string)
	if s == "" {
		return new(big.Rat)
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return r
}

// each visits every record of a sheet in every report.
func each(all []raw, sheet string, visit func(r raw, v map[string]string)) {
	for _, r := range all {
		for _, v := range r.records[sheet] {
			visit(r, v)
		}
	}
}

func equal(t *testing.T, what string, got report.Kroner, want *big.Rat) {
	t.Helper()
	if rat(got.String()).Cmp(want) != 0 {
		t.Errorf("%s is %s, the records say %s", what, got, want.FloatString(6))
	}
}

func invented(t *testing.T, agencies int) (string, *overview.Sector, []raw) {
	t.Helper()
	dir := t.TempDir()
	plan := sectortest.Invented(t, dir, 7, agencies)
	s := consolidated(t, dir, plan.Year, sector.Options{})
	all := rawReports(t, dir, plan.Year)
	if len(all) != agencies || s.Reporting() != agencies {
		t.Fatalf("%d reports, %d summed", len(all), s.Reporting())
	}
	return dir, s, all
}

// TestBridgeIsTheSum holds every line of the summed bridge to the reports, and the
// cuts and costs to the very records.
func TestBridgeIsTheSum(t *testing.T) {
	dir, s, all := invented(t, 12)
	data, err := json.Marshal(s.Sum)
	if err != nil {
		t.Fatal(err)
	}
	var lines map[string]any
	if err := json.Unmarshal(data, &lines); err != nil {
		t.Fatal(err)
	}
	for key, got := range lines {
		if key == "trekk_rammekutt" {
			continue
		}
		want := new(big.Rat)
		for _, r := range all {
			want.Add(want, rat(r.bridge[key]))
		}
		if rat(got).Cmp(want) != 0 {
			t.Errorf("%s is %s, the reports say %s", key, got, want.FloatString(2))
		}
	}
	if len(lines) != 19 {
		t.Errorf("%d lines", len(lines))
	}
	year := fmt.Sprint(s.Year)
	cost, cut := new(big.Rat), new(big.Rat)
	each(all, "engangskostnader", func(_ raw, v map[string]string) {
		if v["aar"] == year {
			cost.Add(cost, rat(v["belop_kr"]))
		}
	})
	each(all, "bevilgning", func(r raw, v map[string]string) {
		if r.records["virksomhet"][0]["trekk_rammekutt"] != "NEI" {
			cut.Add(cut, rat(v["abe_kutt_kr"]))
		}
	})
	each(all, "budsjettuttak", func(r raw, v map[string]string) {
		if v["aar"] == year && v["type"] == "ANNET_RAMMEKUTT" && r.records["virksomhet"][0]["trekk_rammekutt"] != "NEI" {
			cut.Add(cut, rat(v["belop_kr"]))
		}
	})
	equal(t, "one-off costs", s.Sum.OneOff, cost)
	equal(t, "frame cuts", s.Sum.FrameCut, cut)
	running := new(big.Rat)
	sum := report.Kroner{}
	for i, r := range all {
		sum = sum.Add(s.Agencies[i].Report.Running)
		for n, g := range r.gains {
			if g["counts"] == true {
				running.Add(running, rat(r.records["gevinster"][n]["varig_driftskostnad_kr"]))
			}
		}
	}
	equal(t, "running costs", sum, running)
	if running.Sign() == 0 || cost.Sign() == 0 || cut.Sign() == 0 {
		t.Error("the sector says too little to be summed")
	}
	earlier := map[string]raw{}
	for _, r := range rawReports(t, dir, s.Earlier) {
		earlier[r.org] = r
	}
	for _, a := range s.Agencies {
		last, known := earlier[a.OrgNr]
		if known != (a.Report.Earlier != nil) {
			t.Errorf("%s: the earlier year is known: %v", a.OrgNr, !known)
		} else if known {
			equal(t, "the earlier amount", a.Report.Earlier.Reallocable, rat(last.bridge["omdisponerbart"]))
		}
	}
}

// TestGainsAndUsesAreTheSum holds classes, top gains and priority areas to the reports.
func TestGainsAndUsesAreTheSum(t *testing.T) {
	_, s, all := invented(t, 12)
	for _, class := range s.Classes {
		planned, realised, n := new(big.Rat), new(big.Rat), 0
		for _, r := range all {
			for _, g := range r.gains {
				if g["class"] != class.Class || r.status[g["measure_id"].(string)] == "PLANLAGT" {
					continue
				}
				n++
				planned.Add(planned, rat(g["planned"]))
				if own := class.Class == "BUDSJETT" || class.Class == "ALTERNATIV"; !own {
					realised.Add(realised, rat(g["gross"]))
				} else if g["counts"] == true {
					realised.Add(realised, rat(g["net"]))
				}
			}
		}
		equal(t, class.Class+" planned", *class.Planned, planned)
		equal(t, class.Class+" realised", *class.Realised, realised)
		if class.Gains != n {
			t.Errorf("%s: %d gains, not %d", class.Class, class.Gains, n)
		}
	}
	var counting []*big.Rat
	for _, r := range all {
		for _, g := range r.gains {
			if g["counts"] == true {
				counting = append(counting, rat(g["new_net"]))
			}
		}
	}
	slices.SortFunc(counting, func(a, b *big.Rat) int { return b.Cmp(a) })
	if s.Counting != len(counting) || len(s.Gains) != overview.TopGains {
		t.Errorf("%d gains count, %d at the top", s.Counting, len(s.Gains))
	}
	for i, g := range s.Gains {
		equal(t, fmt.Sprint("gain ", i), g.New, counting[i])
	}
	uses := map[string]*big.Rat{}
	each(all, "omdisponering", func(_ raw, v map[string]string) {
		area := strings.ToLower(v["prioritert_omraade"])
		if uses[area] == nil {
			uses[area] = new(big.Rat)
		}
		uses[area].Add(uses[area], rat(v["belop_kr"]))
	})
	if len(uses) != len(s.Uses) || len(uses) == 0 {
		t.Errorf("%d areas, not %d", len(s.Uses), len(uses))
	}
	for _, a := range s.Uses {
		equal(t, a.Name, a.Amount, uses[strings.ToLower(a.Name)])
	}
}

// TestServicesAreCounted holds the mapping and the plan to the records.
func TestServicesAreCounted(t *testing.T) {
	_, s, all := invented(t, 12)
	want, got := map[string]int{}, map[string]int{}
	potential := new(big.Rat)
	each(all, "tjenester", func(_ raw, v map[string]string) {
		potential.Add(potential, rat(v["potensial_kr"]))
		for _, column := range []string{"digital_status", "egnet_selvbetjening", "egnet_straksavgjorelse", "egnet_automatisering", "brukerorientert", "videre"} {
			want[column+v[column]]++
		}
		switch day := v["planlagt_digital_dato"]; {
		case v["digital_status"] == "DIGITAL":
			want["digital"]++
		case v["videre"] == "BORTFALLER":
			want["dropped"]++
		case day == "":
			want["undated"]++
		case day <= fmt.Sprintf("%d-12-31", s.Year):
			want["pastdue"]++
		default:
			want["ahead"]++
		}
	})
	sum := report.Kroner{}
	for _, x := range s.Services {
		for column, value := range map[string]string{"digital_status": x.Status, "egnet_selvbetjening": x.SelfService, "egnet_straksavgjorelse": x.Instant,
			"egnet_automatisering": x.Automatic, "brukerorientert": x.Users, "videre": x.Next, "": string(x.Schedule)} {
			got[column+value]++
		}
		if x.Potential != nil {
			sum = sum.Add(*x.Potential)
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) || want["ahead"] == 0 {
		t.Errorf("counted\n%v, the records say\n%v", got, want)
	}
	equal(t, "the potential", sum, potential)
}

// TestWishesAndAnswersAreAllThere counts what no sum holds.
func TestWishesAndAnswersAreAllThere(t *testing.T) {
	_, s, all := invented(t, 12)
	n := map[string]int{}
	for _, sheet := range []string{"gjenbruk", "regelverk", "planer", "departementskrav"} {
		each(all, sheet, func(raw, map[string]string) { n[sheet]++ })
	}
	got := map[string]int{"planer": len(s.Plans)}
	for _, x := range s.Needs {
		got["gjenbruk"] += len(x.Waits) + len(x.Partly) + len(x.Reuses) + len(x.Unstated)
	}
	for _, x := range s.Changes {
		got["regelverk"] += len(x.Wishes)
	}
	for _, x := range s.Demands {
		got["departementskrav"] += len(x.Answers)
	}
	if fmt.Sprint(got) != fmt.Sprint(n) {
		t.Errorf("%v, the records say %v", got, n)
	}
	expired := 0
	each(all, "planer", func(_ raw, v map[string]string) {
		if until := v["gjelder_til"]; until != "" && until < fmt.Sprintf("%d-12-31", s.Year) {
			expired++
		}
	})
	for _, p := range s.Plans {
		if p.Force == overview.Expired {
			expired--
		}
	}
	if expired != 0 {
		t.Errorf("%d more plans have expired than were told", expired)
	}
}
