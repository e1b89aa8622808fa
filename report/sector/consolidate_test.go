package sector_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/sector"
	"gevinst/report/sector/overview"
	"gevinst/report/sector/sectortest"
)

func consolidated(t *testing.T, dir string, year int, o sector.Options) *overview.Sector {
	t.Helper()
	s, err := sector.Consolidate(context.Background(), read(t, dir), year, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestShardsFoldAlike spreads a sector over folders in two ways.
func TestShardsFoldAlike(t *testing.T) {
	whole, one, two := t.TempDir(), t.TempDir(), t.TempDir()
	for i, org := range []string{one1, two1, three1} {
		d := of(t, org, "2017")
		sectortest.Put(t, whole, d)
		sectortest.Put(t, []string{two, one}[i%2], d)
	}
	var want, got bytes.Buffer
	if err := sector.WriteJSON(&want, consolidated(t, whole, 2017, sector.Options{})); err != nil {
		t.Fatal(err)
	}
	s, err := sector.Consolidate(context.Background(), read(t, two, one), 2017, sector.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := sector.WriteJSON(&got, s); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want.Bytes(), got.Bytes()) {
		t.Error("shards give another sector")
	}
}

// The organisation numbers of invented agencies, in order.
const (
	one1   = "123456785"
	two1   = "701730496"
	three1 = "940155223"
)

// TestChainAnswers lets one agency name two others and looks at what they answer.
func TestChainAnswers(t *testing.T) {
	link := func(name, partner, who string) report.Record {
		return report.Record{"kjede_id": "K9", "kjede_navn": name, "tjeneste_id": "S1", "partner_orgnr": partner, "partner_navn": "Partner", "ansvarlig": who}
	}
	for name, c := range map[string]struct {
		theirs []report.Record
		want   overview.ChainAnswer
	}{
		"names us, same responsible":    {[]report.Record{link("  Den FELLES kjeden", one1, "skatteetaten")}, overview.Confirms},
		"names us, no responsible":      {[]report.Record{link("Den felles kjeden", one1, "")}, overview.Confirms},
		"names us, another responsible": {[]report.Record{link("Den felles kjeden", one1, "Kartverket")}, overview.Contradicts},
		"names another only":            {[]report.Record{link("Den felles kjeden", three1, "Skatteetaten")}, overview.Contradicts},
		"reports another chain":         {[]report.Record{link("En annen kjede", one1, "Skatteetaten")}, overview.Silent},
		"reports no chain":              {nil, overview.Silent},
	} {
		dir := t.TempDir()
		for org, links := range map[string][]report.Record{one1: {link("Den felles kjeden", two1, "Skatteetaten"), link("Den felles kjeden", three1, "Skatteetaten")}, two1: c.theirs} {
			filling := sectortest.Demo(t)
			filling["virksomhet"][0]["orgnr"], filling["tjenestekjeder"] = org, links
			sectortest.Put(t, dir, sectortest.Document(t, filling))
		}
		s := consolidated(t, dir, 2017, sector.Options{})
		answers := map[string]overview.ChainAnswer{}
		for _, chain := range s.Chains {
			if strings.EqualFold(chain.Name, "Den felles kjeden") {
				for _, p := range chain.Parties {
					answers[p.OrgNr] = p.Answer
				}
			}
		}
		if answers[two1] != c.want {
			t.Errorf("%s: %q, expected %q", name, answers[two1], c.want)
		}
		if answers[three1] != overview.Outside {
			t.Errorf("%s: who has no report is %q", name, answers[three1])
		}
	}
}

// TestTheSameBaselineTwiceIsAsked: the example agency under two numbers measures all alike.
func TestTheSameBaselineTwiceIsAsked(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, one1)
	if s := consolidated(t, dir, 2017, sector.Options{}); len(s.Doubles) != 0 {
		t.Error("one agency alone is asked about double counting")
	}
	put(t, dir, two1)
	s := consolidated(t, dir, 2017, sector.Options{})
	if len(s.Doubles) != 3 || len(s.Doubles[0].Claims) != 2 {
		t.Errorf("%d baselines of three are in both", len(s.Doubles))
	}
}

// TestOutliers puts one hourly cost far from four alike.
func TestOutliers(t *testing.T) {
	orgs := []string{one1, two1, three1, "889640782", "974760673"}
	for cost, far := range map[string]int{"480.50": 0, "1441.50": 0, "1441.51": 1, "160.17": 0, "160.16": 1} {
		dir := t.TempDir()
		for i, org := range orgs {
			filling := sectortest.Demo(t)
			filling["virksomhet"][0]["orgnr"] = org
			if i == 2 {
				filling["gevinster"][0]["timekostnad_kr"] = cost
			}
			sectortest.Put(t, dir, sectortest.Document(t, filling))
		}
		s := consolidated(t, dir, 2017, sector.Options{})
		n := 0
		for _, o := range s.Outliers {
			if o.Trait == overview.HourlyCost && o.OrgNr == three1 && o.Gain == "G1" {
				n++
			}
		}
		if n != far {
			t.Errorf("an hourly cost of %s is asked about %d times, expected %d", cost, n, far)
		}
	}
}

// TestWhoHasNotReported puts expectations beside the reports.
func TestWhoHasNotReported(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, one1)
	s := consolidated(t, dir, 2017, sector.Options{
		Expected: []report.Expected{{OrgNr: two1, Name: "Ventet"}, {OrgNr: three1, Name: "Stanset"}},
		Others:   []overview.Agency{{OrgNr: three1, Name: "Stanset", Standing: overview.Blocked, Errors: 1, Rules: []string{"G-009"}}},
	})
	var got []string
	for _, a := range s.Agencies {
		got = append(got, a.OrgNr+" "+string(a.Standing))
	}
	if want := one1 + " submitted|" + two1 + " missing|" + three1 + " blocked"; strings.Join(got, "|") != want {
		t.Errorf("the agencies are %v", got)
	}
	if *s.Agencies[0].Expected || !*s.Agencies[1].Expected {
		t.Error("who was expected is turned round")
	}
}

