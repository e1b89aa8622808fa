package truetype

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Subset is a font file of some glyphs alone, for a PDF: the first of them is
// number 1, the next 2 and so on, and number 0 is the sign for what is missing. A
// glyph may be asked for twice. It has the tables that ISO 32000-1, 9.9, asks for.
func (f *Font) Subset(glyphs []uint16) (file []byte, err error) {
	err = guarded(func() {
		s := subset{font: f, glyphs: append([]uint16{0}, glyphs...)}
		for i := 0; i < len(s.glyphs); i++ { // parts of glyphs are added on the way
			s.add(s.glyphs[i])
		}
		s.loca = binary.BigEndian.AppendUint32(s.loca, uint32(len(s.glyf)))
		file = s.file()
	})
	return file, err
}

// subset is a smaller font that is being made.
type subset struct {
	font             *Font
	glyphs           []uint16 // numbers in the whole font, by number in the smaller one
	glyf, loca, hmtx []byte
}

// add writes a glyph.
func (s *subset) add(glyph uint16) {
	outline := slices.Clone(s.font.outline(glyph))
	if len(outline) > 0 && signed(outline, 0) < 0 {
		s.parts(outline)
	}
	for len(outline)%4 != 0 {
		outline = append(outline, 0)
	}
	s.loca = binary.BigEndian.AppendUint32(s.loca, uint32(len(s.glyf)))
	s.glyf = append(s.glyf, outline...)
	s.hmtx = binary.BigEndian.AppendUint16(s.hmtx, s.font.advance(glyph))
	s.hmtx = binary.BigEndian.AppendUint16(s.hmtx, uint16(s.font.bearing(glyph)))
}

// outline is the shape of a glyph, empty where it leaves no ink.
func (f *Font) outline(glyph uint16) []byte {
	loca, at := f.tables["loca"], func(i int) uint32 { return be32(f.tables["loca"], 4*i) }
	if be16(f.tables["head"], 50) == 0 {
		at = func(i int) uint32 { return 2 * uint32(be16(loca, 2*i)) }
	}
	return f.tables["glyf"][at(int(glyph)):at(int(glyph)+1)]
}

// bearing is the room before a glyph, in units of the font.
func (f *Font) bearing(glyph uint16) int {
	if i := int(glyph); i >= f.widths {
		return signed(f.tables["hmtx"], 4*f.widths+2*(i-f.widths))
	}
	return signed(f.tables["hmtx"], 4*int(glyph)+2)
}

// Flags of a part of a glyph (table glyf, composite glyphs).
const (
	wideArguments = 0x0001
	hasScale      = 0x0008
	morePartsCome = 0x0020
	hasTwoScales  = 0x0040
	hasMatrix     = 0x0080
)

// parts gives the glyphs that an outline is put together of their new numbers.
func (s *subset) parts(outline []byte) {
	const head = 10
	for at, flags := head, uint16(morePartsCome); flags&morePartsCome != 0; {
		flags = be16(outline, at)
		binary.BigEndian.PutUint16(outline[at+2:], s.number(be16(outline, at+2)))
		at += 6
		for flag, more := range map[uint16]int{wideArguments: 2, hasScale: 2, hasTwoScales: 4, hasMatrix: 8} {
			if flags&flag != 0 {
				at += more
			}
		}
	}
}

// number is the number of a glyph in the smaller font, in which it comes to stand.
func (s *subset) number(glyph uint16) uint16 {
	at := slices.Index(s.glyphs, glyph)
	if at < 0 {
		at = len(s.glyphs)
		s.glyphs = append(s.glyphs, glyph)
	}
	return uint16(at)
}

// file puts the tables together, in order of their names.
func (s *subset) file() []byte {
	n := uint16(len(s.glyphs))
	head, hhea, maxp := slices.Clone(s.font.tables["head"]), slices.Clone(s.font.tables["hhea"]), slices.Clone(s.font.tables["maxp"])
	binary.BigEndian.PutUint32(head[8:], 0)  // the sum is not known yet
	binary.BigEndian.PutUint16(head[50:], 1) // offsets in loca have four bytes
	binary.BigEndian.PutUint16(hhea[34:], n)
	binary.BigEndian.PutUint16(maxp[4:], n)
	tables := []table{{"glyf", s.glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", s.hmtx}, {"loca", s.loca}, {"maxp", maxp}}

	const whole = 0xb1b0afba // what the sum over the file must come to
	binary.BigEndian.PutUint32(head[8:], whole-sum(put(tables)))
	return put(tables)
}

type table struct {
	name string
	data []byte
}

// put writes tables as a file.
func put(tables []table) []byte {
	var head, body bytes.Buffer
	power := 1
	for 2*power <= len(tables) {
		power *= 2
	}
	steps := map[int]uint16{1: 0, 2: 1, 4: 2, 8: 3}[power]
	write(&head, uint32(0x00010000), uint16(len(tables)), uint16(16*power), steps, uint16(16*(len(tables)-power)))
	start := 12 + 16*len(tables)
	for _, t := range tables {
		head.WriteString(t.name)
		write(&head, sum(t.data), uint32(start+body.Len()), uint32(len(t.data)))
		body.Write(t.data)
		for body.Len()%4 != 0 {
			body.WriteByte(0)
		}
	}
	return append(head.Bytes(), body.Bytes()...)
}

func write(b *bytes.Buffer, numbers ...any) {
	for _, n := range numbers {
		_ = binary.Write(b, binary.BigEndian, n) // a Buffer takes everything
	}
}

// sum adds up data in words of four bytes, the last filled with zeros.
func sum(data []byte) (total uint32) {
	for at := 0; at < len(data); at += 4 {
		var word [4]byte
		copy(word[:], data[at:])
		total += binary.BigEndian.Uint32(word[:])
	}
	return total
}
