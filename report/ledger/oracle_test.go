package ledger_test

import (
	"math/big"
	"strings"

	"gevinst/report"
)

// oracle works the figures out a second time, in fractions and straight from what
// was filled in, sharing no code with the ledger. A figure that is missing from
// figures does not exist.
type oracle struct {
	filling  report.Filling
	year     string
	figures  map[string]*big.Rat
	complete bool
	newOf    map[string]*big.Rat // by measure
}

func work(f report.Filling, coFinanceShare *big.Rat) *oracle {
	o := &oracle{filling: f, year: f["virksomhet"][0]["rapportaar"], figures: map[string]*big.Rat{}, complete: true, newOf: map[string]*big.Rat{}}
	sums := map[string]*big.Rat{}
	for _, name := range []string{"A_tot", "V", "A_midler", "A_tid", "B1", "C", "K", "omdisponert", "omdisponert_kjop", "helaarseffekt"} {
		sums[name] = new(big.Rat)
	}
	for _, g := range f["gevinster"] {
		o.line(g, sums)
	}
	o.coFinancing(coFinanceShare, sums)
	o.rows(sums)
	o.finish(sums)
	return o
}

// number is the value of a literal; nil where there is none. A literal that is
// there and is no number makes the whole incomplete.
func (o *oracle) number(r report.Record, key string) *big.Rat {
	v, ok := new(big.Rat).SetString(r[key])
	if !ok {
		return nil
	}
	return v
}

func (o *oracle) need(r report.Record, keys ...string) []*big.Rat {
	var all []*big.Rat
	for _, k := range keys {
		v := o.number(r, k)
		if v == nil {
			o.complete = false
			return nil
		}
		all = append(all, v)
	}
	return all
}

func (o *oracle) measure(id string) report.Record {
	for _, m := range o.filling["tiltak"] {
		if m["tiltak_id"] == id && id != "" {
			return m
		}
	}
	return nil
}

const nonsense = "TULL"

func named(r report.Record, key string) bool { return r[key] != "" && r[key] != nonsense }

func (o *oracle) line(g report.Record, sums map[string]*big.Rat) {
	m := o.measure(g["tiltak_id"])
	if m == nil || !named(m, "status") || !named(g, "gevinstklasse") {
		o.complete = false
		return
	}
	if !strings.Contains("IVERKSATT AVSLUTTET", m["status"]) || g["gevinstklasse"] == "IKKE_PRISSATT" || g["metode"] == "IKKE_KR" {
		return
	}
	gross := o.gross(g)
	if gross == nil {
		o.complete = false
		return
	}
	key := "gevinst/" + g["gevinst_id"] + "/"
	o.figures[key+"brutto"] = gross
	sum := map[string]string{"BUDSJETT": "A_midler", "ALTERNATIV": "A_tid"}[g["gevinstklasse"]]
	if sum == "" {
		return
	}
	v := o.need(g, "uttaksgrad_pst", "varig_driftskostnad_kr")
	if v == nil {
		return
	}
	net := new(big.Rat).Mul(gross, v[0])
	net.Mul(net, big.NewRat(1, 100)).Sub(net, v[1])
	o.figures[key+"netto"] = net
	before, fresh := new(big.Rat), m["effekt_fra"] >= o.year
	if g["foert_tidligere_kr"] != "" || !fresh {
		if v = o.need(g, "foert_tidligere_kr"); v == nil {
			return
		}
		before = v[0]
	}
	now := new(big.Rat).Sub(net, before)
	o.figures[key+"ny_netto"] = now
	if g["maalt_dato"] == "" || g["maalt_kilde"] == "" {
		o.complete = false
		return
	}
	o.count(g, m, sum, net, before, now, sums)
}

func (o *oracle) count(g, m report.Record, sum string, net, before, now *big.Rat, sums map[string]*big.Rat) {
	sums["A_tot"].Add(sums["A_tot"], net)
	sums["V"].Add(sums["V"], before)
	sums[sum].Add(sums[sum], now)
	if o.newOf[m["tiltak_id"]] == nil {
		o.newOf[m["tiltak_id"]] = new(big.Rat)
	}
	o.newOf[m["tiltak_id"]].Add(o.newOf[m["tiltak_id"]], now)
	switch {
	case g["varighet"] == "ENGANGS":
	case g["varighet"] != "VARIG":
		o.complete = false
	case g["helaarseffekt_kr"] == "":
		sums["helaarseffekt"].Add(sums["helaarseffekt"], net)
	default:
		if v := o.need(g, "helaarseffekt_kr"); v != nil {
			sums["helaarseffekt"].Add(sums["helaarseffekt"], v[0])
		}
	}
}

