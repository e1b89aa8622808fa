package beside

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"

	"gevinst/report/pdf/object"
)

// lines is the first line in which two texts differ.
func lines(a, b string) (string, string) {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range max(len(x), len(y)) {
		switch {
		case i >= len(x):
			return "", y[i]
		case i >= len(y):
			return x[i], ""
		case x[i] != y[i]:
			return x[i], y[i]
		}
	}
	return "", ""
}

// shown is a value for people.
func shown(v object.Value) string {
	switch x := v.(type) {
	case object.String:
		if rest, ok := strings.CutPrefix(string(x), "\xfe\xff"); ok {
			return fromUTF16(rest)
		}
		return string(x)
	case object.Name:
		return "/" + string(x)
	case object.Number:
		return string(x)
	case object.Bool:
		return fmt.Sprint(bool(x))
	case object.Dict:
		keys := []string{}
		for _, key := range slices.Sorted(maps.Keys(x)) {
			keys = append(keys, "/"+string(key))
		}
		return "<<" + strings.Join(keys, " ") + ">>"
	case object.Array:
		return fmt.Sprintf("[%d]", len(x))
	case *object.Stream:
		return sum(x.Data)
	}
	return ""
}

func fromUTF16(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

func sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}

// most is how much of a value is shown.
const most = 70

// excerpt is the beginning of a value, without what no screen shows.
func excerpt(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\ufffd' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
