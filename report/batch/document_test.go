package batch_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/check"
	"gevinst/report/ledger"
	"gevinst/report/text"
	"gevinst/templates"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func field[T any](v T) report.Field[T] {
	return report.Field[T]{Value: v, At: report.At{State: report.Known}}
}

// at is a known value in a cell of the sheet of gains.
func at[T any](v T, spec *report.Spec, row uint32, column string) report.Field[T] {
	for i, sheet := range spec.Sheets {
		for j, c := range sheet.Columns {
			if sheet.Key == "gevinster" && c.Key == column {
				return report.Field[T]{Value: v, At: report.At{Row: row, Col: uint16(j + 1), Sheet: uint8(i), State: report.Known}}
			}
		}
	}
	panic("no column " + column)
}

// outcome is a small checked workbook with one gain that counts, one that does
// not, a frame cut greater than the gain, and a finding with every type of argument.
func outcome(t *testing.T) *check.Outcome {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	spec := sets[0]
	hash := strings.Repeat("0123456789abcdef", 4)
	day := report.Date{Year: 2018, Month: 1, Day: 15}
	s := &report.Submission{
		Origin: report.Origin{File: "/home/kari/2017/nav.xlsx", SHA256: hash, Data: hash},
		Spec:   spec,
		Counts: report.Counts{Read: 60, Used: 40, Form: 19, Unused: 1},
		Agency: report.Agency{OrgNr: field("123456785"), Name: field("Direktoratet for <prøving> & måling"), Year: field(2017),
			DeductCut: field(true), ApprovedOn: field(day)},
		Budget: []report.Appropriation{{Row: 5, AbeCut: field(report.MustKroner("900000"))}},
		Measures: []report.Measure{{Row: 5, ID: field("T1"), Name: field("Digital post"), Status: field("IVERKSATT"), Kind: field("DIGITALISERING"), Finance: field("MEDFINANSIERING"),
			EffectFrom: field(report.Date{Year: 2017, Month: 1, Day: 1})}},
		Gains: []report.Gain{
			{Row: 5, ID: at("G1", spec, 5, "gevinst_id"), Measure: field("T1"), Class: field("BUDSJETT"), Method: field("FASTBELOP"),
				Amount: at(report.MustKroner("884020"), spec, 5, "belop_kr"), ExtractionRate: at(report.MustKroner("100"), spec, 5, "uttaksgrad_pst"),
				RunningCost: at(report.MustKroner("0"), spec, 5, "varig_driftskostnad_kr"), MeasuredOn: field(day), MeasuredBy: field("Regnskapet"), Duration: field("VARIG")},
			{Row: 6, ID: at("G2", spec, 6, "gevinst_id"), Measure: field("T1"), Class: field("NAERING_INNB"), Method: field("FASTBELOP"),
				Amount: at(report.MustKroner("3200000.125"), spec, 6, "belop_kr")}},
	}
	for _, sheet := range spec.Sheets {
		s.SheetNames = append(s.SheetNames, sheet.Name)
	}
	cell := report.Place{Sheet: "Gevinster", Row: 5, Col: 20}
	return &check.Outcome{Submission: s, Ledger: ledger.Compute(s), Findings: []report.Finding{
		{Rule: "G-009", Severity: report.Error, Place: cell, Related: []report.Place{{Sheet: "Tiltak", Row: 5}},
			More: []report.Place{{Sheet: "Gevinster", Row: 6, Col: 20}}, Args: []report.Arg{
				{Name: "navn", Value: "<b>Post</b> =1+1"}, {Name: "n", Value: 2}, {Name: "belop", Value: report.MustKroner("-410.5")},
				{Name: "dato", Value: report.Date{Year: 2017, Month: 9, Day: 1}}, {Name: "klasse", Value: report.Code{List: "gevinstklasse", Value: "BUDSJETT"}},
				{Name: "hvor", Value: cell}, {Name: "hvem", Value: []string{"A", "B"}}, {Name: "ord", Value: report.Words{NB: "ja", NN: "ja", EN: "yes"}}}},
		{Rule: "N-003", Severity: report.Info, Place: report.Place{Sheet: "Bevilgning"}},
		{Rule: "T-004", Severity: report.Warning},
	}}
}

func document(t *testing.T) batch.Document {
	t.Helper()
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	return batch.DocumentOf(outcome(t), batch.Telling{Version: "v0.1.0", Status: batch.Draft, Voice: voice})
}

