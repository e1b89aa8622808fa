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
	"gevinst/report/check"
	"gevinst/report/ledger"
	"gevinst/report/text"
	"gevinst/templates"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func field[T any](v T) report.Field[T] { return report.Field[T]{Value: v, State: report.Known} }

func amount(s string) *report.Kroner { k := report.MustKroner(s); return &k }

// outcome is a small checked workbook with one gain that counts, one that does
// not, and a finding with every type of argument.
func outcome(t *testing.T) *check.Outcome {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	hash := strings.Repeat("0123456789abcdef", 4)
	s := &report.Submission{
		Origin: report.Origin{File: "/home/kari/2017/nav.xlsx", SHA256: hash, Data: hash},
		Spec:   sets[0],
		Counts: report.Counts{Read: 60, Used: 40, Form: 19, Unused: 1},
		Agency: report.Agency{OrgNr: field("123456785"), Name: field("Direktoratet for <prøving> & måling"), Year: field(2017),
			ApprovedOn: field(report.Date{Year: 2018, Month: 3, Day: 1})},
		Measures: []report.Measure{{Row: 5, ID: field("T1"), Name: field("Digital post"), Status: field("IVERKSATT"), Kind: field("DIGITALISERING")}},
		Gains: []report.Gain{{Row: 5, ID: field("G1"), Measure: field("T1"), Class: field("BUDSJETT"), Method: field("FASTBELOP")},
			{Row: 6, ID: field("G2"), Measure: field("T1"), Class: field("NAERING_INNB")}},
	}
	cell := report.Place{Sheet: "Gevinster", Row: 5, Col: 20}
	l := &ledger.Ledger{
		Year:     2017,
		Measures: []ledger.MeasureLine{{Measure: &s.Measures[0], New: *amount("884020")}},
		Gains: []ledger.GainLine{
			{Gain: &s.Gains[0], Measure: &s.Measures[0], Gross: amount("884020"), Taken: amount("884020"), Net: amount("884020"), New: amount("884020"), Earlier: amount("0"), Eligible: true},
			{Gain: &s.Gains[1], Measure: &s.Measures[0], Gross: amount("3200000.125"), Why: ledger.NotOwn},
		},
		Entries: []ledger.Entry{
			{Key: "gevinst/G1/brutto", Amount: *amount("884020"), Unit: "kr", Formula: "fastbelop", Source: "gevinst", Place: report.Place{Sheet: "Gevinster", Row: 5},
				Inputs: []ledger.Input{{Name: "belop_kr", Amount: *amount("884020"), Unit: "kr", Sign: 1, Place: cell, Raw: "884020"}}},
			{Key: "A", Amount: *amount("884020"), Unit: "kr", Formula: "sum", Inputs: []ledger.Input{{Name: "netto", Key: "gevinst/G1/brutto", Amount: *amount("884020"), Unit: "kr", Sign: 1}}},
		},
		Bridge: ledger.Bridge{Total: *amount("884020"), New: *amount("884020"), Money: *amount("884020"), FrameCut: *amount("900000"),
			Result: *amount("-15980"), Uncovered: *amount("15980"), CutDeducted: true},
	}
	return &check.Outcome{Submission: s, Ledger: l, Findings: []report.Finding{
		{Rule: "G-009", Severity: report.Error, Place: cell, Related: []report.Place{{Sheet: "Tiltak", Row: 5}}, Args: []report.Arg{
			{Name: "navn", Value: "<b>Post</b> =1+1"}, {Name: "n", Value: 2}, {Name: "belop", Value: *amount("-410.5")},
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
	return batch.DocumentOf(outcome(t), batch.Telling{Version: "v0.1.0", Status: batch.Draft, Voice: voice,
		Say: func(f report.Finding) (string, string) { return "Setning til " + f.Rule, "Råd til " + f.Rule }})
}

func written(t *testing.T, d batch.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := batch.WriteJSON(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestDocumentGolden compares all but the hash of the requirement set, which
// changes with every word of the form.
func TestDocumentGolden(t *testing.T) {
	d := document(t)
	d.Set.SHA256 = strings.Repeat("0", 64)
	for i := range d.Entries {
		d.Entries[i].Words = "Formel"
		for j := range d.Entries[i].Inputs {
			d.Entries[i].Inputs[j].Words = "Operand"
		}
	}
	d.Gains[1].WhyWords = &d.Entries[0].Words
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
	if d.Bridge["A"] != "884020.00" || d.Bridge["R"] != "-15980.00" || d.Bridge["omdisponerbart"] != "0.00" {
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

// TestDocumentWithoutLedger is of a workbook so broken that nothing was computed.
func TestDocumentWithoutLedger(t *testing.T) {
	o := outcome(t)
	o.Ledger, o.Submission.Agency = nil, report.Agency{}
	voice, err := text.For(report.NN)
	if err != nil {
		t.Fatal(err)
	}
	d := batch.DocumentOf(o, batch.Telling{Version: "v0.1.0", Status: batch.Draft, Voice: voice,
		Say: func(report.Finding) (string, string) { return "Setning", "Råd" }})
	if d.Bridge != nil || d.Year != nil || d.Agency.OrgNr != nil {
		t.Error("the document made something out of nothing")
	}
	if err := validate(t, written(t, d)); err != nil {
		t.Error(err)
	}
}
