package second

import (
	"math/big"
	"strconv"
)

// Entries is every figure under its key, as the report's JSON names them.
func (r *Result) Entries() map[string]*big.Rat {
	all := map[string]*big.Rat{}
	put := func(key string, x *big.Rat) {
		if x != nil {
			all[key] = x
		}
	}
	for i := range r.Lines {
		l := &r.Lines[i]
		put(l.key+hours, l.Hours)
		put(l.key+gross, l.Gross)
		put(l.key+taken, l.Taken)
		put(l.key+net, l.Net)
		put(l.key+earlier, l.Earlier)
		put(l.key+fresh, l.New)
		put(l.key+fullYear, l.FullYear)
	}
	for i := range r.Measures {
		m := &r.Measures[i]
		put(m.key+fresh, m.New)
		put(m.key+oneOff, m.OneOff)
		put(m.key+coFinance, m.CoFinance)
	}
	for key, x := range r.Totals {
		put(key, x)
	}
	return all
}

// The ends of the keys of a gain's figures, and of a measure's.
const (
	hours     = "/timer"
	gross     = "/brutto"
	taken     = "/uttatt"
	net       = "/netto"
	earlier   = "/foert_tidligere"
	fresh     = "/ny_netto"
	fullYear  = "/helaar"
	oneOff    = "/engangskostnad"
	coFinance = "/medfinansiering"
)

// name gives every gain and measure the beginning of its figures' keys.
func (r *Result) name() {
	names := namer{}
	for i := range r.Lines {
		r.Lines[i].key = names.of("gevinst/", r.Lines[i].ID, r.Lines[i].Row)
	}
	for i := range r.Measures {
		r.Measures[i].key = names.of("tiltak/", r.Measures[i].ID, r.Measures[i].Row)
	}
}

// namer names rows by their id, and by their row too where an id is missing or
// stands twice.
type namer map[string]bool

func (n namer) of(kind, id string, row int) string {
	name := kind + id
	if id == "" || n[name] {
		name += "#" + strconv.Itoa(row)
	}
	n[name] = true
	return name
}

// settled is how many decimals an amount of the report has at most; a quotient
// that does not end is settled there.
const settled = 24

// Same tells whether a figure of the report is the exact one, or, where its
// decimals do not end, one that they can only come near to.
func Same(reported, exact *big.Rat) bool {
	if rounded(exact, settled).Cmp(exact) == 0 {
		return reported.Cmp(exact) == 0
	}
	apart := new(big.Rat).Sub(reported, exact)
	return apart.Abs(apart).Cmp(new(big.Rat).Inv(pow10(settled))) <= 0
}
