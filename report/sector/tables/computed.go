package tables

import (
	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/text"
)

// computed are the columns that the ledger adds to a sheet of the form. A report
// lists its gains and measures in the order of their sheets.
func computed(sheet string, v *text.Voice) []Column {
	switch sheet {
	case "gevinster":
		return gainColumns(v)
	case "tiltak":
		return measureColumns()
	default:
		return nil
	}
}

func gainColumns(v *text.Voice) []Column {
	gain := func(key, unit string, of func(g *batch.GainLine) *report.Kroner) Column {
		c := Column{Key: key, Type: report.MoneyType, Unit: unit, value: func(d *batch.Document, i int) string { return exact(of(&d.Gains[i])) }}
		if unit != "kr" {
			c.Type = report.NumberType
		}
		return c
	}
	return []Column{
		gain("timer", "timer", func(g *batch.GainLine) *report.Kroner { return g.Hours }),
		gain("brutto_kr", "kr", func(g *batch.GainLine) *report.Kroner { return g.Gross }),
		gain("uttatt_kr", "kr", func(g *batch.GainLine) *report.Kroner { return g.Taken }),
		gain("netto_kr", "kr", func(g *batch.GainLine) *report.Kroner { return g.Net }),
		gain("tidligere_kr", "kr", func(g *batch.GainLine) *report.Kroner { return g.Earlier }),
		gain("ny_netto_kr", "kr", func(g *batch.GainLine) *report.Kroner { return g.New }),
		gain("helaar_kr", "kr", func(g *batch.GainLine) *report.Kroner { return g.FullYear }),
		{Key: "teller_med", Type: report.CodeType, Codes: yesNo(), value: func(d *batch.Document, i int) string { return said(d.Gains[i].Eligible) }},
		{Key: "utelatt", Type: report.CodeType, Codes: reasons(), value: func(d *batch.Document, i int) string { return reasonOf(d.Gains[i].Why) }},
		{Key: "utelatt_fordi", Type: report.LongType, value: func(d *batch.Document, i int) string {
			if d.Gains[i].Why == nil {
				return ""
			}
			return v.Say("exclude." + *d.Gains[i].Why)
		}},
	}
}

func measureColumns() []Column {
	sum := func(key string, of func(m *batch.MeasureSum) report.Kroner) Column {
		return Column{Key: key, Type: report.MoneyType, Unit: "kr", value: func(d *batch.Document, i int) string { return of(&d.Measures[i]).String() }}
	}
	return []Column{
		sum("ny_netto_kr", func(m *batch.MeasureSum) report.Kroner { return m.New }),
		sum("medfinansiering_kr", func(m *batch.MeasureSum) report.Kroner { return m.CoFinance }),
		sum("engangskostnad_kr", func(m *batch.MeasureSum) report.Kroner { return m.OneOff }),
	}
}

// exclusions are the ledger's reasons why a gain does not count, and their codes here.
func exclusions() [][2]string {
	return [][2]string{{"class", "KLASSE"}, {"status", "STATUS"}, {"unpriced", "IKKE_PRISSATT"}, {"measured", "IKKE_MAALT"}, {"inputs", "TALL_MANGLER"}}
}

func reasons() []report.Choice { return choices(exclusions()) }

func reasonOf(why *string) string { return codeOf(exclusions(), or(why)) }

func yesNo() []report.Choice { return []report.Choice{{Value: "JA"}, {Value: "NEI"}} }

func said(yes bool) string {
	if yes {
		return "JA"
	}
	return "NEI"
}

// exact is an amount with every decimal it has; empty where there is none.
func exact(k *report.Kroner) string {
	if k == nil {
		return ""
	}
	return k.String()
}
