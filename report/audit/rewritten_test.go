package audit_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gevinst/report/audit"
)

// TestAPDFWrittenAnew: what another program made of the PDF is told in plain words. Where
// its words can still be placed they are compared, and a figure that was changed on the
// way is found; where they cannot, the audit says so and does not guess.
func TestAPDFWrittenAnew(t *testing.T) {
	t.Parallel()
	linearized := func(content []byte) []byte { return throughProgram(t, content, "qpdf", "--linearize") }
	for _, c := range []struct {
		name   string
		anew   func([]byte) []byte
		forged bool
		level  audit.Level
		want   string // is told of the PDF
	}{
		{"laid out for the web", linearized, false, audit.Differs, "pdf/pdf.rewritten"},
		{"and a figure changed before", linearized, true, audit.Differs, "pdf/figure.printed"},
		{"without its tags", func(b []byte) []byte { return throughProgram(t, b, "pdftocairo", "-pdf") }, false, audit.Impossible, "pdf/pdf.untagged"},
		{"damaged", func(b []byte) []byte { return b[:len(b)/2] }, false, audit.Impossible, "pdf/pdf.unreadable"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := plain(t)
			if c.forged {
				inPDF(func(t *testing.T, f *forged) { f.draw(t, "884", "885", 0) })(t, p)
			}
			p.files[pdfName] = c.anew(p.files[pdfName])
			v := p.audited(t)
			lines := told(t, v)
			if v.Level != c.level || !strings.Contains(lines, c.want+" "+pdfName) {
				t.Errorf("%s, want %s with %s\n%s", v.Level, c.level, c.want, lines)
			}
			if !c.forged && strings.Count(lines, "pdf/") != 1 {
				t.Errorf("only one thing is to be said of what is drawn\n%s", lines)
			}
		})
	}
}

// throughProgram is what another program makes of a file.
func throughProgram(t *testing.T, content []byte, program, how string) []byte {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("CI=true and %s is not installed", program)
		}
		t.Skipf("%s is not installed", program)
	}
	dir := t.TempDir()
	put(t, dir, "in.pdf", content)
	out := filepath.Join(dir, "out.pdf")
	if said, err := exec.Command(program, how, filepath.Join(dir, "in.pdf"), out).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", program, err, said)
	}
	anew, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return anew
}
