package sector_test

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// service is a service or a process as its agency has it.
type service struct {
	agency, org string
	v           map[string]string
}

func (s service) potential() *big.Rat { return sum(s.v["potensial_kr"]) }

// left tells whether it is neither digital nor to cease.
func (s service) left() bool {
	return s.v["digital_status"] != "DIGITAL" && s.v["videre"] != "BORTFALLER"
}

// services is the mapping of the potential, and the plan.
func (a *again) services() []sheet {
	var all, left []service
	for _, r := range a.now {
		for _, v := range r.records["tjenester"] {
			all = append(all, service{r.name, r.org, v})
		}
	}
	slices.SortStableFunc(all, func(x, y service) int { return rat(y.v["potensial_kr"]).Cmp(rat(x.v["potensial_kr"])) })
	for _, s := range all {
		if s.left() {
			left = append(left, s)
		}
	}
	shares := []sheet{
		shared("Tjenester og arbeidsprosesser etter digital status. Potensial i 1000 kroner", all, "digital_status", "DIGITAL", "DELVIS", "IKKE_DIGITAL"),
		suited(all),
		shared("Tjenester og arbeidsprosesser etter videre plan. Potensial i 1000 kroner", all, "videre", "BEHOLDES", "REDESIGN", "FORENKLES", "BORTFALLER"),
		greatest(left),
	}
	return append(shares, a.plan(left)...)
}

func shared(caption string, all []service, column string, codes ...string) sheet {
	s := sheet{caption: caption}
	line := func(name string, has func(service) bool) {
		services, processes := 0, 0
		var potential *big.Rat
		for _, x := range all {
			switch {
			case !has(x):
				continue
			case x.v["art"] == "TJENESTE":
				services++
			default:
				processes++
			}
			potential = added(potential, x.potential())
		}
		if services+processes > 0 {
			s.rows = append(s.rows, []string{name, fmt.Sprint(services), fmt.Sprint(processes), thousands(potential)})
		}
	}
	for _, code := range codes {
		line(label(code), func(x service) bool { return x.v[column] == code })
	}
	line("Ikke besvart", func(x service) bool { return x.v[column] == "" })
	line("Sum", func(service) bool { return true })
	return s
}

func suited(all []service) sheet {
	s := sheet{caption: "Tjenester og arbeidsprosesser etter egnethet. Potensial i 1000 kroner"}
	for _, q := range [][2]string{{"egnet_selvbetjening", "Selvbetjening"}, {"egnet_straksavgjorelse", "Straksavgjørelse"},
		{"egnet_automatisering", "Automatisering"}, {"brukerorientert", "Brukerorientert"}} {
		n := map[string]int{}
		var potential *big.Rat
		for _, x := range all {
			answer := x.v[q[0]]
			n[answer]++
			if x.left() && (answer == "JA" || answer == "DELVIS") {
				potential = added(potential, x.potential())
			}
		}
		cells := []string{q[1]}
		for _, answer := range []string{"JA", "DELVIS", "NEI", "IKKE_VURDERT", ""} {
			cells = append(cells, fmt.Sprint(n[answer]))
		}
		s.rows = append(s.rows, append(cells, thousands(potential)))
	}
	return s
}

func greatest(left []service) sheet {
	s := sheet{caption: "Tjenester og arbeidsprosesser som ikke er heldigitale. Potensial i 1000 kroner"}
	for _, x := range left[:min(len(left), listed)] {
		s.rows = append(s.rows, []string{x.agency, x.v["navn"], label(x.v["digital_status"]), label(x.v["videre"]), day(x.v["planlagt_digital_dato"]), thousands(x.potential())})
	}
	return s
}

// plan is what becomes digital when: counted by agency and year, and service by service.
func (a *again) plan(left []service) []sheet {
	end := fmt.Sprint(a.year, "-12-31")
	pick := func(caption string, want func(date string) bool, columns int) sheet {
		var some []service
		for _, x := range left {
			if want(x.v["planlagt_digital_dato"]) {
				some = append(some, x)
			}
		}
		some = some[:min(len(some), listed)]
		slices.SortStableFunc(some, func(x, y service) int {
			return strings.Compare(x.v["planlagt_digital_dato"], y.v["planlagt_digital_dato"])
		})
		s := sheet{caption: caption}
		for _, x := range some {
			s.rows = append(s.rows, []string{x.agency, x.v["navn"], label(x.v["videre"]), thousands(x.potential()), day(x.v["planlagt_digital_dato"])}[:columns])
		}
		return s
	}
	return []sheet{a.planned(left),
		pick(fmt.Sprintf("Planlagt etter %d. Potensial i 1000 kroner", a.year), func(d string) bool { return d > end }, 5),
		pick(fmt.Sprintf("Skulle vært digitalt ved utgangen av %d. Potensial i 1000 kroner", a.year), func(d string) bool { return d != "" && d <= end }, 5),
		pick("Uten planlagt dato. Potensial i 1000 kroner", func(d string) bool { return d == "" }, 4)}
}

// planned counts for each agency: late, each of the three years that follow, without a
// day, all.
func (a *again) planned(left []service) sheet {
	names, counts, total := map[string]string{}, map[string][]int{}, make([]int, 6)
	for _, x := range left {
		if counts[x.org] == nil {
			counts[x.org], names[x.org] = make([]int, 6), x.agency
		}
		column := 4
		if d := x.v["planlagt_digital_dato"]; d != "" {
			column = max(0, int(rat(d[:4]).Num().Int64())-a.year)
		}
		for _, n := range [][]int{counts[x.org], total} {
			n[column]++
			n[5]++
		}
	}
	var orgs []string
	for org := range names {
		orgs = append(orgs, org)
	}
	slices.SortFunc(orgs, func(x, y string) int { return cmp.Or(counts[y][5]-counts[x][5], strings.Compare(x, y)) })
	s := sheet{caption: "Antall tjenester og arbeidsprosesser som skal bli digitale, etter planlagt år"}
	rest := make([]int, 6)
	for i, org := range orgs {
		if i < listed {
			s.rows = append(s.rows, numbers(names[org], counts[org]))
			continue
		}
		for j := range rest {
			rest[j] += counts[org][j]
		}
	}
	if more := len(orgs) - listed; more > 0 {
		s.rows = append(s.rows, numbers(fmt.Sprint(more, " andre virksomheter"), rest))
	}
	s.rows = append(s.rows, numbers("Sum", total))
	return s
}

func numbers(name string, all []int) []string {
	cells := []string{name}
	for _, n := range all {
		cells = append(cells, fmt.Sprint(n))
	}
	return cells
}
