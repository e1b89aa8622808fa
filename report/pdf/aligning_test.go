package pdf

import (
	"math"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/pdf/layout"
)

// TestDecimalsStandUnderOneAnother sets figures with and without decimals and sees
// that the whole numbers end at one place.
func TestDecimalsStandUnderOneAnother(t *testing.T) {
	figures := map[report.Lang][]string{
		report.NB: {"1\u00a0234", "0,5", "−12,25", "7\u00a0%", "–"},
		report.EN: {"1,234", "0.5", "−12.25", "7\u00a0%", "–"},
	}
	tails := []string{"", ",5", ",25", "\u00a0%"}
	for lang, cells := range figures {
		table := &chapter.Table{Caption: "Tall", Columns: []chapter.Column{{Title: "Navn"}, {Title: "Beløp", Kind: chapter.Figures}}}
		for _, cell := range cells {
			table.Rows = append(table.Rows, chapter.Row{Cells: []chapter.Text{chapter.Words("Rad"), chapter.Words(cell)}})
		}
		letters, err := newLettering()
		if err != nil {
			t.Fatal(err)
		}
		var ends []float64
		doc := set(t, &chapter.Chapter{Lang: lang, Blocks: []chapter.Block{table}})
		eachElem(doc.Root, func(e *layout.Elem) {
			if e.Type == "TD" && len(ends) < len(tails) {
				drawn := textOf(doc, e)
				tail := 0.0
				for _, r := range tails[len(ends)] {
					tail += letters.Advance(drawn.Face, r) * drawn.Size / 1000
				}
				ends = append(ends, drawn.X+drawn.Width-tail)
			}
		})
		if len(ends) != len(tails) {
			t.Fatalf("%s: %d figures are drawn", lang, len(ends))
		}
		for i, end := range ends {
			if math.Abs(end-ends[0]) > 0.01 {
				t.Errorf("%s: the whole number of %q ends at %.2f, that of %q at %.2f", lang, cells[i], end, cells[0], ends[0])
			}
		}
	}
}

// textOf is the first text that is drawn for an element.
func textOf(doc *layout.Document, e *layout.Elem) *layout.Text {
	for _, m := range doc.Pages[e.Kids[0].Page].Marks {
		if m.Elem != e {
			continue
		}
		for _, s := range m.Shapes {
			if text, ok := s.(*layout.Text); ok {
				return text
			}
		}
	}
	return &layout.Text{}
}
