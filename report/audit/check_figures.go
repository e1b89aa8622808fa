package audit

import (
	"maps"
	"math/big"
	"slices"

	"gevinst/report"
	"gevinst/report/audit/second"
	"gevinst/report/batch"
)

// checkFigures compares every figure at full precision with the one that the second
// path has: what the report's JSON says, and what the product's own path says today.
func checkFigures(x *examination) {
	exact := x.workbook.result.Entries()
	now := map[string]report.Kroner{}
	var own []amount
	for e := range x.workbook.seen.Outcome.Ledger.Entries() {
		now[e.Key] = e.Amount
		own = append(own, amount{e.Key, e.Amount})
	}
	if x.figures == nil {
		x.compare("", own, exact)
		return
	}
	stated := amounts(x.figures)
	x.compare(x.figuresName, stated, exact)
	if x.stated != nil && !x.dataSame && x.workbook.seen.Outcome.Blocks() {
		return // no report is made of this other workbook, and both paths leave out what is wrong in their own way
	}
	same := map[string]bool{}
	for _, s := range stated {
		same[s.key] = now[s.key].Cmp(s.is) == 0
	}
	list := &listing{x: x}
	for _, a := range own {
		if same[a.key] {
			continue // compared above
		}
		if want, ok := exact[a.key]; !ok || !second.Same(rat(a.is), want) {
			list.except(Exception{Kind: "figure.own", Place: Place{Key: a.key}, Reported: a.is.String(), Found: written(want)})
		}
	}
	list.end()
}

// compare holds amounts to the exact ones, in the order of the computation, so that
// the first that differs is the cause of the others.
func (x *examination) compare(file string, stated []amount, exact map[string]*big.Rat) {
	list := &listing{x: x, file: file}
	seen := map[string]bool{}
	for _, a := range stated {
		x.compared(1)
		seen[a.key] = true
		want, ok := exact[figureOf(a.key)]
		switch {
		case !ok:
			list.except(Exception{Kind: "figure.extra", File: file, Place: Place{Key: a.key}, Reported: a.is.String()})
		case !second.Same(rat(a.is), want):
			list.except(Exception{Kind: "figure.differs", File: file, Place: Place{Key: a.key}, Reported: a.is.String(), Found: written(want)})
		}
	}
	for _, key := range slices.Sorted(maps.Keys(exact)) {
		if !seen[key] {
			list.except(Exception{Kind: "figure.lacking", File: file, Place: Place{Key: key}, Found: written(exact[key])})
		}
	}
	list.end()
}

// amount is a figure with its key.
type amount struct {
	key string
	is  report.Kroner
}

func rat(k report.Kroner) *big.Rat {
	x, _ := new(big.Rat).SetString(k.Decimal().String())
	return x
}

// written is an exact amount as the JSON writes amounts.
func written(x *big.Rat) string {
	if x == nil {
		return ""
	}
	k, err := report.ParseKroner(x.FloatString(24))
	if err != nil {
		return x.RatString()
	}
	return k.String()
}

// bridgePrefix marks an amount of the JSON's bridge, which states the totals again.
const bridgePrefix = "bridge."

func figureOf(key string) string {
	if len(key) > len(bridgePrefix) && key[:len(bridgePrefix)] == bridgePrefix {
		return key[len(bridgePrefix):]
	}
	return key
}

// amounts is every amount that the JSON states of the ledger: its entries, and what
// its bridge says otherwise than they do.
func amounts(d *batch.Document) []amount {
	var all []amount
	entries := map[string]report.Kroner{}
	for _, e := range d.Entries {
		all = append(all, amount{e.Key, e.Amount})
		entries[e.Key] = e.Amount
	}
	b := d.Bridge
	if b == nil {
		return all
	}
	for _, a := range bridgeOf(b) {
		if same, ok := entries[a.key]; !ok || same.Cmp(a.is) != 0 {
			all = append(all, amount{bridgePrefix + a.key, a.is})
		}
	}
	return all
}

// bridgeOf is the totals of a bridge by the keys of their entries.
func bridgeOf(b *batch.Bridge) []amount {
	return []amount{
		{"A_tot", b.Total}, {"V", b.Earlier}, {"A", b.New}, {"A_midler", b.Money}, {"A_tid", b.Time}, {"B1", b.CoFinance}, {"C", b.OneOff},
		{"for_rammekutt", b.BeforeCut}, {"K", b.FrameCut}, {"R", b.Result}, {"omdisponerbart", b.Reallocable}, {"udekket_rammekutt", b.Uncovered},
		{"R_midler", b.ResultMoney}, {"omdisponerbart_midler", b.ReallocMoney}, {"omdisponert", b.Used}, {"omdisponert_kjop", b.UsedMoney},
		{"rest", b.Rest}, {"helaarseffekt", b.FullYear},
	}
}
