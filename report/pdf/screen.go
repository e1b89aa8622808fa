package pdf

import (
	"errors"

	"gevinst/report/chapter"
)

// errScreen refuses a chapter whose reader would lose what only a screen page has.
var errScreen = errors.New("pdf: links within the document and anchors of rows are for screen pages")

// forScreens tells whether a chapter has links within itself, or rows to link to.
func forScreens(c *chapter.Chapter) bool {
	if linksWithin(c.Cover.Summary...) {
		return true
	}
	for _, b := range c.Blocks {
		switch x := b.(type) {
		case *chapter.Paragraph:
			if linksWithin(x.Text) {
				return true
			}
		case *chapter.Note:
			if linksWithin(x.Text) {
				return true
			}
		case *chapter.List:
			if linksWithin(x.Items...) {
				return true
			}
		case *chapter.Table:
			if tableForScreens(x) {
				return true
			}
		}
	}
	return false
}

func tableForScreens(t *chapter.Table) bool {
	for _, r := range t.Rows {
		if r.ID != "" || linksWithin(r.Cells...) {
			return true
		}
	}
	return linksWithin(t.Notes...)
}

func linksWithin(all ...chapter.Text) bool {
	for _, t := range all {
		for _, span := range t {
			if span.To != "" {
				return true
			}
		}
	}
	return false
}
