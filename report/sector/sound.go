package sector

import (
	"fmt"

	"gevinst/report"
	"gevinst/report/ledger"
)

// sound tells whether the bridge of a report adds up, from the gains that it begins
// with to what remains. One that does not was changed by hand, and would spoil every
// sum that it comes into.
func sound(doc *Report) error {
	total, fresh := report.Kroner{}, report.Kroner{}
	for i := range doc.Gains {
		g := &doc.Gains[i]
		if !g.Eligible {
			continue
		}
		if g.New == nil || g.Net == nil { // what counts has an amount
			return refuse(Broken, arg("detail", fmt.Sprintf("gains, %d, new_net", g.Row)))
		}
		total, fresh = total.Add(*g.Net), fresh.Add(*g.New)
	}
	for _, line := range linesOf(doc.Bridge, total, fresh) {
		if line.said.Cmp(line.sum) != 0 {
			return refuse(Unsound, quoted("found", "bridge."+line.key), quoted("said", line.said.String()), quoted("sum", line.sum.String()))
		}
	}
	return nil
}

// line is an amount of a bridge and what it should be.
type line struct {
	key       string
	said, sum report.Kroner
}

func linesOf(b *ledger.Bridge, total, fresh report.Kroner) []line {
	none := report.Kroner{}
	return []line{
		{"A_tot", b.Total, total},
		{"A", b.New, fresh},
		{"V", b.Earlier, b.Total.Sub(b.New)},
		{"A_tid", b.Time, b.New.Sub(b.Money)},
		{"for_rammekutt", b.BeforeCut, b.New.Sub(b.CoFinance).Sub(b.OneOff)},
		{"R", b.Result, b.BeforeCut.Sub(b.FrameCut)},
		{"omdisponerbart", b.Reallocable, b.Result.Max(none)},
		{"udekket_rammekutt", b.Uncovered, b.Result.Neg().Max(none)},
		{"R_midler", b.ResultMoney, b.Money.Sub(b.CoFinance).Sub(b.OneOff).Sub(b.FrameCut)},
		{"omdisponerbart_midler", b.ReallocMoney, b.ResultMoney.Min(b.Result).Max(none)},
		{"rest", b.Rest, b.Reallocable.Sub(b.Used)},
	}
}
