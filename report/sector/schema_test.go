package sector_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"gevinst/report"
	"gevinst/report/sector"
	"gevinst/report/sector/overview"
	"gevinst/report/sector/sectortest"
	"gevinst/templates/schematest"
)

// TestSectorFollowsItsSchema validates a sector with reports and without, then sees
// each of several breaks refused.
func TestSectorFollowsItsSchema(t *testing.T) {
	schema := schematest.Compile(t, "sector.schema.json")
	dir := t.TempDir()
	plan := sectortest.Invented(t, dir, 7, 6)
	s := consolidated(t, dir, plan.Year, sector.Options{
		Expected: []report.Expected{{OrgNr: two1, Name: "Ventet"}},
		Others:   []overview.Agency{{OrgNr: three1, Standing: overview.Blocked, Errors: 1, Rules: []string{"G-009"}}},
		Unread:   []overview.Unread{{File: overview.File{Name: "x.xlsx"}, Reason: &overview.Reason{Code: "F-002", Sentence: "Låst.", Language: report.NB}}},
	})
	check := func(change func(d map[string]any)) error {
		var b bytes.Buffer
		if err := sector.WriteJSON(&b, s); err != nil {
			t.Fatal(err)
		}
		var d map[string]any
		if err := json.Unmarshal(b.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		change(d)
		changed, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(t, changed)
	}
	if err := check(func(map[string]any) {}); err != nil {
		t.Fatal(err)
	}
	first := func(d map[string]any, list string) map[string]any { return d[list].([]any)[0].(map[string]any) }
	for name, change := range map[string]func(d map[string]any){
		"another format":           func(d map[string]any) { d["format"] = "gevinst-sector/9" },
		"an unknown key":           func(d map[string]any) { d["ekstra"] = 1 },
		"no list of agencies":      func(d map[string]any) { d["agencies"] = nil },
		"an amount as a number":    func(d map[string]any) { d["sum"].(map[string]any)["A"] = 1.5 },
		"an unknown standing":      func(d map[string]any) { first(d, "agencies")["standing"] = "levert" },
		"a missing one's report":   func(d map[string]any) { first(d, "agencies")["standing"] = "missing" },
		"half a number":            func(d map[string]any) { first(d, "services")["orgnr"] = "12345" },
		"an answer from nobody":    func(d map[string]any) { delete(first(first(d, "demands"), "answers"), "orgnr") },
		"a question without words": func(d map[string]any) { first(d, "demands")["asked"] = []any{} },
	} {
		if check(change) == nil {
			t.Errorf("%s is not refused", name)
		}
	}
}

// TestAnswersOfEveryKind has two agencies answer in two written forms; each
// question stands once, with both answers and their sum.
func TestAnswersOfEveryKind(t *testing.T) {
	dir := t.TempDir()
	for org, form := range map[string]string{one1: "nb", two1: "nn"} {
		filling := sectortest.Demo(t)
		filling["virksomhet"][0]["orgnr"], filling["virksomhet"][0]["maalform"] = org, form
		asked := func(id, kind, answer string) report.Record {
			return report.Record{"krav_id": id, "krav_tekst": "Spørsmål " + id + form, "svartype": kind, "maa_besvares": "JA", "svar": answer}
		}
		filling["departementskrav"] = []report.Record{asked("D1", "TEKST", "Godt."), asked("D2", "JA_NEI", "JA"), asked("D3", "BELOP", "120000.50"), asked("D4", "TABELL", "")}
		filling["kravtabeller"] = []report.Record{{"krav_id": "D4", "radtype": "OVERSKRIFT", "felt_1": "Løsning", "felt_2": "Kostnad"},
			{"krav_id": "D4", "radtype": "SVARTYPE", "felt_1": "TEKST", "felt_2": "BELOP"}, {"krav_id": "D4", "radtype": "SVAR", "felt_1": "Arkiv", "felt_2": "1000"}}
		d := sectortest.Document(t, filling)
		d.Records["departementskrav"][2].Values["svar"] = "120000.50" // as a number in the workbook would stand
		d.Records["kravtabeller"][2].Values["felt_2"] = "1000"
		sectortest.Put(t, dir, d)
	}
	s := consolidated(t, dir, 2017, sector.Options{})
	if len(s.Demands) != 4 {
		t.Fatalf("%d questions: %+v", len(s.Demands), s.Demands)
	}
	for i := range s.Demands {
		d := &s.Demands[i]
		if len(d.Asked) != 2 || len(d.Answers) != 2 || !d.Answers[0].Given() || d.Answers[0].OrgNr != one1 {
			t.Errorf("%+v", d)
		}
	}
	if sum := s.Demands[2].Sum; sum == nil || sum.String() != "240001.00" {
		t.Errorf("the amounts come to %v", sum)
	}
	if d := s.Demands[3]; len(d.ColumnKinds) != 2 || d.Answers[1].Rows[0][1] != "1000" {
		t.Errorf("the tables are %+v", d)
	}
}
