package tables

import (
	"fmt"
	"strconv"
	"strings"

	"gevinst/report"
)

// appendValue appends what SQLite keeps of a column's value: an amount as exact
// text and as øre, NULL where there is no value.
func appendValue(to []any, c *Column, value string) ([]any, error) {
	switch {
	case value == "" && c.amount():
		return append(to, nil, nil), nil
	case value == "":
		return append(to, nil), nil
	case c.decimal():
		k, err := report.ParseKroner(value)
		if err != nil {
			return nil, fmt.Errorf("%s: %q is no number", c.Key, value)
		}
		if c.amount() {
			return append(to, k.String(), wholeOere(k)), nil
		}
		return append(to, k.Decimal().String()), nil
	case c.whole():
		n, err := strconv.Atoi(value)
		if err != nil {
			return nil, fmt.Errorf("%s: %q is no whole number", c.Key, value)
		}
		return append(to, n), nil
	default:
		return append(to, clean(value)), nil
	}
}

// wholeOere is an amount in øre, rounded half away from zero; nil where it does not
// fit in 64 bits.
func wholeOere(k report.Kroner) any {
	n, err := strconv.ParseInt(k.Shift(2).StringFixed(0), 10, 64)
	if err != nil {
		return nil
	}
	return n
}

// clean makes every line end a line feed and shows any other control character but
// the tab as its picture, U+2400 and on, since a workbook cannot hold it, SQLite
// ends a text at NUL, and a terminal obeys it.
func clean(s string) string {
	if strings.IndexFunc(s, unclean) < 0 {
		return s
	}
	return strings.Map(picture, lineEnds.Replace(s))
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func unclean(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r <= 0x9f || r == 0xfffe || r == 0xffff
}

func picture(r rune) rune {
	switch {
	case !unclean(r):
		return r
	case r < ' ':
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	default:
		return 0xfffd
	}
}
