package tables_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
)

// oere is an amount in whole øre, half away from zero, by another arithmetic than
// the product's.
func oere(amount string) *big.Int {
	r, ok := new(big.Rat).SetString(amount)
	if !ok {
		panic(amount)
	}
	r.Mul(r, big.NewRat(100, 1))
	twice := new(big.Int).Mul(r.Num(), big.NewInt(2))
	half := new(big.Int).Set(r.Denom())
	if r.Sign() < 0 {
		half.Neg(half)
	}
	return new(big.Int).Quo(twice.Add(twice, half), new(big.Int).Mul(r.Denom(), big.NewInt(2)))
}

// sums adds up amounts by what they belong to; what has rows but no amount is "NULL".
type sums map[string]*big.Int

func (s sums) add(key string, amount string) {
	if amount == "" {
		if _, known := s[key]; !known {
			s[key] = nil
		}
		return
	}
	if s[key] == nil {
		s[key] = new(big.Int)
	}
	s[key].Add(s[key], oere(amount))
}

func (s sums) kroner(key string, k *report.Kroner) {
	if k == nil {
		s.add(key, "")
		return
	}
	s.add(key, k.String())
}

func (s sums) lines() []string {
	var all []string
	for key, sum := range s {
		if sum == nil {
			all = append(all, key+"=NULL")
			continue
		}
		all = append(all, key+"="+sum.String())
	}
	slices.Sort(all)
	return all
}

// answered is a view's rows: what they belong to, and one sum.
func answered(t *testing.T, all []*batch.Document, query string) []string {
	t.Helper()
	var lines []string
	for _, row := range asked(t, database(t, written(t, report.NB, all)), query) {
		lines = append(lines, strings.Join(row[:len(row)-1], "|")+"="+row[len(row)-1])
	}
	slices.Sort(lines)
	return lines
}

// TestViewsSumWhatTheReportsSay adds up the documents by big.Rat, independent of
// the file and of the product's arithmetic.
func TestViewsSumWhatTheReportsSay(t *testing.T) {
	all := sample(t)
	classNet, agencyNew, areas, potential, plan, rest := sums{}, sums{}, sums{}, sums{}, sums{}, sums{}
	for _, d := range all {
		year := fmt.Sprint(*d.Year)
		rest.add(year, d.Bridge.Rest.String())
		for _, g := range d.Gains {
			class := year + "|" + *g.Class
			net, fresh := g.Net, g.New
			if !g.Eligible {
				net, fresh = nil, nil
			}
			classNet.kroner(class, net)
			agencyNew.kroner(*d.Agency.OrgNr+"|"+year, fresh)
		}
		for _, u := range d.Records["omdisponering"] {
			areas.add(year+"|"+u.Values["prioritert_omraade"]+"|"+u.Values["art"], u.Values["belop_kr"])
		}
		for _, s := range d.Records["tjenester"] {
			potential.add(year+"|"+s.Values["art"]+"|"+s.Values["digital_status"], s.Values["potensial_kr"])
			if s.Values["digital_status"] != "DIGITAL" {
				when := "NULL"
				if day := s.Values["planlagt_digital_dato"]; day != "" {
					when = day[:4]
				}
				plan.add(year+"|"+when+"|"+*d.Agency.OrgNr, s.Values["potensial_kr"])
			}
		}
	}
	for query, want := range map[string]sums{
		"SELECT rapportaar, rest_ore FROM regnestykke_sum":                                     rest,
		"SELECT rapportaar, gevinstklasse, netto_ore FROM gevinster_per_klasse":                classNet,
		"SELECT orgnr, rapportaar, ny_netto_ore FROM gevinster_per_virksomhet":                 agencyNew,
		"SELECT rapportaar, prioritert_omraade, art, belop_ore FROM omdisponering_per_omraade": areas,
		"SELECT rapportaar, art, digital_status, potensial_ore FROM digitalt_potensial":        potential,
		"SELECT rapportaar, digital_aar, orgnr, potensial_ore FROM digitaliseringsplan":        plan,
	} {
		if got := answered(t, all, query); !slices.Equal(got, want.lines()) {
			t.Errorf("%s:\n got %s\nwant %s", query, strings.Join(got, "\n     "), strings.Join(want.lines(), "\n     "))
		}
		if len(want) == 0 {
			t.Errorf("%s: nothing to sum", query)
		}
	}
}

// TestViewsCountWhatTheReportsSay: how many gains count, and why others do not.
func TestViewsCountWhatTheReportsSay(t *testing.T) {
	all := sample(t)
	want := map[string]int{}
	for _, d := range all {
		who := *d.Agency.OrgNr + "|" + fmt.Sprint(*d.Year)
		for _, g := range d.Gains {
			want[who+"|alle"]++
			switch {
			case g.Eligible:
				want[who+"|teller"]++
			default:
				want[who+"|"+*g.Why]++
			}
		}
	}
	db := database(t, written(t, report.NB, all))
	for _, row := range asked(t, db, `SELECT orgnr, rapportaar, gevinster, gevinster_teller, utelatt_klasse, utelatt_status, utelatt_uprisset, utelatt_ikke_maalt, utelatt_tall_mangler FROM gevinster_per_virksomhet`) {
		for i, what := range []string{"alle", "teller", "class", "status", "unpriced", "measured", "inputs"} {
			if key := row[0] + "|" + row[1] + "|" + what; row[2+i] != fmt.Sprint(want[key]) {
				t.Errorf("%s: %s, not %d", key, row[2+i], want[key])
			}
		}
	}
}

