package pdf_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report/chapter"
)

// heard is a table as a reader by ear meets it: rows of cells, the head first.
type heard struct {
	caption string
	rows    [][]string
}

// heardTables are the tables of a file in the words of another program.
func heardTables(t *testing.T, path string) []heard {
	t.Helper()
	out, err := exec.Command(tool(t, "pdfinfo"), "-struct-text", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []heard
	var now *heard // the table that is being read
	depth, inCaption := 0, false
	for line := range strings.SplitSeq(string(out), "\n") {
		words := strings.TrimSpace(line)
		kind, _, _ := strings.Cut(strings.TrimSuffix(words, ":"), " ")
		if at := len(line) - len(strings.TrimLeft(line, " ")); now != nil && at <= depth {
			now = nil
		} else if kind == "Table" {
			depth = at
		}
		switch {
		case kind == "Table":
			all = append(all, heard{})
			now = &all[len(all)-1]
		case now != nil:
			inCaption = now.take(kind, words, inCaption)
		}
	}
	return all
}

// take takes the next line of a table, and tells whether it is still the caption.
func (h *heard) take(kind, words string, inCaption bool) bool {
	last := len(h.rows) - 1
	switch {
	case strings.HasPrefix(words, `"`):
		words = strings.ReplaceAll(strings.TrimSuffix(words[1:], `"`), "\u00ad", "")
		if inCaption {
			h.caption += words
		} else if last >= 0 && len(h.rows[last]) > 0 {
			h.rows[last][len(h.rows[last])-1] += words
		}
	case kind == "TR":
		h.rows = append(h.rows, nil)
	case (kind == "TH" || kind == "TD") && last >= 0:
		h.rows[last] = append(h.rows[last], "")
	case kind == "Caption" || kind == "THead":
		return kind == "Caption"
	}
	return inCaption
}

// seenLines are the lines of a file as they stand beside one another on paper.
func seenLines(t *testing.T, path string) []string {
	t.Helper()
	out, err := exec.Command(tool(t, "pdftotext"), "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(out), "\n")
	for i, l := range lines {
		lines[i] = spaced(l)
	}
	return lines
}

// spaced is text with all white space made one space.
func spaced(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\f", " ")), " ")
}

func stored(t *testing.T, c *chapter.Chapter) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(path, write(t, c), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sound has qpdf judge the file, which is to have no word to say against it.
func sound(t *testing.T, path string) {
	t.Helper()
	out, err := exec.Command(tool(t, "qpdf"), "--check", path).CombinedOutput()
	if err != nil || strings.Contains(strings.ToLower(string(out)), "warning") {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
}
