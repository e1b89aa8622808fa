package check

import (
	"slices"
	"strings"
	"unicode"

	"gevinst/report"
	"gevinst/report/near"
)

// placeholder tells whether a text is what people write where they have nothing to say:
// a sign, a single letter, or words for "nothing" and "later". It names nobody and
// explains nothing, so a field that asks for an explanation is as good as empty.
func placeholder(s string) bool {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, near.Fold(s))
	empty := []string{"na", "ia", "nil", "ikkeaktuelt", "ikkjeaktuelt", "uaktuelt", "notapplicable", "ingen", "inga", "ingenting", "none",
		"ja", "nei", "yes", "no", "tbd", "tba", "todo", "kommer", "kjem", "kommersenere", "kjemseinare", "ukjent", "ukjend", "unknown"}
	return len([]rune(letters)) < 2 || strings.Trim(letters, "x") == "" || slices.Contains(empty, letters)
}

// wordless tells whether a text is signs alone. To a question of the ministry's "none" may be
// the answer, and a dash is not.
func wordless(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// saysNothing tells whether a column that must be filled in is as good as empty.
func saysNothing(column, words string) bool {
	return asksForWords(column) && placeholder(words) || column == "svar" && wordless(words)
}

// explained tells whether a field says something.
func explained(f report.Field[string]) bool { return f.OK() && !placeholder(f.Value) }

// asksForWords tells whether a column that must be filled in asks who, why or from where.
func asksForWords(column string) bool {
	return slices.Contains([]string{"digital_vurdering", "gevinstansvarlig", "nullpunkt_kilde", "maalt_kilde", "prioritert_omraade"}, column)
}
