package ledger

import "gevinst/report"

// measures sums each measure and computes what co-financing takes of it.
func (b *book) measures() {
	oneOff := b.oneOffs()
	terms, known := b.sub.Spec.CoFinanceTerm(b.ledger.Year)
	b.ledger.Measures = make([]MeasureLine, len(b.sub.Measures))
	for i := range b.sub.Measures {
		m := &b.sub.Measures[i]
		line := MeasureLine{Measure: m, New: b.newByRow[i]}
		if m.ID.OK() && b.byID[m.ID.Value] == i {
			line.OneOff = oneOff[m.ID.Value]
		}
		if m.Finance.State == report.Bad || CoFinanced(m) && !known {
			b.incomplete(m.Finance.At)
		}
		if CoFinanced(m) && known {
			line.CoFinanced = true
			line.CoFinance = line.New.Max(report.Kroner{}).Percent(terms.RatePst)
			b.ledger.Bridge.CoFinance = b.ledger.Bridge.CoFinance.Add(line.CoFinance)
		}
		b.ledger.Measures[i] = line
	}
}

// oneOffs sums the report year's one-off costs by measure, and in all.
func (b *book) oneOffs() map[string]report.Kroner {
	sums := map[string]report.Kroner{}
	for _, c := range b.sub.OneOffs {
		if !b.have(c.Year.At) || c.Year.Value != b.ledger.Year || !b.have(c.Amount.At) {
			continue
		}
		sums[c.Measure.Value] = sums[c.Measure.Value].Add(c.Amount.Value)
		b.ledger.Bridge.OneOff = b.ledger.Bridge.OneOff.Add(c.Amount.Value)
	}
	return sums
}

// bridge takes the new net gain to what remains after all uses.
func (b *book) bridge() {
	t := &b.ledger.Bridge
	zero := report.Kroner{}
	t.New = t.Total.Sub(t.Earlier)
	t.BeforeCut = t.New.Sub(t.CoFinance).Sub(t.OneOff)
	t.CutDeducted = b.sub.Agency.DeductCut.Or(true)
	if b.sub.Agency.DeductCut.State == report.Bad {
		b.incomplete(b.sub.Agency.DeductCut.At)
	}
	t.FrameCut = b.frameCut()
	t.Result = t.BeforeCut.Sub(t.FrameCut)
	t.Reallocable = t.Result.Max(zero)
	t.Uncovered = t.Result.Neg().Max(zero)
	t.ResultMoney = t.Money.Sub(t.CoFinance).Sub(t.OneOff).Sub(t.FrameCut)
	t.ReallocMoney = t.ResultMoney.Min(t.Result).Max(zero)
	for _, u := range b.sub.Uses {
		if !b.have(u.Amount.At) {
			continue
		}
		t.Used = t.Used.Add(u.Amount.Value)
		if b.have(u.Kind.At) && u.Kind.Value != WorkingTime {
			t.UsedMoney = t.UsedMoney.Add(u.Amount.Value)
		}
	}
	t.Rest = t.Reallocable.Sub(t.Used)
}

// frameCut is K: the general cut of the year and other cuts in the frame, or
// zero where the agency has chosen not to deduct them.
func (b *book) frameCut() report.Kroner {
	sum := report.Kroner{}
	if !b.ledger.Bridge.CutDeducted {
		return sum
	}
	for _, a := range b.sub.Budget {
		switch {
		case a.AbeCut.OK():
			sum = sum.Add(a.AbeCut.Value)
		case !a.AbeCut.Missing(): // blank is a post without a general cut
			b.incomplete(a.AbeCut.At)
		}
	}
	for _, c := range b.sub.Cuts {
		if b.have(c.Year.At, c.Type.At) && OtherCut(&c, b.ledger.Year) && b.have(c.Amount.At) {
			sum = sum.Add(c.Amount.Value)
		}
	}
	return sum
}

// OtherCut tells whether a cut is one in the frame beside the general one, of that year:
// what is deducted, where the agency deducts cuts at all.
func OtherCut(c *report.BudgetCut, year int) bool {
	return c.Type.Value == "ANNET_RAMMEKUTT" && c.Year.Value == year
}
