package audit

import (
	"bytes"
	"testing"
)

// TestAFindingIsToldWhole adds a finding to the report's JSON: it is one difference, told by
// its sentence, and not one for each of its values. A change within one is told by its value.
func TestAFindingIsToldWhole(t *testing.T) {
	t.Parallel()
	const finding = `{"rule": "V-009", "variant": "", "severity": "warning", "place": {"sheet": "Gevinster", "row": 9, "cell": "AZ9"}, "related": [], "more": [], "args": [], "sentence": "Noe.", "remedy": "Rett det."}`
	x := traced(t, false)
	with := func(finding string) []byte {
		return bytes.Replace(x.remade[jsonFile], []byte(`"findings": []`), []byte(`"findings": [`+finding+`]`), 1)
	}
	told := func(was, is []byte) []Exception {
		t.Helper()
		y := *x
		y.exceptions, y.figuresRaw, y.remade = nil, was, map[string][]byte{jsonFile: is}
		y.begin("json")
		checkJSON(&y)
		return y.exceptions
	}
	none, one, other := with(""), with(finding), with(string(bytes.Replace([]byte(finding), []byte("Rett det."), []byte("La det stå."), 1)))
	if bytes.Equal(none, one) {
		t.Fatal("the report has findings of its own")
	}
	for name, c := range map[string]struct {
		was, is              []byte
		key, reported, found string
	}{
		"one more":          {one, none, "findings.V-009 Gevinster!AZ9", "Noe.", ""},
		"one less":          {none, one, "findings.V-009 Gevinster!AZ9", "", "Noe."},
		"one with a change": {one, other, "findings.V-009 Gevinster!AZ9.remedy", "Rett det.", "La det stå."},
	} {
		all := told(c.was, c.is)
		if len(all) != 1 || all[0].Place.Key != c.key || all[0].Reported != c.reported || all[0].Found != c.found {
			t.Errorf("%s: %+v", name, all)
		}
	}
}
