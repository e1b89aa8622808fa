package batch

import (
	"strconv"

	"gevinst/report"
)

func demandRow(d *report.Demand) Row {
	return filled(d.Row, report.Record{"krav_id": d.ID.Or(""), "krav_tekst": d.Text.Or(""), "svartype": d.Kind.Or(""), "maa_besvares": yesNo(d.Required), "svar": answer(&d.Answer)})
}

// tableRows are the ministry's tables: the headings and the rows of each.
func tableRows(demands []report.Demand) []Row {
	all := []Row{}
	for i := range demands {
		d := &demands[i]
		if len(d.Table) == 0 {
			continue
		}
		heads, kinds := report.Record{"krav_id": d.ID.Or(""), "radtype": report.HeadingRow}, report.Record{"krav_id": d.ID.Or(""), "radtype": report.KindRow}
		for n, c := range d.Columns {
			heads[tableField(n)], kinds[tableField(n)] = c.Label, string(c.Kind)
		}
		all = append(all, filled(d.HeadRow, heads), filled(d.KindRow, kinds))
		for _, cells := range d.Table {
			values, row := report.Record{"krav_id": d.ID.Or(""), "radtype": report.AnswerRow}, 0
			for n := range cells {
				values[tableField(n)], row = answer(&cells[n]), int(cells[n].Row)
			}
			all = append(all, filled(row, values))
		}
	}
	return all
}

func tableField(n int) string { return "felt_" + strconv.Itoa(n+1) }

// answer is a typed answer as a plain value.
func answer(a *report.Answer) string {
	switch {
	case !a.OK():
		return ""
	case a.Kind == report.YesNoAnswer:
		return yesNo(report.Field[bool]{Value: a.Yes, At: a.At})
	case a.Kind == report.DateAnswer:
		return a.Day.String()
	case a.Kind == report.AmountAnswer || a.Kind == report.NumberAnswer:
		return a.Amount.Decimal().String()
	default:
		return a.Text
	}
}