func (o *oracle) gross(g report.Record) *big.Rat {
	out := new(big.Rat)
	switch g["metode"] {
	case "TID_VOLUM":
		v := o.need(g, "volum", "enhet_for_min", "enhet_etter_min")
		if v == nil {
			return nil
		}
		hours := new(big.Rat).Mul(new(big.Rat).Sub(v[1], v[2]), v[0])
		hours.Quo(hours, big.NewRat(60, 1))
		o.figures["gevinst/"+g["gevinst_id"]+"/timer"] = hours
		if v = o.need(g, "timekostnad_kr"); v == nil {
			return nil
		}
		return out.Mul(hours, v[0])
	case "KRONER_DIFF":
		v, ratio := o.need(g, "kostnad_for_kr", "kostnad_etter_kr"), o.ratio(g)
		if v == nil || ratio == nil {
			return nil
		}
		return out.Sub(out.Mul(ratio, v[0]), v[1])
	case "FASTBELOP":
		v, ratio := o.need(g, "belop_kr"), o.ratio(g)
		if v == nil || ratio == nil {
			return nil
		}
		return out.Mul(ratio, v[0])
	}
	return nil
}

// ratio is price level of the report year over that of the price year.
func (o *oracle) ratio(g report.Record) *big.Rat {
	if g["prisaar"] == "" || g["prisaar"] == o.year {
		return big.NewRat(1, 1)
	}
	now, then := o.level(o.year), o.level(g["prisaar"])
	if now == nil || then == nil {
		return nil
	}
	return new(big.Rat).Quo(now, then)
}

func (o *oracle) level(year string) *big.Rat {
	for _, p := range o.filling["prisindeks"] {
		if v := o.number(p, "indeks"); p["aar"] == year && v != nil && v.Sign() > 0 {
			return v
		}
	}
	return nil
}

func (o *oracle) coFinancing(share *big.Rat, sums map[string]*big.Rat) {
	seen := map[string]bool{}
	for _, m := range o.filling["tiltak"] {
		if m["finansiering"] == nonsense {
			o.complete = false
		}
		id := m["tiltak_id"]
		if now := o.newOf[id]; m["finansiering"] == "MEDFINANSIERING" && !seen[id] && now != nil && now.Sign() > 0 {
			sums["B1"].Add(sums["B1"], new(big.Rat).Mul(now, share))
		}
		seen[id] = true
	}
}

func (o *oracle) rows(sums map[string]*big.Rat) {
	add := func(sum string, r report.Record) {
		if v := o.need(r, "belop_kr"); v != nil {
			sums[sum].Add(sums[sum], v[0])
		}
	}
	for _, r := range o.filling["engangskostnader"] {
		if o.need(r, "aar") != nil && r["aar"] == o.year {
			add("C", r)
		}
	}
	if o.filling["virksomhet"][0]["trekk_rammekutt"] != "NEI" {
		for _, r := range o.filling["bevilgning"] {
			if r["abe_kutt_kr"] != "" {
				if v := o.need(r, "abe_kutt_kr"); v != nil {
					sums["K"].Add(sums["K"], v[0])
				}
			}
		}
		for _, r := range o.filling["budsjettuttak"] {
			if o.need(r, "aar") == nil || !named(r, "type") {
				o.complete = false
			} else if r["type"] == "ANNET_RAMMEKUTT" && r["aar"] == o.year {
				add("K", r)
			}
		}
	}
	for _, r := range o.filling["omdisponering"] {
		add("omdisponert", r)
		switch {
		case o.number(r, "belop_kr") == nil:
		case !named(r, "art"):
			o.complete = false
		case r["art"] != "LONN_TID":
			add("omdisponert_kjop", r)
		}
	}
}

func (o *oracle) finish(s map[string]*big.Rat) {
	less := func(from *big.Rat, names ...string) *big.Rat {
		out := new(big.Rat).Set(from)
		for _, n := range names {
			out.Sub(out, s[n])
		}
		return out
	}
	floor := func(x *big.Rat) *big.Rat {
		if x.Sign() < 0 {
			return new(big.Rat)
		}
		return x
	}
	for name, sum := range s {
		o.figures[name] = sum
	}
	o.figures["A"] = less(s["A_tot"], "V")
	o.figures["for_rammekutt"] = less(o.figures["A"], "B1", "C")
	r, money := less(o.figures["for_rammekutt"], "K"), less(s["A_midler"], "B1", "C", "K")
	o.figures["R"], o.figures["R_midler"] = r, money
	o.figures["omdisponerbart"], o.figures["udekket_rammekutt"] = floor(r), floor(new(big.Rat).Neg(r))
	if money.Cmp(r) > 0 {
		money = r
	}
	o.figures["omdisponerbart_midler"] = floor(money)
	o.figures["rest"] = less(o.figures["omdisponerbart"], "omdisponert")
}
