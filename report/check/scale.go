package check

import (
	"github.com/shopspring/decimal"

	"gevinst/report"
	"gevinst/report/ledger"
)

// most is the largest number that a field may hold, a million millions: about what the
// whole state spends in a year, and far more than any agency has of anything.
func most() report.Kroner { return report.KronerOf(decimal.New(1, 12)) }

func beyond(k report.Kroner) bool { return k.Abs().Cmp(most()) > 0 }

// literal tells whether a text is written as a number, however large or small.
func literal(raw string) bool {
	_, err := decimal.NewFromString(raw)
	return err == nil
}

// outOfScale: V-011, a gain whose operands are each credible and whose value is not.
func outOfScale(c *Case) {
	c.eachDone(func(line *ledger.GainLine) {
		if line.Gross != nil && beyond(*line.Gross) {
			c.find("V-011", "gross", report.Error, line.Gain.ID.At, gainID(line), arg("belop", *line.Gross), arg("grense", most()))
			c.doubt(line.Gain, report.Error)
		}
	})
}
