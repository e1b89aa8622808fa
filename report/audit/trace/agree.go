package trace

import (
	"encoding/json"
	"strings"

	"gevinst/report"
	"gevinst/report/batch"
)

// Break is a figure that does not follow from what the same report says of it.
type Break struct {
	Kind   string // sum, operand, bridge: what it was held against; missing, twice, formula: why it cannot be
	Key    string // of the figure
	Stated report.Kroner
	Found  report.Kroner // what its operands, or the figure of the same key, come to
}

// Breaks holds a report against itself: each figure against its operands, each operand
// against the figure that it names, and the lines of the bridge against the figures. A
// report without a break may still be another than its workbook's; that an audit proves.
func Breaks(d *batch.Document) []Break {
	var all []Break
	byKey := entries(d)
	for i := range d.Entries {
		e := &d.Entries[i]
		if byKey[e.Key] != e {
			all = append(all, Break{Kind: "twice", Key: e.Key, Stated: e.Amount, Found: byKey[e.Key].Amount})
		}
		all = append(all, follows(e, byKey)...)
	}
	return append(all, bridgeBreaks(d, byKey)...)
}

// follows holds one figure against its operands.
func follows(e *batch.Entry, byKey map[string]*batch.Entry) []Break {
	var amounts []report.Kroner
	var all []Break
	for _, in := range e.Inputs {
		amount := report.Kroner{}
		if in.Amount != nil {
			amount = *in.Amount
		}
		if in.Key != nil {
			switch below := byKey[*in.Key]; {
			case below == nil:
				all = append(all, Break{Kind: "missing", Key: *in.Key})
			case !same(below.Amount, amount):
				all = append(all, Break{Kind: "operand", Key: *in.Key, Stated: below.Amount, Found: amount})
			}
		}
		if in.Minus {
			amount = amount.Neg()
		}
		amounts = append(amounts, amount)
	}
	found, known := compute(e.Formula, amounts)
	switch {
	case !known:
		all = append(all, Break{Kind: "formula", Key: e.Key, Stated: e.Amount})
	case !same(found, e.Amount):
		all = append(all, Break{Kind: "sum", Key: e.Key, Stated: e.Amount, Found: found})
	}
	return all
}

// bridgeBreaks holds the bridge against the figures with its lines' names.
func bridgeBreaks(d *batch.Document, byKey map[string]*batch.Entry) []Break {
	if d.Bridge == nil {
		return nil
	}
	raw, err := json.Marshal(d.Bridge)
	if err != nil {
		return nil
	}
	lines := map[string]json.RawMessage{}
	if json.Unmarshal(raw, &lines) != nil {
		return nil
	}
	var all []Break
	for i := range d.Entries {
		e := &d.Entries[i]
		var line report.Kroner
		if words, ok := lines[e.Key]; ok && (json.Unmarshal(words, &line) != nil || !same(line, e.Amount)) {
			all = append(all, Break{Kind: "bridge", Key: e.Key, Stated: e.Amount, Found: line})
		}
	}
	return all
}

// slack is what the 24 decimals of a quotient may leave open once it is multiplied.
var slack = report.MustKroner("0.000001")

func same(a, b report.Kroner) bool { return a.Sub(b).Abs().Cmp(slack) < 0 }

// compute makes of operands, in the report's order, what a formula says; what is
// subtracted comes below zero. It is false where this version does not know the formula,
// or not with these operands.
func compute(formula string, of []report.Kroner) (report.Kroner, bool) {
	if takes(formula) > 0 {
		return product(formula, of)
	}
	switch formula {
	case "celle", "brutto_fast", "brutto_diff", "netto", "ny_netto", "ny_netto_forste", "helaar_netto", "sum_ny", "sum_aar", "sum_netto",
		"sum_foert", "sum_klasse", "sum_medfinansiering", "sum_bruk", "sum_kjop", "sum_helaar", "A", "for_rammekutt", "rammekutt", "R", "R_midler", "rest":
		return sum(of), true
	}
	return report.Kroner{}, false
}

// takes is how many operands a formula that is no sum takes, 0 for others.
func takes(formula string) int {
	switch formula {
	case "max0", "max0_neg":
		return 1
	case "brutto_tid", "uttatt", "medfinansiering", "max0_min":
		return 2
	case "timer", "brutto_fast_indeks":
		return 3
	case "brutto_diff_indeks":
		return 4
	}
	return 0
}

func product(formula string, of []report.Kroner) (report.Kroner, bool) {
	if len(of) != takes(formula) || strings.HasSuffix(formula, "_indeks") && of[2].Sign() == 0 {
		return report.Kroner{}, false
	}
	switch formula {
	case "timer":
		return of[0].Mul(of[1].Sub(of[2])).Quo(report.MustKroner("60")), true
	case "brutto_tid":
		return of[0].Mul(of[1]), true
	case "uttatt":
		return of[0].Percent(of[1]), true
	case "medfinansiering":
		return of[0].Max(report.Kroner{}).Percent(of[1]), true
	case "brutto_fast_indeks":
		return of[0].Mul(of[1]).Quo(of[2]), true
	case "brutto_diff_indeks":
		return of[0].Mul(of[1]).Quo(of[2]).Add(of[3]), true
	case "max0_min":
		return of[0].Min(of[1]).Max(report.Kroner{}), true
	default: // max0, max0_neg
		return of[0].Max(report.Kroner{}), true
	}
}

func sum(of []report.Kroner) report.Kroner {
	total := report.Kroner{}
	for _, k := range of {
		total = total.Add(k)
	}
	return total
}
