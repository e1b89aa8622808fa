package workbook

import (
	"regexp"
	"strconv"
	"strings"

	"gevinst/report"
)

// reference is a cell, or the end of a range, in a formula.
var reference = regexp.MustCompile(`(:?)(\$?[A-Za-z]{1,3})(\$?)([0-9]{1,7})\b(\(?)`)

// What programs write as they please in a formula, and what they call by two names.
var (
	asTheyPlease = strings.NewReplacer(" ", "", "'", "", "\n", "")
	sameAnyway   = strings.NewReplacer("TRUE()", "TRUE", "FALSE()", "FALSE", "_XLFN.", "")
)

// plain is a formula in a spelling that all programs share: without spaces and
// quotes around sheets, in capitals, rows counted from the one that it stands in.
// A range may end in any row behind last, where all ends that is filled in.
func (in *inspector) plain(sheet, formula string, base int, last map[string]int) string {
	var out strings.Builder
	for i, part := range strings.Split(formula, `"`) {
		if i%2 == 1 { // somebody's words
			out.WriteString(`"` + part + `"`)
			continue
		}
		part = sameAnyway.Replace(strings.ToUpper(asTheyPlease.Replace(part)))
		out.WriteString(in.rows(sheet, part, base, last))
	}
	return out.String()
}

// rows rewrites the rows of the cells that a piece of a formula names.
func (in *inspector) rows(sheet, piece string, base int, last map[string]int) string {
	var out strings.Builder
	at := 0
	for _, m := range reference.FindAllStringSubmatchIndex(piece, -1) {
		sub := func(n int) string { return piece[m[2*n]:m[2*n+1]] }
		row, _ := strconv.Atoi(sub(4))
		if sub(5) != "" { // a function with digits in its name
			continue
		}
		if named := sheetBefore(piece[:m[0]]); named != "" && sub(1) == "" {
			sheet = named
		}
		out.WriteString(piece[at:m[0]] + sub(1) + sub(2))
		switch {
		case sub(3) == "":
			out.WriteString("[" + strconv.Itoa(row-base) + "]")
		case sub(1) == ":" && in.behind(sheet, row, last):
			out.WriteString("$END")
		default:
			out.WriteString("$" + sub(4))
		}
		at = m[1]
	}
	return out.String() + piece[at:]
}

// sheetBefore is the sheet that stands just before a cell, "" where none does.
func sheetBefore(s string) string {
	name, found := strings.CutSuffix(s, "!")
	if !found {
		return ""
	}
	return name[strings.LastIndexAny(name, ",(=+-*/<>&:;{")+1:]
}

// behind tells whether a row of a table is at or behind the last that is filled in.
func (in *inspector) behind(sheet string, row int, last map[string]int) bool {
	for _, s := range in.spec.Sheets {
		if strings.EqualFold(s.Name, sheet) {
			return s.Kind == report.TableSheet && row >= last[s.Name]
		}
	}
	return false
}

// told is how much of a formula is told.
const told = 60

// excerpt is the part of a formula in which it differs from another.
func excerpt(formula, other string) string {
	a, b := []rune("="+formula), []rune("="+other)
	from := 0
	for from < min(len(a), len(b)) && a[from] == b[from] {
		from++
	}
	from = max(0, min(from, len(a))-told/3)
	to := min(len(a), from+told)
	out := string(a[from:to])
	if from > 0 {
		out = "…" + out
	}
	if to < len(a) {
		out += "…"
	}
	return out
}
