package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report"
	"gevinst/report/chapter"
	"gevinst/report/chapter/chaptertest"
	"gevinst/report/pdf"
)

func write(t testing.TB, c *chapter.Chapter) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, c, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool finds an outside program; without it the test is skipped, but not in CI.
func tool(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is not installed", name)
	}
	t.Skipf("%s is not installed", name)
	return ""
}

// extracted is the text of a file as a reader's program finds it, with all white
// space made one space and divided words joined.
func extracted(t testing.TB, file []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool(t, "pdftotext"), "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(strings.Join(strings.Fields(string(out)), " "), "\u00ad ", "")
}

func cells(words ...string) []chapter.Text {
	all := make([]chapter.Text, len(words))
	for i, w := range words {
		all[i] = chapter.Words(w)
	}
	return all
}

// long is a chapter with a single table of so many rows.
func long(rows int) *chapter.Chapter {
	t := &chapter.Table{Label: "Tabell 1", Caption: "Gevinster. Tall i 1000 kroner", Columns: []chapter.Column{
		{Title: "Id", Kind: chapter.Label}, {Title: "Gevinst", Weight: 2}, {Title: "Netto", Kind: chapter.Figures}}}
	for i := range rows {
		t.Rows = append(t.Rows, chapter.Row{Cells: cells(fmt.Sprintf("G%05d", i), "Spart tid i saksbehandlingen av søknader", "1\u00a0234")})
	}
	t.Rows = append(t.Rows, chapter.Row{Kind: chapter.Sum, Cells: cells("Sum", "", "9")})
	return &chapter.Chapter{Lang: report.NB, Title: "Effektivisering", Footer: "Side {page} av {pages}", Continued: "(forts.)",
		Contents: "Innhold", Blocks: []chapter.Block{&chapter.Heading{Level: 1, Number: "1", Text: "Gevinster", ID: "g"}, t}}
}

func TestSameBytesTwice(t *testing.T) {
	for _, lang := range report.Langs() {
		if !bytes.Equal(write(t, chaptertest.Demo(t, lang)), write(t, chaptertest.Demo(t, lang))) {
			t.Errorf("%s: two runs gave two files", lang)
		}
	}
}