func written(t *testing.T, d batch.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := batch.WriteJSON(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestDocumentGolden compares all but words and the hash of the requirement
// set, which change with every better sentence.
func TestDocumentGolden(t *testing.T) {
	d := document(t)
	d.Set.SHA256 = strings.Repeat("0", 64)
	word := "ord"
	for i := range d.Entries {
		d.Entries[i].Name, d.Entries[i].Words = word, word
		for j := range d.Entries[i].Inputs {
			d.Entries[i].Inputs[j].Name = word
		}
	}
	d.Gains[1].WhyWords = &word
	for i := range d.Findings {
		d.Findings[i].Sentence, d.Findings[i].Remedy = word, word
	}
	got := written(t, d)
	golden := filepath.Join("testdata", "document.json")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the document differs from %s; look at it, then run go test -update", golden)
	}
}

func TestDocumentKeepsAmountsAndNothings(t *testing.T) {
	var d struct {
		Source struct{ File string }
		Bridge map[string]any
		Gains  []map[string]any
		Counts struct{ Findings map[string]int }
	}
	raw := written(t, document(t))
	if err := json.Unmarshal(raw, &d); err != nil {
		t.Fatal(err)
	}
	if d.Bridge["A"] != "884020.00" || d.Bridge["B1"] != "442010.00" || d.Bridge["K"] != "900000.00" || d.Bridge["R"] != "-457990.00" || d.Bridge["omdisponerbart"] != "0.00" {
		t.Errorf("the bridge is %v", d.Bridge)
	}
	if d.Gains[1]["gross"] != "3200000.125" || d.Gains[1]["net"] != nil || d.Gains[1]["excluded"] != "class" || d.Gains[0]["excluded"] != nil {
		t.Errorf("the gains are %v", d.Gains)
	}
	if d.Counts.Findings["errors"] != 1 || d.Counts.Findings["warnings"] != 1 || d.Counts.Findings["infos"] != 1 {
		t.Errorf("the findings are counted as %v", d.Counts.Findings)
	}
	if d.Source.File != "nav.xlsx" {
		t.Errorf("the document names the file %q, with its folder", d.Source.File)
	}
	if !bytes.Contains(raw, []byte("<b>Post</b> =1+1")) || !bytes.Contains(raw, []byte("<prøving> & måling")) {
		t.Error("text was escaped for HTML")
	}
	if !bytes.HasSuffix(raw, []byte("\n}\n")) || !bytes.Contains(raw, []byte("\n  \"format\"")) {
		t.Error("the document is not indented by two spaces or does not end with a line feed")
	}
}

// TestBridgeNamesTheEntries holds the bridge to the entries of the same name.
func TestBridgeNamesTheEntries(t *testing.T) {
	d := document(t)
	raw, err := json.Marshal(d.Bridge)
	if err != nil {
		t.Fatal(err)
	}
	var bridge map[string]any
	if err := json.Unmarshal(raw, &bridge); err != nil {
		t.Fatal(err)
	}
	delete(bridge, "trekk_rammekutt")
	for _, e := range d.Entries {
		if amount, ok := bridge[e.Key]; ok && amount == e.Amount.String() {
			delete(bridge, e.Key)
		}
	}
	if len(bridge) > 0 {
		t.Errorf("no entry says the same of %v", bridge)
	}
}

// TestDocumentWithoutLedger is of a workbook so empty that nothing was computed or found.
func TestDocumentWithoutLedger(t *testing.T) {
	o := outcome(t)
	o.Ledger, o.Findings, o.Submission.Agency = nil, nil, report.Agency{}
	voice, err := text.For(report.NN)
	if err != nil {
		t.Fatal(err)
	}
	d := batch.DocumentOf(o, batch.Telling{Version: "v0.1.0", Status: batch.Draft, Voice: voice})
	if d.Bridge != nil || d.Year != nil || d.Agency.OrgNr != nil {
		t.Error("the document made something out of nothing")
	}
	if err := validate(t, written(t, d)); err != nil {
		t.Error(err)
	}
}

// TestDocumentOfTheDemo takes the example agency through check and ledger, in
// every language, and looks for the worked example's figures and for missing words.
func TestDocumentOfTheDemo(t *testing.T) {
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"A_tot": "3948040.00", "V": "0.00", "A": "3948040.00", "A_midler": "1600000.00", "A_tid": "2348040.00",
		"B1": "1174020.00", "C": "410000.00", "for_rammekutt": "2364020.00", "K": "1480000.00", "R": "884020.00", "omdisponerbart": "884020.00",
		"omdisponerbart_midler": "0.00", "omdisponert": "800000.00", "rest": "84020.00", "helaarseffekt": "5188040.00"}
	for _, lang := range report.Langs() {
		in := chaptertest.Input(t, lang, chaptertest.DemoFilling(t, lang))
		sub := in.Ledger.Submission
		if sub.Spec.Set != sets[0].Set {
			t.Fatalf("the demo is of set %s", sub.Spec.Set)
		}
		d := batch.DocumentOf(&check.Outcome{Submission: sub, Ledger: in.Ledger}, batch.Telling{Version: "v0.1.0", Status: batch.Final, Voice: in.Voice})
		raw := written(t, d)
		if err := validate(t, raw); err != nil {
			t.Errorf("%s: %v", lang, err)
		}
		if i := bytes.Index(raw, []byte("«entry.")); i >= 0 || bytes.Contains(raw, []byte("«operand.")) || bytes.Contains(raw, []byte("«formula.")) || bytes.Contains(raw, []byte("«exclude.")) {
			t.Errorf("%s: words are missing", lang)
		}
		bridge := map[string]any{}
		amounts, err := json.Marshal(d.Bridge)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(amounts, &bridge); err != nil {
			t.Fatal(err)
		}
		for name, amount := range want {
			if bridge[name] != amount {
				t.Errorf("%s: %s is %v, want %s", lang, name, bridge[name], amount)
			}
		}
	}
}
