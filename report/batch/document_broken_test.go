package batch_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"gevinst/report"
	"gevinst/report/batch"
	"gevinst/report/check"
	"gevinst/report/text"
	"gevinst/report/workbook"
	"gevinst/templates"
)

// unsaid is a key without a sentence, or a name in a sentence without a value.
var unsaid = regexp.MustCompile(`«(rule|entry|operand|formula|exclude|severity)\.[^»]*»|\{[\pL_]+\}`)

// TestDocumentsOfBrokenWorkbooks puts the same rubbish into every other column
// of the example agency: whatever is found, the document follows its schema and
// every finding is said in words, in every language.
func TestDocumentsOfBrokenWorkbooks(t *testing.T) {
	rules := map[string]bool{}
	for _, rubbish := range []string{"", "<b>&{felt}", "-1", "=1+1", "1900-01-01"} {
		for parity := range 2 {
			e := broken(t, rubbish, parity)
			for _, lang := range report.Langs() {
				for _, f := range documented(t, e, lang).Findings {
					rules[f.Rule+f.Variant] = true
					if m := unsaid.FindString(f.Sentence + f.Remedy); m != "" && m != "{felt}" {
						t.Errorf("%s: %s %s is not said: %s", lang, f.Rule, f.Variant, m)
					}
				}
			}
		}
	}
	if len(rules) < 20 {
		t.Errorf("only %d rules and variants spoke: %v", len(rules), rules)
	}
}

func documented(t *testing.T, e *batch.Examined, lang report.Lang) batch.Document {
	t.Helper()
	voice, err := text.For(lang)
	if err != nil {
		t.Fatal(err)
	}
	d := batch.DocumentOf(e.Outcome, batch.Telling{Version: "v0.1.0", Status: batch.Draft, Voice: voice})
	if err := validate(t, written(t, d)); err != nil {
		t.Error(err)
	}
	return d
}

// broken is the example agency with rubbish in the columns of one parity, in
// every row but the first.
func broken(t *testing.T, rubbish string, parity int) *batch.Examined {
	t.Helper()
	sets, err := templates.Sets()
	if err != nil {
		t.Fatal(err)
	}
	filling, err := templates.Demo(sets[0].Set, report.NB)
	if err != nil {
		t.Fatal(err)
	}
	voice, err := text.For(report.NB)
	if err != nil {
		t.Fatal(err)
	}
	for _, sheet := range sets[0].Sheets {
		for i, column := range sheet.Columns {
			for n, record := range filling[sheet.Key] {
				if i%2 == parity && column.Key != "skjemaversjon" && (n > 0 || len(filling[sheet.Key]) == 1) {
					record[column.Key] = rubbish
				}
			}
		}
	}
	var b bytes.Buffer
	if err := workbook.Write(&b, sets[0], workbook.Order{Year: 2017, Lang: report.NB, Filling: filling, Say: voice.Say}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "broken.xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	e, err := batch.Examine(context.Background(), path, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}