// TestSameBytesInAnotherProcess runs itself in another time zone and locale.
func TestSameBytesInAnotherProcess(t *testing.T) {
	file := write(t, chaptertest.Demo(t, report.NB))
	if path := os.Getenv("GEVINST_PDF_TWIN"); path != "" {
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	path := filepath.Join(t.TempDir(), "twin.pdf")
	cmd := exec.Command(os.Args[0], "-test.run=^TestSameBytesInAnotherProcess$")
	cmd.Env = append(os.Environ(), "GEVINST_PDF_TWIN="+path, "TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "GOMAXPROCS=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	twin, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file, twin) {
		t.Error("another process gave another file")
	}
}

// TestEveryWordInOrder finds every word of headings, paragraphs and rows in the
// extracted text, one after the other.
func TestEveryWordInOrder(t *testing.T) {
	for _, lang := range report.Langs() {
		c := chaptertest.Demo(t, lang)
		text := strings.ReplaceAll(extracted(t, write(t, c)), " ", "") // a long word may be broken over lines
		at := strings.Index(text, firstWords(c))
		if at < 0 {
			t.Fatalf("%s: the first heading is not in the text", lang)
		}
		for _, s := range said(c) {
			for _, word := range strings.Fields(s) {
				next := strings.Index(text[at:], word)
				if next < 0 {
					t.Fatalf("%s: %q of %q does not stand after %q", lang, word, s, text[max(0, at-80):at])
				}
				at += next + len(word)
			}
		}
	}
}

func firstWords(c *chapter.Chapter) string {
	for _, b := range c.Blocks {
		if p, ok := b.(*chapter.Paragraph); ok {
			return strings.Join(strings.Fields(p.Text.Plain())[:3], "")
		}
	}
	return ""
}

// said is the text blocks of a chapter in order. Cells of tables are left to
// TestEveryRowOnce, since the words of a broken cell stand between its
// neighbours' in the order of the page.
func said(c *chapter.Chapter) []string {
	var all []string
	begun := false
	for _, b := range c.Blocks {
		switch x := b.(type) {
		case *chapter.Heading:
			if begun {
				all = append(all, x.Number, x.Text)
			}
		case *chapter.Paragraph:
			begun = true
			all = append(all, x.Text.Plain())
		case *chapter.List:
			for _, item := range x.Items {
				all = append(all, item.Plain())
			}
		case *chapter.Note:
			all = append(all, x.Title, x.Text.Plain())
		}
	}
	return all
}

func TestEveryRowOnce(t *testing.T) {
	text := extracted(t, write(t, long(4000)))
	at := 0
	for i := range 4000 {
		id := fmt.Sprintf("G%05d", i)
		if n := strings.Count(text, id); n != 1 {
			t.Fatalf("row %s appears %d times", id, n)
		}
		if next := strings.Index(text, id); next < at {
			t.Fatalf("row %s stands before the one above it", id)
		} else {
			at = next
		}
	}
	pages := strings.Count(text, "Side ")
	if heads := strings.Count(text, "Gevinst Netto"); heads != pages && heads != pages-1 {
		t.Errorf("%d heads on %d pages", heads, pages)
	}
	if marks := strings.Count(text, "(forts.)"); marks < pages-2 {
		t.Errorf("%d marks that the table goes on, on %d pages", marks, pages)
	}
}

// TestNothingIsDroppedSilently prints what no font of ours has as code points.
func TestNothingIsDroppedSilently(t *testing.T) {
	c := long(1)
	c.Title = "Emoji 😀 og 漢字"
	c.Blocks = append(c.Blocks, &chapter.Paragraph{Text: chapter.Words("Sámi čđŋšŧž −5 a\u202fb e\u0301 a\u030a\u0007 slutt \xff. Nuõrttsääʹm\u01e9iõll og ožu\u1dcd.")})
	text := extracted(t, write(t, c))
	for _, want := range []string{"Emoji 😀 og [U+6F22 U+5B57]", "Sámi čđŋšŧž −5", "é å[U+0007] slutt", "Nuõrttsääʹm[U+01E9]iõll og ožu[U+1DCD]."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
}

func TestOddChapters(t *testing.T) {
	word := strings.Repeat("Gevinst", 30)
	many := &chapter.Table{Caption: word}
	for range 40 {
		many.Columns = append(many.Columns, chapter.Column{Title: "Omdisponeringsbeløp", Kind: chapter.Figures})
	}
	many.Rows = []chapter.Row{{Cells: cells(word, strings.Repeat("9", 200))}, {Kind: chapter.Group, Cells: cells(word)}}
	for name, c := range map[string]*chapter.Chapter{
		"empty":           {},
		"only headings":   {Blocks: []chapter.Block{&chapter.Heading{Text: word}, &chapter.Heading{Level: 9}}},
		"empty blocks":    {Blocks: []chapter.Block{&chapter.Paragraph{}, &chapter.List{}, &chapter.Note{}, &chapter.Table{}, &chapter.Figure{Chart: &chapter.Bars{}}}},
		"forty columns":   {Blocks: []chapter.Block{many}},
		"long everywhere": {Title: word, Header: word, Footer: word, Draft: word, ID: word, Cover: chapter.Cover{Facts: []chapter.Fact{{Label: word, Value: word}}}},
	} {
		t.Run(name, func(t *testing.T) { write(t, c) })
	}
}

// TestTallRow loses nothing of a row that is taller than a page.
func TestTallRow(t *testing.T) {
	c := long(3)
	table := c.Blocks[1].(*chapter.Table)
	var words []string
	for i := range 3000 {
		words = append(words, fmt.Sprintf("ord%04d", i))
	}
	table.Rows[1].Cells[1] = chapter.Words(strings.Join(words, " "))
	text := extracted(t, write(t, c))
	for _, w := range words {
		if strings.Count(text, w) != 1 {
			t.Fatalf("%s appears %d times", w, strings.Count(text, w))
		}
	}
}

// TestLongFact divides a fact that is taller than a page, and refuses a heading
// that cannot be divided, rather than lose a word of either.
func TestLongFact(t *testing.T) {
	words := strings.Repeat("navn ", 6000)
	c := &chapter.Chapter{Cover: chapter.Cover{Facts: []chapter.Fact{{Label: "Virksomhet", Value: words}}}}
	if n := strings.Count(extracted(t, write(t, c)), "navn"); n != 6000 {
		t.Errorf("%d of 6000 words came out", n)
	}
	figure := &chapter.Figure{Chart: &chapter.Waterfall{Steps: []chapter.Step{{Label: words}}}}
	c = &chapter.Chapter{Blocks: []chapter.Block{figure}}
	if err := pdf.Write(&bytes.Buffer{}, c, pdf.Options{}); err == nil {
		t.Error("a label that is taller than a page was written")
	}
}

// TestDocumentProperties asks another program what the file says of itself.
func TestDocumentProperties(t *testing.T) {
	c := chaptertest.Demo(t, report.NN)
	path := filepath.Join(t.TempDir(), "x.pdf")
	file := write(t, c)
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	if date := c.Dated.String(); !bytes.Contains(file, []byte("<xmp:CreateDate>"+date+"T00:00:00Z")) {
		t.Errorf("the file is not dated %s, as the chapter is", date)
	}
	out, err := exec.Command(tool(t, "pdfinfo"), path).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{c.Title, c.Author, c.Subject, "Tagged:          yes", "PDF version:     1.7"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestErrors(t *testing.T) {
	if err := pdf.Write(broken{}, long(1), pdf.Options{}); err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("a writer's error is lost: %v", err)
	}
	c := &chapter.Chapter{Blocks: []chapter.Block{&chapter.Figure{}}}
	if err := pdf.Write(&bytes.Buffer{}, c, pdf.Options{}); err == nil {
		t.Error("a figure without a chart was written")
	}
}
