package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-pdf/fpdf"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/pdf/layout"
)

// pages is a section of about so many pages: a heading, a paragraph and a table
// of gains for each, which is what a section mostly is.
func pages(n int) *chapter.Chapter {
	c := &chapter.Chapter{Lang: report.NB, Title: "Effektivisering", Footer: "Side {page} av {pages}", Continued: "(forts.)", Contents: "Innhold"}
	for i := range n {
		table := &chapter.Table{Label: fmt.Sprintf("Tabell %d", i+1), Caption: "Gevinster. Tall i 1000 kroner", Columns: []chapter.Column{
			{Title: "Id", Kind: chapter.Label}, {Title: "Gevinst", Weight: 2}, {Title: "Netto", Kind: chapter.Figures}}}
		for r := range 22 {
			table.Rows = append(table.Rows, chapter.Row{Cells: []chapter.Text{chapter.Words(fmt.Sprintf("G%d-%d", i, r)),
				chapter.Words("Spart tid i saksbehandlingen av søknader om tilskudd"), chapter.Words("1\u00a0234")}})
		}
		c.Blocks = append(c.Blocks, &chapter.Heading{Level: 1, Number: fmt.Sprint(i + 1), Text: "Gevinster", ID: fmt.Sprint("g", i)},
			&chapter.Paragraph{Text: chapter.Words("Virksomheten har gjennomført tiltaket, og gevinsten er målt mot nullpunktet. " +
				"Frigjort arbeidstid er tatt ut ved at ledige stillinger ikke er besatt på nytt i saksbehandlingen.")}, table)
	}
	return c
}

// BenchmarkSteps takes the time and memory of each step for sections of 3, 20 and
// 120 pages.
func BenchmarkSteps(b *testing.B) {
	letters, err := newLettering()
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{3, 20, 120} {
		c := pages(n)
		doc, drawn, err := upToDrawn(c, letters)
		if err != nil {
			b.Fatal(err)
		}
		steps := []struct {
			name string
			run  func() error
		}{
			{"layout", func() error { _, err := layout.Set(c, letters); return err }},
			{"drawing", func() error { _, err := draw(lent(doc), letters); return err }},
			{"finishing", func() error { return finish(&bytes.Buffer{}, drawn, doc, c, letters, nil) }},
			{"whole", func() error { return Write(&bytes.Buffer{}, c, Options{}) }},
		}
		for _, s := range steps {
			b.Run(fmt.Sprintf("pages=%d/%s", len(doc.Pages), s.name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := s.run(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func upToDrawn(c *chapter.Chapter, l *lettering) (*layout.Document, drawn, error) {
	doc, err := layout.Set(c, l)
	if err != nil {
		return nil, drawn{}, err
	}
	from, err := draw(lent(doc), l)
	return doc, from, err
}

// lent is a document to be drawn, which leaves the shapes of the first where they are.
func lent(doc *layout.Document) *layout.Document {
	copied := *doc
	copied.Pages = slices.Clone(doc.Pages)
	for i := range copied.Pages {
		copied.Pages[i].Marks = slices.Clone(doc.Pages[i].Marks)
	}
	return &copied
}

// BenchmarkAgainstPlain compares the whole step, from chapter to finished file,
// with fpdf drawing the same words and strokes at the same places by itself:
// untagged, compressed, already laid out. The quicker of all runs counts on both
// sides, so that what else the machine does disturbs least. More than 2.5 times
// as much is too much.
func BenchmarkAgainstPlain(b *testing.B) {
	const most = 2.5
	letters, err := newLettering()
	if err != nil {
		b.Fatal(err)
	}
	c := pages(20)
	doc, _, err := upToDrawn(c, letters)
	if err != nil {
		b.Fatal(err)
	}
	whole, plain := time.Duration(1<<62), time.Duration(1<<62)
	for b.Loop() {
		start := time.Now()
		if err := Write(&bytes.Buffer{}, c, Options{}); err != nil {
			b.Fatal(err)
		}
		whole = min(whole, time.Since(start))
		start = time.Now()
		if err := drawPlain(&bytes.Buffer{}, doc, letters); err != nil {
			b.Fatal(err)
		}
		plain = min(plain, time.Since(start))
	}
	ratio := float64(whole) / float64(plain)
	b.ReportMetric(ratio, "times-plain")
	b.ReportMetric(float64(len(doc.Pages)), "pages")
	if b.N > 5 && ratio > most {
		b.Errorf("%.2f times plain drawing, at most %.1f", ratio, most)
	}
}

// BenchmarkLongWord sets a word of many letters, and one four times as long: that may
// take about four times as long, not sixteen. The quicker of all runs counts.
func BenchmarkLongWord(b *testing.B) {
	const most = 8
	letters, err := newLettering()
	if err != nil {
		b.Fatal(err)
	}
	word := func(n int) *chapter.Chapter {
		return &chapter.Chapter{Lang: report.NB, Title: "Ord", Blocks: []chapter.Block{
			&chapter.Paragraph{Text: chapter.Words(strings.Repeat("æ", n))}}}
	}
	short, long := word(32767), word(4*32767)
	least := [2]time.Duration{1 << 62, 1 << 62}
	for b.Loop() {
		for i, c := range []*chapter.Chapter{short, long} {
			start := time.Now()
			if _, err := layout.Set(c, letters); err != nil {
				b.Fatal(err)
			}
			least[i] = min(least[i], time.Since(start))
		}
	}
	ratio := float64(least[1]) / float64(least[0])
	b.ReportMetric(ratio, "times-short")
	if b.N > 1 && ratio > most {
		b.Errorf("a word four times as long takes %.1f times as long, at most %d", ratio, most)
	}
}

// drawPlain draws a document with fpdf alone.
func drawPlain(w *bytes.Buffer, doc *layout.Document, l *lettering) error {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 595.28, Ht: 841.89}})
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(true)
	for i, style := range styles {
		f.AddUTF8FontFromBytes(family, style, bytes.Clone(l.typeface[i].file))
	}
	for _, page := range doc.Pages {
		f.AddPageFormat("P", fpdf.SizeType{Wd: page.Width, Ht: page.Height})
		for _, m := range page.Marks {
			for _, s := range m.Shapes {
				plainShape(f, s)
			}
		}
	}
	return f.Output(w)
}

func plainShape(f *fpdf.Fpdf, s layout.Shape) {
	switch x := s.(type) {
	case *layout.Text:
		f.SetFont(family, styles[x.Face], x.Size)
		f.SetTextColor(int(x.Colour.R), int(x.Colour.G), int(x.Colour.B))
		f.Text(x.X, x.Y, x.Text)
	case *layout.Rect:
		f.SetFillColor(int(x.Fill.R), int(x.Fill.G), int(x.Fill.B))
		f.Rect(x.X, x.Y, x.W, x.H, "F")
	case *layout.Line:
		f.SetDrawColor(int(x.Colour.R), int(x.Colour.G), int(x.Colour.B))
		f.SetLineWidth(x.Weight)
		f.Line(x.X1, x.Y1, x.X2, x.Y2)
	}
}
