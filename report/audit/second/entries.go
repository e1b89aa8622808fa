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
	names := namer{}
	for i := range r.Lines {
		l := &r.Lines[i]
		name := names.of("gevinst/", l.ID, l.Row)
		put(name+"/timer", l.Hours)
		put(name+"/brutto", l.Gross)
		put(name+"/uttatt", l.Taken)
		put(name+"/netto", l.Net)
		put(name+"/foert_tidligere", l.Earlier)
		put(name+"/ny_netto", l.New)
		put(name+"/helaar", l.FullYear)
	}
	for i := range r.Measures {
		m := &r.Measures[i]
		name := names.of("tiltak/", m.ID, m.Row)
		put(name+"/ny_netto", m.New)
		put(name+"/engangskostnad", m.OneOff)
		put(name+"/medfinansiering", m.CoFinance)
	}
	for key, x := range r.Totals {
		put(key, x)
	}
	return all
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
