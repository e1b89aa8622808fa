package truetype

// charMap reads the cmap of format 12, which holds all of Unicode, or that of
// format 4, which holds the first 65,535 code points: glyphs by code point,
// without those that are missing.
func charMap(cmap []byte) map[rune]uint16 {
	formats := map[uint16][]byte{}
	for i := range int(be16(cmap, 2)) {
		sub := cmap[be32(cmap, 4+8*i+4):]
		formats[be16(sub, 0)] = sub
	}
	if sub := formats[12]; sub != nil {
		return groups(sub)
	}
	return segments(formats[4])
}

// groups reads a cmap of format 12.
func groups(sub []byte) map[rune]uint16 {
	glyphs := map[rune]uint16{}
	for g := range int(be32(sub, 12)) {
		start, end, first := be32(sub, 16+12*g), be32(sub, 20+12*g), be32(sub, 24+12*g)
		for c := start; c <= end; c++ {
			if glyph := uint16(first + c - start); glyph != 0 {
				glyphs[rune(c)] = glyph
			}
		}
	}
	return glyphs
}

// segments reads a cmap of format 4.
func segments(sub []byte) map[rune]uint16 {
	glyphs := map[rune]uint16{}
	n := int(be16(sub, 6)) / 2
	for s := range n {
		end, start := int(be16(sub, 14+2*s)), int(be16(sub, 16+2*n+2*s))
		delta, offsetAt := be16(sub, 16+4*n+2*s), 16+6*n+2*s
		offset := int(be16(sub, offsetAt))
		for c := start; c <= end && c < 0xffff; c++ {
			glyph := uint16(c) + delta
			if offset != 0 {
				if glyph = be16(sub, offsetAt+offset+2*(c-start)); glyph != 0 {
					glyph += delta
				}
			}
			if glyph != 0 {
				glyphs[rune(c)] = glyph
			}
		}
	}
	return glyphs
}
