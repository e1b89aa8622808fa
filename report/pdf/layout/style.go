package layout

// The page: A4, with room outside for a hand and a punch. Turned pages keep the
// margins' names, not their sides.
const (
	mm         = 72 / 25.4
	paperShort = 210 * mm
	paperLong  = 297 * mm
	sideMargin = 25 * mm
	topMargin  = 22 * mm
	footMargin = 28 * mm
	measure    = 372 // width of running text, about 72 letters
	headLine   = 36  // baseline of the running head
	footLine   = 40  // baseline of the running foot, from the bottom
)

var (
	black  = Colour{0x1a, 0x1a, 0x1a}
	grey   = Colour{0x59, 0x59, 0x59} // 7:1 on white
	hair   = Colour{0xb8, 0xbf, 0xc6}
	accent = Colour{0x14, 0x40, 0x6b}
	soft   = Colour{0x4f, 0x76, 0x9b} // additions
	warm   = Colour{0xb3, 0x59, 0x00} // deductions
	tint   = Colour{0xf0, 0xf4, 0xf8}
	white  = Colour{0xff, 0xff, 0xff}
)

// style is a manner of setting text: size and leading in points. A line is filled
// with a part of a word where it would else end more than ragged short of its
// width; 0 means that no word is divided.
type style struct {
	face   Face
	size   float64
	lead   float64
	colour Colour
	ragged float64
}

var (
	bodyStyle    = style{Regular, 10.5, 15, black, 45}
	titleStyle   = style{Semibold, 24, 29, accent, 0}
	h1Style      = style{Semibold, 20, 24, accent, 0}
	h2Style      = style{Semibold, 14, 18, accent, 0}
	h3Style      = style{Semibold, 11.5, 15, black, 0}
	labelStyle   = style{Regular, 8.5, 12, grey, 0}
	noteStyle    = style{Regular, 9.5, 13.5, black, 45}
	captionStyle = style{Regular, 9.5, 13, black, 0}
	cellStyle    = style{Regular, 9, 12, black, 24}
	smallStyle   = style{Regular, 8.5, 12, grey, 45}
	chartStyle   = style{Regular, 9, 11.5, black, 0}
)

func (s style) bold() style             { s.face = Semibold; return s }
func (s style) coloured(c Colour) style { s.colour = c; return s }
func (s style) ascent() float64         { return s.lead/2 + s.size*0.33 }
func headingStyle(level int) (s style, before, after float64) {
	switch level {
	case 1:
		return h1Style, 28, 14
	case 2:
		return h2Style, 20, 10
	default:
		return h3Style, 14, 7
	}
}