// TestChainsAreAnsweredByThePartner looks the partner's own lines up in the documents.
func TestChainsAreAnsweredByThePartner(t *testing.T) {
	all := sample(t)
	at := map[string]*batch.Document{}
	for _, d := range all {
		at[fmt.Sprint(*d.Year, " ", *d.Agency.OrgNr)] = d
	}
	answer := func(d *batch.Document, link report.Record) string {
		if link["partner_orgnr"] == "" {
			return "UTEN_PARTNER"
		}
		partner := at[fmt.Sprint(*d.Year, " ", link["partner_orgnr"])]
		if partner == nil {
			return "IKKE_RAPPORTERT"
		}
		said := "TAUS"
		for _, theirs := range partner.Records["tjenestekjeder"] {
			if theirs.Values["kjede_navn"] != link["kjede_navn"] {
				continue
			}
			if theirs.Values["partner_orgnr"] == *d.Agency.OrgNr {
				return "BEKREFTET"
			}
			said = "MOTSAGT"
		}
		return said
	}
	var want []string
	for _, d := range all {
		for _, link := range d.Records["tjenestekjeder"] {
			want = append(want, fmt.Sprint(*d.Year, "|", *d.Agency.OrgNr, "|", link.Row, "=", answer(d, link.Values)))
		}
	}
	slices.Sort(want)
	got := answered(t, all, "SELECT rapportaar, orgnr, rad, partner_svarer FROM kjeder_paa_tvers")
	if !slices.Equal(got, want) || len(want) < 10 {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

// TestPlansAndRegulation: what has expired by the end of the year, and who owns what
// must change.
func TestPlansAndRegulation(t *testing.T) {
	all := sample(t)
	var plans []string
	owners := map[string]int{}
	for _, d := range all {
		for _, p := range d.Records["planer"] {
			state := "GJELDER"
			switch until := p.Values["gjelder_til"]; {
			case until == "":
				state = "UTEN_SLUTTDATO"
			case until < fmt.Sprint(*d.Year)+"-12-31":
				state = "UTLOPT"
			}
			plans = append(plans, fmt.Sprint(*d.Year, "|", *d.Agency.OrgNr, "|", p.Values["plan_id"], "=", state))
		}
		for _, r := range d.Records["regelverk"] {
			owner := r.Values["ansvarlig"]
			if owner == "" {
				owner = "NULL"
			}
			owners[fmt.Sprint(*d.Year, "|", owner)]++
		}
	}
	slices.Sort(plans)
	if got := answered(t, all, "SELECT rapportaar, orgnr, plan_id, gyldighet FROM planer_gyldighet"); !slices.Equal(got, plans) || len(plans) == 0 {
		t.Errorf("plans: got %v\nwant %v", got, plans)
	}
	var want []string
	for key, n := range owners {
		want = append(want, fmt.Sprint(key, "=", n))
	}
	slices.Sort(want)
	if got := answered(t, all, "SELECT rapportaar, ansvarlig, SUM(linjer) FROM regelverk_per_ansvarlig GROUP BY 1, 2"); !slices.Equal(got, want) || len(want) == 0 {
		t.Errorf("regulation: got %v\nwant %v", got, want)
	}
}

// TestYearBesideYear: last year's amount where there is one, and none where not.
func TestYearBesideYear(t *testing.T) {
	all := sample(t)
	amount := map[string]string{}
	for _, d := range all {
		amount[fmt.Sprint(*d.Agency.OrgNr, *d.Year)] = oere(d.Bridge.New.String()).String()
	}
	with := 0
	for _, row := range asked(t, database(t, written(t, report.NB, all)), "SELECT orgnr, rapportaar, ny_netto_ore, ny_netto_i_fjor_ore FROM regnestykke_utvikling") {
		want, there := "NULL", false
		if row[1] == "2018" {
			if want, there = amount[row[0]+"2017"]; !there {
				want = "NULL"
			}
		}
		if there {
			with++
		}
		if row[2] != amount[row[0]+row[1]] || row[3] != want {
			t.Errorf("%v: last year %s", row, want)
		}
	}
	if with == 0 {
		t.Error("no agency reported twice")
	}
}

// TestEveryAmountHasItsCell: each amount that an agency entered, and no other, is
// found with its sheet, row and column.
func TestEveryAmountHasItsCell(t *testing.T) {
	all, form := sample(t), spec(t)
	var want []string
	for _, d := range all {
		for key, rows := range d.Records {
			for _, row := range rows {
				for column, value := range row.Values {
					if form.Sheet(key).Column(column).Type == report.MoneyType {
						want = append(want, fmt.Sprint(*d.Agency.OrgNr, "|", *d.Year, "|", form.Sheet(key).Name, "|", row.Row, "|", column, "=", oere(value)))
					}
				}
			}
		}
	}
	slices.Sort(want)
	if got := answered(t, all, "SELECT orgnr, rapportaar, ark, rad, kolonne, belop_ore FROM belop_i_celle"); !slices.Equal(got, want) {
		t.Errorf("%d amounts found, not %d", len(got), len(want))
	}
}

// TestASumWithoutAllItsAmountsIsNone: an amount that does not fit in øre leaves the
// sum unknown, not smaller.
func TestASumWithoutAllItsAmountsIsNone(t *testing.T) {
	all := sample(t)
	last := *all[len(all)-1]
	bridge := *last.Bridge
	bridge.Rest = report.MustKroner("1" + zeros(20))
	last.Bridge, all[len(all)-1] = &bridge, &last
	got := answered(t, all, "SELECT rapportaar, rest_ore FROM regnestykke_sum WHERE rapportaar = 2018")
	if !slices.Equal(got, []string{"2018=NULL"}) {
		t.Errorf("the sum is %v", got)
	}
}
