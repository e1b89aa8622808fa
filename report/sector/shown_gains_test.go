package sector_test

import (
	"fmt"
	"math/big"
	"slices"
)

// gains is plan and result by class, the greatest gains, and what they are used for.
func (a *again) gains() []sheet { return []sheet{a.classes(), a.top(), a.areas()} }

func (a *again) classes() sheet {
	s := sheet{caption: "Planlagte og realiserte gevinster etter klasse. Tall i 1000 kroner"}
	for _, class := range []string{"BUDSJETT", "ALTERNATIV", "ANDRE_OFF", "NAERING_INNB"} {
		n := 0
		var planned, realised []any
		for _, r := range a.now {
			for _, g := range r.gains {
				if g["class"] != class || r.status[word(g["measure_id"])] == "PLANLAGT" {
					continue
				}
				n++
				planned = append(planned, g["planned"])
				switch {
				case !ownMoney(g):
					realised = append(realised, g["gross"])
				case g["counts"] == true:
					realised = append(realised, g["net"])
				}
			}
		}
		s.rows = append(s.rows, []string{label(class), fmt.Sprint(n), thousands(sum(planned...)), thousands(sum(realised...))})
	}
	return s
}

func (a *again) top() sheet {
	s := sheet{caption: "Gevinster med størst ny nettogevinst. Tall i 1000 kroner"}
	type gain struct {
		cells        []string
		running, new *big.Rat
	}
	var all []gain
	for _, r := range a.now {
		for n, g := range r.gains {
			if g["counts"] == true {
				all = append(all, gain{[]string{r.name, r.measures[word(g["measure_id"])], label(word(g["class"]))},
					rat(r.records["gevinster"][n]["varig_driftskostnad_kr"]), rat(g["new_net"])})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y gain) int { return y.new.Cmp(x.new) })
	running, total := new(big.Rat), new(big.Rat)
	for _, g := range all[:20] {
		s.rows = append(s.rows, append(g.cells, thousands(g.running), thousands(g.new)))
		running.Add(running, g.running)
		total.Add(total, g.new)
	}
	s.rows = append(s.rows, []string{"Sum", "", "", thousands(running), thousands(total)})
	return s
}

// area is what is used for one area.
type area struct {
	name                   string
	orgs                   map[string]bool
	amount, time, manYears *big.Rat
}

func (x *area) take(org string, v map[string]string) {
	x.orgs[org] = true
	x.amount.Add(x.amount, rat(v["belop_kr"]))
	if v["art"] == "LONN_TID" {
		x.time.Add(x.time, rat(v["belop_kr"]))
	}
	x.manYears = added(x.manYears, sum(v["aarsverk"]))
}

func (x *area) cells() []string {
	years := nothing
	if x.manYears != nil {
		years = grouped(x.manYears.FloatString(2))
	}
	return []string{x.name, fmt.Sprint(len(x.orgs)), thousands(x.time), thousands(new(big.Rat).Sub(x.amount, x.time)), years, thousands(x.amount)}
}

func newArea(name string) *area {
	return &area{name: name, orgs: map[string]bool{}, amount: new(big.Rat), time: new(big.Rat)}
}

// areas is the ministry's two areas, of which nobody uses the one, and the others.
func (a *again) areas() sheet {
	waiting, nobodys, all := newArea("Kortere ventetid"), newArea("Ingens område"), newArea("Sum")
	others := map[string]*area{}
	var order []string
	for _, r := range a.now {
		for _, v := range r.records["omdisponering"] {
			key := alike(v["prioritert_omraade"])
			x := others[key]
			if key == "kortere ventetid" || key == "kortare ventetid" {
				x = waiting
			} else if x == nil {
				x = newArea(v["prioritert_omraade"])
				others[key], order = x, append(order, key)
			}
			x.take(r.org, v)
			all.take(r.org, v)
		}
	}
	s := sheet{"Omdisponert etter prioritert område. Tall i 1000 kroner", [][]string{{"Prioritert av departementet"}, waiting.cells(), nobodys.cells(), {"Andre områder"}}}
	slices.Sort(order)
	slices.SortStableFunc(order, func(x, y string) int { return others[y].amount.Cmp(others[x].amount) })
	for _, key := range order {
		s.rows = append(s.rows, others[key].cells())
	}
	total := all.cells()
	total[1] = ""
	s.rows = append(s.rows, total)
	return s
}
