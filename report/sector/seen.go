package sector

import (
	"slices"
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/sector/overview"
)

// seen is what must be kept until all reports have been met.
type seen struct {
	byClass map[string]*overview.ClassSum
	gains   []overview.Gain
	areas   groups[overview.Area]
	needs   groups[overview.Need]
	changes groups[overview.Change]
	demands groups[overview.Demand]
	chains  groups[chain]
	alike   groups[overview.Double]
	values  map[overview.Trait][]overview.Outlier
}

func newSeen() *seen {
	return &seen{byClass: map[string]*overview.ClassSum{}, areas: groups[overview.Area]{}, needs: groups[overview.Need]{},
		changes: groups[overview.Change]{}, demands: groups[overview.Demand]{}, chains: groups[chain]{}, alike: groups[overview.Double]{},
		values: map[overview.Trait][]overview.Outlier{}}
}

// class adds plan and result of a gain to those of its class. An own gain has come
// to what counts of it, one that falls to others to its gross.
func (s *seen) class(g *batch.GainLine) {
	id := str(g.Class)
	if s.byClass[id] == nil {
		s.byClass[id] = &overview.ClassSum{Class: id}
	}
	c := s.byClass[id]
	c.Gains++
	c.Planned = plus(c.Planned, g.Planned)
	switch {
	case !ownClass(id):
		c.Realised = plus(c.Realised, g.Gross)
	case g.Eligible:
		c.Realised = plus(c.Realised, g.Net)
	}
}

// ownClass tells whether gains of a class are in the agency's own money or time.
func ownClass(class string) bool { return class == "BUDSJETT" || class == "ALTERNATIV" }

func (s *seen) classes() []overview.ClassSum {
	var all []overview.ClassSum
	for _, id := range []string{"BUDSJETT", "ALTERNATIV", "ANDRE_OFF", "NAERING_INNB"} {
		if c := s.byClass[id]; c != nil {
			all = append(all, *c)
		}
	}
	return all
}

// top keeps the greatest gains; among equal ones the first by agency and row.
func (s *seen) top(g overview.Gain) {
	at, _ := slices.BinarySearchFunc(s.gains, g, func(a, b overview.Gain) int {
		if a.New.Cmp(b.New) >= 0 {
			return -1
		}
		return 1
	})
	if at < overview.TopGains {
		s.gains = slices.Insert(s.gains, at, g)
		s.gains = s.gains[:min(len(s.gains), overview.TopGains)]
	}
}

// evidence keeps what a gain is measured from.
func (s *seen) evidence(f *fold, g *batch.GainLine, r row) {
	source := r.text("nullpunkt_kilde")
	if source == "" {
		return
	}
	key := strings.Join([]string{matched(source), matched(r.text("nullpunkt_enhet")), r.text("nullpunkt_verdi")}, "\x00")
	d := s.alike.at(key, overview.Double{Evidence: source, Form: f.form})
	d.Claims = append(d.Claims, overview.Claim{OrgNr: f.org, Gain: str(g.ID), New: g.New})
}

// doubles is the baselines that gains of two agencies or more are measured from:
// the same source, unit and value.
func (s *seen) doubles(chains []overview.Chain) []overview.Double {
	var all []overview.Double
	for _, d := range s.alike.ordered(none) {
		if orgs := claimants(d); len(orgs) > 1 {
			d.Chains = common(chains, orgs)
			all = append(all, d)
		}
	}
	return all
}

func claimants(d overview.Double) []string {
	var orgs []string
	for _, c := range d.Claims {
		orgs = once(orgs, c.OrgNr)
	}
	return orgs
}

// common is the chains that all of the agencies report.
func common(chains []overview.Chain, orgs []string) []string {
	var names []string
	for _, c := range chains {
		n := 0
		for _, p := range c.Parties {
			if p.Reports && slices.Contains(orgs, p.OrgNr) {
				n++
			}
		}
		if n == len(orgs) {
			names = append(names, c.Name)
		}
	}
	return names
}

func (s *seen) value(t overview.Trait, org, gain string, k *report.Kroner) {
	if k != nil {
		s.values[t] = append(s.values[t], overview.Outlier{Trait: t, OrgNr: org, Gain: gain, Value: *k})
	}
}

// What is enough to say what is usual, and what is far from it.
const (
	leastValues   = 5
	leastAgencies = 3
)

// outliers holds each value against the median of all.
func (s *seen) outliers() ([]overview.Median, []overview.Outlier) {
	var medians []overview.Median
	var far []overview.Outlier
	for _, t := range overview.Traits() {
		m := median(t, s.values[t])
		medians = append(medians, m)
		for _, v := range s.values[t] {
			if m.Median != nil && isFar(t, v.Value, *m.Median) {
				far = append(far, v)
			}
		}
	}
	return medians, far
}

func median(t overview.Trait, values []overview.Outlier) overview.Median {
	var orgs []string
	sorted := make([]report.Kroner, 0, len(values))
	for _, v := range values {
		sorted = append(sorted, v.Value)
		if len(orgs) == 0 || orgs[len(orgs)-1] != v.OrgNr {
			orgs = append(orgs, v.OrgNr)
		}
	}
	m := overview.Median{Trait: t, Values: len(values), Agencies: len(orgs)}
	if len(values) < leastValues || len(orgs) < leastAgencies {
		return m
	}
	slices.SortFunc(sorted, report.Kroner.Cmp)
	half := len(sorted) / 2
	middle := sorted[half]
	if len(sorted)%2 == 0 {
		middle = middle.Add(sorted[half-1]).Quo(report.MustKroner("2"))
	}
	m.Median = &middle
	return m
}

// isFar: more than three times the median or less than a third of it, where that is
// positive; of a rate more than thirty percentage points from it.
func isFar(t overview.Trait, k, median report.Kroner) bool {
	if t == overview.ExtractionRate {
		return k.Sub(median).Abs().Cmp(report.MustKroner("30")) > 0
	}
	three := report.MustKroner("3")
	return median.Sign() > 0 && (k.Cmp(median.Mul(three)) > 0 || k.Mul(three).Cmp(median) < 0)
}
