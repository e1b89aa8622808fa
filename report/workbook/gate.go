package workbook

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"gevinst/report"
	"gevinst/report/workbook/cells"
)

// The first bytes of the kinds of file that people send instead of a workbook.
const (
	compoundFile = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" // old Office, or an encrypted new one
	zipFile      = "PK\x03\x04"
	emptyZip     = "PK\x05\x06"
	pdfFile      = "%PDF"
)

// Document tells a workbook, a PDF and their like from text: they begin in a way that no
// text does.
func Document(content []byte) bool {
	for _, begins := range []string{compoundFile, zipFile, emptyZip, pdfFile} {
		if bytes.HasPrefix(content, []byte(begins)) {
			return true
		}
	}
	return false
}

// gate refuses what is plainly no workbook, from its name and its first bytes.
func gate(name string, r io.ReaderAt, size int64) error {
	base := filepath.Base(name)
	head := make([]byte, min(size, 4096))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	switch {
	case strings.HasPrefix(base, "~$"):
		return refusal("F-005", "")
	case size == 0:
		return refusal("F-006", "")
	case bytes.HasPrefix(head, []byte(compoundFile)):
		if contains(r, size, utf16le("EncryptedPackage")) {
			return refusal("F-002", "")
		}
		return refusal("F-003", "")
	case bytes.HasPrefix(head, []byte(zipFile)), bytes.HasPrefix(head, []byte(emptyZip)):
		if bytes.Contains(head, []byte("application/vnd.oasis.opendocument")) {
			return refusal("F-004", "")
		}
		return nil
	case bytes.HasPrefix(head, []byte(pdfFile)):
		return refusal("F-001", "pdf")
	case utf8.Valid(trimRune(head)) && bytes.IndexByte(head, 0) < 0:
		return refusal("F-001", "text")
	}
	return refusal("F-001", "")
}

func refusal(rule, variant string, args ...report.Arg) *Refusal {
	return &Refusal{report.Finding{Rule: rule, Variant: variant, Severity: report.Error, Args: args}}
}

// refuse says in our terms why the cell reader refused a file.
func refuse(err error) error {
	var r *cells.Refusal
	if !errors.As(err, &r) {
		return err
	}
	where := []report.Arg{{Name: "del", Value: r.Part}, {Name: "ark", Value: r.Sheet}, {Name: "grunn", Value: report.Phrase("flaw." + string(r.Flaw))}}
	switch r.Cause {
	case cells.NotWorkbook:
		if strings.HasSuffix(r.Part, ".bin") {
			return refusal("F-001", "xlsb")
		}
		return refusal("F-001", "office")
	case cells.Encrypted:
		return refusal("F-002", "")
	case cells.Duplicate:
		return refusal("F-009", "", where...)
	case cells.TooLarge:
		return refusal("F-010", "", report.Arg{Name: "hvor", Value: bracketed(cmp.Or(r.Sheet, r.Part))})
	case cells.NotZip:
		return refusal("F-008", "cut")
	}
	out := refusal("F-008", "part", where...)
	if r.Sheet != "" {
		out.Finding.Variant = "sheet"
		out.Finding.Place = report.Place{Sheet: r.Sheet}
	}
	return out
}

// bracketed is words in brackets after a sentence's, nothing where there are none.
func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

// contains looks for bytes anywhere in a file, a piece at a time.
func contains(r io.ReaderAt, size int64, what []byte) bool {
	const piece = 1 << 20
	buf := make([]byte, piece+len(what))
	for at := int64(0); at < size; at += piece {
		n, err := r.ReadAt(buf, at)
		if bytes.Contains(buf[:n], what) {
			return true
		}
		if err != nil {
			return false
		}
	}
	return false
}

func utf16le(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// trimRune drops a rune that was cut in the middle.
func trimRune(b []byte) []byte {
	for i := 0; i < utf8.UTFMax && len(b) > 0 && !utf8.Valid(b); i++ {
		b = b[:len(b)-1]
	}
	return b
}
