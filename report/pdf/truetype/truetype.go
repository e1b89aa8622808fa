// Package truetype reads what a page needs of a font file with TrueType outlines
// (ISO/IEC 14496-22): the glyphs of letters, their widths, the signs that several
// letters make together, and a smaller file of some of the glyphs.
//
// The fonts are our own, so a broken one is a flaw of the build: it is refused as
// a whole, and nothing more is told about it.
package truetype

import (
	"encoding/binary"
	"errors"
)

var errFont = errors.New("not a TrueType font as expected")

// Font is a font file.
type Font struct {
	Glyphs map[rune]uint16 // by code point; those that are missing have none
	tables map[string][]byte
	widths int // glyphs that have a width of their own; the last holds for all others
}

// Open reads a font file, which must not change afterwards.
func Open(file []byte) (*Font, error) {
	f := &Font{tables: map[string][]byte{}}
	return f, guarded(func() {
		for i := range int(be16(file, 4)) {
			entry := file[12+16*i:]
			from, n := be32(entry, 8), be32(entry, 12)
			f.tables[string(entry[:4])] = file[from : from+n]
		}
		f.widths = int(be16(f.tables["hhea"], 34))
		f.Glyphs = charMap(f.tables["cmap"])
	})
}

// guarded makes an error of an index out of range: the font is cut short.
func guarded(read func()) (err error) {
	defer func() {
		if recover() != nil {
			err = errFont
		}
	}()
	read()
	return nil
}

// Advance is the width of a glyph in thousandths of the size.
func (f *Font) Advance(glyph uint16) int { return f.thousandths(int(f.advance(glyph))) }

// advance is the width of a glyph in units of the font.
func (f *Font) advance(glyph uint16) uint16 {
	return be16(f.tables["hmtx"], 4*min(int(glyph), f.widths-1))
}

// thousandths is a length in thousandths of the size, rounded.
func (f *Font) thousandths(length int) int {
	unit := int(be16(f.tables["head"], 18))
	return (length*1000 + unit/2) / unit
}

// Height is how far letters reach above and below the baseline, in thousandths of
// the size; what is below is negative.
func (f *Font) Height() (above, below int) {
	hhea := f.tables["hhea"]
	return f.thousandths(signed(hhea, 4)), f.thousandths(signed(hhea, 6))
}

// Box holds every glyph: left, bottom, right, top, in thousandths of the size.
func (f *Font) Box() (box [4]int) {
	for i := range box {
		box[i] = f.thousandths(signed(f.tables["head"], 36+2*i))
	}
	return box
}

func be16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func be32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
func signed(b []byte, at int) int  { return int(int16(be16(b, at))) }
