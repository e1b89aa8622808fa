package check

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"gevinst/report"
	"gevinst/report/near"
)

// textDate reads "1.9.2017", "01/09/17", "2017-09-01" or "1. september 2017" for a suggestion.
func textDate(raw string) (report.Date, bool) {
	if day, ok := isoDate(raw); ok {
		return day, true
	}
	parts := strings.Split(strings.ReplaceAll(trim(raw), "/", "."), ".")
	for i := range parts {
		parts[i] = trim(parts[i])
	}
	if len(parts) != 3 || !digits(parts[1]) {
		parts = strings.FieldsFunc(near.Fold(raw), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if len(parts) != 3 || !named(parts) {
			return report.Date{}, false
		}
	}
	return calendar(parts)
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// named puts the number of a month in place of its name, "1 mars 2018" or "march 1 2018"; false
// where none is named.
func named(parts []string) bool {
	if monthOf(parts[0]) > 0 {
		parts[0], parts[1] = parts[1], parts[0]
	}
	month := monthOf(parts[1])
	parts[1] = strconv.Itoa(month)
	return month > 0
}

// monthOf is the number of a month whose name, in any of the three languages, is written in
// full or cut after three letters or more; 0 where it is none.
func monthOf(name string) int {
	return 1 + slices.IndexFunc(monthNames, func(names []string) bool {
		return len(name) >= 3 && slices.ContainsFunc(names, func(full string) bool { return strings.HasPrefix(full, name) })
	})
}

var monthNames = [][]string{{"januar", "january"}, {"februar", "february"}, {"mars", "march"}, {"april"}, {"mai", "may"}, {"juni", "june"},
	{"juli", "july"}, {"august"}, {"september"}, {"oktober", "october"}, {"november"}, {"desember", "december"}}

// calendar is the day of a day, a month and a year in digits, where there is such a day.
func calendar(parts []string) (report.Date, bool) {
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil {
			return report.Date{}, false
		}
		n[i] = v
	}
	switch len(parts[2]) {
	case 2:
		n[2] = century(n[2])
	case 4:
	default:
		return report.Date{}, false
	}
	t := time.Date(n[2], time.Month(n[1]), n[0], 0, 0, 0, 0, time.UTC)
	return dayOf(t), t.Day() == n[0] && int(t.Month()) == n[1]
}

// century is the year that two digits stand for: nothing in a report is of before 1970.
func century(year int) int {
	const turn = 70
	if year < turn {
		return 2000 + year
	}
	return 1900 + year
}
