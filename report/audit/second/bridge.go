package second

import "math/big"

// deductions works out what co-financing takes and what was spent once.
func (r *Result) deductions() {
	first := map[string]*Measure{}
	for i := range r.Measures {
		m := &r.Measures[i]
		if first[m.ID] == nil && m.ID != "" {
			first[m.ID] = m
		}
		if m.CoFinanced {
			m.CoFinance = times(floor(m.New), r.terms, big.NewRat(1, 100))
		}
	}
	for _, c := range r.thisYear("engangskostnader") {
		if m := first[c.text("tiltak_id")]; m != nil {
			m.OneOff = plus(m.OneOff, Number(c.cells["belop_kr"]))
		}
	}
}

// thisYear is the rows of a table that are of the report year and have an amount.
func (r *Result) thisYear(table string) []record {
	var all []record
	for _, c := range r.form.tables[table] {
		if whole(c.cells["aar"]) == r.Year && Number(c.cells["belop_kr"]) != nil {
			all = append(all, c)
		}
	}
	return all
}

// otherCuts is the cuts in the year's frame beside the general one.
func (r *Result) otherCuts() []record {
	var all []record
	for _, c := range r.thisYear("budsjettuttak") {
		if r.form.code(c, "uttakstype", "type") == "ANNET_RAMMEKUTT" {
			all = append(all, c)
		}
	}
	return all
}

// bridge takes the net gain to what remains.
func (r *Result) bridge() {
	t := r.Totals
	for _, key := range []string{"A_tot", "V", "A_midler", "A_tid", "B1", "C", "K", "omdisponert", "omdisponert_kjop", "helaarseffekt"} {
		t[key] = new(big.Rat)
	}
	for i := range r.Lines {
		r.total(&r.Lines[i])
	}
	for i := range r.Measures {
		t["B1"] = plus(t["B1"], r.Measures[i].CoFinance)
	}
	for _, c := range r.thisYear("engangskostnader") {
		t["C"] = plus(t["C"], Number(c.cells["belop_kr"]))
	}
	if r.CutDeducted {
		r.frameCut()
	}
	for _, u := range r.form.tables["omdisponering"] {
		amount := Number(u.cells["belop_kr"])
		t["omdisponert"] = plus(t["omdisponert"], amount)
		if kind := r.form.code(u, "omdisponering_art", "art"); kind != "" && kind != "LONN_TID" {
			t["omdisponert_kjop"] = plus(t["omdisponert_kjop"], amount)
		}
	}
	t["A"] = minus(t["A_tot"], t["V"])
	t["for_rammekutt"] = minus(t["A"], t["B1"], t["C"])
	t["R"] = minus(t["for_rammekutt"], t["K"])
	t["R_midler"] = minus(t["A_midler"], t["B1"], t["C"], t["K"])
	t["omdisponerbart"] = floor(t["R"])
	t["udekket_rammekutt"] = floor(minus(new(big.Rat), t["R"]))
	t["omdisponerbart_midler"] = floor(least(t["R_midler"], t["R"]))
	t["rest"] = minus(t["omdisponerbart"], t["omdisponert"])
}

func (r *Result) total(l *Line) {
	if !l.Counts {
		return
	}
	t := r.Totals
	t["A_tot"] = plus(t["A_tot"], l.Net)
	t["V"] = plus(t["V"], l.Earlier)
	kind := "A_tid"
	if l.Class == "BUDSJETT" {
		kind = "A_midler"
	}
	t[kind] = plus(t[kind], l.New)
	t["helaarseffekt"] = plus(t["helaarseffekt"], l.FullYear)
}

func (r *Result) frameCut() {
	for _, a := range r.form.tables["bevilgning"] {
		r.Totals["K"] = plus(r.Totals["K"], Number(a.cells["abe_kutt_kr"]))
	}
	for _, c := range r.otherCuts() {
		r.Totals["K"] = plus(r.Totals["K"], Number(c.cells["belop_kr"]))
	}
}

// plus adds amounts that may not exist.
func plus(a, b *big.Rat) *big.Rat {
	switch {
	case b == nil:
		return a
	case a == nil:
		return b
	default:
		return new(big.Rat).Add(a, b)
	}
}

// floor is x, or zero where it is negative.
func floor(x *big.Rat) *big.Rat {
	if x.Sign() < 0 {
		return new(big.Rat)
	}
	return x
}

func least(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}
