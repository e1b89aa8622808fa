package printed

import (
	"strings"

	"gevinst/report/pdf/object"
)

// attachments takes the files out of the file (ISO 19005-3, 6.8).
func (t *tree) attachments(root object.Dict) {
	for _, file := range t.array(root["AF"]) {
		spec := t.dict(file)
		if stream, ok := t.get(t.dict(spec["EF"])["F"]).(*object.Stream); ok {
			t.doc.Attached[textString(spec["UF"])] = stream.Data
		}
	}
}

// textString is a string for a reader: ASCII, or UTF-16 with a mark (7.9.2.2).
func textString(v object.Value) string {
	s, _ := v.(object.String)
	if body, ok := strings.CutPrefix(string(s), "\xfe\xff"); ok {
		return fromUTF16(body)
	}
	return string(s)
}
