package pdf

import (
	"strings"

	"gevinst/report/pdf/object"
)

// emojiKey is the name of the emoji's font in the contents of pages.
const emojiKey = "Emoji"

// emoji writes the font of the emoji that the document draws: a font of glyphs by
// their number (9.7.4), with what each stands for, be it several code points.
func (f *finisher) emoji(l *lettering) (object.Ref, error) {
	font, err := readEmoji()
	if err != nil {
		return 0, err
	}
	glyphs, widths, meanings := make([]uint16, len(l.emoji)), make(object.Array, len(l.emoji)), make([]meaning, len(l.emoji))
	var all strings.Builder
	for i, e := range l.emoji {
		glyphs[i], widths[i] = e.glyph, object.Int(font.Advance(e.glyph))
		meanings[i] = meaning{uint16(i + 1), e.words}
		all.WriteString(e.words + " ")
	}
	file, err := font.Subset(glyphs)
	if err != nil {
		return 0, err
	}
	name := object.Name(subsetTag(all.String()) + emojiName)
	above, below := font.Height()
	box := object.Array{}
	for _, side := range font.Box() {
		box = append(box, object.Int(side))
	}
	const symbolic = 4
	descriptor := f.Add(object.Dict{"Type": object.Name("FontDescriptor"), "FontName": name, "Flags": object.Int(symbolic),
		"FontBBox": box, "ItalicAngle": object.Int(0), "Ascent": object.Int(above), "Descent": object.Int(below), "CapHeight": object.Int(above),
		"StemV": object.Int(80), "FontFile2": f.Add(&object.Stream{Dict: object.Dict{"Length1": object.Int(len(file))}, Data: file})})
	glyphsByNumber := f.Add(object.Dict{"Type": object.Name("Font"), "Subtype": object.Name("CIDFontType2"), "BaseFont": name,
		"CIDSystemInfo": object.Dict{"Registry": object.String("Adobe"), "Ordering": object.String("Identity"), "Supplement": object.Int(0)},
		"CIDToGIDMap":   object.Name("Identity"), "FontDescriptor": descriptor, "W": object.Array{object.Int(1), widths}})
	return f.Add(object.Dict{"Type": object.Name("Font"), "Subtype": object.Name("Type0"), "BaseFont": name,
		"Encoding": object.Name("Identity-H"), "DescendantFonts": object.Array{glyphsByNumber},
		"ToUnicode": f.Add(&object.Stream{Dict: object.Dict{}, Data: toUnicode(meanings)})}), nil
}
