package pdf

import (
	"fmt"
	"sync"

	"gevinst/report/pdf/layout"
	"gevinst/report/pdf/truetype"
	"gevinst/templates"
)

// cuts are the font files, in the order of layout.Face.
var cuts = [...]string{"SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf", "SourceSans3-It.ttf"}

// face is what is known of a cut: its file, and the width of every letter.
type face struct {
	file     []byte
	widths   [1 << 16]uint16 // by code point, in thousandths of the size
	has      [1 << 16]bool
	postname string
}

// typeface is the cuts, by layout.Face.
type typeface [len(cuts)]*face

// faces reads the fonts, once a process.
var faces = sync.OnceValues(func() (typeface, error) {
	var t typeface
	for i, name := range cuts {
		file, err := templates.Font(name)
		if err != nil {
			return t, err
		}
		if t[i], err = readFace(file); err != nil {
			return t, fmt.Errorf("font %s: %w", name, err)
		}
		t[i].postname = name[:len(name)-len(".ttf")]
	}
	return t, nil
})

// Advance is the width of a letter in thousandths of the size.
func (t typeface) Advance(f layout.Face, r rune) float64 {
	if r < 0 || r > 0xffff {
		return 0
	}
	return float64(t[f].widths[r])
}

// Has tells whether the cut can draw the letter.
func (t typeface) Has(f layout.Face, r rune) bool { return r >= 0 && r <= 0xffff && t[f].has[r] }

// readFace reads widths and letters of a font file.
func readFace(file []byte) (*face, error) {
	font, err := truetype.Open(file)
	if err != nil {
		return nil, err
	}
	f := &face{file: file}
	for r, glyph := range font.Glyphs {
		if int(r) < len(f.has) {
			f.has[r], f.widths[r] = true, uint16(font.Advance(glyph))
		}
	}
	return f, nil
}
