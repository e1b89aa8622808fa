package check

import (
	"strings"
	"unicode"

	"gevinst/report"
)

// meaning says how many numbers a text can be read as.
type meaning uint8

const (
	noNumber meaning = iota
	oneMeaning
	manyMeanings
)

// readTextNumber reads a text that a person may have meant as a number. The
// number is a suggestion for a sentence, never used as a value. A single mark
// before exactly three digits ("1.234", "1,234") can be a group or a decimal
// mark: such a text has two meanings.
func readTextNumber(s string) (meaning, report.Kroner) {
	s = strings.ToLower(trim(s))
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, "kr"), "kr"))
	s = strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(s, "."), ",-"), ".-")
	negative := strings.HasPrefix(s, "-") || strings.HasPrefix(s, "−")
	s = strings.TrimLeft(s, "-−+ ")
	s = strings.Map(dropGroupSpace, s)
	if s == "" || strings.Trim(s, "0123456789.,'") != "" || !strings.ContainsAny(s, "0123456789") {
		return noNumber, report.Kroner{}
	}
	literal, ok := untangle(strings.ReplaceAll(s, "'", ""))
	switch {
	case !ok:
		return noNumber, report.Kroner{}
	case literal == "":
		return manyMeanings, report.Kroner{}
	}
	if negative {
		literal = "-" + literal
	}
	k, err := report.ParseKroner(literal)
	if err != nil {
		return noNumber, report.Kroner{}
	}
	return oneMeaning, k
}

// readTextPercent reads a text that a person may have meant as a number of per cent, for
// a suggestion: "80 %" is 80, and "8 ‰" is 0.8.
func readTextPercent(s string) (meaning, report.Kroner) {
	s = strings.ToLower(trim(s))
	for _, sign := range []struct {
		name  string
		shift int32
	}{{"%", 0}, {"prosent", 0}, {"pst.", 0}, {"pst", 0}, {"per cent", 0}, {"percent", 0}, {"pct", 0}, {"‰", -1}, {"promille", -1}} {
		if number, ok := strings.CutSuffix(s, sign.name); ok {
			meaning, k := readTextNumber(number)
			return meaning, k.Shift(sign.shift)
		}
	}
	return noNumber, report.Kroner{}
}

func dropGroupSpace(r rune) rune {
	if unicode.IsSpace(r) || r == '\u00a0' || r == '\u202f' || r == '\u2009' {
		return -1
	}
	return r
}

// untangle makes a plain literal of digits with commas and full stops; "" where
// they can mean two things, false where they mean nothing.
func untangle(s string) (string, bool) {
	commas, stops := strings.Count(s, ","), strings.Count(s, ".")
	switch {
	case commas == 0 && stops == 0:
		return s, true
	case commas > 0 && stops > 0:
		return mixed(s)
	case commas+stops == 1:
		mark := strings.IndexAny(s, ".,")
		if len(s)-mark-1 == 3 && mark > 0 && mark <= 3 {
			return "", true
		}
		return strings.Replace(s, ",", ".", 1), mark > 0 && mark < len(s)-1
	case stops > 1:
		return ungroup(s, ".")
	default:
		return ungroup(s, ",")
	}
}

// mixed has both marks: the last one is the decimal mark, the other groups.
func mixed(s string) (string, bool) {
	last := strings.LastIndexAny(s, ".,")
	decimalMark := s[last : last+1]
	if strings.Count(s, decimalMark) > 1 {
		return "", false
	}
	group := "."
	if decimalMark == "." {
		group = ","
	}
	whole, ok := ungroup(s[:last], group)
	return whole + "." + s[last+1:], ok && last < len(s)-1
}

// ungroup joins groups of three.
func ungroup(s, mark string) (string, bool) {
	parts := strings.Split(s, mark)
	for i, part := range parts {
		if len(part) != 3 && i > 0 || len(part) == 0 || len(part) > 3 {
			return "", false
		}
	}
	return strings.Join(parts, ""), true
}
