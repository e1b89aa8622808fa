// Package beside compares what is not text in a published report with the same
// report made again: what is drawn where and with which letters, where links lead,
// what the file says of itself, and what it would do by itself. Package printed
// takes the words out; whoever wants to deceive changes what stands beside them.
//
// Both files are walked in lockstep, a PDF by its objects and a page by its
// elements, so that nothing is passed over because nobody thought of it.
package beside

// Other is one thing that is otherwise than it should be.
type Other struct {
	Aspect   Aspect
	Page     int    // of a PDF, from 1; 0 where it is none's
	Heading  string // of a web page, "" where it stands above the first
	Is, Must string // "" is nothing
	More     int    // how many more there are of the aspect at that place, or the same elsewhere
}

// Aspect is what a thing is to whoever reads the report. It is said under
// "audit.is.beside.<aspect>".
type Aspect string

// The aspects.
const (
	Order   Aspect = "order"   // of a PDF's pages
	Drawing Aspect = "drawing" // what is seen: places, colours, lines, bars
	Letters Aspect = "letters" // fonts: the shapes of letters, and what is copied out
	Links   Aspect = "links"
	Outline Aspect = "outline" // the bookmarks of a PDF
	About   Aspect = "about"   // title, author, date and the like
	Tags    Aspect = "tags"    // what is told to whoever listens
	Inside  Aspect = "inside"  // how the files inside a PDF are named
	Powers  Aspect = "powers"  // what a file does by itself, and layers that can be hidden
	Style   Aspect = "style"   // a web page's style sheet
	Markup  Aspect = "markup"  // a web page's elements
	Tail    Aspect = "tail"    // what stands in a PDF that nothing leads to
)

// Scope is how much can be compared.
type Scope int

// The scopes. Where the words differ, all that follows from them does too: places,
// pages, bookmarks. What no report has does not.
const (
	Everything Scope = iota
	Strange          // only what the report made again has nowhere
)

// found gathers what differs: the first of each aspect and place, and of what is the same
// at many places, with the number of others.
type found struct{ all []Other }

func (f *found) add(o Other) {
	for i := range f.all {
		if was := &f.all[i]; was.Aspect == o.Aspect && (was.Page == o.Page && was.Heading == o.Heading || was.Is == o.Is && was.Must == o.Must) {
			was.More++
			return
		}
	}
	f.all = append(f.all, o)
}
