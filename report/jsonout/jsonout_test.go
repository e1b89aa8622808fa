package jsonout_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"gevinst/report/jsonout"
)

// TestUnseenIsNumbered asks that words from a workbook steer no terminal, and that a
// program that reads the JSON gets them as they were.
func TestUnseenIsNumbered(t *testing.T) {
	words := "a\u202eb\u009bc\x7fd\u200de\u2066f\U000e0041g\ufeffh æøå Ŋ 🚀 <&>"
	var out bytes.Buffer
	if err := jsonout.Write(&out, map[string]string{"navn": words}); err != nil {
		t.Fatal(err)
	}
	for _, r := range out.String() {
		if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) {
			t.Errorf("U+%04X stands raw in %q", r, out.String())
		}
	}
	if !strings.Contains(out.String(), "æøå Ŋ 🚀 <&>") {
		t.Errorf("what can be seen is not written as it is: %s", out.String())
	}
	var back map[string]string
	if err := json.Unmarshal(out.Bytes(), &back); err != nil || back["navn"] != words {
		t.Errorf("read again it is %q (%v), want %q", back["navn"], err, words)
	}
}

// TestWithin writes a value as it stands on the second level of another.
func TestWithin(t *testing.T) {
	var out bytes.Buffer
	if err := jsonout.WriteWithin(&out, "  ", map[string]int{"a": 1}); err != nil {
		t.Fatal(err)
	}
	if want := "{\n    \"a\": 1\n  }\n"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}
