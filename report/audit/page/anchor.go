package page

import (
	"strconv"
	"strings"
	"unicode"

	"gevinst/report"
)

// anchors is where on the page a figure, a cell or an exception stands, and which
// figures a cell or a figure is used by.
type anchors struct {
	figures    map[string]string       // by key
	first      map[string]int          // place in Trail.Figures, by key
	cells      map[report.Place]string // of used and unused cells
	printed    map[string][]int        // places in Trail.Printed, by the key of the figure
	exceptions map[string]string       // the first about a figure, by its key
	cellUsers  map[report.Place][]int  // places in Trail.Figures
	users      map[string][]int        // the same, by the key of the figure that is used
}

func anchorsOf(a Audit) anchors {
	all := anchors{figures: map[string]string{}, first: map[string]int{}, cells: map[report.Place]string{}, printed: map[string][]int{}, exceptions: map[string]string{},
		cellUsers: map[report.Place][]int{}, users: map[string][]int{}}
	taken := map[string]bool{}
	for i, f := range a.Trail.Figures {
		if all.figures[f.Key] == "" {
			all.figures[f.Key], all.first[f.Key] = figureAnchor(f.Key, i, taken), i
		}
		if f.Entry != nil {
			all.operands(a, i)
		}
	}
	for _, c := range a.Trail.Cells {
		all.cells[c.Place] = all.cellAnchor(c.Sheet, c.Place)
	}
	for i, c := range a.Trail.Unused {
		all.cells[c.Place] = "unused." + strconv.Itoa(i+1)
	}
	for i, p := range a.Trail.Printed {
		if p.Key != "" {
			all.printed[p.Key] = append(all.printed[p.Key], i)
		}
	}
	for i, e := range a.Verdict.Exceptions {
		if key := figureOf(e.Place.Key); key != "" && all.exceptions[key] == "" {
			all.exceptions[key] = exceptionAnchor(i)
		}
	}
	return all
}

// operands notes what a figure uses.
func (all *anchors) operands(a Audit, i int) {
	cells, keys := map[report.Place]bool{}, map[string]bool{}
	for _, in := range a.Trail.Figures[i].Entry.Inputs {
		if at, ok := cellOf(in.Place); ok && !cells[at] {
			cells[at] = true
			all.cellUsers[at] = append(all.cellUsers[at], i)
		}
		if in.Key != nil && !keys[*in.Key] {
			keys[*in.Key] = true
			all.users[*in.Key] = append(all.users[*in.Key], i)
		}
	}
}

// cellAnchor is the cell's own row where a figure rests on it, else that of its
// record. Keys of sheets are the requirement set's and need no care.
func (all *anchors) cellAnchor(sheet string, at report.Place) string {
	if len(all.cellUsers[at]) > 0 {
		return sheet + "." + at.Ref()
	}
	return recordAnchor(sheet, at.Row)
}

// operandsOf is where the operands of a figure begin that has too many for its row.
func (all *anchors) operandsOf(key string) string { return "o" + all.figures[key][1:] }

func recordAnchor(sheet string, row int) string { return sheet + "." + strconv.Itoa(row) }
func exceptionAnchor(i int) string              { return "e." + strconv.Itoa(i+1) }
func printedAnchor(i int) string                { return "p." + strconv.Itoa(i+1) }

// figureAnchor is made of the key, so that others can link to it, or of the place
// where the key cannot be an anchor.
func figureAnchor(key string, i int, taken map[string]bool) string {
	id := "f." + key
	unfit := func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) || r == unicode.ReplacementChar }
	if strings.ContainsFunc(key, unfit) || taken[id] {
		id = "f#" + strconv.Itoa(i+1)
	}
	taken[id] = true
	return id
}

// figureOf is the figure that an exception is about: the bridge states some again.
func figureOf(key string) string { return strings.TrimPrefix(key, "bridge.") }
