package sector_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// fated is a gain of the year before with what became of it.
type fated struct {
	agency, measure, id                 string
	foreseen, planned, before, realised *big.Rat
}

// far is how far a gain came from its plan, or from the year before.
func (f fated) far() *big.Rat {
	was, is := f.foreseen, f.realised
	if was == nil {
		was = f.before
	}
	d := new(big.Rat)
	if is != nil {
		d.Add(d, is)
	}
	if was != nil {
		d.Sub(d, was)
	}
	return d.Abs(d)
}

// outcomes is, fate by fate, the ten gains that came furthest from their plan.
func (a *again) outcomes() sheet {
	by := a.fates()
	s := sheet{caption: fmt.Sprintf("Egne gevinster som rapportene for %d kjente, med planen for %d. Tall i 1000 kroner", a.lastYear, a.year)}
	for _, fate := range []string{"iverksatt", "fortsatt planlagt", "stanset", "ikke nevnt lenger", ""} {
		all := by[fate]
		if len(all) == 0 {
			continue
		}
		title := fmt.Sprint("Planlagt fra ", a.year, " og ", fate)
		if fate == "" {
			title = fmt.Sprint("Realisert i ", a.lastYear)
		}
		s.rows = append(s.rows, []string{title})
		slices.SortStableFunc(all, func(x, y fated) int { return y.far().Cmp(x.far()) })
		total := fated{}
		for i, f := range all {
			if i < 10 {
				s.rows = append(s.rows, f.cells(f.agency, f.measure, f.id))
			}
			for _, k := range [][2]**big.Rat{{&total.foreseen, &f.foreseen}, {&total.planned, &f.planned}, {&total.before, &f.before}, {&total.realised, &f.realised}} {
				*k[0] = added(*k[0], *k[1])
			}
		}
		if len(all) > 1 {
			s.rows = append(s.rows, total.cells(fmt.Sprint("Alle ", len(all)), "", ""))
		}
	}
	return s
}

func (f fated) cells(names ...string) []string {
	return append(names, thousands(f.foreseen), thousands(f.planned), thousands(f.before), thousands(f.realised))
}

func added(x, y *big.Rat) *big.Rat {
	switch {
	case x == nil:
		return y
	case y == nil:
		return x
	default:
		return new(big.Rat).Add(x, y)
	}
}

// fates goes through the own gains of the year before, agency by agency.
func (a *again) fates() map[string][]fated {
	by := map[string][]fated{}
	for _, r := range a.now {
		last := a.last[r.org]
		from := map[string]string{}
		for _, m := range last.records["tiltak"] {
			from[m["tiltak_id"]] = m["effekt_fra"]
		}
		for _, g := range last.gains {
			measure := word(g["measure_id"])
			planned := last.status[measure] == "PLANLAGT" && strings.HasPrefix(from[measure], fmt.Sprint(a.year))
			if !ownMoney(g) || !planned && g["counts"] != true {
				continue
			}
			f := fated{agency: r.name, measure: last.measures[measure], id: word(g["gain_id"])}
			fate := "ikke nevnt lenger"
			for _, now := range r.gains {
				if now["gain_id"] == g["gain_id"] && ownMoney(now) {
					fate = f.follow(r, now)
				}
			}
			if planned {
				f.foreseen = sum(g["planned"])
			} else {
				fate, f.before = "", sum(g["net"])
			}
			by[fate] = append(by[fate], f)
		}
	}
	return by
}

// follow takes this year's part of a gain, and says how its measure stands.
func (f *fated) follow(r raw, g map[string]any) string {
	measure := word(g["measure_id"])
	f.measure = r.measures[measure]
	if g["counts"] == true {
		f.realised = sum(g["net"])
	}
	if r.status[measure] != "PLANLAGT" {
		f.planned = sum(g["planned"])
	}
	return map[string]string{"IVERKSATT": "iverksatt", "AVSLUTTET": "iverksatt", "PLANLAGT": "fortsatt planlagt", "STANSET": "stanset"}[r.status[measure]]
}

func ownMoney(g map[string]any) bool { return g["class"] == "BUDSJETT" || g["class"] == "ALTERNATIV" }
