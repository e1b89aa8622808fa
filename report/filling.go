package report

import "strings"

// Filling is what stands in a workbook before it is a file: sheet key → records,
// in order. The writer makes cells of it, the demo and the tests are written in it.
type Filling map[string][]Record

// Record is one row by column key. A literal becomes a cell by its column's type:
// a plain decimal in a column of numbers is a number, "2017-09-01" in a date
// column is a date, all else is text. A leading ' forces text, a leading =
// makes a formula that nobody has calculated, "#REF!" and its like make an error
// value, and "" leaves the cell alone.
type Record map[string]string

// Literal writes somebody's own words as a literal that stays text, whatever they
// begin with.
func Literal(words string) string {
	if words != "" && strings.ContainsRune("='#", rune(words[0])) {
		return "'" + words
	}
	return words
}
