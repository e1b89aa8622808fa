package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"gevinst/report/pdf/layout"
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

var errFont = errors.New("not a TrueType font as expected")

// readFace reads widths and letters of a TrueType font: tables head, hhea, hmtx
// and the cmap of format 4.
func readFace(file []byte) (f *face, err error) {
	defer func() {
		if recover() != nil { // an index out of range: the font is cut short
			f, err = nil, errFont
		}
	}()
	tables := map[string][]byte{}
	for i := range int(be16(file, 4)) {
		entry := file[12+16*i:]
		from, n := be32(entry, 8), be32(entry, 12)
		tables[string(entry[:4])] = file[from : from+n]
	}
	unit := int(be16(tables["head"], 18))
	advances := int(be16(tables["hhea"], 34))
	f = &face{file: file}
	glyphs, err := charMap(tables["cmap"])
	if err != nil {
		return nil, err
	}
	for r, glyph := range glyphs {
		f.has[r] = true
		n := min(int(glyph), advances-1)
		f.widths[r] = uint16((int(be16(tables["hmtx"], 4*n))*1000 + unit/2) / unit)
	}
	return f, nil
}

// charMap reads the first cmap of format 4: glyphs by code point, without those
// that are missing.
func charMap(cmap []byte) (map[rune]uint16, error) {
	for i := range int(be16(cmap, 2)) {
		sub := cmap[be32(cmap, 4+8*i+4):]
		if be16(sub, 0) != 4 {
			continue
		}
		glyphs := map[rune]uint16{}
		segments := int(be16(sub, 6)) / 2
		for s := range segments {
			end, start := int(be16(sub, 14+2*s)), int(be16(sub, 16+2*segments+2*s))
			delta, offsetAt := be16(sub, 16+4*segments+2*s), 16+6*segments+2*s
			for c := start; c <= end && c < 0xffff; c++ {
				glyph := uint16(c)
				if offset := int(be16(sub, offsetAt)); offset != 0 {
					glyph = be16(sub, offsetAt+offset+2*(c-start))
				}
				if offset := be16(sub, offsetAt); offset == 0 || glyph != 0 {
					glyph += delta
				}
				if glyph != 0 {
					glyphs[rune(c)] = glyph
				}
			}
		}
		return glyphs, nil
	}
	return nil, errFont
}

func be16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func be32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
