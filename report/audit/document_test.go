package audit_test

import (
	"bytes"
	"testing"

	"gevinst/report"
	"gevinst/report/audit"
	"gevinst/templates/schematest"
)

// TestVerdictFollowsItsSchema holds a verdict with exceptions of many kinds to the
// published schema.
func TestVerdictFollowsItsSchema(t *testing.T) {
	schema := schematest.Compile(t, "audit.schema.json")
	t.Parallel()
	p := plain(t)
	inCell("Gevinster", "M5", 43000)(t, p)
	var b bytes.Buffer
	if err := audit.WriteJSON(&b, []*audit.Verdict{p.audited(t)}, voice(t, report.NN)); err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(t, b.Bytes()); err != nil {
		t.Error(err)
	}
	bad := bytes.Replace(b.Bytes(), []byte(`"stops"`), []byte(`"halts"`), 1)
	if schema.Validate(t, bad) == nil {
		t.Error("the schema takes an unknown key")
	}
}

// TestEveryExceptionHasItsSentence says every kind that the checks know, in every language.
func TestEveryExceptionHasItsSentence(t *testing.T) {
	kinds := sourceKinds(t)
	if len(kinds) < 60 {
		t.Fatalf("only %d kinds found: the test looks in the wrong place", len(kinds))
	}
	for _, lang := range report.Langs() {
		v := voice(t, lang)
		for _, kind := range kinds {
			if !v.Has("audit.is." + kind) {
				t.Errorf("%s has no sentence for %q", lang, kind)
			}
		}
		for _, c := range (&pack{files: map[string][]byte{manifest: []byte("{}")}}).audited(t).Checks {
			if !v.Has("audit.check." + c.ID) {
				t.Errorf("%s has no name for %q", lang, c.ID)
			}
		}
	}
}
