package tables

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"gevinst/report"
)

// digitsKept is how many significant digits Excel keeps of a number.
const digitsKept = 15

// mostWhole is how many digits before the decimal mark a cell can hold.
const mostWhole = 300

// fifteen is a decimal literal as Excel keeps it: rounded, half away from zero, to
// fifteen significant digits; whole tells that nothing was lost, fits that a cell
// can hold it at all.
func fifteen(s string) (number string, whole, fits bool) {
	if len(s) <= digitsKept {
		return s, true, true
	}
	before, after, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	before = strings.TrimLeft(before, "0")
	size := len(before)
	if size == 0 {
		size = len(strings.TrimLeft(after, "0")) - len(after) // zeros that say only where the point is
	}
	if size > mostWhole {
		return "", false, false
	}
	k, err := report.ParseKroner(s)
	if err != nil {
		return "", false, false
	}
	rounded := k.Round(int32(digitsKept - size))
	return rounded.Decimal().String(), rounded.Cmp(k) == 0, true
}

// serial is the number of a day in a workbook, 0 for what is no day there; days
// before March 1900 are none, since Excel counts them wrong.
func serial(iso string) int {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return 0
	}
	days := int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)) / (24 * time.Hour))
	if days <= 60 {
		return 0
	}
	return days
}

// mostInCell is how many UTF-16 units a cell holds.
const mostInCell = 32_767

// cut shortens a text to what a cell holds and says so at its end.
func (t *Tables) cut(s string) string {
	if len(s) <= mostInCell || units(s) <= mostInCell {
		return s
	}
	mark := t.order.Voice.Say("tables.cut")
	left := mostInCell - units(mark)
	for i, r := range s {
		if left -= unitsOf(r); left < 0 {
			return s[:i] + mark
		}
	}
	return s
}

func units(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		n += unitsOf(r) - 1
	}
	return n
}

func unitsOf(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}

var markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// coded is what Excel would read as a character of another number.
var coded = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// escaped is a clean text as XML, so that Excel shows what stands in it.
func escaped(s string) string {
	if !strings.Contains(s, "_x") {
		return markup.Replace(s)
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && coded.MatchString(s[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return markup.Replace(b.String())
}
