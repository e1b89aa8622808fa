package check

import (
	"strings"
	"time"

	"gevinst/report"
)

// date reads a field that holds a calendar day: Excel's serial, or ISO text as a
// few programs write. Text that looks like a date is refused with a suggestion.
func (r *row) date(key string) report.Field[report.Date] {
	c, spec, at, filled := r.cell(key)
	if !filled {
		return report.Field[report.Date]{At: at}
	}
	if !r.readable(c, spec, at) {
		return bad[report.Date](at)
	}
	var day report.Date
	var ok bool
	switch c.Kind {
	case report.Number:
		day, ok = serialDate(c.Raw, r.p.draft.Date1904)
	case report.ISODate:
		day, ok = isoDate(c.Raw)
	case report.Text:
		if suggestion, like := textDate(c.Raw); like {
			r.find("V-011", "text_date", report.Error, at, spec, r.found(c), report.Arg{Name: "forslag", Value: suggestion})
			return bad[report.Date](at)
		}
	}
	switch {
	case !ok:
		r.find("V-011", "date", report.Error, at, spec, r.found(c))
	case yearAlone(c):
		r.find("V-011", "year", report.Error, at, spec, report.Arg{Name: "funnet", Value: trim(c.Raw)}, report.Arg{Name: "dag", Value: day})
	default:
		return known(at, day)
	}
	return bad[report.Date](at)
}

// yearAlone tells whether a number in a field of days is a year that somebody wrote: as a day
// it would be one of 1905, and nothing in a report is of before 1970.
func yearAlone(c report.Cell) bool {
	d, ok := normal(c.Raw)
	const first, last = 1970, 2100
	return ok && c.Kind == report.Number && d.IsInteger() && d.IntPart() >= first && d.IntPart() <= last
}

// The days that Excel counts from. In the 1900 system day 60 is 29 February
// 1900, which never was, so days before it count from one day later.
const (
	leapBug  = 60
	lastDay  = 2958465 // 31 December 9999
	firstDay = 1
)

// serialDate is the calendar day of a serial; a time of day is left out.
func serialDate(raw string, from1904 bool) (report.Date, bool) {
	d, ok := normal(raw)
	if !ok {
		return report.Date{}, false
	}
	n := d.Floor().IntPart()
	if n < firstDay || n > lastDay || n == leapBug && !from1904 {
		return report.Date{}, false
	}
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case n < leapBug:
		base = base.AddDate(0, 0, 1)
	}
	return dayOf(base.AddDate(0, 0, int(n))), true
}

func isoDate(raw string) (report.Date, bool) {
	day, _, _ := strings.Cut(trim(raw), "T")
	t, err := time.Parse(time.DateOnly, day)
	return dayOf(t), err == nil
}

func dayOf(t time.Time) report.Date {
	return report.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
