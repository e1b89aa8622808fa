package check

import (
	"fmt"
	"strings"

	"gevinst/report"
)

// found is the argument that shows what stood in the cell, as a person sees it.
func (r *row) found(c report.Cell) report.Arg {
	return report.Arg{Name: "funnet", Value: r.seen(c)}
}

// seen is Seen, short enough for a sentence.
func (r *row) seen(c report.Cell) report.Words {
	w := Seen(c, r.p.draft.Date1904)
	return report.Words{NB: shorten(w.NB), NN: shorten(w.NN), EN: shorten(w.EN)}
}

// Seen is what a cell shows: a truth value as Excel writes it, a day, a percentage or a
// decimal comma, and not what the file stores for it. Digits are not grouped, since they
// may be those of a year or an id.
func Seen(c report.Cell, from1904 bool) report.Words {
	day, dated := isoDate(c.Raw)
	if c.Kind == report.Number && c.Shown == report.Dated {
		day, dated = serialDate(c.Raw, from1904)
	}
	d, ok := normal(c.Raw)
	switch {
	case c.Kind == report.Bool && c.Raw == "0":
		return inWords("USANN", "FALSE")
	case c.Kind == report.Bool:
		return inWords("SANN", "TRUE")
	case dated && c.Kind != report.Text:
		return inWords(fmt.Sprintf("%02d.%02d.%04d", day.Day, day.Month, day.Year), day.String())
	case c.Kind != report.Number || !ok:
		return inWords(c.Raw, c.Raw)
	case c.Shown == report.Percent:
		percent := d.Shift(2).String()
		return inWords(strings.ReplaceAll(percent, ".", ",")+" %", percent+"%")
	default:
		return inWords(strings.ReplaceAll(d.String(), ".", ","), d.String())
	}
}

// inWords is what is written alike in bokmål and nynorsk, and otherwise in English.
func inWords(norwegian, english string) report.Words {
	return report.Words{NB: norwegian, NN: norwegian, EN: english}
}
