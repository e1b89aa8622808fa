package main

import (
	"strings"

	"gevinst/report"
)

// exactOption asks for every decimal of a figure.
func exactOption() option { return option{name: "exact"} }

// mostDecimals is what a figure may have and be printed whole. Nobody types more,
// so that one with more is a quotient.
const mostDecimals = 6

// amount is a figure with its unit, kroner with whole øre. A quotient is rounded
// behind the sign ≈, unless every decimal was asked for.
func (p *console) amount(k report.Kroner, unit string) string {
	figure := p.figure(k, unit)
	if rounded, ok := strings.CutPrefix(figure, nearly); ok {
		return nearly + p.WithUnit(rounded, unit)
	}
	return p.WithUnit(figure, unit)
}

// equals says what a figure is, " = 884 020 kr", or nearly is.
func (p *console) equals(k report.Kroner, unit string) string {
	said := p.amount(k, unit)
	if strings.HasPrefix(said, nearly) {
		return " " + said
	}
	return " = " + said
}

// nearly stands before a figure that was rounded.
const nearly = "≈\u00a0"

func (p *console) figure(k report.Kroner, unit string) string {
	switch {
	case unit == "kr" && k.Round(2).Cmp(k) == 0:
		return p.Kroner(k)
	case p.exact || k.Round(mostDecimals).Cmp(k) == 0:
		return p.Short(k)
	default:
		p.rounded = true
		return nearly + p.Short(k.Round(decimals(k)))
	}
}

// decimals is how many of a quotient are printed.
func decimals(k report.Kroner) int32 {
	if k.Abs().Cmp(report.MustKroner("1")) < 0 {
		return mostDecimals
	}
	return 2
}

// amountOrNone is an amount that may not be there.
func (p *console) amountOrNone(k *report.Kroner, unit string) *string {
	if k == nil {
		return nil
	}
	s := p.amount(*k, unit)
	return &s
}

// exactly is amountOrNone with every decimal.
func (p *console) exactly(k *report.Kroner, unit string) *string {
	asked := p.exact
	p.exact = true
	defer func() { p.exact = asked }()
	return p.amountOrNone(k, unit)
}

// tellRounded says how to see what was rounded.
func (c *call) tellRounded() {
	if c.rounded {
		c.note("exact.rounded")
	}
}
