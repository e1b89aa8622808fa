package truetype

// Ligature is glyphs that are drawn as another one where they follow each other.
type Ligature struct {
	Rest  []uint16 // behind the first
	Glyph uint16
}

// Ligatures reads the ligatures of a font (table GSUB, lookups of type 4) by their
// first glyph. Which feature asks for them is not told: a font for which that
// matters needs more than this.
func (f *Font) Ligatures() (all map[uint16][]Ligature, err error) {
	all = map[uint16][]Ligature{}
	return all, guarded(func() {
		gsub := f.tables["GSUB"]
		lookups := gsub[be16(gsub, 8):]
		for i := range int(be16(lookups, 0)) {
			lookup := lookups[be16(lookups, 2+2*i):]
			if be16(lookup, 0) != 4 {
				continue
			}
			for s := range int(be16(lookup, 4)) {
				ligatures(lookup[be16(lookup, 6+2*s):], all)
			}
		}
	})
}

// ligatures reads a subtable of ligatures.
func ligatures(sub []byte, all map[uint16][]Ligature) {
	for i, first := range coverage(sub[be16(sub, 2):]) {
		set := sub[be16(sub, 6+2*i):]
		for l := range int(be16(set, 0)) {
			entry := set[be16(set, 2+2*l):]
			rest := make([]uint16, be16(entry, 2)-1)
			for r := range rest {
				rest[r] = be16(entry, 4+2*r)
			}
			all[first] = append(all[first], Ligature{rest, be16(entry, 0)})
		}
	}
}

// coverage is the glyphs that a subtable is about, in its order.
func coverage(table []byte) (glyphs []uint16) {
	n := int(be16(table, 2))
	if be16(table, 0) == 1 {
		for i := range n {
			glyphs = append(glyphs, be16(table, 4+2*i))
		}
		return glyphs
	}
	for i := range n {
		from, to := int(be16(table, 4+6*i)), int(be16(table, 6+6*i))
		for g := from; g <= to; g++ {
			glyphs = append(glyphs, uint16(g))
		}
	}
	return glyphs
}
