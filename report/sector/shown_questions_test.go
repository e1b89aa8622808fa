package sector_test

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
)

// questions is the ministry's own, with every answer, and what it may ask about.
func (a *again) questions() []sheet {
	own := a.answers()
	if len(a.now) > listed {
		own = nil // in the appendix
	}
	return append(own, a.outliers(), a.doubles())
}

func (a *again) answers() []sheet {
	var all []sheet
	for _, id := range []string{"D1", "D2", "D3", "D4", "D5"} {
		s := sheet{caption: "Svar på krav " + id}
		total := new(big.Rat)
		each(a.now, "departementskrav", func(r raw, v map[string]string) {
			if v["krav_id"] != id {
				return
			}
			s.rows = append(s.rows, []string{r.name, answered(v["svartype"], v["svar"])})
			if v["svartype"] == "BELOP" {
				total.Add(total, rat(v["svar"]))
			}
		})
		if id == "D3" {
			s.rows = append(s.rows, []string{"Sum", kroner(total)})
		}
		all = append(all, s)
	}
	return append(all, a.tables())
}

// tables is the answers to the question that asks for a table.
func (a *again) tables() sheet {
	s := sheet{caption: "Svar på krav D6"}
	for _, r := range a.now {
		s.rows = append(s.rows, []string{r.name})
		for _, v := range r.records["kravtabeller"] {
			if v["radtype"] != "SVAR" {
				continue
			}
			s.rows = append(s.rows, []string{v["felt_1"], answered("DATO", v["felt_2"]), answered("BELOP", v["felt_3"]), answered("TALL", v["felt_4"]), answered("JA_NEI", v["felt_5"])})
		}
	}
	return s
}

// answered is an answer as its kind is shown.
func answered(kind, value string) string {
	switch {
	case value == "":
		return nothing
	case kind == "BELOP":
		return kroner(rat(value))
	case kind == "TALL":
		return plain(rat(value))
	case kind == "DATO":
		return day(value)
	case kind == "JA_NEI":
		return label(value)
	default:
		return value
	}
}

// valued is a value that is held against the middle of all.
type valued struct {
	agency, gain string
	value        *big.Rat
}

// outliers asks about hourly costs, extraction rates and gains per man-year.
func (a *again) outliers() sheet {
	var costs, rates, perYear []valued
	for _, r := range a.now {
		for n, g := range r.gains {
			if g["counts"] != true {
				continue
			}
			v, id := r.records["gevinster"][n], word(g["gain_id"])
			if v["timekostnad_kr"] != "" {
				costs = append(costs, valued{r.name, id, rat(v["timekostnad_kr"])})
			}
			if v["uttaksgrad_pst"] != "" {
				rates = append(rates, valued{r.name, id, rat(v["uttaksgrad_pst"])})
			}
		}
		per := new(big.Rat).Quo(r.line("A"), rat(r.records["virksomhet"][0]["aarsverk"]))
		perYear = append(perYear, valued{r.name, nothing, rat(per.FloatString(2))})
	}
	times := func(v, middle *big.Rat) bool {
		three := big.NewRat(3, 1)
		return v.Cmp(new(big.Rat).Mul(middle, three)) > 0 || new(big.Rat).Mul(v, three).Cmp(middle) < 0
	}
	points := func(v, middle *big.Rat) bool {
		d := new(big.Rat).Sub(v, middle)
		return d.Abs(d).Cmp(big.NewRat(30, 1)) > 0
	}
	money := func(r *big.Rat) string { return kroner(rat(r.FloatString(2))) + " kroner" }
	rate := func(r *big.Rat) string { return plain(r) + " %" }
	return sheet{"Spørsmål om enkelte verdier", firsts(slices.Concat(
		asked(costs, times, money, "Timekostnaden er %s, mens midten i sektoren er %s. Hva er med i timekostnaden hos dere?"),
		asked(rates, points, rate, "Uttaksgraden er %s, mens midten i sektoren er %s. Hva bygger uttaksgraden på?"),
		asked(perYear, times, money, "Ny nettogevinst per årsverk er %s, mens midten i sektoren er %s. Hva forklarer forskjellen?")))}
}

func firsts(rows [][]string) [][]string { return rows[:min(len(rows), listed)] }

// asked is a question about each value that is far from the middle.
func asked(all []valued, far func(v, middle *big.Rat) bool, words func(*big.Rat) string, question string) (rows [][]string) {
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, func(x, y valued) int { return x.value.Cmp(y.value) })
	middle := sorted[len(sorted)/2].value
	if len(sorted)%2 == 0 {
		middle = new(big.Rat).Mul(new(big.Rat).Add(middle, sorted[len(sorted)/2-1].value), big.NewRat(1, 2))
	}
	for _, v := range all {
		if far(v.value, middle) {
			rows = append(rows, []string{v.agency, v.gain, fmt.Sprintf(question, words(v.value), words(middle))})
		}
	}
	return rows
}

// doubles is the gains of several agencies that are measured from one baseline.
func (a *again) doubles() sheet {
	type claim struct{ org, agency, gain, source, amount string }
	by := map[string][]claim{}
	for _, r := range a.now {
		for n, g := range r.gains {
			v := r.records["gevinster"][n]
			if g["counts"] != true || v["nullpunkt_kilde"] == "" {
				continue
			}
			key := strings.Join([]string{alike(v["nullpunkt_kilde"]), alike(v["nullpunkt_enhet"]), v["nullpunkt_verdi"]}, "\x00")
			by[key] = append(by[key], claim{r.org, r.name, word(g["gain_id"]), v["nullpunkt_kilde"], thousands(rat(g["new_net"]))})
		}
	}
	s := sheet{caption: "Gevinster med samme nullpunkt, etter kilden. Tall i 1000 kroner"}
	chains := a.told()
	for _, key := range slices.Sorted(maps.Keys(by)) {
		claims, orgs := by[key], map[string]bool{}
		for _, c := range claims {
			orgs[c.org] = true
		}
		if len(orgs) < 2 {
			continue
		}
		var common []string
		for _, name := range slices.Sorted(maps.Keys(chains)) {
			all := true
			for org := range orgs {
				all = all && chains[name].partners[org] != nil
			}
			if all {
				common = append(common, chains[name].name)
			}
		}
		title := claims[0].source
		if common != nil {
			title += " (alle er med i " + and(common) + ")"
		}
		s.rows = append(s.rows, []string{title})
		for _, c := range claims {
			s.rows = append(s.rows, []string{c.agency, c.gain, c.amount})
		}
	}
	return s
}
