package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/go-pdf/fpdf"

	"gevinst/report/pdf/layout"
)

// family is the name under which fpdf knows the typeface; styles are its names
// of the cuts, in the order of layout.Face.
const family = "sourcesans"

var styles = [...]string{"", "B", "I"}

// press draws. This is the only file that knows fpdf, and it uses only what
// draws text, rectangles, lines and pages: everything that fpdf would decide by
// itself (line and page breaks, headers, links) is decided in layout.
type press struct {
	fpdf    *fpdf.Fpdf
	letters *lettering
	open    bool // within a mark
	face    layout.Face
	size    float64
	ink     layout.Colour
	pen     layout.Colour
	wide    float64
}

// Ink draws within a mark. It is worth nothing once the mark is closed.
type Ink struct {
	p    *press
	live *bool
}

// newPress readies fpdf with a private copy of the fonts, since its subsetter
// writes into them.
func newPress(l *lettering) *press {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 595.28, Ht: 841.89}})
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	f.SetCompression(false) // finish deflates
	f.SetCatalogSort(true)
	for i, style := range styles {
		f.AddUTF8FontFromBytes(family, style, bytes.Clone(l.typeface[i].file))
	}
	return &press{fpdf: f, letters: l}
}

// drawn is a document as fpdf draws it, and the letters that it took of each cut, sorted.
type drawn struct {
	file    []byte
	letters [len(cuts)][]rune
}

// draw draws a document, whose shapes are gone thereafter: they weigh more than what
// is drawn. fpdf panics on what it cannot take; that becomes an error here, and nowhere
// else.
func draw(doc *layout.Document, l *lettering) (d drawn, err error) {
	drawing := ""
	defer func() {
		if r := recover(); r != nil {
			d, err = drawn{}, fmt.Errorf("drawing %q: %v", drawing, r)
		}
	}()
	d.letters = used(doc)
	p := newPress(l)
	for _, page := range doc.Pages {
		p.page(page)
		for i := range page.Marks {
			mark := &page.Marks[i]
			drawing = words(mark)
			if mark.Elem == nil {
				p.artifact(mark.Artifact, func(k Ink) { k.shapes(mark.Shapes) })
			} else {
				p.content(mark.Elem.Type, mark.MCID, func(k Ink) { k.shapes(mark.Shapes) })
			}
			mark.Shapes = nil
		}
	}
	var out bytes.Buffer
	if err := p.fpdf.Output(&out); err != nil {
		return drawn{}, err
	}
	d.file = out.Bytes()
	return d, nil
}

// words is the first text of a mark, to name it in an error.
func words(m *layout.Mark) string {
	for _, s := range m.Shapes {
		if t, ok := s.(*layout.Text); ok {
			return t.Text
		}
	}
	return ""
}

func (p *press) page(page layout.Page) {
	if p.open {
		panic("a page within a mark")
	}
	p.fpdf.AddPageFormat("P", fpdf.SizeType{Wd: page.Width, Ht: page.Height})
	p.size, p.wide = 0, -1
	p.fpdf.SetFillColor(0, 0, 0)
	p.fpdf.SetTextColor(0, 0, 0)
	p.fpdf.SetDrawColor(0, 0, 0)
	p.ink, p.pen = layout.Colour{}, layout.Colour{}
}

// content draws what belongs to an element of the structure tree.
func (p *press) content(tag string, mcid int, drawing func(Ink)) {
	p.mark(fmt.Sprintf("/%s <</MCID %d>> BDC", tag, mcid), drawing)
}

// artifact draws what is no part of the text.
func (p *press) artifact(kind layout.Artifact, drawing func(Ink)) {
	p.mark("/Artifact "+artifacts[kind]+" BDC", drawing)
}

var artifacts = [...]string{
	layout.Layout:     "<</Type /Layout>>",
	layout.Pagination: "<</Type /Pagination>>",
	layout.Header:     "<</Type /Pagination /Subtype /Header>>",
	layout.Footer:     "<</Type /Pagination /Subtype /Footer>>",
	layout.Watermark:  "<</Type /Pagination /Subtype /Watermark>>",
}

