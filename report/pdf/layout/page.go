// Package layout sets a chapter on pages: it breaks lines and pages, sets
// tables and charts, and says where every word and stroke stands.
//
// Lengths are points, measured from the upper left corner of a page; y of a text
// is its baseline. The package draws nothing and knows no file format: the widths
// of letters come from Metrics, the result is data. What is drawn belongs either
// to an element of the structure tree or to an artifact, never to neither. All
// text of the chapter stands on a page: nothing is cut off, shrunk or dropped.
package layout

// Document is a chapter set on pages.
type Document struct {
	Pages   []Page
	Root    *Elem // structure tree, type Document
	Outline []Entry
}

// Entry is a heading for the outline, with the page (from 0) and height it stands at.
type Entry struct {
	Level int
	Title string
	Page  int
	Y     float64
	Elem  *Elem
}

// Page is one page.
type Page struct {
	Width, Height float64
	Marks         []Mark
	Links         []Link
}

// Mark is a marked-content sequence: shapes that belong to one element of the
// tree, or to an artifact where Elem is nil. MCID counts the marks of a page that
// belong to elements.
type Mark struct {
	Elem     *Elem
	MCID     int
	Artifact Artifact
	Shapes   []Shape
}

// Link is an area that leads to an address, or to a place in the document.
type Link struct {
	X, Y, W, H float64 // upper left corner, width, height
	Href       string  // an address outside, or empty
	Page       int     // the page led to, where Href is empty
	Top        float64 // the height led to
	Elem       *Elem   // of type Link
	Says       string  // what the link leads to, in words
}

// Elem is an element of the structure tree. Type is a standard structure type of
// ISO 32000-1, 14.8.4.
type Elem struct {
	Type    string
	Alt     string     // what a figure shows
	Means   string     // what an abbreviation stands for
	Actual  string     // the words where what is drawn stands for others
	Lang    string     // BCP 47 where it differs from the document's
	ID      string     // unique in the document, where one is needed
	Scope   string     // of a TH: Column or Row
	ColSpan int        // of a cell, where above 1
	Heads   []string   // of a cell: the IDs of its heads where Scope does not tell them all
	Ordered bool       // of an L
	BBox    [4]float64 // of a Figure: left, top, right, bottom
	Kids    []Kid
}

// Kid is a child of an element: an element, a mark on a page, or a link area.
type Kid struct {
	Elem *Elem
	Page int // of a mark or link
	MCID int // of a mark
	Link int // index+1 in Page.Links, 0 where the kid is no link
}

func (e *Elem) add(typ string) *Elem {
	kid := &Elem{Type: typ}
	e.Kids = append(e.Kids, Kid{Elem: kid})
	return kid
}

// Artifact is why something is drawn that is no part of the text.
type Artifact uint8

// The kinds of artifact.
const (
	Layout     Artifact = iota // rules, tints
	Pagination                 // repeated heads of tables
	Header                     // running head
	Footer                     // running foot
	Watermark                  // the mark of a draft
)

// Shape is one of *Text, *Rect, *Line.
type Shape interface{ shape() }

// Text is a run of letters in one manner, its left end at X on the baseline Y.
type Text struct {
	X, Y, Width float64
	Face        Face
	Size        float64
	Colour      Colour
	Text        string
}

// Rect is a rectangle, filled, outlined or both.
type Rect struct {
	X, Y, W, H float64
	Filled     bool
	Fill       Colour
	Weight     float64 // of the outline, 0 for none
	Stroke     Colour
}

// Line is a straight stroke.
type Line struct {
	X1, Y1, X2, Y2 float64
	Weight         float64
	Colour         Colour
}

func (*Text) shape() {}
func (*Rect) shape() {}
func (*Line) shape() {}

// Face is a cut of the typeface.
type Face uint8

// The cuts.
const (
	Regular Face = iota
	Semibold
	Italic
)

// Colour is red, green, blue.
type Colour struct{ R, G, B uint8 }

// Metrics tells the widths of a typeface.
type Metrics interface {
	// Advance is the width of a letter in thousandths of the size.
	Advance(Face, rune) float64
	// Has tells whether the face can draw the letter.
	Has(Face, rune) bool
	// Emoji is the letter that stands for the emoji with which the letters begin,
	// and how many it takes: 0 where they begin with none. Only Advance knows it.
	Emoji(Face, []rune) (rune, int)
}
