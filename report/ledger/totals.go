package ledger

import "gevinst/report"

// totals is the agency's entries in the order of the bridge.
func (v *view) totals() []Entry {
	t := &v.Bridge
	return []Entry{
		v.total(KeyTotal, t.Total, "sum_netto", v.sumLines(func(l *GainLine) bool { return true }, "netto", netOf)),
		v.total(KeyEarlier, t.Earlier, "sum_foert", v.sumLines(func(l *GainLine) bool { return l.Earlier != nil }, "foert_tidligere", earlierOf)),
		v.total(KeyNew, t.New, "A", []Input{v.of(KeyTotal, t.Total), less(v.of(KeyEarlier, t.Earlier))}),
		v.total(KeyMoney, t.Money, "sum_klasse", v.sumLines(isMoney, "ny_netto", newOf)),
		v.total(KeyTime, t.Time, "sum_klasse", v.sumLines(isTime, "ny_netto", newOf)),
		v.total(KeyCoFinance, t.CoFinance, "sum_medfinansiering", v.coFinanced()),
		v.total(KeyOneOff, t.OneOff, "sum_aar", v.oneOffCells()),
		v.total(KeyBeforeCut, t.BeforeCut, "for_rammekutt", v.deductions(v.of(KeyNew, t.New))),
		v.total(KeyFrameCut, t.FrameCut, v.cutFormula(), v.cutCells()),
		v.total(KeyResult, t.Result, "R", []Input{v.of(KeyBeforeCut, t.BeforeCut), less(v.of(KeyFrameCut, t.FrameCut))}),
		v.total(KeyReallocable, t.Reallocable, "max0", []Input{v.of(KeyResult, t.Result)}),
		v.total(KeyUncovered, t.Uncovered, "max0_neg", []Input{less(v.of(KeyResult, t.Result))}),
		v.total(KeyResultMoney, t.ResultMoney, "R_midler", append(v.deductions(v.of(KeyMoney, t.Money)), less(v.of(KeyFrameCut, t.FrameCut)))),
		v.total(KeyReallocMoney, t.ReallocMoney, "max0_min", []Input{v.of(KeyResultMoney, t.ResultMoney), v.of(KeyResult, t.Result)}),
		v.total(KeyUsed, t.Used, "sum_bruk", v.useCells(func(u *report.Reallocation) bool { return true })),
		v.total(KeyUsedMoney, t.UsedMoney, "sum_kjop", v.useCells(func(u *report.Reallocation) bool { return u.Kind.OK() && u.Kind.Value != WorkingTime })),
		v.total(KeyRest, t.Rest, "rest", []Input{v.of(KeyReallocable, t.Reallocable), less(v.of(KeyUsed, t.Used))}),
		v.total(KeyFullYear, t.FullYear, "sum_helaar", v.fullYears()),
	}
}

func (v *view) total(key string, amount report.Kroner, formula string, inputs []Input) Entry {
	return Entry{Key: key, Name: key, Amount: amount, Unit: "kr", Formula: formula, Inputs: inputs, Source: v.source(key)}
}

// source names what a total rests on: only co-financing and the frame cut have a
// published one.
func (v *view) source(key string) string {
	terms, ok := v.Submission.Spec.CoFinanceTerm(v.Year)
	switch {
	case key == KeyCoFinance && ok:
		return terms.Source
	case key == KeyFrameCut:
		return "abe"
	case key == KeyOneOff:
		return "forsvaret"
	default:
		return report.OwnSource
	}
}

func (v *view) of(key string, amount report.Kroner) Input {
	return Input{Name: key, Key: key, Amount: amount, Unit: "kr"}
}

func (v *view) deductions(from Input) []Input {
	return []Input{from, less(v.of(KeyCoFinance, v.Bridge.CoFinance)), less(v.of(KeyOneOff, v.Bridge.OneOff))}
}

func isMoney(l *GainLine) bool             { return l.Gain.Class.Value == "BUDSJETT" }
func isTime(l *GainLine) bool              { return l.Gain.Class.Value == "ALTERNATIV" }
func netOf(l *GainLine) *report.Kroner     { return l.Net }
func newOf(l *GainLine) *report.Kroner     { return l.New }
func earlierOf(l *GainLine) *report.Kroner { return l.Earlier }

func (v *view) sumLines(want func(*GainLine) bool, kind string, amount func(*GainLine) *report.Kroner) []Input {
	var all []Input
	for i := range v.Gains {
		if line := &v.Gains[i]; line.Counts() && want(line) {
			all = append(all, v.link(v.gainNames[i], kind, amount(line)))
		}
	}
	return all
}

func (v *view) fullYears() []Input {
	var all []Input
	for i := range v.Gains {
		if full := v.Gains[i].FullYear(); full != nil {
			all = append(all, v.link(v.gainNames[i], "helaar", full))
		}
	}
	return all
}

func (v *view) coFinanced() []Input {
	var all []Input
	for i := range v.Measures {
		if v.Measures[i].CoFinanced {
			all = append(all, v.link(v.measureNames[i], "medfinansiering", &v.Measures[i].CoFinance))
		}
	}
	return all
}

func (v *view) oneOffCells() []Input {
	var all []Input
	for _, c := range v.Submission.OneOffs {
		if c.Year.OK() && c.Amount.OK() && c.Year.Value == v.Year {
			all = append(all, v.cell("engangskostnad", "kr", c.Amount))
		}
	}
	return all
}

func (v *view) cutFormula() string {
	if v.Bridge.CutDeducted {
		return "rammekutt"
	}
	return "rammekutt_ikke_trukket"
}

func (v *view) cutCells() []Input {
	if !v.Bridge.CutDeducted {
		return []Input{{Name: "trekk_rammekutt", Place: v.Submission.Place(v.Submission.Agency.DeductCut.At)}}
	}
	var all []Input
	for _, a := range v.Submission.Budget {
		if a.AbeCut.OK() {
			all = append(all, v.cell("abe_kutt_kr", "kr", a.AbeCut))
		}
	}
	for _, c := range v.Submission.Cuts {
		if c.Amount.OK() && c.Year.OK() && OtherCut(&c, v.Year) {
			all = append(all, v.cell("annet_rammekutt", "kr", c.Amount))
		}
	}
	return all
}

func (v *view) useCells(want func(*report.Reallocation) bool) []Input {
	var all []Input
	for i := range v.Submission.Uses {
		if u := &v.Submission.Uses[i]; u.Amount.OK() && want(u) {
			all = append(all, v.cell("omdisponert_belop", "kr", u.Amount))
		}
	}
	return all
}
