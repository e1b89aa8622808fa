package order_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gevinst/fixtures"
	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/order"
	"gevinst/report/profile"
	"gevinst/report/workbook"
	"gevinst/report/workbook/booktest"
	"gevinst/templates"
)

// The agencies of the profile below.
const (
	first  = "123456785" // of the group forvaltning, in bokmål
	second = "940155223" // of the group tilsyn, in nynorsk
)

const ordered = `{"format": "gevinst-profile/1", "ministry": "Eksempeldepartementet", "deadline": "2019-03-15",
 "agencies": [{"orgnr": "123456785", "name": "Eksempeletaten", "group": "forvaltning"},
              {"orgnr": "940155223", "name": "=HYPERLINK(\"x\")", "group": "tilsyn", "form": "nn"}],
 "areas": [{"nb": "Kortere ventetid", "nn": "Kortare ventetid"}],
 "guidance": [{"nb": "Svar kort.", "nn": "Svar stutt."}],
 "required_fields": [{"field": "tiltak.beskrivelse", "groups": ["forvaltning"]}],
 "questions": [
  {"id": "D1", "kind": "TEKST", "groups": ["forvaltning"], "text": {"nb": "Hvordan?", "nn": "Korleis?"}},
  {"id": "D2", "kind": "JA_NEI", "groups": ["tilsyn"], "text": {"nb": "Er det vedtatt?", "nn": "Er det vedteke?"}},
  {"id": "D3", "kind": "TABELL", "required": false, "rows": 3, "text": {"nb": "Hvilke?", "nn": "Kva for nokre?"}, "columns": [
   {"label": {"nb": "Løsning", "nn": "Løysing"}, "kind": "TEKST"}, {"label": {"nb": "Tas i bruk", "nn": "I bruk"}, "kind": "DATO"},
   {"label": {"nb": "Kostnad", "nn": "Kostnad"}, "kind": "BELOP"}, {"label": {"nb": "Brukere", "nn": "Brukarar"}, "kind": "TALL"},
   {"label": {"nb": "Vedtatt", "nn": "Vedteke"}, "kind": "JA_NEI"}, {"label": {"nb": "Merknad", "nn": "Merknad"}, "kind": "TEKST"}]}]}`

// orderFor is an order of 2018 in a new folder.
func orderFor(t *testing.T) order.Order {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	p, slips := profile.Parse([]byte(ordered), sets[0])
	if len(slips) > 0 {
		t.Fatal(slips)
	}
	return order.Order{Profile: p, Spec: sets[0], Year: 2018, Dir: t.TempDir()}
}

