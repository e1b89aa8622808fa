package sample_test

import (
	"bytes"
	"testing"

	"gevinst/report"
	"gevinst/report/audit/sample"
	"gevinst/report/chapter/chaptertest"
	"gevinst/templates/schematest"
)

// TestSampleFollowsItsSchema holds samples, a small one and one of nothing, to the
// published schema.
func TestSampleFollowsItsSchema(t *testing.T) {
	schema := schematest.Compile(t, "sample.schema.json")
	for name, filling := range map[string]report.Filling{"demo": chaptertest.DemoFilling(t, report.NB), "bare": chaptertest.Bare()} {
		drawn, err := sample.Draw(documented(t, filling), 3, "frø")
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := sample.WriteJSON(&b, drawn); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(t, b.Bytes()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if bad := bytes.Replace(b.Bytes(), []byte(`"seed"`), []byte(`"grain"`), 1); schema.Validate(t, bad) == nil {
			t.Errorf("%s: the schema takes an unknown key", name)
		}
	}
}
