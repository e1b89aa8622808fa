package text_test

import (
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/text"
)

func voice(t *testing.T, lang report.Lang) *text.Voice {
	t.Helper()
	v, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestNumbersAreSetAsTheLanguageDoes writes ~ for a space that never breaks.
func TestNumbersAreSetAsTheLanguageDoes(t *testing.T) {
	k := report.MustKroner
	for _, c := range []struct {
		what       string
		say        func(*text.Voice) string
		nb, nn, en string
	}{
		{"amount", func(v *text.Voice) string { return v.Money(k("884020")) }, "884~020~kroner", "884~020~kroner", "NOK~884,020"},
		{"øre", func(v *text.Voice) string { return v.Money(k("480.5")) }, "480,50~kroner", "480,50~kroner", "NOK~480.50"},
		{"what was typed", func(v *text.Voice) string { return v.Kroner(k("480.505")) }, "480,505", "480,505", "480.505"},
		{"a quotient", func(v *text.Voice) string { return v.Kroner(k("1").Quo(k("3"))) }, "0,33", "0,33", "0.33"},
		{"a typed rate", func(v *text.Voice) string { return v.Value(report.Numeral(k("0.008"))) }, "0,008", "0,008", "0.008"},
		{"a known rate", func(v *text.Voice) string { return v.Value(report.Numeral(k("0.80"))) }, "0,8", "0,8", "0.8"},
		{"hours of minutes", func(v *text.Voice) string { return v.Value(report.Numeral(k("10").Quo(k("60")))) }, "0,17", "0,17", "0.17"},
		{"below zero", func(v *text.Voice) string { return v.Money(k("-11400")) }, "−11~400~kroner", "−11~400~kroner", "NOK~−11,400"},
		{"one krone", func(v *text.Voice) string { return v.Money(k("1")) }, "1~krone", "1~krone", "NOK~1"},
		{"no minus before zero", func(v *text.Voice) string { return v.Fixed(k("-0.4"), 0) }, "0", "0", "0"},
		{"half away from zero", func(v *text.Voice) string { return v.Fixed(k("-2.5"), 0) }, "−3", "−3", "−3"},
		{"millions", func(v *text.Voice) string { return v.Rough(k("884020")) }, "0,9~millioner kroner", "0,9~millionar kroner", "NOK~0.9~million"},
		{"a million", func(v *text.Voice) string { return v.Rough(k("1020000")) }, "1~million kroner", "1~million kroner", "NOK~1~million"},
		{"too little for millions", func(v *text.Voice) string { return v.Rough(k("84020")) }, "84~020~kroner", "84~020~kroner", "NOK~84,020"},
		{"percent", func(v *text.Voice) string { return v.Percent(k("-6.25")) }, "−6,3~%", "−6,3~%", "−6.3%"},
		{"rate", func(v *text.Voice) string { return v.Rate(k("0.75")) }, "0,75~%", "0,75~%", "0.75%"},
		{"hours", func(v *text.Voice) string { return v.Hours(k("9100")) }, "9~100~timer", "9~100~timar", "9,100~hours"},
		{"one hour", func(v *text.Voice) string { return v.Hours(k("1")) }, "1~time", "1~time", "1~hour"},
		{"man-years", func(v *text.Voice) string { return v.ManYears(k("0.39")) }, "0,39~årsverk", "0,39~årsverk", "0.39~full-time equivalents"},
		{"date", func(v *text.Voice) string { return v.Date(report.Date{Year: 2016, Month: 1, Day: 6}) }, "06.01.2016", "06.01.2016", "2016-01-06"},
		{"long date", func(v *text.Voice) string { return v.LongDate(report.Date{Year: 2016, Month: 1, Day: 6}) }, "6.~januar~2016", "6.~januar~2016", "6~January~2016"},
		{"organisation", func(v *text.Voice) string { return v.OrgNr("123456785") }, "123~456~785", "123~456~785", "123~456~785"},
		{"three", func(v *text.Voice) string { return v.List([]string{"a", "b", "c"}) }, "a, b og c", "a, b og c", "a, b and c"},
		{"counted", func(v *text.Voice) string { return v.Count(7) }, "sju", "sju", "seven"},
		{"too many for words", func(v *text.Voice) string { return v.Count(13) }, "13", "13", "13"},
		{"one", func(v *text.Voice) string { return v.List([]string{"a"}) }, "a", "a", "a"},
		{"none", func(v *text.Voice) string { return v.List(nil) }, "", "", ""},
	} {
		for lang, want := range map[report.Lang]string{report.NB: c.nb, report.NN: c.nn, report.EN: c.en} {
			if got := strings.ReplaceAll(c.say(voice(t, lang)), "\u00a0", "~"); got != want {
				t.Errorf("%s in %s: %q, want %q", c.what, lang, got, want)
			}
		}
	}
}

// TestWordsOfOthersAreNotFilledIn keeps a name in somebody's own words from
// being taken for a place in the sentence.
func TestWordsOfOthersAreNotFilledIn(t *testing.T) {
	got := voice(t, report.NB).Say("chapter.subject", report.Arg{Name: "agency", Value: "{year} {x"}, report.Arg{Name: "year", Value: "2017"})
	if !strings.Contains(got, "{year} {x") || !strings.HasSuffix(got, "2017") {
		t.Errorf("the agency's own words were filled in: %q", got)
	}
}

// TestUnknownSentenceIsSeen makes a missing sentence show itself.
func TestUnknownSentenceIsSeen(t *testing.T) {
	if got := voice(t, report.NB).Say("no.such.key"); got != "«no.such.key»" {
		t.Errorf("a missing sentence is said as %q", got)
	}
}

// TestComparedAmountsNeverLookAlike says two amounts in millions only where that tells
// them apart.
func TestComparedAmountsNeverLookAlike(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"3000000", "2998040", "3~000~000~kroner mot 2~998~040~kroner"},
		{"3000000.50", "3000000", "3~000~000,50~kroner mot 3~000~000~kroner"},
		{"3948040", "4580000", "3,9~millioner kroner mot 4,6~millioner kroner"},
		{"3000000", "3000000", "3~millioner kroner mot 3~millioner kroner"},
		{"100000", "99999", "100~000~kroner mot 99~999~kroner"},
		{"-3000000", "-2998040", "−3~000~000~kroner mot −2~998~040~kroner"},
	} {
		a, b := voice(t, report.NB).RoughPair(report.MustKroner(c.a), report.MustKroner(c.b))
		if got := strings.ReplaceAll(a+" mot "+b, "\u00a0", "~"); got != c.want {
			t.Errorf("%s beside %s: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}
