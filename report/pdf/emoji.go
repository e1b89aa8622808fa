package pdf

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"sync"

	"gevinst/report/pdf/layout"
	"gevinst/report/pdf/truetype"
	"gevinst/templates"
)

const (
	emojiFile = "NotoEmoji-Regular.ttf.gz"
	emojiName = "NotoEmoji-Regular"
	emojiSize = 0.9 // of the size of the words around, whose line they fit then
)

// emojiFont is the font of the emoji, and what several code points make together.
type emojiFont struct {
	*truetype.Font
	together map[uint16][]truetype.Ligature
}

// readEmoji reads the font of the emoji, once a process, and only where one occurs.
var readEmoji = sync.OnceValues(func() (*emojiFont, error) {
	packed, err := templates.Font(emojiFile)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", emojiFile, err)
	}
	file, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", emojiFile, err)
	}
	return openEmoji(file)
})

func openEmoji(file []byte) (*emojiFont, error) {
	font, err := truetype.Open(file)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", emojiFile, err)
	}
	together, err := font.Ligatures()
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", emojiFile, err)
	}
	return &emojiFont{font, together}, nil
}

// Code points that leave no ink and belong to the emoji before them.
const (
	asEmoji = '\ufe0f' // asks that the letter before it is drawn as an emoji
	joins   = '\u200d' // joins two emoji to one
)

// first is the glyph of the emoji with which the runes begin and how many it
// takes, 0 where they begin with none: of all that several make together (a flag,
// a family, a tone of skin) the longest. Digits and what stands for nobody's
// letter are no emoji by themselves.
func (f *emojiFont) first(runes []rune) (glyph uint16, n int) {
	glyph, known := f.Glyphs[runes[0]]
	if !known || f.Advance(glyph) == 0 || private(runes[0]) {
		return 0, 0
	}
	for _, l := range f.together[glyph] {
		if taken := f.follow(runes, l.Rest); taken > n {
			glyph, n = l.Glyph, taken
		}
	}
	if n == 0 && runes[0] < 0x80 {
		return 0, 0
	}
	for n = max(n, 1); n < len(runes) && runes[n] == asEmoji; {
		n++
	}
	return glyph, n
}

// follow is how many runes there are up to the last of the glyphs, which must
// follow the first of them; 0 where they do not.
func (f *emojiFont) follow(runes []rune, glyphs []uint16) int {
	at := 1
	for _, want := range glyphs {
		for at < len(runes) && runes[at] == asEmoji {
			at++
		}
		if at == len(runes) || f.Glyphs[runes[at]] != want {
			return 0
		}
		at++
	}
	return at
}

// silent counts the runes that draw nothing beside the emoji before them: what
// joins it to one with which it makes nothing together, and tags.
func silent(runes []rune) int {
	n := slices.IndexFunc(runes, func(r rune) bool { return r != joins && r != asEmoji && (r < 0xe0020 || r > 0xe007f) })
	if n < 0 {
		return len(runes)
	}
	return n
}

// private tells whether Unicode gives a code point no meaning of its own.
func private(r rune) bool { return r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 }

// emoji is one that a document draws: the code points that it stands for, and its glyph.
type emoji struct {
	words string
	glyph uint16
}

// Emoji stand in the layout as letters of a plane that Unicode leaves to us, one
// for every sequence of a document, so that none is divided between lines. Their
// codes in the file count from 1.
const (
	firstEmoji rune = 0x100000
	mostEmoji  int  = 32000 // of one document; more are written as code points
)

func isEmoji(r rune) bool { return r >= firstEmoji }

// lettering is the typeface of one document, with the emoji that its words hold.
type lettering struct {
	typeface
	emoji  []emoji
	known  map[string]rune
	failed error // of reading the font
}

func newLettering() (*lettering, error) {
	faces, err := faces()
	return &lettering{typeface: faces, known: map[string]rune{}}, err
}

// Advance is the width of a letter in thousandths of the size.
func (l *lettering) Advance(f layout.Face, r rune) float64 {
	if !isEmoji(r) || len(l.emoji) == 0 {
		return l.typeface.Advance(f, r)
	}
	font, err := readEmoji()
	if err != nil {
		return 0
	}
	return emojiSize * float64(font.Advance(l.emoji[r-firstEmoji].glyph))
}

// Emoji is the letter that stands for the emoji with which the runes begin, and
// how many it takes: 0 where they begin with none, or with a letter that the face
// has and that nobody asks to be drawn otherwise.
func (l *lettering) Emoji(f layout.Face, runes []rune) (rune, int) {
	own := l.Has(f, runes[0])
	if own && (len(runes) == 1 || l.Has(f, runes[1])) {
		return 0, 0
	}
	font, err := readEmoji()
	if err != nil {
		l.failed = err
		return 0, 0
	}
	glyph, n := font.first(runes)
	if n == 0 || own && n == 1 {
		return 0, 0
	}
	n += silent(runes[n:])
	return l.letter(emoji{string(runes[:n]), glyph}, n)
}

func (l *lettering) letter(e emoji, n int) (rune, int) {
	r, ok := l.known[e.words]
	if !ok && len(l.emoji) == mostEmoji {
		return 0, 0
	}
	if !ok {
		r = firstEmoji + rune(len(l.emoji))
		l.emoji, l.known[e.words] = append(l.emoji, e), r
	}
	return r, n
}