func write(t *testing.T, o order.Order) []order.Line {
	t.Helper()
	lines, err := order.Write(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// examined reads and checks what was sent to an agency.
func examined(t *testing.T, o order.Order, l order.Line) *check.Outcome {
	t.Helper()
	e, err := batch.Examine(context.Background(), filepath.Join(o.Dir, l.File), check.Options{Profile: o.Profile})
	if err != nil {
		t.Fatal(err)
	}
	return e.Outcome
}

// filled is the example agency's workbook of a year, patched, under a name.
func filled(t *testing.T, path string, year int, patch func(report.Filling)) {
	t.Helper()
	if err := os.WriteFile(path, booktest.Demo(t, workbook.Order{Year: year}, patch), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestPrefilled: each agency meets its own name, number and year, and the questions
// that are asked of it, in its written form; nothing in it counts as changed.
func TestPrefilled(t *testing.T) {
	o := orderFor(t)
	lines := write(t, o)
	for i, want := range []struct{ orgnr, name, questions string }{
		{first, "Eksempeletaten", "D1 Hvordan? D3 Hvilke?"},
		{second, `=HYPERLINK("x")`, "D2 Er det vedteke? D3 Kva for nokre?"},
	} {
		outcome := examined(t, o, lines[i])
		a := outcome.Submission.Agency
		if a.OrgNr.Value != want.orgnr || a.Name.Value != want.name || a.Year.Value != 2018 || a.Ministry.Value != "Eksempeldepartementet" || a.Form.Value != lines[i].Agency.Form {
			t.Errorf("the workbook of %s says %+v", want.orgnr, a)
		}
		var asked []string
		for _, d := range outcome.Submission.Demands {
			asked = append(asked, d.ID.Value, d.Text.Value)
		}
		if got := strings.Join(asked, " "); got != want.questions {
			t.Errorf("%s is asked %s, want %s", want.orgnr, got, want.questions)
		}
		for _, f := range outcome.Findings {
			if slices.Contains([]string{"R-004", "R-005", "R-007", "V-009", "V-010", "N-002"}, f.Rule) {
				t.Errorf("%s: what was sent out is taken for changed: %s %v", want.orgnr, f.Rule, f.Place)
			}
		}
	}
}

// TestGroups: what is asked of one group is neither asked nor demanded of another. Both
// agencies send their workbook in with the same rows: the first lacks its answer and a
// field that is demanded of it, the second lacks its own answer alone.
func TestGroups(t *testing.T) {
	o := orderFor(t)
	for i, want := range []struct{ demanded, unanswered string }{
		{"R-006 Tiltak beskrivelse", "D1"}, {"", "D2"},
	} {
		l := write(t, o)[i]
		filling, err := templates.Demo("2017", report.NB)
		if err != nil {
			t.Fatal(err)
		}
		delete(filling["tiltak"][0], "beskrivelse")
		delete(filling, "departementskrav")
		typed(t, o, l, filling)
		var demanded, unanswered []string
		outcome := examined(t, o, l)
		for _, f := range outcome.Findings {
			switch f.Rule {
			case "R-006":
				demanded = append(demanded, strings.Join([]string{f.Rule, f.Place.Sheet, "beskrivelse"}, " "))
			case "R-002":
				unanswered = append(unanswered, outcome.Submission.Demands[f.Place.Row-report.DataRow].ID.Value)
			}
		}
		if got := strings.Join(demanded, " "); got != want.demanded {
			t.Errorf("%s: demanded is %q, want %q", l.Agency.Group, got, want.demanded)
		}
		if got := strings.Join(unanswered, " "); got != want.unanswered {
			t.Errorf("%s: unanswered is %q, want %q", l.Agency.Group, got, want.unanswered)
		}
	}
}

// typed fills in a workbook that was sent.
func typed(t *testing.T, o order.Order, l order.Line, filling report.Filling) {
	t.Helper()
	path := filepath.Join(o.Dir, l.File)
	issued, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := fixtures.FillIn(o.Spec, issued, filling)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, book, 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestTableQuestion: six columns have their headings, their kinds and as many rows
// to answer in as were asked for; a deadline and guidance stand on the first sheet.
func TestTableQuestion(t *testing.T) {
	o := orderFor(t)
	lines := write(t, o)
	book, err := excelize.OpenFile(filepath.Join(o.Dir, lines[1].File))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	table := rows(t, book, "Kravtabeller")
	for _, want := range []string{
		"D3|OVERSKRIFT|Løysing|I bruk|Kostnad|Brukarar|Vedteke|Merknad",
		"D3|SVARTYPE|TEKST|DATO|BELOP|TALL|JA_NEI|TEKST",
	} {
		if n := strings.Count(table, want); n != 1 {
			t.Errorf("%q stands %d times in\n%s", want, n, table)
		}
	}
	if n := strings.Count(table, "D3|SVAR\n"); n != 3 {
		t.Errorf("%d rows for the answer, want 3:\n%s", n, table)
	}
	guide := rows(t, book, book.GetSheetName(0))
	for _, want := range []string{"15.03.2019", "Svar stutt.", "Eksempeldepartementet"} {
		if !strings.Contains(guide, want) {
			t.Errorf("the guide does not say %q:\n%s", want, guide)
		}
	}
}

func rows(t *testing.T, book *excelize.File, sheet string) string {
	t.Helper()
	all, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range all {
		b.WriteString(strings.TrimRight(strings.Join(row, "|"), "|") + "\n")
	}
	return b.String()
}

// TestLastYearIsCarried: an agency's workbook is known by what it says and not by
// its name. Its identifiers and what it has reported go on; last year's amounts and
// its answers to last year's questions do not.
func TestLastYearIsCarried(t *testing.T) {
	o := orderFor(t)
	o.From = t.TempDir()
	filled(t, filepath.Join(o.From, "ENDELIG (2).XLSX"), 2017, nil)
	filled(t, filepath.Join(o.From, second+"-2018.xlsx"), 2018, func(f report.Filling) {
		f["virksomhet"][0]["orgnr"], f["virksomhet"][0]["rapportaar"] = second, "2018"
	})
	lines := write(t, o)
	if l := lines[0]; l.Outcome != order.Carried || l.Measures == 0 || l.Gains == 0 || l.Last[0] != "ENDELIG (2).XLSX" {
		t.Errorf("the first agency: %+v", l)
	}
	if l := lines[1]; l.Outcome != order.Alone {
		t.Errorf("a workbook of the ordered year is no last year's: %+v", l)
	}
	s := examined(t, o, lines[0]).Submission
	ids := map[string]bool{}
	for _, m := range s.Measures {
		ids[m.ID.Value] = m.Name.OK()
	}
	if !ids["T1"] || len(s.Measures) != lines[0].Measures || len(s.Gains) != lines[0].Gains {
		t.Errorf("%d measures and %d gains, T1 %v; the list says %+v", len(s.Measures), len(s.Gains), ids["T1"], lines[0])
	}
	for _, g := range s.Gains {
		if g.ID.Value == "G1" && g.Earlier.Value.Cmp(report.MustKroner("2348040")) != 0 {
			t.Errorf("of G1 %v was reported, want its net of last year", g.Earlier)
		}
		if g.Amount.OK() || g.Volume.OK() || g.MeasuredOn.OK() {
			t.Errorf("%s carries figures of last year", g.ID.Value)
		}
	}
	for _, d := range s.Demands {
		if d.Answer.OK() || !slices.Contains([]string{"D1", "D3"}, d.ID.Value) {
			t.Errorf("a demand of last year: %+v", d)
		}
	}
}

// TestOneBadWorkbookStopsNobody: what cannot be carried is told, and only the agency
// that it belongs to gets nothing.
func TestOneBadWorkbookStopsNobody(t *testing.T) {
	for name, c := range map[string]struct {
		last map[string]func(report.Filling)
		want order.Outcome
	}{
		"errors": {map[string]func(report.Filling){"a.xlsx": func(f report.Filling) { delete(f["tiltak"][0], "digital_vurdering") }}, order.Blocked},
		"two":    {map[string]func(report.Filling){"a.xlsx": nil, "b.xlsx": func(f report.Filling) { f["tiltak"][0]["navn"] = "Annet" }}, order.Twice},
	} {
		o := orderFor(t)
		o.From = t.TempDir()
		for file, patch := range c.last {
			filled(t, filepath.Join(o.From, file), 2017, patch)
		}
		for _, other := range []string{"notat.xlsx", "notat.pdf", ".skjult.xlsx"} {
			if err := os.WriteFile(filepath.Join(o.From, other), []byte("notat"), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		lines := write(t, o)
		if l := lines[0]; l.Outcome != c.want || !l.Failed() || l.File != "" || l.SHA256 != "" {
			t.Errorf("%s: %+v", name, l)
		}
		if l := lines[1]; l.Outcome != order.Alone || l.Failed() {
			t.Errorf("%s: the other agency: %+v", name, l)
		}
		if len(lines) != 3 || lines[2].Outcome != order.Unread || lines[2].Last[0] != "notat.xlsx" {
			t.Errorf("%s: one file cannot be read: %+v", name, lines[2:])
		}
		if _, err := os.Stat(filepath.Join(o.Dir, first+"-2018.xlsx")); err == nil {
			t.Errorf("%s: a workbook was written all the same", name)
		}
	}
}

// TestListTellsTheBytes: the hash of the list is that of the file that stands there,
// ordering again changes nothing, and what an agency has filled in is left alone.
func TestListTellsTheBytes(t *testing.T) {
	o := orderFor(t)
	lines := write(t, o)
	for _, l := range lines {
		data, err := os.ReadFile(filepath.Join(o.Dir, l.File))
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(data); l.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("%s is not what the list says", l.File)
		}
	}
	path := filepath.Join(o.Dir, lines[0].File)
	filled(t, path, 2018, nil)
	mine, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	again := write(t, o)
	if sum := sha256.Sum256(mine); again[0].Outcome != order.Exists || again[0].File != lines[0].File || again[0].SHA256 != hex.EncodeToString(sum[:]) {
		t.Errorf("a workbook that was filled in: %+v", again[0])
	}
	if again[1].Outcome != order.Unchanged || again[1].SHA256 != lines[1].SHA256 {
		t.Errorf("a workbook that is the same: %+v", again[1])
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, mine) {
		t.Error("a workbook that was filled in was written over")
	}
	if left, _ := filepath.Glob(filepath.Join(o.Dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