// mark opens a mark, lets it be drawn in, and closes it.
func (p *press) mark(opening string, drawing func(Ink)) {
	if p.open {
		panic("a mark within a mark")
	}
	p.open = true
	live := true
	p.fpdf.RawWriteStr(opening)
	drawing(Ink{p, &live})
	p.fpdf.RawWriteStr("EMC")
	live, p.open = false, false
}

func (k Ink) fpdf() *fpdf.Fpdf {
	if !*k.live {
		panic("ink used outside its mark")
	}
	return k.p.fpdf
}

func (k Ink) shapes(shapes []layout.Shape) {
	for _, s := range shapes {
		switch x := s.(type) {
		case *layout.Text:
			k.Text(x)
		case *layout.Rect:
			k.Rect(x)
		case *layout.Line:
			k.Line(x)
		}
	}
}

// Text draws words: letters, and emoji between them.
func (k Ink) Text(t *layout.Text) {
	if len(k.p.letters.emoji) == 0 {
		k.letters(t)
		return
	}
	run := *t
	for rest := t.Text; rest != ""; rest = rest[len(run.Text):] {
		first, _ := utf8.DecodeRuneInString(rest)
		run.Text = rest
		if end := strings.IndexFunc(rest, func(r rune) bool { return isEmoji(r) != isEmoji(first) }); end >= 0 {
			run.Text = rest[:end]
		}
		if isEmoji(first) {
			k.emoji(&run)
		} else {
			k.letters(&run)
		}
		for _, r := range run.Text {
			run.X += k.p.letters.Advance(t.Face, r) * t.Size / 1000
		}
	}
}

// emoji draws emoji, which fpdf knows nothing of: with the font that finish adds.
func (k Ink) emoji(t *layout.Text) {
	f := k.fpdf()
	k.fill(t.Colour)
	var codes strings.Builder
	for _, r := range t.Text {
		fmt.Fprintf(&codes, "%04X", r-firstEmoji+1)
	}
	_, height := f.GetPageSize()
	f.RawWriteStr(fmt.Sprintf("BT /%s %.2f Tf %.2f %.2f Td <%s> Tj ET", emojiKey, emojiSize*t.Size, t.X, height-t.Y, &codes))
	k.p.size = 0 // the next letters must name their font anew
}

func (k Ink) letters(t *layout.Text) {
	f := k.fpdf()
	if k.p.size != t.Size || k.p.face != t.Face {
		f.SetFont(family, styles[t.Face], t.Size)
		k.p.size, k.p.face = t.Size, t.Face
	}
	k.fill(t.Colour)
	f.Text(t.X, t.Y, t.Text)
}

// Rect draws a rectangle.
func (k Ink) Rect(r *layout.Rect) {
	f := k.fpdf()
	if r.Filled {
		k.fill(r.Fill)
		f.Rect(r.X, r.Y, r.W, r.H, "F")
	}
	if r.Weight > 0 {
		k.stroke(r.Stroke, r.Weight)
		f.Rect(r.X, r.Y, r.W, r.H, "D")
	}
}

// Line draws a stroke.
func (k Ink) Line(l *layout.Line) {
	f := k.fpdf()
	k.stroke(l.Colour, l.Weight)
	f.Line(l.X1, l.Y1, l.X2, l.Y2)
}

// fill takes a colour for letters and areas. fpdf writes a text shorter where
// both have the same colour.
func (k Ink) fill(c layout.Colour) {
	if c == k.p.ink {
		return
	}
	k.p.ink = c
	k.fpdf().SetFillColor(int(c.R), int(c.G), int(c.B))
	k.fpdf().SetTextColor(int(c.R), int(c.G), int(c.B))
}

func (k Ink) stroke(c layout.Colour, weight float64) {
	if c != k.p.pen {
		k.p.pen = c
		k.fpdf().SetDrawColor(int(c.R), int(c.G), int(c.B))
	}
	if weight != k.p.wide {
		k.p.wide = weight
		k.fpdf().SetLineWidth(weight)
	}
}
