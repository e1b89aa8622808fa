package printed_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/audit/printed"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/html"
	"gevinst/report/pdf"
)

// TestBothFormsSayTheSame takes the text out of PDF and page and compares it block
// by block, in every language; the tables hold the chapter's own cells.
func TestBothFormsSayTheSame(t *testing.T) {
	for _, lang := range report.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			c := chaptertest.Demo(t, lang)
			var page, file bytes.Buffer
			if err := html.Write(&page, c); err != nil {
				t.Fatal(err)
			}
			if err := pdf.Write(&file, c, pdf.Options{Attached: []pdf.Attachment{{Name: "a.txt", Type: "text/plain", Relation: "Data", Data: []byte("hei")}}}); err != nil {
				t.Fatal(err)
			}
			fromHTML, err := printed.HTML(page.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			fromPDF, err := printed.PDF(file.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			alike(t, fromHTML, fromPDF)
			holdsChapter(t, c, fromPDF)
			if fromPDF.Lang != lang.Tag() || fromHTML.Lang != lang.Tag() {
				t.Errorf("languages %q and %q", fromPDF.Lang, fromHTML.Lang)
			}
			if string(fromPDF.Attached["a.txt"]) != "hei" {
				t.Errorf("attached %v", fromPDF.Attached)
			}
			if len(fromPDF.Loose)+len(fromHTML.Loose) > 0 {
				t.Errorf("loose %q %q", fromPDF.Loose, fromHTML.Loose)
			}
		})
	}
}

func alike(t *testing.T, a, b *printed.Document) {
	t.Helper()
	x, y := lines(a), lines(b)
	for i := range max(len(x), len(y)) {
		if i >= len(x) || i >= len(y) || x[i] != y[i] {
			t.Fatalf("block %d: %q and %q", i, at(x, i), at(y, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}

// lines is a document as text, without what is drawn within figures, which each form sets for itself.
func lines(d *printed.Document) []string {
	var all []string
	for _, b := range d.Blocks {
		if b.Kind == printed.Drawn {
			continue
		}
		all = append(all, string(b.Kind)+" "+b.Words)
		if b.Table != nil {
			all = append(all, fmt.Sprint(b.Table.Head))
			for _, r := range b.Table.Rows {
				all = append(all, fmt.Sprintf("%t %s", r.Group, strings.Join(r.Cells, " | ")))
			}
		}
	}
	return all
}

// holdsChapter looks up every cell of every table at its place.
func holdsChapter(t *testing.T, c *chapter.Chapter, d *printed.Document) {
	t.Helper()
	var tables []*printed.Table
	for _, b := range d.Blocks {
		if b.Table != nil {
			tables = append(tables, b.Table)
		}
	}
	n := 0
	for _, b := range c.Blocks {
		want, ok := b.(*chapter.Table)
		if !ok {
			continue
		}
		got := tables[n]
		n++
		if len(got.Rows) != len(want.Rows) || !strings.HasSuffix(got.Caption, printed.Plain(want.Caption)) {
			t.Fatalf("table %q with %d rows is %q with %d", want.Caption, len(want.Rows), got.Caption, len(got.Rows))
		}
		for i, r := range want.Rows {
			for j, cell := range r.Cells {
				if r.Kind == chapter.Group && j > 0 {
					continue
				}
				if plain := printed.Plain(cell.Plain()); got.Rows[i].Cells[j] != plain {
					t.Errorf("%s, row %d, cell %d: %q, want %q", want.Caption, i, j, got.Rows[i].Cells[j], plain)
				}
			}
		}
	}
	if n == 0 || n != len(tables) {
		t.Errorf("%d tables in the chapter, %d in the file", n, len(tables))
	}
}

// TestWhatHasNoPlaceIsTold sees what somebody put beside the text of a page.
func TestWhatHasNoPlaceIsTold(t *testing.T) {
	for name, added := range map[string]string{
		"words of their own": "<div>885</div>", "a script": "<script>x()</script>", "a picture": `<img src="data:,">`,
	} {
		d, err := printed.HTML([]byte("<html><body><main><p>a</p>" + added + "</main></body></html>"))
		if err != nil || len(d.Loose) == 0 {
			t.Errorf("%s: not told (%v)", name, err)
		}
	}
	d, err := printed.HTML([]byte("<html><body><main><p>a</p>\n</main></body></html>"))
	if err != nil || len(d.Loose) > 0 || !slices.Equal(lines(d), []string{"P a"}) {
		t.Errorf("a plain page gave %+v, %v", d, err)
	}
}

// FuzzPDF sees that no file makes the extractor panic or go on for ever.
func FuzzPDF(f *testing.F) {
	f.Add([]byte("%PDF-1.7\nstartxref\n0\n%%EOF\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if d, err := printed.PDF(file); err == nil && d == nil {
			t.Error("neither a document nor an error")
		}
	})
}
