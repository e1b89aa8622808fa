package profile_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/profile"
	"gevinst/report/text"
	"gevinst/templates"
	"gevinst/templates/schematest"
)

func spec(t testing.TB) *report.Spec {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	return sets[0]
}

func example(t testing.TB, lang report.Lang) []byte {
	t.Helper()
	data, err := templates.Profile(lang)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestExampleIsAProfileInEveryLanguage(t *testing.T) {
	s := schematest.Compile(t, "profile.schema.json")
	hashes := map[string]bool{}
	for _, lang := range report.Langs() {
		data := example(t, lang)
		p, slips := profile.Parse(data, spec(t))
		if len(slips) > 0 {
			t.Fatalf("%s: %v", lang, slips)
		}
		if err := s.Validate(t, data); err != nil {
			t.Errorf("%s: the example breaks its own schema: %v", lang, err)
		}
		hashes[p.Hash] = true
	}
	if len(hashes) != 1 {
		t.Errorf("the examples ask different things: %v", hashes)
	}
}

func TestWhatTheExampleAsks(t *testing.T) {
	p, _ := profile.Parse(example(t, report.NB), spec(t))
	if p.Group("940155223") != "tilsyn" || p.Expects("123456785").Name != "Eksempeletaten" || p.Expects("701730496") != nil {
		t.Errorf("agencies: %+v", p.Agencies)
	}
	if n, m := len(p.Asked("tilsyn")), len(p.Asked("forvaltning")); n != 3 || m != 4 {
		t.Errorf("%d questions for tilsyn and %d for forvaltning, want 3 and 4", n, m)
	}
	under := spec(t).Under(p, "tilsyn")
	if v := under.Parameters["deviation_pst"]; v.Value.Cmp(report.MustKroner("15")) != 0 || v.Source != report.MinistrySource {
		t.Errorf("the threshold is %+v", v)
	}
	if spec(t).Parameters["deviation_pst"].Source == report.MinistrySource {
		t.Error("the common set was changed")
	}
	if !under.Sheet("tiltak").Column("tiltakseier").Demanded || under.Sheet("tjenester").Column("volum_per_aar").Demanded {
		t.Error("required fields do not follow the group")
	}
}

// TestHashIsOfWhatIsAsked: layout and remarks do not count; whom and by when
// counts for the hash and not for the stamp that the workbooks carry.
func TestHashIsOfWhatIsAsked(t *testing.T) {
	const plain = `{"format":"gevinst-profile/1","ministry":"A","questions":[{"id":"D1","kind":"TEKST","text":{"nb":"Hva?","nn":"Kva?"}}]}`
	parse := func(s string) *report.Profile {
		p, slips := profile.Parse([]byte(s), spec(t))
		if len(slips) > 0 {
			t.Fatal(slips)
		}
		return p
	}
	was := parse(plain)
	laid := parse("\ufeff{ \"questions\": [ {\"//\": \"her\", \"kind\":\"TEKST\",\"id\":\"D1\", \"text\":{\"nn\":\"Kva?\",\"nb\":\"Hva?\"}} ],\r\n \"ministry\":\"A\", \"format\":\"gevinst-profile/1\" }")
	if laid.Hash != was.Hash || laid.Stamp != was.Stamp {
		t.Error("layout, remarks and order of keys change the hash")
	}
	later := parse(strings.Replace(plain, `"ministry"`, `"deadline":"2018-03-15","ministry"`, 1))
	if later.Hash == was.Hash || later.Stamp != was.Stamp {
		t.Error("a deadline must change the hash and not the stamp")
	}
	other := parse(strings.Replace(plain, "Hva?", "Hvem?", 1))
	if other.Hash == was.Hash || other.Stamp == was.Stamp {
		t.Error("another question must change both")
	}
}

// slip is one change of the example and what must be said of it. The schema
// refuses it too, unless it takes knowledge that no schema has.
type slip struct {
	name, old, new string
	path, key      string
	schema         bool
}

func slips() []slip {
	return []slip{
		{"unknown key", `"areas":`, `"omraader":`, "omraader", "key", true},
		{"misspelt key", `"deadline"`, `"dedline"`, "dedline", "key.near", true},
		{"wrong format", `profile/1"`, `profile/9"`, "format", "value.near", true},
		{"no ministry", `"ministry": "Eksempeldepartementet",`, ``, "ministry", "missing", true},
		{"number for text", `"ministry": "Eksempeldepartementet"`, `"ministry": 7`, "ministry", "want.text", true},
		{"empty text", `"Eksempeldepartementet"`, `" "`, "ministry", "blank", true},
		{"no date", `2018-03-15`, `15.03.2018`, "deadline", "date", true},
		{"no day", `2018-03-15`, `2018-02-30`, "deadline", "date", false},
		{"check digit", `123456785`, `123456789`, "agencies[0].orgnr", "orgnr", false},
		{"short number", `123456785`, `12345678`, "agencies[0].orgnr", "orgnr", true},
		{"agency twice", `940155223`, `123456785`, "agencies[1].orgnr", "twice", false},
		{"written form", `"form": "nn"`, `"form": "sv"`, "agencies[1].form", "value", true},
		{"kind", `"kind": "BELOP",`, `"kind": "BELØP",`, "questions[2].kind", "value.near", true},
		{"question twice", `"id": "D2"`, `"id": "D1"`, "questions[1].id", "twice", false},
		{"id with a space", `"id": "D2"`, `"id": "D 2"`, "questions[1].id", "identifier", true},
		{"no nynorsk", `"nb": "Hvordan sikrer virksomheten at gevinstene er varige?", "nn"`, `"nb": "Hvordan?", "en"`, "questions[0].text.nn", "missing", true},
		{"yes for true", `"required": false`, `"required": "nei"`, "questions[2].required", "want.yesno", true},
		{"unknown group", `"groups": ["forvaltning"],`, `"groups": ["forvalting"],`, "questions[2].groups[0]", "value.near", false},
		{"nobody asked", `"groups": ["forvaltning"],`, `"groups": [],`, "questions[2].groups", "group.empty", true},
		{"rows of a text", `"required": false,`, `"rows": 3,`, "questions[2].rows", "table.only", true},
		{"no rows", `"rows": 10`, `"rows": 0`, "questions[3].rows", "want.count", true},
		{"table in a table", `"Kostnad"}, "kind": "BELOP"`, `"Kostnad"}, "kind": "TABELL"`, "questions[3].columns[2].kind", "value.near", true},
		{"unknown parameter", `deviation_pst`, `deviation`, "thresholds.deviation", "key", false},
		{"threshold as number", `"deviation_pst": "15"`, `"deviation_pst": 15`, "thresholds.deviation_pst", "want.text", true},
		{"threshold with comma", `"15"`, `"15,5"`, "thresholds.deviation_pst", "decimal", true},
		{"threshold out of bounds", `"15"`, `"80"`, "thresholds.deviation_pst", "threshold.bounds", false},
		{"unknown sheet", `tiltak.tiltakseier`, `tilltak.tiltakseier`, "required_fields[0].field", "value.near", false},
		{"unknown column", `tiltak.tiltakseier`, `tiltak.eier`, "required_fields[0].field", "value", false},
		{"no column", `tiltak.tiltakseier`, `tiltakseier`, "required_fields[0].field", "field.form", true},
		{"issued column", `tiltak.tiltakseier`, `virksomhet.skjemaversjon`, "required_fields[0].field", "value", false},
		{"required already", `tiltak.tiltakseier`, `tiltak.navn`, "required_fields[0].field", "field.already", false},
		{"lowered", `"T-004": "E"`, `"G-013": "W"`, "severity.G-013", "severity.lower", false},
		{"same severity", `"T-004": "E"`, `"T-004": "W"`, "severity.T-004", "severity.lower", false},
		{"informs only", `"T-004": "E"`, `"T-004": "I"`, "severity.T-004", "value", true},
		{"unknown rule", `"T-004": "E"`, `"Z-904": "E"`, "severity.Z-904", "rule.unknown", false},
		{"number of a rule", `"M-001"`, `"G-001"`, "rules[0].id", "rule.id", true},
		{"rule twice", `"M-002"`, `"M-001"`, "rules[1].id", "twice", false},
		{"operator", `"must": "ge"`, `"must": ">="`, "rules[0].must", "value", true},
		{"ordered code", `"is": "eq"`, `"is": "lt"`, "rules[0].when.is", "operator.unordered", false},
		{"unknown code", `"BUDSJETT"`, `"BUDSJET"`, "rules[0].when.limit", "value.near", false},
		{"words for a number", `"limit": "50"`, `"limit": "mye"`, "rules[0].limit", "decimal", false},
		{"limit missing", `"limit": "50",`, ``, "rules[0].limit", "missing", true},
		{"limit of filled", `"must": "filled",`, `"must": "filled", "limit": "1",`, "rules[1].limit", "operator.unwanted", true},
		{"other sheet", `gevinster.gevinstklasse`, `tiltak.status`, "rules[0].when.field", "when.sheet", false},
		{"no message", `"severity": "E",`, `"severity": "E", "messages": {},`, "rules[1].messages", "key.near", true},
	}
}

func TestSlipsAreFound(t *testing.T) {
	s := schematest.Compile(t, "profile.schema.json")
	whole := string(example(t, report.NB))
	for _, c := range slips() {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(whole, c.old) {
				t.Fatalf("the example does not hold %s", c.old)
			}
			data := []byte(strings.Replace(whole, c.old, c.new, 1))
			p, found := profile.Parse(data, spec(t))
			if p != nil {
				t.Fatal("a profile with a slip was accepted")
			}
			if !has(found, c.path, c.key) {
				t.Errorf("want %s at %s, found %v", c.key, c.path, found)
			}
			if refused := s.Validate(t, data) != nil; refused != c.schema {
				t.Errorf("the schema refuses it: %v, want %v", refused, c.schema)
			}
		})
	}
}

