package second

import "math/big"

// bridgeTable is the way from the net gain to what remains, deductions with their
// sign turned.
func bridgeTable(now, last *Result) *making {
	counted := false
	for i := range now.Lines {
		counted = counted || now.Lines[i].Counts
	}
	if !counted && now.Totals["R"].Sign() == 0 {
		return nil
	}
	t := table("chapter.bridge.table", years(now, last)...)
	steps := []struct {
		key     string
		deducts bool
	}{
		{"A_tot", false}, {"V", true}, {"A", false}, {"A_midler", false}, {"A_tid", false}, {"B1", true}, {"C", true}, {"for_rammekutt", false},
		{"K", true}, {"udekket_rammekutt", true}, {"omdisponerbart", false}, {"omdisponerbart_midler", false}, {"omdisponert", true}, {"rest", false},
	}
	for _, s := range steps {
		if s.key == "udekket_rammekutt" && now.Totals[s.key].Sign() == 0 {
			continue
		}
		var cells []Cell
		if last != nil {
			cells = append(cells, kr(signed(last.Totals[s.key], s.deducts)))
		}
		t.row(append(cells, entry(s.key, signed(now.Totals[s.key], s.deducts)))...)
	}
	return t
}

func signed(x *big.Rat, deducts bool) *big.Rat {
	if deducts {
		return minus(new(big.Rat), x)
	}
	return x
}

// deductionTable is each deduction by itself.
func deductionTable(now, _ *Result) *making {
	if t := bridgeTable(now, nil); t == nil {
		return nil
	}
	t := table("chapter.deductions.table", Column{Key: "chapter.col.amount"})
	deduct := func(x *big.Rat) { t.row(kr(minus(new(big.Rat), x))) }
	for i := range now.Measures {
		if m := &now.Measures[i]; m.CoFinanced {
			t.row(entry(m.key+coFinance, signed(m.CoFinance, true)))
		}
	}
	for _, c := range now.thisYear("engangskostnader") {
		deduct(Number(c.cells["belop_kr"]))
	}
	if now.CutDeducted {
		for _, a := range now.form.tables["bevilgning"] {
			if x := Number(a.cells["abe_kutt_kr"]); x != nil {
				deduct(x)
			}
		}
		for _, c := range now.otherCuts() {
			deduct(Number(c.cells["belop_kr"]))
		}
	}
	if len(t.Rows) > 0 {
		t.sum()
	}
	return t
}
