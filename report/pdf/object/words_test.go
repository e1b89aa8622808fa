package object

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"
)

func read(t *testing.T, s String) string {
	t.Helper()
	rest, wide := strings.CutPrefix(string(s), "\xfe\xff")
	if !wide {
		return rest
	}
	if len(rest)%2 != 0 {
		t.Fatal("half a letter")
	}
	units := make([]uint16, 0, len(rest)/2)
	for i := 0; i < len(rest); i += 2 {
		units = append(units, uint16(rest[i])<<8|uint16(rest[i+1]))
	}
	return string(utf16.Decode(units))
}

// TestWordsFitInAString: whatever is said, the string is no longer than PDF/A allows,
// and ends in an ellipsis where it does not say all.
func TestWordsFitInAString(t *testing.T) {
	const cell = 32767 // letters in a cell of Excel
	for name, c := range map[string]struct {
		words string
		kept  int // letters in front of the ellipsis, -1 for all
	}{
		"nothing":                   {"", -1},
		"a cell full of ASCII":      {strings.Repeat("a", cell), -1},
		"one more than that":        {strings.Repeat("a", cell+1), 16381},
		"as many wide as there fit": {strings.Repeat("å", 16382), -1},
		"one more wide":             {strings.Repeat("å", 16383), 16381},
		"a cell full of wide ones":  {strings.Repeat("å", cell), 16381},
		"pairs that would be split": {strings.Repeat("😀", cell), 8190},
	} {
		s := Words(c.words)
		want := c.words
		if c.kept >= 0 {
			want = string([]rune(c.words)[:c.kept]) + "…"
		}
		if got := read(t, s); len(s) > LongestString || got != want {
			t.Errorf("%s: %d bytes, %d letters, want %d", name, len(s), len([]rune(got)), len([]rune(want)))
		}
	}
}

// TestWhatIsNoLetterIsShown: what neither a string nor XML can hold leaves its mark.
func TestWhatIsNoLetterIsShown(t *testing.T) {
	for words, want := range map[string]string{
		"Årsrapport\t\r\n😀": "Årsrapport\t\r\n😀", "a\uffffb\ufffec\ufdd0d\U0001ffff": "a\ufffdb\ufffdc\ufffdd\ufffd",
		"a\x00b\x1bc\u0085": "a\ufffdb\ufffdc\ufffd", "a\xed\xa0\x80": "a\ufffd\ufffd\ufffd", "a\xff": "a\ufffd",
	} {
		if got := read(t, Words(words)); got != want {
			t.Errorf("%q is said as %q, want %q", words, got, want)
		}
	}
}

// TestNothingTooLongIsWritten: a file with a string or a name that PDF/A does not allow
// is not written, wherever in it that stands.
func TestNothingTooLongIsWritten(t *testing.T) {
	words, name := String(strings.Repeat("a", LongestString)), Name(strings.Repeat("n", longestName))
	for where, put := range map[string]func(f *File, words String, name Name){
		"in a dictionary": func(f *File, s String, n Name) { f.Add(Dict{n: Array{s}}) },
		"in a stream's":   func(f *File, s String, n Name) { f.Add(&Stream{Dict: Dict{"A": Dict{n: s}}}) },
		"written before":  func(f *File, s String, n Name) { f.SetWritten(f.Reserve(), Array{n, s}) },
	} {
		for what, c := range map[string]struct {
			words String
			name  Name
			good  bool
		}{"as long as may be": {words, name, true}, "a long string": {words + "a", name, false}, "a long name": {words, name + "n", false}} {
			f := &File{}
			put(f, c.words, c.name)
			var b bytes.Buffer
			if err := f.Write(&b, 1, 0); (err == nil) != c.good || err != nil && b.Len() > 0 {
				t.Errorf("%s %s: %v, %d bytes", what, where, err, b.Len())
			}
		}
	}
}
