package check

import (
	"testing"

	"gevinst/report"
)

// TestSerialDates: the day that Excel believes in and that never was is no date.
func TestSerialDates(t *testing.T) {
	none := report.Date{}
	for _, c := range []struct {
		raw  string
		from report.Date
		in04 report.Date
	}{
		{"0", none, none},
		{"1", report.Date{Year: 1900, Month: 1, Day: 1}, report.Date{Year: 1904, Month: 1, Day: 2}},
		{"59", report.Date{Year: 1900, Month: 2, Day: 28}, report.Date{Year: 1904, Month: 2, Day: 29}},
		{"60", none, report.Date{Year: 1904, Month: 3, Day: 1}},
		{"60.5", none, report.Date{Year: 1904, Month: 3, Day: 1}},
		{"61", report.Date{Year: 1900, Month: 3, Day: 1}, report.Date{Year: 1904, Month: 3, Day: 2}},
		{"2958466", none, none},
	} {
		if got, ok := serialDate(c.raw, false); ok != (c.from != none) || got != c.from && ok {
			t.Errorf("%s: %v, %v, want %v", c.raw, got, ok, c.from)
		}
		if got, ok := serialDate(c.raw, true); ok != (c.in04 != none) || got != c.in04 && ok {
			t.Errorf("%s from 1904: %v, %v, want %v", c.raw, got, ok, c.in04)
		}
	}
}

// TestAsSeen: nobody knows a day by Excel's number for it, and no decimal point stands in a
// Norwegian cell.
func TestAsSeen(t *testing.T) {
	for _, c := range []struct {
		cell   report.Cell
		nb, en string
	}{
		{report.Cell{Raw: "43221", Kind: report.Number, Shown: report.Dated}, "01.05.2018", "2018-05-01"},
		{report.Cell{Raw: "2018-05-01T00:00:00", Kind: report.ISODate}, "01.05.2018", "2018-05-01"},
		{report.Cell{Raw: "43221", Kind: report.Number}, "43221", "43221"},
		{report.Cell{Raw: "-1", Kind: report.Number, Shown: report.Dated}, "-1", "-1"},
		{report.Cell{Raw: "0.75", Kind: report.Number}, "0,75", "0.75"},
		{report.Cell{Raw: "0.755", Kind: report.Number, Shown: report.Percent}, "75,5 %", "75.5%"},
		{report.Cell{Raw: "1E+300", Kind: report.Number}, "1E+300", "1E+300"},
		{report.Cell{Raw: "01.05.2018", Kind: report.Text, Shown: report.Dated}, "01.05.2018", "01.05.2018"},
		{report.Cell{Raw: "2018-05-01", Kind: report.Text}, "2018-05-01", "2018-05-01"},
		{report.Cell{Raw: "0.75", Kind: report.Text}, "0.75", "0.75"},
	} {
		if got := Seen(c.cell, false); got.NB != c.nb || got.NN != c.nb || got.EN != c.en {
			t.Errorf("%v is seen as %v, want %s and %s", c.cell, got, c.nb, c.en)
		}
	}
}