// TestBrokenRecordsAreRefused changes a number in a report by hand.
func TestBrokenRecordsAreRefused(t *testing.T) {
	for column, value := range map[string]string{"potensial_kr": "mye", "planlagt_digital_dato": "2019-13"} {
		d := of(t, one1, "2017")
		d.Records["tjenester"][0].Values[column] = value
		dir := t.TempDir()
		sectortest.Put(t, filepath.Join(dir, "x"), d)
		_, err := sector.Consolidate(context.Background(), read(t, dir), 2017, sector.Options{})
		var refusal *sector.Refusal
		if !errors.As(err, &refusal) || refusal.Reason != sector.Broken {
			t.Errorf("%s=%s: %v", column, value, err)
		}
	}
}

// TestSchedule moves the day of one service that is not digital.
func TestSchedule(t *testing.T) {
	for day, want := range map[string]overview.Schedule{"": overview.Undated, "2016-06-01": overview.PastDue, "2017-12-31": overview.PastDue, "2018-01-01": overview.Ahead} {
		filling := sectortest.Demo(t)
		filling["tjenester"] = []report.Record{{"tjeneste_id": "S1", "navn": "Klage", "art": "TJENESTE", "digital_status": "DELVIS", "videre": "REDESIGN", "planlagt_digital_dato": day}}
		dir := t.TempDir()
		sectortest.Put(t, dir, sectortest.Document(t, filling))
		if s := consolidated(t, dir, 2017, sector.Options{}); len(s.Services) != 1 || s.Services[0].Schedule != want {
			t.Errorf("%q: %v", day, s.Services)
		}
	}
}

// TestForce moves the days of one plan around the end of the report year.
func TestForce(t *testing.T) {
	for days, want := range map[[2]string]overview.Force{
		{"2016-01-01", "2017-12-30"}: overview.Expired, {"2016-01-01", "2017-12-31"}: overview.InForce, {"2016-01-01", ""}: overview.Open,
		{"2017-12-31", ""}: overview.Open, {"2018-01-01", "2020-12-31"}: overview.Later, {"", "2017-12-31"}: overview.InForce, {"", ""}: overview.Unknown,
	} {
		filling := sectortest.Demo(t)
		filling["planer"] = []report.Record{{"plan_id": "P1", "tittel": "Plan", "type": "PLAN", "vedtatt_dato": days[0], "gjelder_til": days[1]}}
		dir := t.TempDir()
		sectortest.Put(t, dir, sectortest.Document(t, filling))
		if s := consolidated(t, dir, 2017, sector.Options{}); len(s.Plans) != 1 || s.Plans[0].Force != want {
			t.Errorf("%q: %v", days, s.Plans)
		}
	}
}
