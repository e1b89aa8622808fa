// Package pdf writes a chapter as one file that is both PDF/A-2a and PDF/UA-1: to
// be read, printed, heard and kept. With attachments it is PDF/A-3a and PDF/UA-1.
//
// The way is layout (pages as data), draw (fpdf draws contents and cuts fonts),
// finish (our own objects around them: structure tree, links, outline, metadata,
// colours). Everything that is drawn belongs to an element of the structure tree
// or is an artifact; nothing can be drawn outside a mark. All text of the chapter
// comes out, in the chapter's order. The same chapter gives the same bytes in
// every process: dates come from the chapter.
package pdf

import (
	"fmt"
	"io"

	"gevinst/report/chapter"
	"gevinst/report/pdf/layout"
)

// Options is how a file is written. The zero Options is right for a report.
type Options struct {
	Attached []Attachment // makes the file PDF/A-3a, since PDF/A-2 takes only PDF/A
}

// Write writes the chapter. The error is the writer's, or says that the chapter
// holds a block or chart that this package does not know.
func Write(w io.Writer, c *chapter.Chapter, o Options) error {
	if forScreens(c) {
		return errScreen
	}
	letters, err := newLettering()
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	doc, err := layout.Set(c, letters)
	if err == nil {
		err = letters.failed
	}
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	drawn, err := draw(doc, letters)
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	if err := finish(w, drawn, doc, c, letters, o.Attached); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}
