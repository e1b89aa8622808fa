package check

import "testing"

// TestWhatATextMayMeanAsANumber: the suggestion in the sentence is right, or there is none.
func TestWhatATextMayMeanAsANumber(t *testing.T) {
	const none, many = "none", "many"
	for raw, want := range map[string]string{
		"1 860 000": "1860000.00", "1\u00a0860,50": "1860.50", "kr 100,-": "100.00", "100.-": "100.00", "100 kr": "100.00", "kr. 5": "5.00",
		"−5": "-5.00", "-5,5": "-5.50", "+7": "7.00", "1'234": "1234.00", "0,5": "0.50",
		"1.234": many, "12.345": many, "123,456": many, "1234.567": "1234.567", "1.23": "1.23", "1.2345": "1.2345",
		",567": none, "12,": none, "12.": none, ",": none, ".": none, "": none, "kr": none, "ukjent": none, "5 stk": none, "12-3": none, "1e5": none,
		"1.234,56": "1234.56", "1,234.56": "1234.56", "1.234.567": "1234567.00", "1,234,567": "1234567.00", "1.234.567,8": "1234567.80",
		"1234.567,8": none, "1.23.456": none, "12.34.567": none, "1234.567.890": none, ",234,567": none, "1.2345.678": none,
		"1,234.": none, "1,2.3,4": none, "1.234,5,6": none, "1,234.5.6": none, ".,5": none,
	} {
		m, k := readTextNumber(raw)
		got := map[meaning]string{noNumber: none, manyMeanings: many, oneMeaning: k.String()}[m]
		if got != want {
			t.Errorf("%q is read as %s, want %s", raw, got, want)
		}
	}
	for raw, want := range map[string]string{"80 %": "80.00", "12,5 prosent": "12.50", "8 ‰": "0.80", "5 promille": "0.50", "80": none, "%": none, "1.234 %": many} {
		m, k := readTextPercent(raw)
		if got := map[meaning]string{noNumber: none, manyMeanings: many, oneMeaning: k.String()}[m]; got != want {
			t.Errorf("%q is read as %s per cent, want %s", raw, got, want)
		}
	}
}

// TestWhatATextMayMeanAsADate: days as people write them, with two digits for the year too.
func TestWhatATextMayMeanAsADate(t *testing.T) {
	const none = "none"
	for raw, want := range map[string]string{
		"31.12.2017": "2017-12-31", "1/9/2017": "2017-09-01", "31.12.17": "2017-12-31", "01.01.69": "2069-01-01", "01.01.70": "1970-01-01", "2017-09-01": "2017-09-01",
		"2017-09-01T00:00:00": "2017-09-01", "30.2.2017": none, "12.31.2017": none, "1.9": none, "1.9.2017.1": none, "1.9.017": none, "a.9.2017": none, "i fjor": none,
		"1. mars 2018": "2018-03-01", "1.mars 2018": "2018-03-01", "3. des. 17": "2017-12-03", "March 1, 2018": "2018-03-01", "15 MAI 2017": "2017-05-15",
		"mars 2018": none, "31. februar 2018": none, "1. ma 2018": none, "1. marsj 2018": none, "1. mars 018": none, "mai juni 2018": none,
	} {
		got := none
		if day, ok := textDate(raw); ok {
			got = day.String()
		}
		if got != want {
			t.Errorf("%q is read as %s, want %s", raw, got, want)
		}
	}
}
