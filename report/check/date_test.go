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

// TestDateAsSeen: nobody knows a day by Excel's number for it.
func TestDateAsSeen(t *testing.T) {
	for want, c := range map[string]report.Cell{
		"2018-05-01": {Raw: "43221", Kind: report.Number, Shown: report.Dated},
		"43221":      {Raw: "43221", Kind: report.Number},
		"-1":         {Raw: "-1", Kind: report.Number, Shown: report.Dated},
		"01.05.2018": {Raw: "01.05.2018", Kind: report.Text, Shown: report.Dated},
	} {
		if got := Seen(c, false); got != want {
			t.Errorf("%s is seen as %s, want %s", c.Raw, got, want)
		}
	}
}
