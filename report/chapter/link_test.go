package chapter_test

import (
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
)

// TestLinkOfAPlan: the address of a plan stands as it was typed, and leads there where it
// can lead nowhere else. What cannot be printed is left out of the words, and then they
// are no longer the address that was typed.
func TestLinkOfAPlan(t *testing.T) {
	for name, c := range map[string]struct{ typed, stands, leads string }{
		"an address":                     {"https://eksempel.no/plan", "https://eksempel.no/plan", "https://eksempel.no/plan"},
		"letters and spaces":             {" https://blåbær.no/år 2017\n", "https://blåbær.no/år 2017", "https://xn--blbr-roah.no/%C3%A5r%202017"},
		"a mailbox":                      {"mailto:post@eksempel.no", "mailto:post@eksempel.no", "mailto:post@eksempel.no"},
		"a number of a case":             {"Sak 17/1234", "Sak 17/1234", ""},
		"a script":                       {"javascript:alert(1)", "javascript:alert(1)", ""},
		"a name like a host":             {"https://regjeringen.no@ond.example/", "https://regjeringen.no@ond.example/", ""},
		"a mark that turns the text":     {"https://eksempel.no/\u202efdp.exe", "https://eksempel.no/fdp.exe", ""},
		"a line break within":            {"https://eksempel.no/\nplan", "https://eksempel.no/ plan", ""},
		"a control character":            {"https://eksempel\x01.no/", "https://eksempel.no/", ""},
		"a byte order mark within":       {"https://eksempel.no/\ufeffplan", "https://eksempel.no/plan", ""},
		"an address in a sentence of it": {"Se https://eksempel.no", "Se https://eksempel.no", ""},
	} {
		f := chaptertest.Small()
		f["planer"] = []report.Record{{"plan_id": "P1", "tittel": "Digitaliseringsplan", "type": "STRATEGI", "lenke": c.typed}}
		found := false
		for _, table := range tables(compose(t, report.NB, f)) {
			last := table.Rows[0].Cells[len(table.Rows[0].Cells)-1]
			if table.Rows[0].Cells[0].Plain() != "P1" {
				continue
			}
			found = true
			if last.Plain() != c.stands || last[0].Leads() != c.leads {
				t.Errorf("%s: %q stands there and leads to %q", name, last.Plain(), last[0].Leads())
			}
		}
		if !found {
			t.Fatalf("%s: no row of the plan", name)
		}
	}
}

// TestLeadsIsOnlyOfAddresses: a span without an address leads nowhere.
func TestLeadsIsOnlyOfAddresses(t *testing.T) {
	if got := (chapter.Span{Text: "https://eksempel.no"}).Leads(); got != "" {
		t.Error(got)
	}
}
