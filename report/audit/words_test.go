package audit_test

import (
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit"
)

// TestFiguresAreSaidAsInTheSection: both sides of a figure are grouped as the reader
// knows them, with every decimal, and what stands in a file is shown as it stands.
func TestFiguresAreSaidAsInTheSection(t *testing.T) {
	for _, c := range []struct {
		kind, reported, found string
		lang                  report.Lang
		want                  string
	}{
		{"figure.differs", "884021.00", "884020.00", report.NB, "sier 884~021, men etterregnet er tallet 884~020."},
		{"figure.differs", "-1464020.5", "10666.666666666666666666666667", report.NN, "−1~464~020,5"},
		{"figure.differs", "-1464020.5", "10666.666666666666666666666667", report.NN, "10~666,666666666666666666666667"},
		{"figure.own", "884021.00", "1/3", report.EN, "884,021"},
		{"figure.own", "884021.00", "1/3", report.EN, "1/3"},
		{"figure.printed", "1234.50", "", report.NB, "1234.50"},
	} {
		said := audit.Exception{Kind: c.kind, Reported: c.reported, Found: c.found}.Sentence(voice(t, c.lang))
		if got := strings.ReplaceAll(said, "\u00a0", "~"); !strings.Contains(got, c.want) {
			t.Errorf("%s in %s: %q does not say %q", c.kind, c.lang, got, c.want)
		}
	}
}

// TestWhatIsMadeAgainAndIsAnother: a file that was edited afterwards is not the one that
// is made again, so the line about it says so, though another check counts why.
func TestWhatIsMadeAgainAndIsAnother(t *testing.T) {
	t.Parallel()
	p := plain(t)
	if said := outcome(t, p.audited(t), "remake"); said != "no difference (3 files compared)" {
		t.Errorf("untouched: %q", said)
	}
	p.replace(t, htmlName, "</main>", "<p>Alt er i orden.</p></main>")
	v := p.audited(t)
	if said := outcome(t, v, "remake"); !strings.HasPrefix(said, "1 of 3 files are not the same") {
		t.Errorf("edited: %q", said)
	}
	if !strings.Contains(told(t, v), "remake/remake.told "+htmlName) {
		t.Errorf("the hashes of both sides are not told\n%s", told(t, v))
	}
}

func outcome(t *testing.T, v *audit.Verdict, id string) string {
	t.Helper()
	for _, c := range v.Checks {
		if c.ID == id {
			return v.Outcome(c, voice(t, report.EN))
		}
	}
	t.Fatalf("no check %s", id)
	return ""
}
