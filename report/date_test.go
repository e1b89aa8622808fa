package report

import (
	"encoding/json"
	"testing"
)

// TestDatesComeBack: a date that was written is read again, no date as no date.
func TestDatesComeBack(t *testing.T) {
	for _, d := range []Date{{}, {2017, 9, 1}, {1999, 12, 31}} {
		raw, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var back Date
		if err := json.Unmarshal(raw, &back); err != nil || back != d {
			t.Errorf("%s came back as %s, %v", raw, back, err)
		}
	}
	for _, s := range []string{`""`, `"1.9.2017"`, `"2017-9-1"`, `"2017-09-01 "`, `"2017-09-01T00"`} {
		var d Date
		if json.Unmarshal([]byte(s), &d) == nil {
			t.Errorf("%s is taken for %s", s, d)
		}
	}
}
