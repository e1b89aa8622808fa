package chapter_test

import (
	"regexp"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter/chaptertest"
)

// TestAbbreviationsAreSpelledOut holds that every abbreviation in capitals stands
// behind its words, in brackets, where it is first used. The sign of a currency is
// a unit, as a per cent sign is.
func TestAbbreviationsAreSpelledOut(t *testing.T) {
	capitals := regexp.MustCompile(`[A-ZÆØÅ]{3,}`)
	for _, lang := range report.Langs() {
		dump := chaptertest.Dump(chaptertest.Demo(t, lang))
		seen := map[string]bool{"NOK": true}
		for _, at := range capitals.FindAllStringIndex(dump, -1) {
			word := dump[at[0]:at[1]]
			if !seen[word] && !strings.HasSuffix(dump[:at[0]], "(") {
				t.Errorf("%s: %s is not spelled out at first: %q", lang, word, dump[max(0, at[0]-40):min(len(dump), at[1]+20)])
			}
			seen[word] = true
		}
		if len(seen) < 3 {
			t.Errorf("%s: only %d abbreviations were found", lang, len(seen))
		}
	}
}
