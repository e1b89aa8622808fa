package truetype_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"slices"
	"testing"

	"gevinst/report/pdf/truetype"
	"gevinst/templates"
)

func emoji(t *testing.T) []byte {
	t.Helper()
	packed, err := templates.Font("NotoEmoji-Regular.ttf.gz")
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	file, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// TestWhatTheFontSays holds letters, widths and flags of the font as it was
// published: 2,048 units to the size, 2,600 to an emoji.
func TestWhatTheFontSays(t *testing.T) {
	f, err := truetype.Open(emoji(t))
	if err != nil {
		t.Fatal(err)
	}
	if n := f.Advance(f.Glyphs['😀']); n != 1270 {
		t.Errorf("an emoji is %d wide", n)
	}
	ligatures, err := f.Ligatures()
	if err != nil {
		t.Fatal(err)
	}
	flags := 0
	for _, l := range ligatures[f.Glyphs['🇳']] {
		if len(l.Rest) == 1 && l.Rest[0] == f.Glyphs['🇴'] && l.Glyph != 0 {
			flags++
		}
	}
	if flags != 1 {
		t.Errorf("%d flags of Norway", flags)
	}
}

// TestBrokenFontsAreRefused cuts a font short; nothing panics.
func TestBrokenFontsAreRefused(t *testing.T) {
	whole := emoji(t)
	for _, n := range []int{0, 3, 11, 200, 3000, 20000, len(whole) / 2} {
		if _, err := truetype.Open(slices.Clone(whole[:n])); err == nil {
			t.Errorf("a font of %d bytes was opened", n)
		}
	}
}
