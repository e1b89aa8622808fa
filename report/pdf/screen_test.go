package pdf_test

import (
	"io"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/pdf"
)

// TestScreenPagesAreRefused sees that no link within the document is lost in silence,
// wherever it stands.
func TestScreenPagesAreRefused(t *testing.T) {
	link := chapter.Text{{Text: "T1", To: "rad"}}
	row := func(id string, cell chapter.Text) *chapter.Table {
		return &chapter.Table{Columns: []chapter.Column{{Title: "Tiltak"}}, Rows: []chapter.Row{{ID: id, Cells: []chapter.Text{cell}}}}
	}
	for name, block := range map[string]chapter.Block{
		"paragraph": &chapter.Paragraph{Text: link}, "note": &chapter.Note{Text: link}, "list": &chapter.List{Items: []chapter.Text{link}},
		"cell": row("", link), "anchor of a row": row("rad", chapter.Words("T1")),
	} {
		if pdf.Write(io.Discard, &chapter.Chapter{Lang: report.NB, Title: "x", Blocks: []chapter.Block{block}}, pdf.Options{}) == nil {
			t.Errorf("a link within the document is lost: %s", name)
		}
	}
	if err := pdf.Write(io.Discard, &chapter.Chapter{Lang: report.NB, Title: "x", Blocks: []chapter.Block{row("", chapter.Words("T1"))}}, pdf.Options{}); err != nil {
		t.Error(err)
	}
}