func has(found []profile.Slip, path, key string) bool {
	for _, s := range found {
		if s.Path == path && s.Key == key {
			return true
		}
	}
	return false
}

func TestAllSlipsAreFoundAtOnceWithTheirLines(t *testing.T) {
	const bad = "{\n\"format\": \"gevinst-profile/1\",\n\"ministry\": \"A\",\n\"ministry\": \"B\"\n}"
	_, found := profile.Parse([]byte(bad), spec(t))
	if len(found) != 1 || found[0].Key != "key.twice" || found[0].Line != 4 {
		t.Errorf("a key that stands twice: %v", found)
	}
	const three = "{\"format\": \"gevinst-profile/1\",\n\"minstry\": \"A\",\n\"deadline\": \"soon\",\n\"questions\": {}}"
	_, found = profile.Parse([]byte(three), spec(t))
	var lines []string
	for _, s := range found {
		lines = append(lines, fmt.Sprint(s.Line, s.Path))
	}
	if got := strings.Join(lines, " "); got != "1ministry 2minstry 3deadline 4questions" {
		t.Errorf("found %s", got)
	}
}

func TestBrokenFilesAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ data, key string }{
		"empty":       {"", "syntax"},
		"cut short":   {`{"format": "gevinst-profile/1", "minis`, "syntax"},
		"two values":  {`{"format":"gevinst-profile/1","ministry":"A"} {}`, "more"},
		"utf-16":      {"\xff\xfe{\x00", "encoding"},
		"bottomless":  {strings.Repeat("[", 100_000), "deep"},
		"a list":      {`[]`, "want.object"},
		"enormous":    {strings.Repeat(" ", 5<<20), "large"},
		"control":     {`{"format":"gevinst-profile/1","ministry":"A\u0001"}`, "control"},
		"not a token": {`{"format": }`, "syntax"},
	} {
		if p, found := profile.Parse([]byte(c.data), spec(t)); p != nil || len(found) == 0 || found[0].Key != c.key {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func FuzzParse(f *testing.F) {
	set := spec(f)
	f.Add(example(f, report.NB))
	f.Add([]byte(`{"format":"gevinst-profile/1","ministry":"A","rules":[{"must":"in","field":"tiltak.status","values":[null]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, found := profile.Parse(data, set)
		if (p == nil) == (len(found) == 0) {
			t.Fatal("neither a profile nor a slip, or both")
		}
	})
}

var named = regexp.MustCompile(`(?:r\.slip\(\w+(?:\.\w+)?(?:\.get\((?:"\w+"|\w+)\))?, |Key: |n\.line, |child\.line, )"([a-z]+(?:\.[a-z]+)?)"`)

func TestEverySlipHasItsWords(t *testing.T) {
	keys := map[string]bool{}
	files, _ := filepath.Glob("*.go")
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, m := range named.FindAllStringSubmatch(string(src), -1) {
			keys[m[1]] = true
		}
	}
	if len(keys) < 30 {
		t.Fatalf("only %d slips found in the code: the test looks in the wrong place", len(keys))
	}
	for _, lang := range report.Langs() {
		voice, err := text.For(lang)
		if err != nil {
			t.Fatal(err)
		}
		for key := range keys {
			if !voice.Has("profile.slip."+key) || !voice.Has("profile.slip."+key+".remedy") {
				t.Errorf("%s: the slip %s lacks its sentence or its remedy", lang, key)
			}
		}
	}
}
