package pdf_test

import (
	"os/exec"
	"strings"
	"testing"

	"gevinst/report/chapter"
	"gevinst/report/pdf"
)

// TestEmojiComeOutWhole has other programs read a file with emoji in every name:
// each comes out with all its code points, in the text, the properties and the
// outline, and the file is sound.
func TestEmojiComeOutWhole(t *testing.T) {
	c := pdf.EmojiEverywhere()
	text := extracted(t, write(t, c))
	for _, words := range append([]string{c.Title, "Tiltak 📬", "Navn 📋"}, pdf.EmojiNames()...) {
		if !strings.Contains(text, words) {
			t.Errorf("%+q is not in %+q", words, text)
		}
	}
	if strings.Contains(text, "[U+") {
		t.Errorf("something is written as a code point: %q", text)
	}
	path := stored(t, c)
	sound(t, path)
	out, err := exec.Command(tool(t, "pdfinfo"), path).Output()
	if err != nil || strings.Count(string(out), c.Title) != 2 {
		t.Errorf("title and author are not %q: %v\n%s", c.Title, err, out)
	}
}

// TestAlphabetsComeOutWhole reads letters of Europe's languages, whole and with
// loose accents as macOS writes them, and what asks for the form of a letter.
func TestAlphabetsComeOutWhole(t *testing.T) {
	for written, want := range map[string]string{
		"Čáhcesuolu đŋŧžš Ǥǥ Ʒʒ Ǯǯ": "", "Ελληνικά ΐ": "", "Кириллица ёйњ": "", "Tiếng Việt ặỡ": "", "Łódź ğış őű ţ ĳ": "",
		"Tie\u0302\u0301ng Vie\u0323\u0302t": "Tiếng Việt", "и\u0306 ε\u0301 c\u030c": "й έ č", "✔\ufe0e a\ufe0f": "✔ a",
	} {
		if want == "" {
			want = written
		}
		text := extracted(t, write(t, &chapter.Chapter{Blocks: []chapter.Block{&chapter.Paragraph{Text: chapter.Words(written)}}}))
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
}
